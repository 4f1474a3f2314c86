import ExchangeFormats
import PartnerModel
import PartnerNetwork
import Testing

@Suite struct WritingTests {
  /// Names that break writers which do not quote, and reading them back.
  static let awkward = [
    "a,b", "a\tb", "say \"x\"", "\"", "two\nlines", "cr\rhere", " lead", "trail ", "#hash", "<&>",
    "\\back\\", "e\u{301}", "\u{202E}rtl", "\u{1}", "nul-less", "😀", "=1+1", "'", ";",
  ]

  /// XML cannot say the one control character.
  static func evidence(for format: ExchangeFormat) -> EvidenceSet {
    var evidence = EvidenceSet()
    let names = format == .graphml ? awkward.filter { $0 != "\u{1}" } : awkward
    evidence.entities = names.map { Entity(id: EntityID(rawValue: $0), kind: nil, name: $0) }
    evidence.entities += [
      Entity(id: "country/RU", kind: .country, name: "Russia"),
      Entity(id: "person/x", kind: .person, name: "X, the \"First\""),
    ]
    var undirectedTransfer = TieType(.transfer)
    undirectedTransfer.isUndirected = true
    evidence.relations = [
      TieType(.agree), TieType(.transfer), TieType(name: "feud"),
      TieType(name: "kin, or \"so\"", isUndirected: true), undirectedTransfer,
    ]
    evidence.documents = [
      DocumentInfo(name: "a, b.txt", digest: "a, b.txt", story: 3),
      DocumentInfo(name: "c.txt", digest: "c.txt", story: 3),
    ]
    let dates = [
      nil, PartialDate("2012-10-17"), PartialDate("2013"), PartialDate("2011-02/2011-03"),
    ]
    let weights: [Double] = [1, 0.1, 2.5, 1e308, .leastNonzeroMagnitude, 0, 1.0 / 3, 1e23]
    for number in 0..<200 {
      let count = evidence.entities.count
      evidence.observations.append(
        Observation(
          source: Int32(number % count), target: Int32((number * 7 + 3) % count),
          relation: Int32(number % 5), status: Status.allCases[number % 4],
          weight: weights[number % weights.count], date: dates[number % 4],
          document: Int32(number % 3 - 1), row: Int64(number + 1)))
    }
    return evidence
  }

  /// Everything that a tie says, by names.
  private func said(_ evidence: EvidenceSet) -> [String] {
    evidence.observations.map { tie in
      let document = tie.document < 0 ? nil : evidence.documents[Int(tie.document)]
      return "\(evidence.entities[Int(tie.source)]) \(evidence.entities[Int(tie.target)])"
        + " \(evidence.relations[Int(tie.relation)]) \(tie.status) \(tie.weight)"
        + " \(tie.date?.description ?? "-") \(document?.name ?? "-") \(document?.story ?? 0)"
    }
  }

  @Test(arguments: ExchangeFormat.allCases)
  func evidenceReadsBackTheSame(_ format: ExchangeFormat) throws {
    let evidence = WritingTests.evidence(for: format)
    let bytes = ExchangeFile.bytes(of: evidence, as: format)
    let reading = try ExchangeFile.read(bytes, as: format, file: "graph")
    #expect(reading.messages == [])
    #expect(reading.notes == [])
    #expect(said(reading.evidence) == said(evidence))
    #expect(ExchangeFile.bytes(of: reading.evidence, as: format) == bytes)
  }

  @Test(arguments: ExchangeFormat.allCases)
  func aNetworkReadsBackTheSame(_ format: ExchangeFormat) throws {
    var evidence = WritingTests.evidence(for: format)
    // Sums that overflow are no weights that a file can hold.
    for place in evidence.observations.indices { evidence.observations[place].weight = 0.1 }
    let network = Network(evidence)
    let bytes = ExchangeFile.bytes(of: network, as: format)
    let again = Network(try ExchangeFile.read(bytes, as: format, file: "graph").evidence)
    #expect(again.entities == network.entities)
    #expect(again.types == network.types)
    #expect(again.ties.count == network.ties.count)
    for (a, b) in zip(again.ties, network.ties) {
      #expect((a.source, a.target, a.type) == (b.source, b.target, b.type))
      #expect(a.weight == b.weight)
      // The time from the first date to the last is all that one row can say.
      #expect(a.first?.first == b.first?.first && a.last?.last == b.last?.last)
    }
  }

  @Test func aCSVFileSaysWhatPeopleExpect() throws {
    var evidence = EvidenceSet()
    evidence.entities = [
      Entity(id: "country/RU", kind: .country, name: "Russia"),
      Entity(id: "country/TR", kind: .country, name: "Turkey"),
    ]
    evidence.relations = [TieType(.transfer)]
    evidence.observations = [
      Observation(source: 0, target: 1, relation: 0, date: PartialDate("2012-10-17"), row: 1),
      Observation(
        source: 0, target: 1, relation: 0, status: .planned, date: PartialDate("2013"), row: 2),
    ]
    let text = String(
      decoding: ExchangeFile.bytes(of: Network(evidence), as: .csv), as: UTF8.self)
    #expect(
      text == """
        source,target,relation,weight,date,type,statements,documents,source_name,target_name
        country/RU,country/TR,transfer,1.5,2012-10-17/2013-12-31,Directed,2,0,Russia,Turkey

        """)
  }

  @Test func anEmptyNetworkIsAFileToo() throws {
    for format in ExchangeFormat.allCases {
      let bytes = ExchangeFile.bytes(of: Network(EvidenceSet()), as: format)
      #expect(
        try ExchangeFile.read(bytes, as: format, file: "graph").evidence.observations.isEmpty)
    }
  }
}
