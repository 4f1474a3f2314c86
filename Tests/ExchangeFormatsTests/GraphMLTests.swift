import ExchangeFormats
import PartnerModel
import Testing

@Suite struct GraphMLTests {
  @Test func aMultigraphOfNetworkX() throws {
    let reading = try read(NetworkXFixtures.graphML, as: .graphml)
    // NetworkX leaves the keys of a multigraph out of reach of other readers: as ids of edges.
    #expect(
      reading.ties == [
        "country/RU transfer 7 2.5 2012-10-17 @1", "country/RU transfer 7 1.0 2013 @2",
        "country/RU ~agree 7 1.0 planned @3", "person/müller tie country/RU 1e-05 @4",
        "7 audit \"internal\" 7 1.0 @5",
      ])
    #expect(
      reading.evidence.entities == [
        Entity(id: "country/RU", kind: .country, name: "Russia"),
        Entity(id: "person/müller", kind: .person, name: "Jörg Müller"),
        Entity(id: "alone", kind: nil, name: "alone"), Entity(id: "7", kind: nil, name: "7"),
      ])
    #expect(reading.problems.isEmpty)
  }

  @Test func whatXMLAllows() throws {
    let reading = try read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE graphml [ <!ENTITY x "<y>"> <!-- a > b --> ]>
      <!-- a comment with <tags> & more -->
      <g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns">
        <g:key id="w" for="edge" attr.name="weight" attr.type="double"><g:default>2</g:default></g:key>
        <g:key id="l" for="all" attr.name="label"/>
        <g:graph edgedefault='undirected'>
          <g:node id="a &amp; b"><g:data key="l">&lt;A&gt; &#x1F600;<![CDATA[ & <x>]]></g:data>
            <g:graph id="inner"><g:node id="c"/></g:graph></g:node>
          <g:edge source="a &amp; b" target="c"/>
          <g:edge source = 'c' target = 'a &amp; b' directed="true"><g:data key="w"> 3 </g:data>
            <g:data key="l">feud</g:data></g:edge>
          <g:edge source="c" target="c"><g:data key="w">1</g:data></g:edge>
          <g:edge source="c"/><g:hyperedge/>
        </g:graph>
      </g:graphml>
      """, as: .graphml)
    #expect(
      reading.ties == [
        "a & b ~tie c 2.0 @1", "c feud a & b 3.0 @2", "c ~tie c 1.0 @3",
      ])
    #expect(reading.evidence.entities.map(\.name) == ["<A> \u{1F600} & <x>", "c"])
    #expect(reading.problems.map(\.line) == [14, 14])
  }

  @Test(
    arguments: [
      ("", "graph:1: is empty"), ("plain", "text stands outside"),
      ("<a></b>", "</b> closes what is not open"),
      ("<graphml>", "ends inside the element <graphml>"),
      ("<graphml/>", "holds no element <graph>"), ("<graphml/><graphml/>", "goes on after its end"),
      ("<a b>", "the attribute b has no value"), ("<a b=c>", "not in quotation marks"),
      ("<a\n b=\"c>", "graph:2: a quotation mark is opened and never closed"),
      ("<a>&b;</a>", "'&b;' is no entity that is known here"),
      ("<a>&#xD800;</a>", "is no entity"), ("<a>&</a>", "is no entity"),
      ("<!-- a", "opened here and never closed"), ("<!DOCTYPE a [", "opened here and never closed"),
      ("<", "a name is missing"), ("</", "a name is missing"),
      ("<a", "ends inside the element <a>"),
      ("<a/", "a name is missing"), ("<a b=", "is not in quotation marks"),
    ])
  func filesThatAreNoGraphs(_ text: String, _ message: String) {
    let error = #expect(throws: ExchangeError.self) { try read(text, as: .graphml) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.remedy.isEmpty == false)
  }

  /// Every beginning of a good file is refused or read, and none traps or hangs.
  @Test func filesThatAreCutOff() throws {
    let bytes = Array(NetworkXFixtures.graphML.utf8)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: ExchangeError.self) {
        try ExchangeFile.read(Array(bytes[..<count]), as: .graphml, file: "graph")
      }
    }
  }

  @Test func aDeepFileIsRefused() {
    let error = #expect(throws: ExchangeError.self) {
      try read(String(repeating: "<a>", count: 100_000), as: .graphml)
    }
    #expect(error?.detail == "is nested too deeply")
  }

  /// igraph calls the ids of the file it read an attribute `id`; edges refer to XML's.
  @Test func anAttributeCalledIDIsNotTheID() throws {
    let reading = try read(
      """
      <graphml><key id="v_id" for="node" attr.name="id"/><key id="v_name" attr.name="name"/><graph>
      <node id="n0"><data key="v_id">a</data><data key="v_name">Ann</data></node><node id="n1"/>
      <edge source="n0" target="n1"><data key="weight">2</data></edge></graph></graphml>
      """, as: .graphml)
    #expect(reading.evidence.entities.map(\.id) == ["n0", "n1"])
    #expect(reading.evidence.entities.map(\.name) == ["Ann", "n1"])
    #expect(reading.ties == ["n0 tie n1 2.0 @1"])
  }

  /// What is written over a value while it is read must not move the lines of what follows.
  @Test func linesAreCountedBeforeEntitiesAreReplaced() throws {
    let reading = try read(
      """
      <graphml><graph><node id="a&#10;&#10;b"/>
      <node id="c"><data key="name">one<!-- and -->
      two<![CDATA[
      three]]></data></node><edge source="c" target="c"/>
      <edge source="c"/>
      </graph></graphml>
      """, as: .graphml)
    #expect(reading.evidence.entities.map(\.name) == ["a\n\nb", "one\ntwo\nthree"])
    #expect(reading.problems.map(\.line) == [5])
  }

  @Test func otherEncodingsAreNamed() {
    let latin = Array("<graphml>\n<!-- caf\u{E9} -->".unicodeScalars.map { UInt8($0.value) })
    let error = #expect(throws: ExchangeError.self) {
      try ExchangeFile.read(latin, as: .graphml, file: "graph")
    }
    #expect(error?.line == 2)
    #expect(error?.detail == "is not text in UTF-8")
  }
}
