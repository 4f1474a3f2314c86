import PartnerModel
import Testing

@testable import NetworkStore

@Suite struct RoundTripTests {
  @Test func whatIsAddedComesBack() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    let own = try Samples.day("2012-10")
    let statements = [
      Samples.statement(date: own), Samples.statement(status: .planned, start: 90),
      Samples.statement(Samples.chemezov, .memberOf, Samples.russia, status: .negated),
    ]
    let document = Samples.document(
      "d1", date: try Samples.day("2014-01-22/2014-02-07"), story: 7, source: "The Courier",
      entities: [Samples.russia, Samples.turkey, Samples.chemezov], statements: statements)
    #expect(try store.add(document, fingerprint: [1, 0, 255]))

    #expect(try store.contains(digest: "d1"))
    #expect(try !store.contains(digest: "d2"))
    #expect(try store.documents() == [document.info])
    #expect(
      try store.fingerprints().map { [$0.document.digest: $0.fingerprint] } == [
        ["d1": [1, 0, 255]]
      ])
    let rows = try store.statements(rows: [3, 1, 2, 99])
    #expect(Set(rows.map(\.statement)) == Set(statements))
    #expect(rows.allSatisfy { $0.document == document.info })

    let evidence = try store.evidence()
    #expect(evidence.entities == [Samples.russia, Samples.turkey, Samples.chemezov])
    #expect(evidence.relations == [TieType(.transfer), TieType(.memberOf)])
    #expect(evidence.documents == [document.info])
    #expect(
      evidence.observations == [
        Observation(source: 0, target: 1, relation: 0, date: own, document: 0, row: 1),
        Observation(
          source: 0, target: 1, relation: 0, status: .planned, date: document.info.date,
          document: 0, row: 2),
        Observation(
          source: 2, target: 0, relation: 1, status: .negated, date: document.info.date,
          document: 0, row: 3),
      ])
  }

  /// Statements are read in batches, and relations that do not occur leave no gap.
  @Test func manyStatementsComeBackInOrder() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    let entities = (0..<40).map { number in
      // Identifiers of all lengths, most of which begin alike.
      let id = "person/" + String(repeating: "müller-", count: number / 4) + String(number % 4)
      return Entity(id: EntityID(rawValue: id), kind: .person, name: id)
    }
    var added: [Statement] = []
    for number in 0..<7 {
      let relations: [Relation] = [.threaten, .agree, .basedIn]
      let statements = (0..<29).map { row in
        Samples.statement(
          entities[(7 * row + number) % 40], relations[row % 3], entities[(row + 11 * number) % 40],
          start: row)
      }
      try store.add(
        Samples.document("d\(number)", entities: entities, statements: statements))
      added += statements
    }
    let evidence = try store.evidence()
    #expect(evidence.relations == [.agree, .threaten, .basedIn].map { TieType($0) })
    #expect(evidence.observations.map(\.row) == Array(1...203))
    #expect(evidence.observations.map(\.document) == (0..<203).map { Int32($0 / 29) })
    for (observation, statement) in zip(evidence.observations, added) {
      #expect(evidence.entities[Int(observation.source)].id == statement.source)
      #expect(evidence.entities[Int(observation.target)].id == statement.target)
      #expect(evidence.relations[Int(observation.relation)].relation == statement.relation)
    }
  }

  @Test func aStatementIsDatedByItselfThenByItsDocument() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    let published = try Samples.day("2015-05-05")
    let own = try Samples.day("1996")
    try store.add(
      Samples.document(
        "d1", date: published,
        statements: [
          Samples.statement(), Samples.statement(date: own),
          Samples.statement(status: .historical),
          Samples.statement(status: .historical, date: own),
        ]))
    try store.add(Samples.document("d2", story: 2))
    let expected = [published, own, nil, own, nil]
    #expect(try store.evidence().observations.map(\.date) == expected)
    // The same rule by the other road, in the order of the dates.
    #expect(
      try store.statements(about: "country/RU").map(\.row) == [2, 4, 1, 3, 5])
  }

  @Test func repeatingADocumentChangesNothing() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    #expect(try store.add(Samples.document("d1")))
    let before = try store.summary()
    var again = Samples.document("d1", entities: [Samples.chemezov])
    again.info.name = "another name"
    #expect(try !store.add(again))
    #expect(try store.summary() == before)
  }

  @Test func evidenceForAnEntityOrAPair() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    try store.add(
      Samples.document(
        "b", date: try Samples.day("2013"),
        statements: [
          Samples.statement(), Samples.statement(Samples.turkey, .accuse, Samples.russia),
          Samples.statement(Samples.chemezov, .leads, Samples.russia),
        ]))
    try store.add(
      Samples.document("a", date: try Samples.day("2012"), story: 2))
    #expect(
      try store.statements(about: "country/RU", and: "country/TR").map(\.row) == [4, 1, 2])
    #expect(
      try store.statements(about: "country/TR", and: "country/RU").map(\.row) == [4, 1, 2])
    #expect(try store.statements(about: "person/sergei-chemezov").map(\.row) == [3])
    #expect(try store.statements(about: "country/XX").isEmpty)
  }

  @Test func aLaterReportSettlesTheDateAndStoryOfAnEarlierOne() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    try store.add(Samples.document("d1", story: try store.unusedStory()))
    var settled = Samples.document("d1", date: try Samples.day("2012-10-17"), story: 5).info
    settled.dateBasis = .inferred
    try store.add(
      Samples.document("d2", date: try Samples.day("2012-10-17"), story: 5), revising: [settled])
    #expect(try store.documents().first == settled)
    #expect(try store.unusedStory() == 6)
    settled.story = 9
    try store.update([settled])
    #expect(try store.documents().first?.story == 9)
  }

  @Test func aRevisionOfAnUnknownDocumentUndoesTheWholeAddition() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    let error = #expect(throws: StoreError.self) {
      try store.add(
        Samples.document("d2"), revising: [Samples.document("d1").info])
    }
    #expect(error?.code == .invalid)
    #expect(try !store.contains(digest: "d2"))
    #expect(try store.summary().entities == 0)
  }

  @Test func textThatOtherToolsChokeOnIsKept() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    var statement = Samples.statement()
    statement.text = "He said 'x\"; DROP TABLE document; -- \u{202E}é \u{1F600}\0 end"
    statement.confidence = .nan
    // Both spellings of one letter name one organisation.
    statement.target = "organisation/cafe\u{301}"
    var second = statement
    second.target = "organisation/caf\u{E9}"
    try store.add(Samples.document("d\0", statements: [statement, second]))
    let rows = try store.statements(about: "organisation/caf\u{E9}")
    #expect(rows.count == 2)
    #expect(
      rows.first?.statement.text
        == "He said 'x\"; DROP TABLE document; -- \u{202E}é \u{1F600}\u{FFFD} end")
    #expect(rows.first?.statement.confidence == 0)
    #expect(try store.evidence().entities.map(\.id.rawValue).count == 3)
  }

  @Test func summaryCounts() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    try store.add(
      Samples.document("d1", date: try Samples.day("2012-10-17"), source: "The Courier"))
    try store.add(Samples.document("d2", story: 1))
    try store.add(
      Samples.document(
        "d3", story: 3, source: "The Courier",
        statements: [
          Samples.statement(
            Samples.chemezov, .leads, Samples.russia, date: try Samples.day("2013-12/2014-02"))
        ]))
    let summary = try store.summary()
    #expect(summary.documents == 3)
    #expect(summary.stories == 2)
    #expect(summary.words == 360)
    #expect(summary.entities == 3)
    #expect(summary.kinds == [.init(name: "country", count: 2), .init(name: "person", count: 1)])
    #expect(summary.mentions == 12)
    #expect(summary.statements == 3)
    #expect(
      summary.relations == [.init(name: "transfer", count: 2), .init(name: "leads", count: 1)])
    #expect(summary.statuses == [.init(name: "asserted", count: 3)])
    #expect(summary.sources == [.init(name: "The Courier", count: 2), .init(name: "", count: 1)])
    // The middle of December 2013 to February 2014 is 14 January.
    #expect(summary.years == [.init(name: "2012", count: 1), .init(name: "2014", count: 1)])
    #expect(summary.period == Period("2012-10-17..2014-02"))
    #expect(summary.undatedStatements == 1)
    #expect(summary.undatedDocuments == ["news/d2.txt", "news/d3.txt"])
  }

  @Test func anEmptyStoreHasNothing() throws {
    let folder = try TemporaryFolder()
    let store = try NetworkStore(path: folder.file("a.sqlite"), mode: .writing)
    #expect(try store.evidence().entities.isEmpty)
    #expect(try store.summary() == StoreSummary())
    #expect(try store.unusedStory() == 1)
  }
}
