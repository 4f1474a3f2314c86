/// The lines of a stream of NDJSON, one after the other, in constant memory.
struct RecordLines: ~Copyable {
  /// A line, or that it is longer than the limit.
  enum Line {
    case bytes([UInt8])
    case tooLong
  }

  private let input: FileInput
  private let limit: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var count = 0
  /// The number of the last line, from 1.
  private(set) var number = 0

  init(_ input: consuming FileInput, limit: Int) {
    self.input = input
    self.limit = limit
  }

  /// The next line without its end, or `nil` after the last.
  mutating func next() throws(FileInput.Failure) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isAny = false
    while true {
      if position == count {
        count = try input.read(into: &buffer)
        position = 0
        if count == 0 { break }
      }
      isAny = true
      let rest = buffer[position..<count]
      let end = rest.firstIndex(of: 10) ?? count
      if line.count + (end - position) > limit {
        isTooLong = true
        line = []
      } else if !isTooLong {
        line.append(contentsOf: buffer[position..<end])
      }
      position = end
      if end < count {
        position += 1
        break
      }
    }
    guard isAny else { return nil }
    number += 1
    return isTooLong ? .tooLong : .bytes(line)
  }
}
