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
  /// The delimiter in each of eight bytes.
  private let delimiters: UInt64
  /// Where the 64 bytes begin that are being looked at.
  private var block: Int
  /// The bytes of them that may end a field, from the present place on, a bit each.
  private var marks: UInt64
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
    delimiters = UInt64(delimiter) &* 0x0101_0101_0101_0101
    place = start
    block = start
    marks = 0
    marks = marksOfBlock()
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
        skip(to: place + 1)
      } else {
        place = endOfField()
        stop = place
        if start < stop, base[start] == 32 || base[stop &- 1] == 32 {
          while start < stop, base[start] == 32 { start += 1 }
          while start < stop, base[stop - 1] == 32 { stop -= 1 }
        }
      }
      if count < fields.count { fields[count] = Field(start: start, end: stop) }
      count &+= 1
      if place < end {
        let byte = base[place]
        place &+= 1
        if byte == delimiter { continue }
        if byte == 13, place < end, base[place] == 10 {
          place += 1
          skip(to: place)
        }
      }
      line += 1
      self.place = place
      return count
    }
  }

  /// Where a field without quotation marks ends; what ends it is passed over.
  @inline(__always)
  private mutating func endOfField() -> Int {
    while true {
      while marks == 0 {
        if block + 64 >= end { return end }
        block += 64
        marks = marksOfBlock()
      }
      let place = block &+ marks.trailingZeroBitCount
      marks &= marks &- 1
      let byte = base[place]
      if byte == delimiter || byte == 10 || byte == 13 { return place }
    }
  }

  /// Goes on looking at `place`.
  private mutating func skip(to place: Int) {
    if place - block >= 64 {
      block = place
      marks = marksOfBlock()
    } else {
      marks &= ~0 << UInt64(place - block)
    }
  }

  /// Marks the bytes of the block that are the delimiter or control characters up to CR: what ends
  /// a field is among them, and little else is.
  private func marksOfBlock() -> UInt64 {
    var marks: UInt64 = 0
    if block + 64 > end {
      for place in 0..<max(end - block, 0) {
        let byte = base[block + place]
        if byte < 14 || byte == delimiter { marks |= 1 << UInt64(place) }
      }
      return marks
    }
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    for part in 0..<8 {
      // In each byte the highest bit is set where it is none of them.
      let word = UnsafeRawPointer(base).loadUnaligned(
        fromByteOffset: block + 8 * part, as: UInt64.self
      ).littleEndian
      let other = word ^ delimiters
      let isHigh = (word & low) &+ 0x7272_7272_7272_7272 | word
      let isOther = (other & low) &+ low | other
      let found = ~(isHigh & isOther) & ~low
      // Brings these bits together at the top, in order.
      marks |= ((found &* 0x0002_0408_1020_4081) >> 56) << UInt64(8 * part)
    }
    return marks
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
