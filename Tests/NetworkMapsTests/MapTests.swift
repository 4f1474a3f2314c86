import Foundation
import Graphviz
import PartnerModel
import PartnerNetwork
import Testing

@testable import NetworkMaps

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an SVG holds; `nil` if it is not well-formed.
final class MapReader: NSObject, XMLParserDelegate {
  private(set) var names: Set<String> = []
  private(set) var identifiers: [String] = []
  private(set) var attributes: Set<String> = []
  private(set) var classes: Set<String> = []
  private(set) var roles: Set<String> = []
  private(set) var links: [String] = []
  /// Centres of entities by id, for circles and ellipses.
  private(set) var centres: [String: String] = [:]
  private var entity: String?

  static func read(_ bytes: [UInt8]) -> MapReader? {
    let reader = MapReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes found: [String: String]
  ) {
    names.insert(name)
    attributes.formUnion(found.keys)
    if name == "a", let link = found["href"] { links.append(link) }
    if let role = found["role"] { roles.insert(role) }
    classes.formUnion((found["class"] ?? "").split(separator: " ").map(String.init))
    let identifier = found["id"]
    if let identifier { identifiers.append(identifier) }
    if name == "g" { entity = identifier?.hasPrefix("entity-") == true ? identifier : nil }
    if name == "ellipse", let id = entity, let x = found["cx"], let y = found["cy"] {
      centres[id] = "\(x),\(y)"
    }
  }
}

@Suite struct MapTests {
  @Test func holdsWhatReadersAndStyleSheetsNeed() throws {
    let network = Samples.network(25)
    let map = NetworkMap(
      network, layout: .quick(network),
      options: MapOptions(title: "A & <B>", communities: [network.entities[0].id: 0]))
    let bytes = try map.render(as: .svg)
    let reader = try #require(MapReader.read(bytes))
    #expect(Set(reader.identifiers).count == reader.identifiers.count)
    #expect(reader.identifiers.count { $0.hasPrefix("entity-") } == 25)
    #expect(reader.classes.isSuperset(of: ["entity", "tie", "country", "person", "community-0"]))
    #expect(reader.roles == ["graphics-document document", "graphics-symbol img"])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("A &amp; &lt;B&gt;"))
    #expect(text.contains("25 entities") && text.contains("statement"))
    #expect(text.contains("viewBox=\"0 0 1200 900\""))
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    for count in [6, 70] {
      let network = Samples.network(count)
      let layout = count == 6 ? nil : MapLayout.quick(network)
      let first = try NetworkMap(network, layout: layout).render(as: .svg)
      #expect(try NetworkMap(network, layout: layout).render(as: .svg) == first)
    }
  }

  @Test func everyPictureOfASeriesHasTheSamePlaces() throws {
    let evidence = Samples.evidence(30, seed: 9)
    let whole = Network(evidence)
    let (before, after) = Samples.periods(evidence)
    let layout = MapLayout.quick(whole)
    let diff = try NetworkDiff(before: before, after: after)
    let pictures = try [
      NetworkMap(whole, layout: layout).render(as: .svg),
      NetworkMap(before, layout: layout).render(as: .svg),
      NetworkMap(after, layout: layout).render(as: .svg),
      DiffMap(diff, layout: layout).render(as: .svg),
    ].map { try #require(MapReader.read($0)) }
    var compared = 0
    for picture in pictures.dropFirst() {
      for (id, centre) in picture.centres {
        #expect(pictures[0].centres[id] == centre)
        compared += 1
      }
    }
    #expect(compared > 30)
    #expect(pictures[3].classes.isSuperset(of: ["came", "went"]))
  }

  /// Marks with evidence lead to it; the keyboard reaches what is an object, not what is an image.
  @Test func marksLeadToTheirEvidence() throws {
    let evidence = Samples.evidence(8, seed: 2)
    let network = Network(evidence)
    let (before, after) = Samples.periods(evidence)
    let options = MapOptions(evidencePage: PageAddress("report/index.html?a=1&b"))
    let pictures = try [
      NetworkMap(network, layout: .quick(network), options: options).render(as: .svg),
      DiffMap(
        NetworkDiff(before: before, after: after), layout: .quick(network), options: options
      ).render(as: .svg),
    ]
    for bytes in pictures {
      let reader = try #require(MapReader.read(bytes))
      let marks = reader.identifiers.count
      #expect(reader.links.count == marks && marks > 8)
      #expect(reader.links.allSatisfy { $0.hasPrefix("report/index.html?a=1&b#") })
      #expect(reader.roles.contains("graphics-object group"))
    }
    let reader = try #require(MapReader.read(pictures[0]))
    let tie = network.ties[0]
    #expect(
      reader.links.contains {
        $0.hasSuffix(
          "#"
            + EvidenceAnchor.tie(
              network.entities[tie.source].id, network.types[tie.type],
              network.entities[tie.target].id))
      })
  }

