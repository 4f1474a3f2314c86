/// Cuts delimited text into records and fields, by RFC 4180: a field that begins with a quotation
/// mark ends at the next single one, and a doubled one stands for itself.
struct RecordScanner {
  struct Field {
    var start = 0
    var end = 0
  }

  let base: UnsafeMutablePointer<UInt8>
  let end: Int
  let delimiter: UInt8
  /// In each byte the least value that does not end a field.
  private let tooLarge: UInt64
  /// Where the next record begins.
  private(set) var place: Int
  /// The line on which it begins, from 1.
  private(set) var line: Int
  /// Whether the record that was read last was cut off inside quotation marks.
  private(set) var isUnclosed = false

  init(
    _ bytes: UnsafeMutableBufferPointer<UInt8>, from start: Int, line: Int = 1, delimiter: UInt8
  ) {
    self.line = line
    // A buffer of no bytes may have no address; then no byte is ever looked at.
    base = bytes.baseAddress ?? UnsafeMutablePointer(bitPattern: 1).unsafelyUnwrapped
    end = bytes.count
    self.delimiter = delimiter
    tooLarge = UInt64(max(delimiter, 13) + 1) &* 0x0101_0101_0101_0101
    place = start
  }

  /// Reads a record into `fields`, as many as it takes; the rest of the record is passed over.
  ///
  /// - Returns: How many fields the record has: 1 for an empty line.
  @inline(__always)
  mutating func next(into fields: UnsafeMutableBufferPointer<Field>) -> Int {
    var count = 0
    var place = place
    while true {
      var start = place
      var stop: Int
      if place < end, base[place] == UInt8(ascii: "\"") {
        self.place = place
        stop = quoted()
        start = place + 1
        place = self.place
      } else {
        place = endOfField(from: place)
        stop = place
        while start < stop, base[start] == 32 { start += 1 }
        while start < stop, base[stop - 1] == 32 { stop -= 1 }
      }
      if count < fields.count { fields[count] = Field(start: start, end: stop) }
      count += 1
      if place < end, base[place] == delimiter {
        place += 1
        continue
      }
      if place < end {
        place += base[place] == 13 && place + 1 < end && base[place + 1] == 10 ? 2 : 1
      }
      line += 1
      self.place = place
      return count
    }
  }

  /// Where a field without quotation marks ends. Looks at eight bytes at once for one that is
  /// small enough to end it, as few bytes of names and numbers are.
  @inline(__always)
  private func endOfField(from start: Int) -> Int {
    var place = start
    while place + 8 <= end {
      let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // The lowest byte that is marked is exact, whatever borrows do to those above it.
      let marks = (word.littleEndian &- tooLarge) & ~word.littleEndian & 0x8080_8080_8080_8080
      if marks == 0 {
        place += 8
        continue
      }
      place += marks.trailingZeroBitCount >> 3
      let byte = base[place]
      if byte == delimiter || byte == 10 || byte == 13 { return place }
      place += 1
    }
    while place < end {
      let byte = base[place]
      if byte == delimiter || byte == 10 || byte == 13 { return place }
      place += 1
    }
    return place
  }

  /// Reads a field in quotation marks and brings its text together in place; the end of the text.
  @inline(never)
  private mutating func quoted() -> Int {
    var read = place + 1
    var write = read
    while read < end {
      let byte = base[read]
      if byte == UInt8(ascii: "\"") {
        if read + 1 < end, base[read + 1] == byte {
          read += 1
        } else {
          break
        }
      }
      if byte == 10 { line += 1 }
      base[write] = byte
      write += 1
      read += 1
    }
    isUnclosed = read >= end
    read += 1
    // What follows the closing mark, which should be nothing, belongs to the field as it is.
    while read < end {
      let byte = base[read]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      base[write] = byte
      write += 1
      read += 1
    }
    place = min(read, end)
    return write
  }
}
