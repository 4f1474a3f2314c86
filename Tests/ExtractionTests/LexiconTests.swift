import LanguageData
import Testing

@testable import Extraction

/// The tables are read by ways that are fast where names are usual and fall back on slow ones where
/// they are not. Both must say the same.
struct LexiconTests {
  /// All scalars that the fast way may meet in names of European languages, and some beyond.
  @Test func foldingKnowsTheLettersThatUnicodeKnows() {
    for value in UInt32(1)..<0x3100 {
      guard let scalar = UnicodeScalar(value) else { continue }
      for word in ["\(scalar)", "a\(scalar)B", "\(scalar)\(scalar)."] {
        #expect(Folding.key(word) == Folding.unusual(word), "U+\(String(value, radix: 16))")
      }
    }
  }

  @Test func foldingDropsDotsAndQuotes() {
    #expect(Folding.key(".") == "")
    #expect(Folding.key("U.S.") == "us")
    #expect(Folding.key("’90s") == "90s")
    #expect(Folding.key("e\u{301}") == "e")
  }

  /// The tables put into a trie name by name, as strings, make the same trie.
  @Test func namesOfTheTablesAreReadAlikeBothWays() {
    var slow = WordTrie()
    var names: [String] = []
    func read(_ table: String, _ columns: [String], _ sense: (Int, Int) -> NameSense) {
      var row = -1
      Table(named: table).forEachRow(columns) { cells in
        row += 1
        for column in columns.indices {
          // "|" is no part of the names of things, which are no lists.
          for name in cells.list(column) {
            names.append(name)
            let sense = sense(row, column)
            slow.insert(Lexicon.keys(of: name), Lexicon.form(of: name, sense))
          }
        }
      }
    }
    read("countries", ["name", "aliases", "adjectives", "people", "capitals", "seats"]) {
      [
        .country($0), .country($0), .nationality($0), .people($0), .government($0), .government($0),
      ][
        $1]
    }
    read("organisations", ["name", "aliases"]) { row, _ in .organisation(row) }
    read("persons", ["name", "aliases"]) { row, _ in .person(row) }
    read("places", ["name"]) { _, _ in .place }
    read("products", ["name"]) { _, _ in .product }
    #expect(names.count > 10_000)
    for name in names {
      let keys = Lexicon.keys(of: name)
      #expect(slow.names(of: keys) == Lexicon.standard.names.names(of: keys), "\(name)")
    }
  }

  @Test func wordsOfAnyNameAreReadAlikeBothWays() {
    var folded = FoldedName()
    for name in [
      "", "&", "A & B", "&&", "AT&T", "a-b/c, d – e", "--", "St. John's", "Côte d’Ivoire", "Łódź",
      "ß", "Straße", String(repeating: "& ", count: 100), String(repeating: "é", count: 128),
    ] {
      var name = name
      let words = name.withUTF8 { bytes -> [String]? in
        guard folded.read(bytes) else { return nil }
        var words: [String] = []
        folded.forEachWord { words.append(String(decoding: $0, as: UTF8.self)) }
        return words
      }
      if let words { #expect(words == Folding.keys(ofName: name), "\(name)") }
    }
    // What does not fit, or holds letters beyond the Latin ones, is left to the slow way.
    for name in [String(repeating: "a", count: 300), "Москва", "e\u{301}"] {
      var name = name
      let isRead = name.withUTF8 { folded.read($0) }
      #expect(!isRead)
    }
  }

  /// A vocabulary gives numbers in the order of first mention, however much it has to grow.
  @Test func wordsKeepTheirNumbers() {
    var vocabulary = Vocabulary()
    let words = (0..<5000).map { "word\($0 &* 7919 % 100_003)" }
    for (place, word) in words.enumerated() { #expect(vocabulary.add(word) == UInt32(place)) }
    for (place, word) in words.enumerated() {
      #expect(vocabulary.add(word) == UInt32(place))
      #expect(vocabulary.number(of: word) == UInt32(place))
    }
    #expect(vocabulary.number(of: "word") == nil)
    #expect(vocabulary.number(of: "") == nil)
    #expect(vocabulary.add("") == 5000)
    #expect(vocabulary.number(of: "") == 5000)
  }

  /// Phrases with the same beginning share it, and none is found that was not added.
  @Test func phrasesArePaths() {
    var paths = PhrasePaths()
    let phrases = (0..<3000).map { ["a\($0 % 10)", "b\($0 % 100)", "c\($0)"] }
    let nodes = phrases.map { paths.node(adding: $0) }
    #expect(Set(nodes).count == 3000)
    #expect(paths.nodeCount == 1 + 10 + 100 + 3000)
    for (phrase, node) in zip(phrases, nodes) { #expect(paths.node(of: phrase) == node) }
    #expect(paths.node(of: ["a1", "b2"]) == nil)
    #expect(paths.node(of: ["a1", "b1", "c2"]) == nil)
    #expect(paths.node(of: []) == 0)
  }

  @Test func namesKeepTheirOrderAndTheirSenses() {
    var names = WordTrie()
    let senses: [NameSense] = [.country(3), .place, .organisation(7), .country(3)]
    for sense in senses {
      names.insert(["a", "b"], .init(sense: sense, isAcronym: false, spelling: nil))
    }
    names.insert([], .init(sense: .place, isAcronym: false, spelling: nil))
    #expect(names.senses(of: ["a", "b"]) == [.country(3), .place, .organisation(7)])
    #expect(names.senses(of: ["a"]) == [])
    #expect(names.senses(of: []) == [])
    names.mapSenses { $0 == .place ? .country(3) : $0 }
    #expect(names.senses(of: ["a", "b"]) == [.country(3), .organisation(7)])
    names.replace(["a", "b"], by: .init(sense: .nothing, isAcronym: true, spelling: "aB"))
    #expect(names.names(of: ["a", "b"]).map(\.spelling) == ["aB"])
  }

  @Test func tablesSkipCommentsAndShortRows() {
    #expect(Lexicon.standard.countries.contains { $0.code == "RU" && $0.name == "Russia" })
    #expect(!Lexicon.standard.organisations.contains { $0.name.hasPrefix("#") })
    #expect(Lexicon.standard.givenNames.contains("sergei"))
    #expect(!Lexicon.standard.givenNames.contains("name"))
    #expect(Lexicon.standard.organisationWords["academy"]?.position == .last)
  }
}
