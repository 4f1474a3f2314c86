import Foundation
import PartnerModel
import Testing

@testable import ExchangeFormats

/// A file is read in blocks, and most elements by the shape of others: what is found must not hang
/// on where blocks end or on what came before. Bytes in memory, which are one block, are the
/// measure.
@Suite struct BlockTests {
  @Test(arguments: Samples.all)
  func blocksOfAnySizeGiveTheSame(_ format: ExchangeFormat, _ text: String) throws {
    let folder = try TemporaryFolder()
    let whole = Outcome.ofBytes(Array(text.utf8), format)
    for size in 1...64 {
      #expect(try Outcome.ofFile(Array(text.utf8), format, size, folder) == whole, "\(size)")
    }
  }

  @Test(arguments: Samples.all)
  func filesThatAreCutOffAreRefused(_ format: ExchangeFormat, _ text: String) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(text.utf8)
    let end = bytes.lastIndex { $0 > 32 } ?? 0
    for count in 0..<end {
      let whole = Outcome.ofBytes(Array(bytes[..<count]), format)
      #expect(whole.error != nil, "\(count)")
      guard count % 7 == 0 else { continue }
      let blocks = try Outcome.ofFile(Array(bytes[..<count]), format, 5 + count % 60, folder)
      #expect(blocks == whole, "\(count)")
    }
  }

  @Test(arguments: Samples.all)
  func damagedFilesGiveTheSame(_ format: ExchangeFormat, _ text: String) throws {
    let folder = try TemporaryFolder()
    var random = Draws(state: 5)
    let signs = Array("<>\"'&;/\\{}[],:-!\n\t u0\u{1}é".utf8)
    for round in 0..<80 {
      var bytes = Array(text.utf8)
      for _ in 0...random.next(3) {
        let place = random.next(bytes.count)
        switch random.next(3) {
        case 0: bytes[place] = signs[random.next(signs.count)]
        case 1: bytes.insert(signs[random.next(signs.count)], at: place)
        default: bytes.removeSubrange(place..<min(place + 1 + random.next(9), bytes.count))
        }
      }
      let blocks = try Outcome.ofFile(bytes, format, 4 + random.next(90), folder)
      #expect(blocks == Outcome.ofBytes(bytes, format), "\(round)")
    }
  }

  /// Parts begin at whatever looks like an edge.
  @Test(arguments: Samples.all)
  func partsGiveTheSame(_ format: ExchangeFormat, _ text: String) throws {
    let folder = try TemporaryFolder()
    let whole = Outcome.ofBytes(Array(text.utf8), format)
    for threads in 2...12 {
      let parts = try Outcome.ofFile(Array(text.utf8), format, 64, folder, threads: threads)
      #expect(parts == whole, "\(threads)")
    }
  }

  /// Nodes are said to be this and that in all parts, and edges of all shapes stand between them.
  @Test(arguments: [ExchangeFormat.graphml, .json], 0..<4)
  func partsOfManyEdgesGiveTheSame(_ format: ExchangeFormat, _ seed: UInt64) throws {
    let folder = try TemporaryFolder()
    var random = Draws(state: seed)
    var edges = (0..<400).map { _ in
      format == .json ? Samples.jsonEdge(&random) : Samples.xmlEdge(&random)
    }
    if format == .graphml {
      for place in stride(from: 395, to: 0, by: -20 - Int(seed)) {
        let kind = random.one(["", "person", "country"])
        edges.insert(
          "<node id=\"\(random.one(["a", "b", "person/x", "é"]))\"><data key=\"kind\">\(kind)</data>"
            + "<data key=\"name\">N\(place)</data></node>", at: place)
      }
    }
    let text = format == .json ? Samples.json(edges) : Samples.xml(edges)
    let whole = Outcome.ofBytes(Array(text.utf8), format)
    #expect(whole.reading?.evidence.observations.count ?? 0 > 100)
    for threads in 2...9 {
      let parts = try Outcome.ofFile(Array(text.utf8), format, 200, folder, threads: threads)
      #expect(parts == whole, "\(threads)")
    }
  }

  /// Each edge alone in a file is read by its grammar, and after others by what they looked like.
  @Test(arguments: [ExchangeFormat.graphml, .json], 0..<8)
  func edgesAmongOthersAreReadAsAlone(_ format: ExchangeFormat, _ seed: UInt64) {
    var random = Draws(state: seed)
    let edges = (0..<200).map { _ in
      format == .json ? Samples.jsonEdge(&random) : Samples.xmlEdge(&random)
    }
    func read(_ edges: [String]) -> (ties: [String], problems: [String]) {
      let text = format == .json ? Samples.json(edges) : Samples.xml(edges)
      guard let reading = Outcome.ofBytes(Array(text.utf8), format).reading else {
        return ([], ["none"])
      }
      return (
        reading.ties.map { String($0[..<($0.lastIndex(of: "@") ?? $0.endIndex)]) },
        reading.problems.map(\.detail)
      )
    }
    let alone = edges.map { read([$0, format == .json ? Samples.goodJSON : Samples.goodXML]) }
    let together = read(edges)
    #expect(together.ties == alone.flatMap { $0.ties.dropLast() })
    #expect(together.problems == alone.flatMap(\.problems))
    #expect(together.ties.count > 50)
    #expect(together.problems.count > 5)
  }

  /// An element that is larger than a block, and one that is larger than what blocks grow to first.
  @Test(arguments: [ExchangeFormat.graphml, .json])
  func largeElementsAreReadWhole(_ format: ExchangeFormat) throws {
    let folder = try TemporaryFolder()
    let name = String(repeating: "a name with \u{E9} and & or \"", count: 4000)
    let evidence = EvidenceSet(
      entities: [
        Entity(id: "a", kind: nil, name: name), Entity(id: "b", kind: nil, name: "b"),
      ],
      relations: [TieType(name: "x")],
      observations: [Observation(source: 0, target: 1, relation: 0, row: 1)])
    let path = folder.file("graph.\(format.rawValue)")
    try ExchangeFile.write(evidence, to: path)
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: path)))
    let blocks = try #require(try Outcome.ofFile(bytes, format, 64, folder).reading)
    #expect(blocks.evidence.entities.map(\.name) == [name, "b"])
    #expect(blocks.evidence.observations == evidence.observations)
  }

  @Test(arguments: [ExchangeFormat.graphml, .json])
  func otherEncodingsAreNamedWhereTheyBegin(_ format: ExchangeFormat) throws {
    let folder = try TemporaryFolder()
    let text = format == .json ? Samples.json([Samples.goodJSON]) : Samples.xml([Samples.goodXML])
    for (place, tail): (Int, [UInt8]) in [(30, [0xE9]), (41, [0xF0, 0x9F]), (50, [0xC0, 0x80])] {
      let bytes = Array(text.utf8.prefix(place)) + tail + Array(text.utf8.dropFirst(place))
      let whole = Outcome.ofBytes(bytes, format)
      #expect(whole.error?.detail == "is not text in UTF-8")
      for size in 4..<60 {
        #expect(try Outcome.ofFile(bytes, format, size, folder) == whole, "\(place), \(size)")
      }
    }
  }

  @Test(arguments: [ExchangeFormat.graphml, .json])
  func pipesAreRead(_ format: ExchangeFormat) throws {
    let folder = try TemporaryFolder()
    let text = format == .json ? Samples.json([Samples.goodJSON]) : Samples.xml([Samples.goodXML])
    let path = folder.file("graph.\(format.rawValue)")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(try ExchangeFile.content(of: path) == .exchange(format))
    let writer = Thread {
      let file = FileHandle(forWritingAtPath: path)
      try? file?.write(contentsOf: Data(text.utf8))
      try? file?.close()
    }
    writer.start()
    #expect(try ExchangeFile.read(path).ties == ["a tie b \(format == .json ? 1.0 : 2.0) @1"])
  }
}

