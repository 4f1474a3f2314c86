import Language

/// Makes training sentences look like what the parser will be given.
enum Preparation {
  /// The sentences with the tokeniser's own tokens, curly quotes and long dashes in every second
  /// one that has straight ones, other names in every third, and a few in the capitals of headings.
  static func prepared(_ sentences: [TreebankSentence]) -> [TreebankSentence] {
    var result: [TreebankSentence] = []
    let names = names(in: sentences)
    var random = RandomNumbers(seed: 11)
    for (index, sentence) in sentences.enumerated() {
      var sentence = merged(sentence)
      if index % 2 == 0 { sentence = curled(sentence) }
      if index % 3 == 1 { sentence = renamed(sentence, names, using: &random) }
      result.append(sentence)
      if index % 40 == 7 { result.append(mapped(sentence) { $0.uppercased() }) }
    }
    return result
  }

  /// All names of the treebanks, each once.
  private static func names(in sentences: [TreebankSentence]) -> [String] {
    Set(sentences.flatMap(\.words).filter(isName).map(\.form)).sorted()
  }

  private static func isName(_ word: TreebankWord) -> Bool {
    let letters = word.form.unicodeScalars
    return word.tagClass == TagClass(tag: .propn, fineTag: .nnp) && letters.count > 3
      && letters.first?.properties.isUppercase == true
      && letters.dropFirst().allSatisfy(\.properties.isLowercase)
  }

  /// Half of the names become other names, so that the models learn to tell names by what is
  /// around them and not by heart.
  private static func renamed(
    _ sentence: TreebankSentence, _ names: [String], using random: inout RandomNumbers
  ) -> TreebankSentence {
    var sentence = sentence
    for index in sentence.words.indices where isName(sentence.words[index]) {
      if random.next() % 2 == 0, let name = names.randomElement(using: &random) {
        sentence.words[index].form = name
      }
    }
    return sentence
  }

  /// Words that the tokeniser keeps whole ("S-400", "al-Qaeda") become one.
  private static func merged(_ sentence: TreebankSentence) -> TreebankSentence {
    var text: [UInt8] = []
    var ends: [Int] = []
    for word in sentence.words {
      text += word.form.utf8
      ends.append(text.count)
      if word.isFollowedBySpace { text.append(32) }
    }
    let tokens = text.withUnsafeBufferPointer { Tokeniser.tokenRanges(in: $0) }
    var groups: [Range<Int>] = []
    var index = 0
    var token = 0
    while index < sentence.words.count {
      let start = ends[index] - sentence.words[index].form.utf8.count
      while token < tokens.count, tokens[token].lowerBound < start { token += 1 }
      var end = index + 1
      if token < tokens.count, tokens[token].lowerBound == start,
        let last = ends[index...].firstIndex(of: tokens[token].upperBound),
        isJoin(sentence.words[index...last])
      {
        end = last + 1
      }
      groups.append(index..<end)
      index = end
    }
    return groups.count == sentence.words.count ? sentence : joined(sentence, groups)
  }

  private static func isJoin(_ words: ArraySlice<TreebankWord>) -> Bool {
    words.count > 2 && words.contains { $0.form == "-" }
  }

  private static func joined(
    _ sentence: TreebankSentence, _ groups: [Range<Int>]
  ) -> TreebankSentence {
    var groupOf = Array(repeating: groups.count, count: sentence.words.count + 1)
    for (number, group) in groups.enumerated() { for index in group { groupOf[index] = number } }
    var result = TreebankSentence(text: sentence.text, isEdited: sentence.isEdited)
    for group in groups {
      let head = group.last { !group.contains(sentence.words[$0].head) } ?? group.upperBound - 1
      var word = sentence.words[head]
      word.form = group.map { sentence.words[$0].form }.joined()
      word.isFollowedBySpace = sentence.words[group.upperBound - 1].isFollowedBySpace
      if group.count > 1, word.tagClass.tag == .num {
        word.tagClass = TagClass(tag: .propn, fineTag: .nnp)
      }
      word.head = groupOf[word.head]
      result.words.append(word)
    }
    return result
  }

  private static func curled(_ sentence: TreebankSentence) -> TreebankSentence {
    var sentence = sentence
    for index in sentence.words.indices {
      switch (sentence.words[index].form, sentence.words[index].tagClass.fineTag) {
      case ("\"", .openQuote): sentence.words[index].form = "“"
      case ("\"", .closeQuote): sentence.words[index].form = "”"
      case ("'", .openQuote): sentence.words[index].form = "‘"
      case ("'", .closeQuote): sentence.words[index].form = "’"
      case ("--", _): sentence.words[index].form = index % 2 == 0 ? "—" : "–"
      case ("...", _): sentence.words[index].form = "…"
      default: break
      }
    }
    return sentence
  }

  private static func mapped(
    _ sentence: TreebankSentence, _ change: (String) -> String
  ) -> TreebankSentence {
    var sentence = sentence
    for index in sentence.words.indices {
      sentence.words[index].form = change(sentence.words[index].form)
    }
    return sentence
  }
}
