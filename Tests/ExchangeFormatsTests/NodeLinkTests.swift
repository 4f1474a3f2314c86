import ExchangeFormats
import PartnerModel
import Testing

@Suite struct NodeLinkTests {
  /// NetworkX called the edges links until version 3.6.
  @Test(arguments: [NetworkXFixtures.multigraph, NetworkXFixtures.multigraphLinks])
  func aMultigraphOfNetworkX(_ text: String) throws {
    let reading = try read(text, as: .json)
    #expect(
      reading.ties == [
        "country/RU transfer 7 2.5 2012-10-17 @1", "country/RU transfer 7 1.0 2013 @2",
        "country/RU ~agree 7 1.0 planned @3", "person/müller envoy country/RU 1e-05 @4",
        "7 audit \"internal\" 7 1.0 @5",
      ])
    #expect(
      reading.evidence.entities == [
        Entity(
          id: "country/RU", kind: .country, name: "Russia", aliases: ["Moscow", "the Kremlin"]),
        Entity(id: "person/müller", kind: .person, name: "Jörg Müller"),
        Entity(id: "alone", kind: nil, name: "alone"), Entity(id: "7", kind: nil, name: "7"),
      ])
    #expect(reading.problems.isEmpty)
  }

  @Test func anUndirectedGraphOfNetworkX() throws {
    let reading = try read(NetworkXFixtures.simple, as: .json)
    #expect(reading.ties == ["a ~transfer b 2.0 @1", "a ~tie c 1.0 @2"])
    #expect(reading.messages.count == 1)
    #expect(reading.messages.first?.contains("NaN is not a weight") == true)
  }

  @Test func anEdgeListOfNetworkX() throws {
    #expect(
      try read(NetworkXFixtures.edgeList).ties == [
        "country/RU transfer 7 2.5 2012-10-17 @2", "country/RU transfer 7 1.0 2013 @3",
        "country/RU ~agree 7 1.0 @4", "person/müller tie country/RU 1e-05 @5", "7 tie 7 1.0 @6",
      ])
  }

  @Test func theDirectionMayComeLast() throws {
    let text = #"{"links": [{"source": "a", "target": "b", "label": "x"}], "directed": true}"#
    #expect(try read(text, as: .json).ties == ["a x b 1.0 @1"])
  }

  @Test(
    arguments: [
      ("", "graph: is empty"), ("[]", "is not an object"),
      (#"{"directed": true, "nodes": []}"#, "has neither edges nor links"),
      (#"{"edges": {}}"#, "graph:1: the edges are not a list"),
      ("{\n\"edges\": [\n{\"source\": \"a\",\n", "graph:4: ends in the middle of a value"),
      ("{\"edges\": [1 2]}", "graph:1: ']' is missing"),
      ("{\"edges\": []} x", "goes on after the end"),
      ("{\"edges\": [], \"a\": \"\\x\"}x", "goes on after the end"),
      ("{\"edges\": [\"\\x\"]}", "a backslash that means nothing"),
      ("{\"edges\": [\"abc", "graph:1: a string is opened and never closed"),
      ("{\"edges\": [nul]}", "no value can be read here"),
      ("{\"edges\": [{\"source\": 1}]}", "graph:1: an edge's target is missing"),
    ])
  func filesThatAreNoGraphs(_ text: String, _ message: String) {
    let error = #expect(throws: ExchangeError.self) { try read(text, as: .json) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  @Test func aDeepFileIsRefused() {
    for opening in ["[", "{\"a\":"] {
      let deep = "{\"edges\": [" + String(repeating: opening, count: 100_000)
      let error = #expect(throws: ExchangeError.self) { try read(deep, as: .json) }
      #expect(error?.detail == "is nested too deeply")
    }
  }

  @Test func badNodesAndEdgesAreReportedAndTheRestIsRead() throws {
    let reading = try read(
      #"""
      {"directed": true, "nodes": [{"id": "a", "kind": "Country", "name": null}, {"name": "b"}, 3,
      {"id": [1]}, {"id": ""}, {"id": "\u0000"}, {"id": "\ud83d\ude00 \ud83d \"\\\/\n"}],
      "edges": [{"source": "a", "target": null}, {"source": "a", "target": "c", "weight": -1},
      {"source": "a", "target": "c", "date": "soon"}, {"source": "a", "target": "c", "date": 2012},
      {"source": "a", "target": "c", "status": "x"}, {"source": "a", "target": {"id": "c"}},
      {"source": "a", "target": "c", "weight": "2.5", "date": null, "directed": false}]}
      """#, as: .json)
    #expect(reading.ties == ["a tie c 1.0 2012 @4", "a ~tie c 2.5 @7"])
    #expect(
      reading.evidence.entities.map(\.id) == ["a", "\u{1F600} \u{FFFD} \"\\/\n", "c"])
    #expect(reading.evidence.entities.first?.kind == .country)
    #expect(reading.problems.map(\.line) == [1, 1, 2, 2, 2, 3, 3, 4, 5, 5])
  }

  /// What is written over a value while it is read must not move the lines of what follows.
  @Test func linesAreCountedBeforeEscapesAreReplaced() throws {
    let reading = try read(
      #"""
      {"nodes": [{"id": "a\n\n\nb"},
      {"id": "c\u000ad", "\u006e\u0061me": "C\n"}, 7],
      "edges": [{"source": "x", "target": "x"},
      3]}
      """#, as: .json)
    #expect(reading.evidence.entities.map(\.name) == ["a\n\n\nb", "C\n", "x"])
    #expect(reading.problems.map(\.line) == [2, 4])
  }

  @Test func otherEncodingsAreNamed() {
    let latin = Array("{\n\"a\": \"caf\u{E9}\"}".unicodeScalars.map { UInt8($0.value) })
    let error = #expect(throws: ExchangeError.self) {
      try ExchangeFile.read(latin, as: .json, file: "graph")
    }
    #expect(error?.line == 2)
    #expect(error?.detail == "is not text in UTF-8")
  }
}
