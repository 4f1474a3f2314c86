#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Places by text, looked up by the bytes that SQLite hands out: an open hash table.
struct TextPlaces {
  private struct Slot {
    /// A part of the hash: a look at the text itself is only worth it if this agrees.
    var tag: UInt32 = 0
    var place: Int32 = -1
    /// Where the text stands among the bytes.
    var start = 0
    var count = 0
  }

  private var slots: [Slot]
  private var bytes: [UInt8] = []
  /// Different in every run, so that no store can be made whose texts all fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// The texts get the places in which they stand.
  init(_ texts: some Collection<String>) {
    var size = 16
    while size < 2 * texts.count { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    for (place, text) in texts.enumerated() {
      var text = text
      text.withUTF8 { text in
        let hash = hash(text)
        let slot = find(text, hash)
        guard slots[slot].place < 0 else { return }
        slots[slot] = Slot(
          tag: UInt32(truncatingIfNeeded: hash >> 32), place: Int32(truncatingIfNeeded: place),
          start: bytes.count, count: text.count)
        bytes += text
      }
    }
  }

  /// The place of a text; `nil` if it has none.
  subscript(text: UnsafeBufferPointer<UInt8>) -> Int32? {
    let place = slots[find(text, hash(text))].place
    return place < 0 ? nil : place
  }

  /// Texts that are looked up together.
  struct Batch {
    fileprivate var bytes: [UInt8] = []
    /// Where each text ends, and its hash.
    fileprivate var keys: [(end: Int, hash: UInt64)] = []
    /// What was fetched of the table in advance.
    fileprivate var fetched: UInt32 = 0
    /// By text, in order: its place, or -1.
    private(set) var places: [Int32] = []

    fileprivate mutating func take(_ places: [Int32]) {
      self.places = places
      bytes.removeAll(keepingCapacity: true)
      keys.removeAll(keepingCapacity: true)
    }
  }

  func add(_ text: UnsafeBufferPointer<UInt8>, to batch: inout Batch) {
    batch.bytes += text
    batch.keys.append((batch.bytes.count, hash(text)))
  }

  /// Looks up the texts of a batch, which is empty then. In a large table most of what it takes
  /// comes from far away; so it is waited for together.
  func find(_ batch: inout Batch) {
    let mask = slots.count - 1
    for key in batch.keys {
      batch.fetched &+= slots[Int(truncatingIfNeeded: key.hash) & mask].tag
    }
    for key in batch.keys {
      let slot = slots[Int(truncatingIfNeeded: key.hash) & mask]
      if slot.count > 0 { batch.fetched &+= UInt32(bytes[slot.start]) }
    }
    var start = 0
    let places = batch.bytes.withUnsafeBufferPointer { texts in
      batch.keys.map { key in
        defer { start = key.end }
        return slots[find(UnsafeBufferPointer(rebasing: texts[start..<key.end]), key.hash)].place
      }
    }
    batch.take(places)
  }

  /// The slot of a text, or the one that is free for it.
  private func find(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      let tag = UInt32(truncatingIfNeeded: hash >> 32)
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].place >= 0 {
        if slots[place].tag == tag, isEqual(text, slots[place]) { break }
        place = (place + 1) & mask
      }
      return place
    }
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ slot: Slot) -> Bool {
    guard slot.count == text.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      guard let known = bytes.baseAddress, let start = text.baseAddress else { return true }
      return memcmp(known + slot.start, start, slot.count) == 0
    }
  }

  /// Multiply and fold, as wyhash does.
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
