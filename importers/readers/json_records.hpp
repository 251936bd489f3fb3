// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>

namespace pressgraph {

/// What stands where a record is expected.
struct JsonPiece {
  enum class Kind : std::uint8_t {
    object,    ///< braces closed
    cut,       ///< the stream ended inside it
    too_long,  ///< passed over to its end; `bytes` holds its beginning
    other,     ///< no object
  };
  Kind kind = Kind::object;
  std::string bytes;
  std::uint64_t line = 0;  ///< of its first byte
};

/// Cuts a stream of JSON into the objects that are records, one at a time: objects that follow each
/// other, the elements of an array, or those of an array in an object around them (`items`,
/// `articles`, `results`, ...). It counts braces and looks at nothing else, so that an object that
/// is no JSON costs only itself.
class JsonRecords {
 public:
  JsonRecords(std::istream& in, std::uint64_t limit) : in_(*in.rdbuf()), limit_(limit) {}

  /// The next piece; none at the end of the stream.
  std::optional<JsonPiece> next();

  /// The object around the list that records are read from, as far as it stands before them, the
  /// list left empty; empty where there is none, or it is long.
  [[nodiscard]] const std::string& envelope() const { return envelope_; }

 private:
  int get();
  void keep(char c);
  void scan_object();
  bool scan_string();
  void scan_other();
  void leave_envelope();
  bool opens_list();
  [[nodiscard]] bool key_names_list() const;

  std::streambuf& in_;
  std::uint64_t limit_;
  std::uint64_t line_ = 1;
  JsonPiece piece_;
  std::string envelope_;
  std::uint64_t length_ = 0;  // of the piece, kept or not
  std::string key_;           // the last string at depth 1
  bool text_seen_ = false;    // a key at depth 1 that holds a release's words
  bool in_list_ = false;      // in a list of an envelope
  bool in_array_ = false;
};

}  // namespace pressgraph
