/// Memory for texts that a file has in other words: with escapes, or in parts. A text stays where it
/// is until all are removed.
struct TextArena: ~Copyable {
  private var chunks: [UnsafeMutableBufferPointer<UInt8>] = []
  /// How much of the last chunk is taken.
  private var used = 0

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  mutating func removeAll() {
    while chunks.count > 1 { chunks.removeFirst().deallocate() }
    used = 0
  }

  /// A text with more after it, to which it is moved unless it was the last that was written.
  ///
  /// - Parameter write: Writes `count` bytes or fewer, and returns how many.
  mutating func append(
    to text: FileText, upTo count: Int,
    _ write: (UnsafeMutablePointer<UInt8>) throws(ExchangeError) -> Int
  ) throws(ExchangeError) -> FileText {
    let room = (chunks.last?.count ?? 0) - used
    if room < count || !isLast(text) {
      if room < text.count + count {
        // Twice what is needed, so that a text of many parts is not copied at each of them.
        chunks.append(.allocate(capacity: max(4096, 2 * (text.count + count))))
        used = 0
      }
      UnsafeMutableRawBufferPointer(end).copyMemory(from: text)
      used += text.count
    }
    guard let place = end.baseAddress else { return text }
    let more = try write(place)
    used += more
    return FileText(start: place - text.count, count: text.count + more)
  }

  /// What is free of the last chunk.
  private var end: UnsafeMutableBufferPointer<UInt8> {
    guard let chunk = chunks.last else { return UnsafeMutableBufferPointer(start: nil, count: 0) }
    return UnsafeMutableBufferPointer(rebasing: chunk[used...])
  }

  private func isLast(_ text: FileText) -> Bool {
    guard let start = text.baseAddress, let place = end.baseAddress else { return false }
    return text.count <= used && start + text.count == UnsafeRawPointer(place)
  }
}
