import PartnerModel
import PartnerNetwork

@testable import NetworkMaps

/// Networks to draw, made from a seed.
enum Samples {
  /// Ties between `count` entities: a tree that prefers hubs, and as many ties again by chance.
  static func evidence(
    _ count: Int, seed: UInt64, names: [String] = [], extra: Double = 1
  ) -> EvidenceSet {
    var random = SplitMix64(seed: seed)
    var evidence = EvidenceSet()
    evidence.relations = Relation.allCases.map { TieType($0) } + [TieType(name: "buys <from>")]
    let kinds: [EntityKind?] = [.country, .organisation, .person, nil]
    for number in 0..<count {
      let name = names.isEmpty ? "Entity of \(number)" : names[random.below(names.count)]
      evidence.entities.append(
        Entity(
          id: EntityID(rawValue: "e/\(number)/\(name.prefix(9))"), kind: kinds[number % 4],
          name: name))
    }
    var ends = [0]
    func add(_ a: Int, _ b: Int) {
      let document = Int32(evidence.documents.count)
      evidence.documents.append(
        DocumentInfo(name: "d\(document)", digest: "\(document)", story: Int(document)))
      evidence.observations.append(
        Observation(
          source: Int32(a), target: Int32(b),
          relation: Int32(random.below(evidence.relations.count)),
          weight: Double(1 + random.below(5)),
          date: PartialDate(year: 2012 + random.below(4)), document: document,
          row: Int64(document)))
      ends += [a, b]
    }
    for number in 1..<max(count, 1) { add(number, ends[random.below(ends.count)]) }
    for _ in 0..<Int(Double(count) * extra) { add(random.below(count), random.below(count)) }
    return evidence
  }

  static func network(_ count: Int, seed: UInt64 = 1, extra: Double = 1) -> Network {
    Network(evidence(count, seed: seed, extra: extra))
  }

  /// Two periods of one body of evidence.
  static func periods(_ evidence: EvidenceSet) -> (Network, Network) {
    (
      Network(evidence, selection: Selection(period: Period("2012..2013"))),
      Network(evidence, selection: Selection(period: Period("2014..2015")))
    )
  }

  static let hostileNames = [
    "", "<script>alert(1)</script>", "]]>", "-->", "a & b", "&#1;", "\"", "'",
    "javascript:alert(1)",
    "\\N\\G\\l", "nul\u{0}", "bell\u{7}\u{1B}", "\u{202E}drawkcab", "\u{2066}x", "\u{200F}",
    "\u{FFFE}\u{FFFF}", "zalgo" + String(repeating: "\u{301}", count: 99), "السلام عليكم", "שלום",
    "中国人民解放军", "Владимир Владимирович", "👩‍👩‍👧‍👦", String(repeating: "long ", count: 4_000),
    String(repeating: "x", count: 20_000), "Federal Service for Military-Technical Cooperation",
    "%s%n", "url(#x)", "\n\n", "Russia",
  ]
}

extension MapLayout {
  /// A layout without the search for the best positions, which takes long in debug builds.
  static func quick(_ networks: Network...) -> MapLayout {
    MapLayout(of: networks, effort: .least)
  }
}
