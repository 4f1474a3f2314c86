/// Places by text, looked up by the bytes that SQLite hands out.
///
/// An open hash table of numbers; all texts lie in one array.
struct TextPlaces {
  private var slots: [Int32]
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// Different in every run, so that no store can be made whose texts all fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// The texts get the places in which they stand.
  init(_ texts: some Collection<String>) {
    var size = 16
    while size < 2 * texts.count { size *= 2 }
    slots = Array(repeating: -1, count: size)
    for text in texts {
      var text = text
      text.withUTF8 { text in
        let slot = find(text)
        bytes += text
        ends.append(bytes.count)
        if slots[slot] < 0 { slots[slot] = Int32(truncatingIfNeeded: ends.count - 1) }
      }
    }
  }

  /// The place of a text; `nil` if it has none.
  @inline(__always)
  subscript(text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let place = slots[find(text)]
    return place < 0 ? nil : place
  }

  /// The slot of a text, or the one that is free for it.
  @inline(__always)
  private func find(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(text)) & mask
    while slots[slot] >= 0, !isEqual(text, Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let start = place == 0 ? 0 : ends[place - 1]
    return bytes.withUnsafeBufferPointer { bytes in
      bytes[start..<ends[place]].elementsEqual(text)
    }
  }

  /// Multiply and fold, as wyhash does.
  @inline(__always)
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var state = seed ^ UInt64(bytes.count)
    var place = 0
    while place < bytes.count {
      var word: UInt64 = 0
      if place + 8 <= bytes.count {
        word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      } else {
        for byte in bytes[place...] { word = word << 8 | UInt64(byte) }
      }
      let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = product.high ^ product.low
      place += 8
    }
    return state
  }
}
