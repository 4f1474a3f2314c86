/// The parts of a file of elements, each for a thread of its own.
///
/// They begin where the text says that an element begins, which may be said in a comment or a
/// string. So each must end just where the next begins, and outside of everything: as the first
/// begins where the file does, all then begin where an element does.
struct ElementParts {
  struct Part {
    var bytes: Range<Int>
    /// For how many edges there is to be room.
    var edgeCount: Int
    var isFirst: Bool
    var isLast: Bool
  }

  /// The names of a part that other parts have too are looked up once more in the end.
  private static let mostParts = 16
  /// How much of a file is looked at to find where a part begins.
  private static let sampleSize = 1 << 16

  private var parts: [Part] = []

  /// - Parameters:
  ///   - leastPart: How many bytes are worth a thread.
  ///   - start: Where in some bytes an element begins for the first time.
  ///   - edge: What is there once in each edge.
  init?(
    _ file: FileBytes, threads: Int, leastPart: Int, edge: StaticString,
    start: (UnsafeRawBufferPointer) -> Int?
  ) {
    let count = min(threads, ElementParts.mostParts, file.size / max(leastPart, 1))
    guard count > 1 else { return nil }
    var starts = [0]
    var densities = [0.0]
    for number in 1..<count {
      let place = file.size / count * number
      guard let bytes = try? file.read(ElementParts.sampleSize, at: place) else { return nil }
      let found = bytes.withUnsafeBytes { bytes in
        (start: start(bytes), edges: ElementParts.count(edge, in: bytes))
      }
      guard let start = found.start, place + start > starts[starts.count - 1] else { return nil }
      starts.append(place + start)
      densities.append(Double(found.edges) / Double(max(bytes.count, 1)))
    }
    for (number, start) in starts.enumerated() {
      let end = number + 1 < count ? starts[number + 1] : file.size
      let density = max(densities[number], densities[min(number + 1, count - 1)])
      // A quarter more than there seem to be, as room that is not used costs nothing.
      parts.append(
        Part(
          bytes: start..<end, edgeCount: Int(Double(end - start) * density * 1.25) + 64,
          isFirst: number == 0, isLast: number + 1 == count))
    }
  }

  private static func count(_ word: StaticString, in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var place = 0
    while let start = find(word, in: bytes, from: place) {
      count += 1
      place = start + 1
    }
    return count
  }

  /// Where a word stands for the first time from `start` on.
  static func find(
    _ word: StaticString, in bytes: UnsafeRawBufferPointer, from start: Int = 0
  ) -> Int? {
    let length = word.utf8CodeUnitCount
    guard start + length <= bytes.count else { return nil }
    return (start...(bytes.count - length)).first { place in
      bytes[place] == word.utf8Start[0]
        && (1..<length).allSatisfy { bytes[place + $0] == word.utf8Start[$0] }
    }
  }

  /// What all parts say, in the order of the file; `nil` if it has to be read as a whole.
  func read(
    _ read: @Sendable (Part, ObservationRoom) throws(ExchangeError) -> PartReading
  ) -> EvidenceBuilder? {
    PartReading.whole(parts.map(\.edgeCount)) { (number, room) throws(ExchangeError) in
      try read(parts[number], room)
    }
  }
}
