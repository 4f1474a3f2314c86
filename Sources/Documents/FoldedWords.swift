/// The words of a line in lower case, without punctuation, for looking up in tables.
struct FoldedWords {
  let words: [String]

  /// The line as one string, words joined by a space.
  var joined: String { words.joined(separator: " ") }

  /// Complexity: linear in the length of the line.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var words: [String] = []
    var word: [UInt8] = []
    func isWordByte(_ index: Int) -> Bool {
      let byte = bytes[index]
      // General punctuation, U+2000 to U+20FF, starts with E2 80 to E2 83.
      if byte == 0xE2, index + 1 < range.upperBound, bytes[index + 1] <= 0x83 { return false }
      return isLetterByte(byte) || isDigitByte(byte)
    }
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if isWordByte(index) {
        word.append(isUppercaseByte(byte) ? byte | 0x20 : byte)
        index += 1
        continue
      }
      let width = byte == 0xE2 ? 3 : 1
      // "e-mail" stays whole; "U.S." becomes "us" and "don't" "dont".
      if !word.isEmpty, index + width < range.upperBound, isWordByte(index + width) {
        let isApostrophe = width == 3 && bytes[index + 2] == 0x99 && bytes[index + 1] == 0x80
        if byte == UInt8(ascii: "-") { word.append(byte) }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'")
          || isApostrophe
        {
          index += width
          continue
        }
      }
      index += width
      if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    self.words = words
  }
}

/// Phrases with a weight each, looked up in a line by their first words.
struct PhraseTable {
  private var byFirstWord: [String: [(rest: [Substring], weight: Int)]] = [:]

  init(_ phrases: [(String, Int)]) {
    for (phrase, weight) in phrases {
      let words = phrase.split(separator: " ")
      guard let first = words.first else { continue }
      byFirstWord[String(first), default: []].append((Array(words.dropFirst()), weight))
    }
  }

  /// The weights of the phrases that begin at a word of the line, the greatest of them.
  func weight(in words: [String], at index: Int) -> Int {
    guard let phrases = byFirstWord[words[index]] else { return 0 }
    var best = 0
    for phrase in phrases where phrase.weight > best {
      let rest = words[(index + 1)...].prefix(phrase.rest.count)
      if rest.count == phrase.rest.count, zip(rest, phrase.rest).allSatisfy({ $0 == $1 }) {
        best = phrase.weight
      }
    }
    return best
  }

  /// The sum of the weights over all words of the line.
  func weight(in words: [String]) -> Int {
    words.indices.reduce(0) { $0 + weight(in: words, at: $1) }
  }
}
