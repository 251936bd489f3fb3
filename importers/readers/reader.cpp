// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/reader.hpp"
