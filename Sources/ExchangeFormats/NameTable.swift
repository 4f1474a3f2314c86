import PartnerNetwork

/// Gives equal texts one number, in the order in which they first come; texts are bytes, so that
/// none becomes a string before it is known to be new.
///
/// An open hash table. A slot holds the first eight bytes of its text and a part of its hash, so
/// that short texts are compared without a look anywhere else; all texts lie in one arena.
struct NameTable {
  /// A text with what it takes to look it up.
  struct Key {
    let text: FileText
    fileprivate let head: UInt64
    fileprivate let hash: UInt64

    fileprivate var tag: UInt32 {
      @inline(__always) get {
        UInt32(truncatingIfNeeded: hash >> 40) << 8 | UInt32(min(text.count, 255))
      }
    }
  }

  private struct Slot {
    var head: UInt64 = 0
    var tag: UInt32 = 0
    /// The number of the text, from 1; 0 for an empty slot.
    var number: UInt32 = 0

    var isFilled: Bool { number != 0 }
    var index: Int { Int(number) - 1 }
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// Different in every run, so that no file can be made whose names all fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)

  /// How many texts there are.
  var count: Int { ends.count }

  /// What it takes to look up a text here.
  @inline(__always)
  func key(_ text: FileText) -> Key {
    let head = NameTable.head(text)
    return Key(text: text, head: head, hash: NameTable.hash(text, head: head, seed: seed))
  }

  /// Fetches the slot in which looking for a text begins.
  ///
  /// In a large table most slots have to come from far away. Whoever fetches many in a loop that
  /// does nothing else, before any is needed, waits for them all at once.
  ///
  /// - Returns: Something of it, for the caller to make use of: what nobody uses is not fetched.
  @inline(__always)
  func fetch(_ key: Key) -> UInt32 {
    slots.withUnsafeBufferPointer { $0[Int(truncatingIfNeeded: key.hash) & ($0.count - 1)].tag }
  }

  /// The number of a text, which is ``count`` as it was before if the text is new.
  @inline(__always)
  mutating func number(of text: FileText) -> Int {
    let key = key(text)
    return known(key) ?? add(key)
  }

  /// The number of a text that is there; `nil` if it is not.
  @inline(__always)
  func known(_ text: FileText) -> Int? { known(key(text)) }

  /// The number of a text that is there; `nil` if it is not.
  @inline(__always)
  func known(_ key: Key) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var place = Int(truncatingIfNeeded: key.hash) & mask
      while true {
        let slot = slots[place]
        if !slot.isFilled { return nil }
        if slot.tag == key.tag && slot.head == key.head
          && (key.text.count <= 8 || isEqual(key.text, to: slot.index))
        {
          return slot.index
        }
        place = (place + 1) & mask
      }
    }
  }

  /// Adds a text that is not there yet; its number.
  @inline(never)
  mutating func add(_ key: Key) -> Int {
    if 4 * (count + 1) > 3 * slots.count { grow() }
    arena.append(contentsOf: key.text)
    ends.append(arena.count)
    var slot = Slot(head: key.head, tag: key.tag)
    slot.number = UInt32(count)
    NameTable.put(slot, key.hash, into: &slots)
    return count - 1
  }

  /// Calls `body` with every text, in the order of the numbers.
  func forEach(_ body: (FileText) -> Void) {
    arena.withUnsafeBytes { arena in
      var start = 0
      for end in ends {
        body(FileText(rebasing: arena[start..<end]))
        start = end
      }
    }
  }

  private mutating func grow() {
    var larger: [Slot] = []
    larger.reserveLargePages(2 * slots.count)
    larger.append(contentsOf: repeatElement(Slot(), count: 2 * slots.count))
    arena.withUnsafeBytes { arena in
      for slot in slots where slot.isFilled {
        let start = slot.index == 0 ? 0 : ends[slot.index - 1]
        let text = FileText(rebasing: arena[start..<ends[slot.index]])
        NameTable.put(slot, NameTable.hash(text, head: slot.head, seed: seed), into: &larger)
      }
    }
    slots = larger
  }

  private static func put(_ slot: Slot, _ hash: UInt64, into slots: inout [Slot]) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].isFilled { place = (place + 1) & mask }
    slots[place] = slot
  }

  private func isEqual(_ text: FileText, to number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return arena.withUnsafeBytes { arena in
      var place = 8
      while place + 8 <= text.count {
        if text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != arena.loadUnaligned(fromByteOffset: start + place, as: UInt64.self)
        {
          return false
        }
        place += 8
      }
      while place < text.count {
        if text[place] != arena[start + place] { return false }
        place += 1
      }
      return true
    }
  }

  /// The first eight bytes, or as many as there are and zeros.
  @inline(__always)
  private static func head(_ text: FileText) -> UInt64 {
    let count = text.count
    if count >= 8 { return text.loadUnaligned(as: UInt64.self).littleEndian }
    // Two halves that overlap where there are less than eight.
    if count >= 4 {
      let last = text.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian
      return UInt64(text.loadUnaligned(as: UInt32.self).littleEndian)
        | UInt64(last) << UInt64(8 * (count - 4))
    }
    if count == 0 { return 0 }
    let middle = UInt64(text[count / 2]) << UInt64(8 * (count / 2))
    return UInt64(text[0]) | middle | UInt64(text[count - 1]) << UInt64(8 * (count - 1))
  }

  /// Multiply and fold, as wyhash does.
  @inline(__always)
  private static func hash(_ text: FileText, head: UInt64, seed: UInt64) -> UInt64 {
    var state = mix(head ^ seed, 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count))
    var place = 8
    while place < text.count {
      // The last eight bytes overlap those before them.
      let word = text.loadUnaligned(
        fromByteOffset: min(place, text.count - 8), as: UInt64.self)
      state = mix(word ^ seed, state ^ 0xD6E8_FEB8_6659_FD93)
      place += 8
    }
    return state
  }

  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b | 1)
    return product.high ^ product.low
  }
}
