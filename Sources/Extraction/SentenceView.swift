import Language

/// A sentence with its words at hand and its tree in both directions.
struct SentenceView {
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
  private let firstChild: [Int32]
  private let children: [Int32]

  init(_ sentence: Sentence, in text: [UInt8], passage: Int) {
    self.passage = passage
    range = sentence.range
    tokens = sentence.tokens
    forms = sentence.tokens.map { String(decoding: text[$0.range], as: UTF8.self) }
    keys = forms.map { Folding.key($0) }
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

  func isCapitalised(_ token: Int) -> Bool {
    guard let first = forms[token].unicodeScalars.first else { return false }
    return first.properties.isUppercase || first.properties.generalCategory == .titlecaseLetter
  }

  func isAllCapitals(_ token: Int) -> Bool {
    var letters = 0
    for scalar in forms[token].unicodeScalars where scalar.properties.isAlphabetic {
      guard scalar.properties.isUppercase else { return false }
      letters += 1
    }
    return letters > 1
  }

  func isWord(_ token: Int) -> Bool {
    forms[token].unicodeScalars.contains {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }

  /// Whether nothing stands between two neighbouring tokens.
  func isJoined(_ token: Int, _ next: Int) -> Bool {
    tokens[token].range.upperBound == tokens[next].range.lowerBound
  }
}
