import Language

/// A sentence with its words at hand and its tree in both directions. Every layer holds on to it; it
/// is a class because handing on its many arrays would cost more than looking at them.
final class SentenceView: Sendable {
  /// Place of the passage in its document.
  let passage: Int
  /// UTF-8 offsets in the passage.
  let range: Range<Int>
  let tokens: [Token]
  /// The words as they stand.
  let forms: [String]
  /// The words folded for comparison.
  let keys: [String]
  let lemmas: [String]
  private let shapes: [WordShape]
  private let firstChild: [Int32]
  private let children: [Int32]

  init(_ sentence: Sentence, in text: [UInt8], passage: Int) {
    self.passage = passage
    range = sentence.range
    tokens = sentence.tokens
    forms = sentence.tokens.map { String(decoding: text[$0.range], as: UTF8.self) }
    keys = forms.map { Folding.key($0) }
    shapes = forms.map(WordShape.init)
    lemmas = zip(sentence.tokens, forms).map { Self.lemma(of: $1, $0.fineTag) }
    var first = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens where token.head >= 0 { first[token.head + 1] += 1 }
    for index in 0..<tokens.count { first[index + 1] += first[index] }
    var next = first
    var all = [Int32](repeating: 0, count: Int(first[tokens.count]))
    for (index, token) in tokens.enumerated() where token.head >= 0 {
      all[Int(next[token.head])] = Int32(index)
      next[token.head] += 1
    }
    firstChild = first
    children = all
  }

  /// The dictionary form in small letters, of names as of other words.
  private static func lemma(of form: String, _ fineTag: FineTag) -> String {
    switch fineTag {
    // "Talks", at the head of a sentence, may be taken for a name.
    case .nnp, .nnps: Lemmatiser.lemma(of: form.lowercased(), .nns)
    // A plural may be taken for a singular: "the crews".
    case .nn where form.hasSuffix("s") && !form.hasSuffix("ss") && !form.hasSuffix("us"):
      Lemmatiser.lemma(of: form, .nns)
    default: Lemmatiser.lemma(of: form, fineTag)
    }
  }

  var count: Int { tokens.count }

  /// The dependents of a token, in the order of the text.
  func dependents(of token: Int) -> ArraySlice<Int32> {
    children[Int(firstChild[token])..<Int(firstChild[token + 1])]
  }

  /// The dependents of a token by one of some relations.
  func dependents(of token: Int, by relations: Dependency...) -> [Int] {
    dependents(of: token).map(Int.init).filter { relations.contains(tokens[$0].dependency) }
  }

  /// The preposition (or "'s") that marks a token, as a key.
  func marker(of token: Int) -> String? {
    for child in dependents(of: token) where tokens[Int(child)].dependency == .case {
      return keys[Int(child)]
    }
    return nil
  }

  /// "…, of which the UK is a member, …": whether a word stands in a relative clause between two
  /// commas, behind the word that opens it.
  func isInAside(_ token: Int) -> Bool {
    guard let comma = forms[..<token].lastIndex(of: ","),
      let opener = (comma + 1..<min(comma + 5, token)).first(where: {
        ["who", "whose", "which", "whom"].contains(keys[$0])
      }),
      opener < token
    else { return false }
    return forms[token...].contains(",")
  }

  /// Whether a token is the "'s" of an owner.
  func isPossessive(_ token: Int) -> Bool { forms[token] == "'s" || forms[token] == "’s" }

  func isCapitalised(_ token: Int) -> Bool { shapes[token].isCapitalised }
  func isAllCapitals(_ token: Int) -> Bool { shapes[token].isAllCapitals }
  func isWord(_ token: Int) -> Bool { shapes[token].isWord }

  /// Whether nothing stands between two neighbouring tokens.
  func isJoined(_ token: Int, _ next: Int) -> Bool {
    tokens[token].range.upperBound == tokens[next].range.lowerBound
  }
}

/// What the letters of a word tell.
struct WordShape {
  var isCapitalised = false
  /// Whether it has two letters or more, all of them capitals.
  var isAllCapitals = false
  /// Whether it holds a letter or a digit.
  var isWord = false

  init(_ form: String) {
    var letters = 0
    var capitals = 0
    var isFirst = true
    for scalar in form.unicodeScalars {
      let isCapital: Bool
      let isLetter: Bool
      switch scalar.value {
      case 0x41...0x5A: (isCapital, isLetter) = (true, true)
      case 0x61...0x7A: (isCapital, isLetter) = (false, true)
      case 0x30...0x39:
        (isCapital, isLetter) = (false, false)
        isWord = true
      case ..<0x80: (isCapital, isLetter) = (false, false)
      default:
        isCapital = scalar.properties.isUppercase
        isLetter = scalar.properties.isAlphabetic
      }
      if isFirst { isCapitalised = isCapital }
      isFirst = false
      if isLetter { letters += 1 }
      if isCapital { capitals += 1 }
    }
    if letters > 0 { isWord = true }
    isAllCapitals = letters > 1 && capitals == letters
  }
}
