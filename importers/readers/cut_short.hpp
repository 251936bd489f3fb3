// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "importers/readers/reader.hpp"

namespace pressgraph {

/// A sink for what is read of a stream that may break off: what a reader says of the record that
/// the break went through and the break itself become one message.
class CutShortSink {
 public:
  /// Both must outlive it; `failure` is empty until the stream has broken off.
  CutShortSink(const RecordSink& sink, const std::string& failure)
      : sink_(sink), failure_(failure) {}

  bool take(Record record);

  /// Hands on what is held back, joined with `cut` where there is one.
  bool finish(std::optional<BadRecord> cut);

 private:
  bool hand_on_held();

  const RecordSink& sink_;
  const std::string& failure_;
  std::optional<BadRecord> held_;
};

}  // namespace pressgraph
