// SPDX-License-Identifier: Apache-2.0
#include "exporters/exporter.hpp"