  @Test func nothingToDrawIsSaid() throws {
    let empty = Network(EvidenceSet(), selection: Selection(period: Period("2013")))
    let text = String(decoding: try NetworkMap(empty).render(as: .svg), as: UTF8.self)
    #expect(text.contains("No ties in 2013"))
    let diff = try NetworkDiff(before: empty, after: empty)
    #expect(MapReader.read(try DiffMap(diff).render(as: .svg)) != nil)
  }

  @Test func oneEntityWithATieToItself() throws {
    let evidence = EvidenceSet(
      entities: [Entity(id: "country/RU", kind: .country, name: "Russia")],
      relations: [TieType(.cooperate), TieType(.transfer)],
      observations: [
        Observation(source: 0, target: 0, relation: 0, row: 1),
        Observation(source: 0, target: 0, relation: 1, row: 2),
      ])
    let reader = try #require(
      MapReader.read(try NetworkMap(Network(evidence)).render(as: .svg)))
    #expect(reader.identifiers.contains("entity-country-RU"))
    #expect(reader.identifiers.count { $0.hasPrefix("tie-") } == 2)
  }

  @Test func tiesThatAreOnlyDeniedAreNotDrawn() throws {
    var evidence = Samples.evidence(4, seed: 1, extra: 0)
    for place in evidence.observations.indices { evidence.observations[place].status = .negated }
    let text = String(decoding: try NetworkMap(Network(evidence)).render(as: .svg), as: UTF8.self)
    #expect(text.contains("No ties"))
  }

  @Test func extremeWeightsScoresAndLimitsAreDrawn() throws {
    var evidence = Samples.evidence(12, seed: 4)
    let weights = [Double.greatestFiniteMagnitude, 1e-300, 1, 1e200]
    for place in evidence.observations.indices {
      evidence.observations[place].weight = weights[place % 4]
    }
    let network = Network(evidence)
    for value in [Double.nan, .infinity, -1, 0] {
      let scores = Dictionary(uniqueKeysWithValues: network.entities.map { ($0.id, value) })
      let options = MapOptions(
        labelCount: .max, scores: scores, communities: [network.entities[0].id: .min],
        pairLimit: .max)
      #expect(
        MapReader.read(
          try NetworkMap(network, layout: .quick(network), options: options).render(as: .svg))
          != nil)
    }
    let none = MapOptions(labelCount: -5, pairLimit: -5)
    #expect(
      MapReader.read(
        try NetworkMap(network, layout: .quick(network), options: none).render(as: .svg)) != nil)
    let (before, after) = Samples.periods(evidence)
    let diff = try NetworkDiff(
      before: before, after: after, options: DiffOptions(measures: [], communities: nil))
    #expect(
      MapReader.read(
        try DiffMap(diff, layout: .quick(before, after), options: none).render(as: .svg)) != nil)
  }

  @Test func denseMapsShowTheirBackboneAndSaySo() throws {
    let network = Samples.network(61, extra: 8)
    let text = String(
      decoding: try NetworkMap(network, layout: .quick(network)).render(as: .svg), as: UTF8.self)
    #expect(text.contains("Backbone:"))
  }

  /// No name is left out silently: those on the map and those that the legend counts are all.
  @Test(arguments: [(30, 1.0), (120, 0.5), (200, 1.0)])
  func everyNameIsDrawnOrCounted(count: Int, extra: Double) throws {
    var evidence = Samples.evidence(count, seed: 11, extra: extra)
    for place in evidence.entities.indices { evidence.entities[place].name = "Partner\(place)x" }
    let network = Network(evidence)
    let (before, after) = Samples.periods(evidence)
    let diff = try NetworkDiff(
      before: before, after: after, options: DiffOptions(measures: [], communities: nil))
    for (drawn, bytes) in try [
      (count, NetworkMap(network, layout: .quick(network)).render(as: .svg)),
      (diff.entities.count, DiffMap(diff, layout: .quick(network)).render(as: .svg)),
    ] {
      let text = String(decoding: bytes, as: UTF8.self)
      let named = text.matches(of: />Partner\d+x<\/text>/).count
      let hidden = text.firstMatch(of: /No room for (\d+) name/).flatMap { Int($0.1) } ?? 0
      #expect(named + hidden == drawn)
      #expect(hidden * 20 <= drawn, "\(hidden) of \(drawn) names found no room")
    }
  }

  @Test func formatsFollowTheFileEnding() throws {
    #expect(MapFormat(path: "a/b.SVG") == .svg && MapFormat(path: "x.dot") == .dot)
    #expect(MapFormat(path: "svg") == nil && MapFormat(path: "a.gif") == nil)
    let map = NetworkMap(Samples.network(5))
    #expect(try map.render(as: .png).starts(with: [0x89, 0x50]))
    #expect(try map.render(as: .pdf).starts(with: Array("%PDF".utf8)))
  }

  /// Hundreds of random networks with hostile names: none takes the process down, each gives
  /// well-formed SVG with nothing in it but drawing.
  @Test(arguments: 0..<10) func hostileNetworksAreDrawn(block: Int) throws {
    let allowed: Set<String> = [
      "svg", "g", "title", "desc", "style", "text", "path", "polygon", "polyline", "ellipse", "a",
    ]
    for number in 0..<20 {
      let seed = UInt64(block * 20 + number)
      var random = SplitMix64(seed: seed)
      let evidence = Samples.evidence(
        1 + random.below(number == 0 ? 70 : 9), seed: seed, names: Samples.hostileNames,
        extra: random.fraction() * 2)
      let network = Network(evidence)
      let bytes: [UInt8]
      if number % 4 == 0 {
        let (before, after) = Samples.periods(evidence)
        let options = DiffOptions(measures: [.degree], communities: nil)
        let diff = try NetworkDiff(before: before, after: after, options: options)
        bytes = try DiffMap(diff, layout: .quick(before, after)).render(as: .svg)
      } else {
        let title = Samples.hostileNames[random.below(Samples.hostileNames.count)]
        bytes = try NetworkMap(
          network, layout: .quick(network),
          options: MapOptions(
            title: title, measureName: title, communityMethod: title,
            theme: number % 2 == 0 ? .print : .dark, evidencePage: PageAddress("e.html"))
        ).render(as: .svg)
      }
      let reader = try #require(MapReader.read(bytes), "seed \(seed) is not well-formed")
      #expect(reader.names.isSubset(of: allowed))
      #expect(!reader.attributes.contains { $0.hasPrefix("on") })
      #expect(reader.links.allSatisfy { $0.hasPrefix("e.html#") })
      #expect(Set(reader.identifiers).count == reader.identifiers.count)
    }
  }
}

@Suite struct LabelTests {
  /// Names never cover each other nor a shape.
  @Test(arguments: [UInt64(1), 2, 3]) func labelsKeepApart(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let shapes = (0..<80).map { _ in
      Box(
        centre: Point(100 + random.fraction() * 800, 150 + random.fraction() * 650), width: 12,
        height: 12)
    }
    var placement = LabelPlacement(shapes: shapes, routes: [], frame: Frame.plot)
    var labels: [Box] = []
    for shape in shapes {
      let width = 30 + random.fraction() * 60
      guard let spot = placement.place([(width, 12)], beside: shape) else { continue }
      labels.append(Box(centre: spot.centre, width: width, height: 12))
    }
    #expect(labels.count > 76)
    for (number, label) in labels.enumerated() {
      #expect(Frame.plot.contains(label))
      #expect(!labels[..<number].contains { $0.overlaps(label) })
      #expect(!shapes.contains { $0.overlaps(label) })
    }
  }
}