/// What became of reading a file.
private struct Outcome: Equatable {
  var reading: ExchangeReading?
  var error: ExchangeError?

  static func ofBytes(_ bytes: [UInt8], _ format: ExchangeFormat) -> Outcome {
    Outcome { () throws(ExchangeError) in
      try ExchangeFile.read(bytes, as: format, file: "graph")
    }
  }

  static func ofFile(
    _ bytes: [UInt8], _ format: ExchangeFormat, _ blockSize: Int, _ folder: TemporaryFolder,
    threads: Int = 1
  ) throws -> Outcome {
    let path = folder.file("graph")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    var outcome = Outcome { () throws(ExchangeError) in
      format == .json
        ? try NodeLinkReader.read(
          path, threads: threads, leastPart: 1, blockSize: blockSize)
        : try GraphMLReader.read(
          path, threads: threads, leastPart: 1, blockSize: blockSize)
    }
    outcome.error?.file = "graph"
    for place in outcome.reading?.problems.indices ?? 0..<0 {
      outcome.reading?.problems[place].file = "graph"
    }
    return outcome
  }

  private init(_ read: () throws(ExchangeError) -> ExchangeReading) {
    do throws(ExchangeError) { reading = try read() } catch { self.error = error }
  }

  static func == (a: Outcome, b: Outcome) -> Bool {
    a.error == b.error && a.reading?.problems == b.reading?.problems
      && a.reading?.problemCount == b.reading?.problemCount
      && a.reading?.notes == b.reading?.notes
      && a.reading?.evidence.entities == b.reading?.evidence.entities
      && a.reading?.evidence.relations == b.reading?.evidence.relations
      && a.reading?.evidence.documents == b.reading?.evidence.documents
      && a.reading?.evidence.observations == b.reading?.evidence.observations
  }
}

