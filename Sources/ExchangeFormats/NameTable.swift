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

  /// Makes room for so many texts of usual length.
  mutating func reserve(_ count: Int) {
    arena.reserveCapacity(16 * count)
    ends.reserveCapacity(count)
  }

  /// How many texts there are.
  var count: Int { ends.count }

  /// What it takes to look up a text here.
  ///
  /// - Parameter room: How many bytes may be read from where the text begins. Eight and more are
  ///   quicker than less.
  @inline(__always)
  func key(_ text: FileText, room: Int = 0) -> Key {
    let head = text.head(room: max(room, text.count))
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
    var larger = [Slot](repeating: Slot(), count: 2 * slots.count)
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
        if text.word(at: place) != arena.word(at: start + place) { return false }
        place += 8
      }
      // The last eight bytes may overlap what was compared.
      return text.word(at: text.count - 8) == arena.word(at: start + text.count - 8)
    }
  }

  /// Multiply and fold, as wyhash does.
  @inline(__always)
  private static func hash(_ text: FileText, head: UInt64, seed: UInt64) -> UInt64 {
    let count = text.count
    if count <= 16 {
      // The last eight bytes, which may overlap the first.
      let tail = count > 8 ? text.word(at: count - 8) : head
      return mix(head ^ seed, tail ^ 0x9E37_79B9_7F4A_7C15 &* UInt64(count))
    }
    var state = mix(head ^ seed, 0x9E37_79B9_7F4A_7C15 &* UInt64(count))
    var place = 8
    while place < count {
      state = mix(text.word(at: min(place, count - 8)) ^ seed, state ^ 0xD6E8_FEB8_6659_FD93)
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
