import PartnerModel

/// Where each part of a cleaned text stands in the file that it came from.
///
/// Cleaned text is UTF-8, the file is counted in Unicode scalars. A run is a stretch of cleaned
/// text whose scalars all take the same number of bytes and follow one another in the file too, so
/// that a place inside it is found by one division; or a stretch that stands as a whole for
/// something else: a space for a line break, `&` for `&amp;`.
struct OffsetMap: Hashable, Sendable {
  struct Run: Hashable, Sendable {
    /// The first byte in the cleaned text.
    var utf8: Int32
    /// The first scalar in the file.
    var original: Int32
    /// The scalar after the last.
    var originalEnd: Int32
    /// Bytes a scalar, or 0 when the run stands as a whole for its stretch of the file.
    var width: Int32
  }

  private(set) var runs: [Run] = []
  /// Bytes of cleaned text.
  private(set) var length = 0

  /// Adds `count` scalars of `width` bytes each that stand in the file from `original` on.
  mutating func append(count: Int, width: Int, original: Int) {
    guard count > 0 else { return }
    if let last = runs.last, Int(last.width) == width, Int(last.originalEnd) == original {
      runs[runs.count - 1].originalEnd += Int32(count)
    } else {
      runs.append(
        Run(
          utf8: Int32(length), original: Int32(original), originalEnd: Int32(original + count),
          width: Int32(width)))
    }
    length += count * width
  }

  /// Adds `length` bytes that stand as a whole for a stretch of the file.
  mutating func append(replacement length: Int, for range: TextRange) {
    guard length > 0 else { return }
    runs.append(
      Run(
        utf8: Int32(self.length), original: Int32(range.start), originalEnd: Int32(range.end),
        width: 0))
    self.length += length
  }

  /// Adds what another map says of some of its bytes, which must not cut a scalar.
  mutating func append(_ other: OffsetMap, _ range: Range<Int>) {
    guard !range.isEmpty, range.upperBound <= other.length else { return }
    var index = other.run(at: range.lowerBound)
    while index < other.runs.count, Int(other.runs[index].utf8) < range.upperBound {
      let run = other.runs[index]
      let end = index + 1 < other.runs.count ? Int(other.runs[index + 1].utf8) : other.length
      let from = max(Int(run.utf8), range.lowerBound)
      let to = min(end, range.upperBound)
      if run.width == 0 {
        append(
          replacement: to - from, for: TextRange(Int(run.original), Int(run.originalEnd)))
      } else {
        let width = Int(run.width)
        append(
          count: (to - from) / width, width: width,
          original: Int(run.original) + (from - Int(run.utf8)) / width)
      }
      index += 1
    }
  }

  /// The stretch of the file that some bytes of the cleaned text stand for; bytes outside the text
  /// are left out.
  ///
  /// Complexity: logarithmic in the number of runs.
  func original(_ range: Range<Int>) -> TextRange {
    guard !runs.isEmpty else { return TextRange(0, 0) }
    let range = range.clamped(to: 0..<length)
    if range.lowerBound >= length {
      let end = Int(runs[runs.count - 1].originalEnd)
      return TextRange(end, end)
    }
    let first = runs[run(at: range.lowerBound)]
    let start = Int(first.original) + distance(first, range.lowerBound)
    guard !range.isEmpty else { return TextRange(start, start) }
    let last = runs[run(at: range.upperBound - 1)]
    let end =
      last.width == 0
      ? Int(last.originalEnd) : Int(last.original) + distance(last, range.upperBound - 1) + 1
    return TextRange(start, max(start, end))
  }

  private func distance(_ run: Run, _ byte: Int) -> Int {
    run.width == 0 ? 0 : (byte - Int(run.utf8)) / Int(run.width)
  }

  /// The run that holds a byte.
  private func run(at byte: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(runs[middle].utf8) <= byte { low = middle } else { high = middle }
    }
    return low
  }
}
