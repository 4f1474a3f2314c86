import PartnerModel

/// Which entities the text has named last, and which most: what "the company" and "both countries"
/// refer to. Every answer takes constant time, however many entities there are.
struct Recency {
  /// What a description asks for.
  enum Sort: Hashable {
    case kind(EntityKind)
    case company
    /// A company of the country in this row of the lexicon.
    case companyOf(Int)
    case alliance
    /// An organisation with this word in its name.
    case body(String)
  }

  private var latest: [Sort: Int] = [:]
  private var counts: [Int: Int] = [:]
  private var lastSeen: [Int: Int] = [:]
  private var clock = 0
  /// The two most named of each kind, the later first where they are equal.
  private var leaders: [Sort: [Int]] = [:]
  private let bodyNouns: Set<String>

  /// - Parameter bodyNouns: the words of names that are asked for.
  init(bodyNouns: Set<String>) { self.bodyNouns = bodyNouns }

  /// Notes a mention.
  mutating func see(_ place: Int, _ entity: DocumentEntity) {
    clock += 1
    counts[place, default: 0] += 1
    lastSeen[place] = clock
    latest[.kind(entity.kind)] = place
    rank(place, .kind(entity.kind))
    guard entity.kind == .organisation else { return }
    switch entity.type {
    case "company", "":
      latest[.company] = place
      rank(place, .company)
      if let country = entity.country { latest[.companyOf(country)] = place }
    case "bloc", "intergovernmental": latest[.alliance] = place
    default: break
    }
    for word in entity.words where bodyNouns.contains(word) { latest[.body(word)] = place }
  }

  /// Only what has just been seen can have moved up.
  private mutating func rank(_ place: Int, _ sort: Sort) {
    var ranked = leaders[sort] ?? []
    if ranked.first == place { return }
    if !ranked.contains(place) { ranked.append(place) }
    ranked.sort { standing(of: $0) > standing(of: $1) }
    leaders[sort] = Array(ranked.prefix(2))
  }

  private func standing(of place: Int) -> (Int, Int) {
    (counts[place] ?? 0, lastSeen[place] ?? 0)
  }

  /// The entity of a sort that was named last.
  func latest(_ sort: Sort) -> Int? { latest[sort] }

  /// The company of a country that was named last.
  func company(ofCountry row: Int) -> Int? { latest[.companyOf(row)] }

  /// The two entities of a kind that were named most.
  func pair(of kind: EntityKind) -> [Int]? { pair(of: .kind(kind)) }

  /// The two companies that were named most.
  func pairOfCompanies() -> [Int]? { pair(of: .company) }

  private func pair(of sort: Sort) -> [Int]? {
    guard let pair = leaders[sort], pair.count == 2 else { return nil }
    return pair
  }
}