private struct Draws {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func one<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }
}

private enum Samples {
  static let all: [(ExchangeFormat, String)] = [
    (.graphml, NetworkXFixtures.graphML), (.graphml, markup), (.json, NetworkXFixtures.multigraph),
    (.json, NetworkXFixtures.multigraphLinks), (.json, NetworkXFixtures.simple), (.json, escapes),
    (.json, late),
  ]

  /// Whatever looks like an edge and is none, values with what ends values in them, nested graphs.
  static let markup = """
    \u{FEFF}<?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE graphml [ <!ENTITY x "<edge source='q' target='q'/>"> <!-- a > b --> ]>
    <!-- <edge source="q" target="q"/> -->
    <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
      <g:key id="w" for="edge" attr.name="weight"><g:default>2</g:default></g:key>
      <g:key id="l" for="all" attr.name="label"/><g:key id="d" for="edge" attr.name="directed"/>
      <g:graph edgedefault='undirected'>
        <g:node id="a &amp; > b"><g:data key="l">&lt;A&gt; &#x1F600;<![CDATA[ & <edge> ]]]]></g:data>
          <g:graph id="inner"><g:node id="c"/><g:edge source="c" target="c"/></g:graph></g:node>
        <g:edge source="a &amp; > b" target="c"/>
        <g:edge source="c" target="é€😀"><g:data key="l">one<!-- <edge -->
          two<![CDATA[
          three]]><b>four</b></g:data></g:edge>
        <g:edge source = 'c' target = "'>" directed="true"><g:data key="w"> 3 </g:data></g:edge>
        <g:edge source="c" target="c"><g:data key="w">1</g:data><g:data key="d">true</g:data></g:edge>
        <g:edge source="c" target="d"><g:data key="w">5</g:data><g:data key="d">false</g:data></g:edge>
        <g:edge source="c" target="d"><g:data key="w"></g:data></g:edge>
        <g:edge source="c" target="d"><g:data key="w">  </g:data></g:edge>
        <g:edge source="c"/><g:hyperedge/><?edge <edge> ?>
      </g:graph>
    </g:graphml>

    """

  static let escapes = #"""
    {"graph": {"edges": [{"source": "q"}], "x": [[[]], {}]}, "directed": true,
    "nodes": [{"id": "a\n\n\nb", "name": "\ud83d\ude00 \ud83d \"\\\/\u0041"}, 7,
    {"id": "{\"source\": 1}, ", "aliases": ["x", "\"]", 3]}, {"id": "é€😀", "aliases": [null, "y"]}],
    "edges": [ {"source": "x", "target": "y", "weight": 1e-3, "more": {"a": [1, "}"]}},
    {"source": "x", "target": "y", "weight": 12.5} , {"source": "x", "target": "y", "weight": 3},
    {"source": "x", "target": "y", "weight": null}, {"source": 1.5, "target": -2, "weight": "4"},
    {"source": "x", "target": "y", "weight": NaN}, {"source": "x", "target": "y\\", "weight": 3},
    3, [1, [2]], {}, {"t\u0061rget": "y", "source": "x", "directed": false}
    ]}

