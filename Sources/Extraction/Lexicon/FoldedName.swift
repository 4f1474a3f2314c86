/// The keys of the words of a name, in memory that is used again from name to name.
struct FoldedName: ~Copyable {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let ends: UnsafeMutableBufferPointer<Int>
  private(set) var count = 0

  /// Longer names go the slow way.
  private static let longest = 256

  init() {
    bytes = .allocate(capacity: Self.longest)
    ends = .allocate(capacity: Self.longest)
    bytes.initialize(repeating: 0)
    ends.initialize(repeating: 0)
  }

  deinit {
    bytes.deallocate()
    ends.deallocate()
  }

  /// Takes the words of a name as ``Folding/keys(ofName:)`` does; false if it is too unusual.
  mutating func read(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    count = 0
    guard name.count <= Self.longest else { return false }
    var index = 0
    while index < name.count {
      var end = index
      var separator = 0
      while end < name.count {
        separator = Self.separator(at: end, in: name)
        if separator > 0 { break }
        end += 1
      }
      guard add(UnsafeBufferPointer(rebasing: name[index..<end])) else { return false }
      index = end + max(separator, 1)
    }
    return true
  }

  private mutating func add(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = count == 0 ? 0 : ends[count - 1]
    // "and" is longer than "&", which has a space before and behind or is alone.
    if word.count == 1, word[0] == UInt8(ascii: "&") {
      guard start + 3 <= bytes.count else { return false }
      for (place, byte) in "and".utf8.enumerated() { bytes[start + place] = byte }
      ends[count] = start + 3
      count += 1
      return true
    }
    guard start + word.count <= bytes.count,
      let length = Folding.fold(word, into: .init(rebasing: bytes[start...]))
    else { return false }
    guard length > 0 else { return true }
    ends[count] = start + length
    count += 1
    return true
  }

  /// The length of what divides words here: a space, a hyphen, a slash, a comma, an en dash.
  private static func separator(at index: Int, in name: UnsafeBufferPointer<UInt8>) -> Int {
    switch name[index] {
    case 0x20, 0x2D, 0x2F, 0x2C: 1
    case 0xE2 where index + 2 < name.count && name[index + 1] == 0x80 && name[index + 2] == 0x93: 3
    default: 0
    }
  }

  /// The words with spaces between them.
  var joined: String {
    var text = ""
    forEachWord { word in
      if !text.isEmpty { text += " " }
      text += String(decoding: word, as: UTF8.self)
    }
    return text
  }

  func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var start = 0
    for word in 0..<count {
      body(UnsafeBufferPointer(rebasing: bytes[start..<ends[word]]))
      start = ends[word]
    }
  }
}
