/// Gives equal texts one number, in the order in which they first come; texts are bytes, so that
/// none becomes a string before it is known to be new.
///
/// An open hash table. A slot holds the first eight bytes of its text and a part of its hash, so
/// that short texts are compared without a look anywhere else; all texts lie in one arena.
struct NameTable {
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

  /// The bytes of a text.
  subscript(number: Int) -> ArraySlice<UInt8> {
    arena[(number == 0 ? 0 : ends[number - 1])..<ends[number]]
  }

  /// The number of a text, which is ``count`` as it was before if the text is new.
  @inline(__always)
  mutating func number(of text: FileText) -> Int {
    let (place, slot) = find(text)
    return slot.isFilled ? slot.index : insert(text, slot, at: place)
  }

  /// The number of a text that is there; `nil` if it is not.
  @inline(__always)
  func known(_ text: FileText) -> Int? {
    let (_, slot) = find(text)
    return slot.isFilled ? slot.index : nil
  }

  /// The slot of a text, or the one that is free for it, with what is to fill it but the number.
  @inline(__always)
  private func find(_ text: FileText) -> (place: Int, slot: Slot) {
    let head = NameTable.word(text, 0)
    let hash = NameTable.hash(text, head: head, seed: seed)
    let tag = UInt32(truncatingIfNeeded: hash >> 40) << 8 | UInt32(min(text.count, 255))
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots.withUnsafeBufferPointer { $0[place] }
      if !slot.isFilled { return (place, Slot(head: head, tag: tag)) }
      if slot.tag == tag && slot.head == head
        && (text.count <= 8 || isEqual(text, to: slot.index))
      {
        return (place, slot)
      }
      place = (place + 1) & mask
    }
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

  @inline(never)
  private mutating func insert(
    _ text: FileText, _ slot: Slot, at place: Int
  ) -> Int {
    slots[place] = slot
    slots[place].number = UInt32(count + 1)
    arena.append(contentsOf: text)
    ends.append(arena.count)
    if 4 * count > 3 * slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    var larger = [Slot](repeating: Slot(), count: 2 * slots.count)
    let mask = larger.count - 1
    arena.withUnsafeBytes { arena in
      for slot in slots where slot.isFilled {
        let start = slot.index == 0 ? 0 : ends[slot.index - 1]
        let text = FileText(rebasing: arena[start..<ends[slot.index]])
        var place =
          Int(truncatingIfNeeded: NameTable.hash(text, head: slot.head, seed: seed)) & mask
        while larger[place].isFilled { place = (place + 1) & mask }
        larger[place] = slot
      }
    }
    slots = larger
  }

  /// Eight bytes from `place` on, as many as there are.
  @inline(__always)
  private static func word(_ text: FileText, _ place: Int) -> UInt64 {
    if place + 8 <= text.count { return text.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var place = place
    while place < text.count {
      word |= UInt64(text[place]) << shift
      shift += 8
      place += 1
    }
    return word
  }

  /// Multiply and fold, as wyhash does.
  @inline(__always)
  private static func hash(
    _ text: FileText, head: UInt64, seed: UInt64
  ) -> UInt64 {
    var state = mix(head ^ seed, 0x9E37_79B9_7F4A_7C15 ^ UInt64(text.count))
    var place = 8
    while place < text.count {
      state = mix(word(text, place) ^ seed, state ^ 0xD6E8_FEB8_6659_FD93)
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