    """#

  /// What a file says of its edges after them, and before its nodes.
  static let late = #"""
    {"links": [{"source": "a", "target": "b", "label": "x"}, {"source": "b", "target": "z"}],
    "edges": [{"source": "b", "target": "a", "label": "y"}, {"source": "a", "target": "z"}],
    "nodes": [{"id": "z", "name": "Zed"}, {"id": "a"}], "directed": true}
    """#

  static let goodXML = "<edge source=\"a\" target=\"b\"/>"
  static let goodJSON = "{\"source\": \"a\", \"target\": \"b\"}"

  static func xml(_ edges: [String]) -> String {
    "<graphml><key id='w' for='edge' attr.name='weight'><default>2</default></key>"
      + "<graph edgedefault='directed'>" + edges.joined(separator: "\n") + "</graph></graphml>"
  }

  static func json(_ edges: [String]) -> String {
    "{\"directed\": true, \"edges\": [" + edges.joined(separator: ",\n ") + "]}"
  }

  static func xmlEdge(_ random: inout Draws) -> String {
    let names = ["a", "b", "", "c d", "x>y", "&lt;", "a&#10;b", "'", "é"]
    var edge = random.one(["<edge", "<edge", "<edge id='\(random.next(999))'"])
    edge += " source=\"\(random.one(names))\" target=\"\(random.one(names))\""
    edge += random.one(["", "", "", " directed=\"false\"", " directed='true'"])
    if random.next(4) == 0 { return edge + "/>" }
    edge += ">"
    for _ in 0..<random.next(4) {
      let key = random.one(["w", "w", "date", "label", "more", "directed", "source"])
      let value =
        switch key {
        case "w": random.one(["1", "2.5", "", " ", "1e3", "-1", " 3 ", "<![CDATA[4]]>"])
        case "date": random.one(["2012-10-17", "2012", "soon", "2012-10", ""])
        case "directed": random.one(["true", "false", "False", ""])
        default:
          random.one([
            "x", "y z", " ", "&amp;", "a<!-- <edge -->b", "<i>z</i>", "<![CDATA[<edge>]]>", "é",
            "<data key='w'>9</data>",
          ])
        }
      edge += random.one(["", "\n  "])
      edge += value.isEmpty ? "<data key=\"\(key)\"/>" : "<data key=\"\(key)\">\(value)</data>"
    }
    return edge + "</edge>"
  }

  static func jsonEdge(_ random: inout Draws) -> String {
    let names = [
      "\"a\"", "\"b\"", "\"\"", "7", "1.5", "\"c\\n\"", "\"é\"", "\"\\u0061\"", "null", "\"}\"",
    ]
    var members = [
      "\"source\": \(random.one(names))", "\"target\": \(random.one(names))",
    ]
    for _ in 0..<random.next(4) {
      members.append(
        random.one([
          "\"weight\": \(random.one(["1", "2.5", "null", "-1", "1e3", "\"3\"", "true", "[1]"]))",
          "\"date\": \(random.one(["2012", "\"2012-10-17\"", "\"soon\"", "null", "{}"]))",
          "\"label\": \(random.one(["\"x\"", "\"y z\"", "\"\\\"\"", "3", "\"\""]))",
          "\"more\": \(random.one(["[]", "{\"a\": [1, \"]\"]}", "\"x\"", "0.1", "\"\\\\\""]))",
          "\"directed\": \(random.one(["true", "false", "null"]))",
          "\"l\\u0061bel\": \"z\"",
        ]))
    }
    if random.next(5) == 0 { members.swapAt(0, members.count - 1) }
    return random.one(["{", "{ "]) + members.joined(separator: random.one([", ", ","])) + "}"
  }
}
