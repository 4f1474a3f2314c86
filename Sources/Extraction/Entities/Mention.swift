import PartnerModel

/// A place in a sentence that stands for an entity of the document.
struct Mention {
  enum Form {
    /// Its name, or part of it.
    case name
    /// "Russian".
    case adjective
    /// "Russians".
    case people
    /// A capital or seat that stands for its government.
    case government
    /// "the ministry", "Rostec's director".
    case description
    /// "he", "we", "both countries".
    case pronoun
  }

  var tokens: Range<Int>
  /// The token by which the rest of the sentence holds it.
  var head: Int
  /// Places in the document's entities; several for "the two countries".
  var entities: [Int]
  var form: Form
}

/// An entity of one document as its mentions build it up.
struct DocumentEntity {
  var id: EntityID
  var kind: EntityKind
  /// The name by which other documents know it too.
  var name: String
  /// The country it belongs to, as a place in the lexicon's countries.
  var country: Int?
  /// The type of an organisation: company, ministry, force …
  var type: String = ""
  /// How the text calls it, with how often.
  var surfaces: [(text: String, count: Int)] = []
  /// The folded words of its longest surface.
  var words: [String] = []

  mutating func add(surface: String, words: [String]) {
    if let index = surfaces.firstIndex(where: { $0.text == surface }) {
      surfaces[index].count += 1
    } else {
      surfaces.append((surface, 1))
    }
    if words.count > self.words.count { self.words = words }
  }

  /// The fullest form in which the text names it; the first of equals.
  var fullestSurface: String? {
    var best: String?
    for (text, _) in surfaces where best == nil || text.utf8.count > best!.utf8.count {
      best = text
    }
    return best
  }
}
