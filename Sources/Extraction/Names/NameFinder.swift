import Language

/// A stretch of a sentence that names something, before the document decides what.
struct NameCandidate {
  enum Reading: Hashable {
    case country(Int, CountryForm)
    case organisation(Int)
    case person(Int)
    /// A name that no table knows.
    case newOrganisation(type: String, country: Int?)
    case newPerson
    /// Place, product, outlet or exhibition: never a partner.
    case other
  }

  /// What form of a country's name stands there.
  enum CountryForm { case name, adjective, people, government }

  var tokens: Range<Int>
  var readings: [Reading]
}

/// Finds names in a sentence: those of the tables by longest match, others by their shape.
struct NameFinder {
  let lexicon: Lexicon

  /// The names in a sentence, in its order, none overlapping another.
  func names(in sentence: SentenceView) -> [NameCandidate] {
    var found = tableNames(in: sentence)
    found = OrganisationNames(lexicon: lexicon, sentence: sentence, known: found).merged()
    found = PersonNames(lexicon: lexicon, sentence: sentence, known: found).merged()
    found = CompanyNames(lexicon: lexicon, sentence: sentence, known: found).merged()
    return found.indices.map {
      withArticle(found[$0], after: $0 > 0 ? found[$0 - 1] : nil, sentence)
    }
  }

  private static let articles: Set<String> = ["al", "el", "abu", "dar", "ibn", "bani"]

  /// "Al Sahra Gold FZE": a new name takes the capitalised article before it.
  private func withArticle(
    _ name: NameCandidate, after last: NameCandidate?, _ sentence: SentenceView
  ) -> NameCandidate {
    let before = name.tokens.lowerBound - 1
    guard before >= 0, last.map({ $0.tokens.upperBound <= before }) ?? true,
      Self.articles.contains(sentence.keys[before]), sentence.isCapitalised(before),
      name.readings.allSatisfy({
        switch $0 {
        case .newOrganisation, .newPerson: true
        default: false
        }
      })
    else { return name }
    return NameCandidate(tokens: before..<name.tokens.upperBound, readings: name.readings)
  }

  /// A word to match: a token, or a part of one at a hyphen.
  private struct Word {
    var key: String
    var form: String
    var token: Int
    /// Whether only spaces or hyphens stand between it and the word before.
    var isJoined: Bool
    var isCapitalised: Bool
    var isAllCapitals: Bool
  }

  private func words(of sentence: SentenceView) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(sentence.count)
    var isJoined = false
    for token in 0..<sentence.count {
      let form = sentence.forms[token]
      if form == "-" || form == "–" {
        let touches =
          token > 0 && token + 1 < sentence.count && sentence.isJoined(token - 1, token)
          && sentence.isJoined(token, token + 1)
        if !touches { isJoined = false }
        continue
      }
      if form == "&" {
        words.append(
          Word(
            key: "and", form: form, token: token, isJoined: isJoined, isCapitalised: true,
            isAllCapitals: false))
        isJoined = true
        continue
      }
      guard sentence.isWord(token), !form.hasPrefix("'"), !form.hasPrefix("’") else {
        isJoined = false
        continue
      }
      let key = sentence.keys[token]
      let parts =
        key.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") })
        ? key.split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init) : [key]
      for (index, part) in parts.enumerated() {
        words.append(
          Word(
            key: part, form: form, token: token, isJoined: index > 0 || isJoined,
            isCapitalised: sentence.isCapitalised(token) || startsWithNumber(form),
            isAllCapitals: sentence.isAllCapitals(token) || form.utf8.count == 1))
        isJoined = true
      }
      isJoined = true
    }
    return words
  }

  private func startsWithNumber(_ form: String) -> Bool {
    guard let first = form.utf8.first else { return false }
    return first < 0x80 ? (0x30...0x39).contains(first) : form.first?.isNumber == true
  }

  private func tableNames(in sentence: SentenceView) -> [NameCandidate] {
    let words = words(of: sentence)
    let ambiguous = AmbiguousNames(lexicon: lexicon, sentence: sentence)
    var found: [NameCandidate] = []
    var start = 0
    while start < words.count {
      guard words[start].isCapitalised, let match = longestMatch(words, from: start) else {
        start += 1
        continue
      }
      let tokens = words[start].token..<words[match.end - 1].token + 1
      var readings = ambiguous.settled(match.senses.map(reading), of: tokens)
      if namesProduct(tokens, in: sentence) {
        readings = readings.map { reading in
          if case .organisation(let row) = reading, lexicon.organisations[row].type == "company" {
            return .other
          }
          return reading
        }
      }
      if let last = found.last, last.tokens.overlaps(tokens) {
        // Two names inside one hyphenated token: the first stands.
      } else {
        found.append(NameCandidate(tokens: tokens, readings: readings))
      }
      start = match.end
    }
    return found
  }

  private static let productNouns: Set<String> = [
    "aircraft", "fighter", "fighters", "jet", "jets", "helicopter", "helicopters", "missile",
    "missiles", "tank", "tanks", "rifle", "rifles", "engine", "engines", "plane", "planes",
    "airliner", "airliners", "bomber", "bombers", "drone", "drones", "gun", "guns", "radar",
    "radars", "submarine", "submarines", "trainer", "trainers", "warplane", "warplanes",
  ]

  /// "Sukhoi aircraft", "Boeing 747": the maker's name is the product's.
  private func namesProduct(_ span: Range<Int>, in sentence: SentenceView) -> Bool {
    let next = span.upperBound
    guard next < sentence.count else { return false }
    return Self.productNouns.contains(sentence.keys[next])
      || sentence.forms[next].utf8.first.map { (48...57).contains($0) } ?? false
  }

  private func longestMatch(_ words: [Word], from start: Int) -> (end: Int, senses: [NameSense])? {
    var node: UInt32 = 0
    var best: (Int, [NameSense])?
    var end = start
    while end < words.count, end == start || words[end].isJoined,
      let word = lexicon.names.word(words[end].key),
      let next = lexicon.names.step(from: node, word)
    {
      node = next
      end += 1
      // A name ends with a capitalised word; acronyms stand in capitals.
      guard words[end - 1].isCapitalised else { continue }
      let senses = lexicon.names.names(at: node)
        .filter { name in
          (!name.isAcronym || words[start..<end].allSatisfy(\.isAllCapitals))
            && (name.spelling == nil || name.spelling == words[start].form)
        }
        .map(\.sense)
      if !senses.isEmpty { best = (end, senses) }
    }
    return best.map { ($0.0, $0.1) }
  }

  private func reading(_ sense: NameSense) -> NameCandidate.Reading {
    switch sense {
    case .country(let row): .country(row, .name)
    case .nationality(let row): .country(row, .adjective)
    case .people(let row): .country(row, .people)
    case .government(let row): .country(row, .government)
    case .organisation(let row):
      lexicon.organisations[row].isPartner ? .organisation(row) : .other
    case .person(let row): .person(row)
    case .place, .product, .nothing: .other
    }
  }
}
