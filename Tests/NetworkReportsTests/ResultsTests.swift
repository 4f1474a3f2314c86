import PartnerModel
import PartnerNetwork
import Testing

@testable import NetworkReports

struct ResultsTests {
  @Test("Of several statements of one claim the surest stands for all, the first of equals")
  func claims() throws {
    func statement(
      _ source: EntityID, _ target: EntityID, _ relation: Relation, start: Int, _ confidence: Double
    ) -> Statement {
      Statement(
        source: source, relation: relation, target: target, status: .asserted,
        evidence: TextRange(start, start + 5), text: "\(start)", rule: "r", confidence: confidence)
    }
    let (russia, india) = (EntityID.country("RU"), EntityID.country("IN"))
    let document = AnalysedDocument(
      info: DocumentInfo(name: "a.txt", digest: "a", story: 0),
      entities: [
        MentionedEntity(
          entity: Entity(id: russia, kind: .country, name: "Russia"), surface: "Russian Federation",
          mentions: [TextRange(0, 6)])
      ],
      statements: [
        statement(russia, india, .agree, start: 0, 0.8),
        // The same claim: the relation holds both ways.
        statement(india, russia, .agree, start: 10, 0.9),
        statement(russia, india, .agree, start: 20, 0.9),
        statement(russia, india, .transfer, start: 30, 0.5),
        statement(india, russia, .transfer, start: 40, 0.5),
      ])
    guard case .object(let members) = document.json,
      case .array(let relations)? = members.first(where: { $0.key == "relations" })?.value
    else {
      Issue.record("no relations")
      return
    }
    #expect(relations.count == 3)
    #expect(relations[0].line.contains("\"evidence\": [10, 15]"))
    #expect(relations[1].line.contains("\"source\": \"Russian Federation\""))
    #expect(relations[1].line.contains("\"target\": \"country/IN\""))
  }

  @Test("A diff as a table tells what came, went and faded, with the counts behind it")
  func diffTable() throws {
    let evidence = evidence()
    let diff = try NetworkDiff(
      before: Network(evidence, selection: Selection(period: Period("2012"))),
      after: Network(evidence, selection: Selection(period: Period("2014"))))
    let results = DiffResults(diff, names: ("2012", "2014"))
    let lines = results.table.csv.split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "tie,faded,country/0,Russia,transfer,country/1,India,1.0,0.5,-0.5,"
          + "1,1,1,1,2012-10-17,2014,")
    )
    #expect(lines.contains { $0.hasPrefix("entity,came,country/2,Turkey,") })
    let text = results.text()
    #expect(text.contains("Ties that faded (1)"))
    #expect(text.contains("Russia – Turkey"))
    #expect(!text.contains("Ties that went"))
    #expect(results.table.rows.allSatisfy { $0.count == results.table.columns.count })
  }

  @Test("A rank moves by ties that point its way, or because others moved")
  func causes() throws {
    func network(_ weights: [Double]) -> Network {
      Network(
        EvidenceSet(
          entities: ["A", "B", "C", "X"].map {
            Entity(id: EntityID(rawValue: $0), kind: .country, name: $0)
          },
          relations: [TieType(.agree)], documents: [],
          observations: weights.enumerated().map { place, weight in
            Observation(
              source: Int32(place), target: 3, relation: 0, weight: weight, date: nil,
              document: -1, row: Int64(place))
          }))
    }
    // A falls to the last place by its own tie. B loses a little, and rises; C does nothing, and
    // rises as well.
    let diff = try NetworkDiff(
      before: network([9, 5, 3]), after: network([1, 4.5, 3]),
      options: DiffOptions(measures: [.strength]))
    let results = DiffResults(diff, names: ("1", "2"))
    var causes: [String: [String?]] = [:]
    for shift in diff.rankShifts where shift.shift != 0 {
      causes[diff.entity(shift.entity).name] = results.because(shift)
    }
    #expect(causes["A"] == ["-8 A – X agree", nil])
    #expect(causes["B"] == ["passes A", "in spite of -0.5 B – X agree"])
    #expect(causes["C"] == ["passes A", "no tie of its own"])
  }

  @Test("Every row of a table has a cell for every column")
  func widths() throws {
    let network = Network(evidence())
    let ranking = try Ranking(
      of: network, by: [.degree, .strength], options: RankingOptions(bootstrap: 10))
    let detection = CommunityDetection()
    let signed = CommunityDetection(method: .signed)
    let resampled = CommunityDetection(bootstrap: 5)
    let periods = [Period("2012"), Period("2014")].compactMap(\.self)
    let chance = DiffResults(
      try NetworkDiff(
        before: Network(evidence(), selection: Selection(period: periods[0])),
        after: Network(evidence(), selection: Selection(period: periods[1])),
        options: DiffOptions(permutations: 20)), names: ("2012", "2014"))
    let tables =
      [
        TrajectoryResults(
          try RankTrajectory(
            of: evidence(), over: periods, by: [.degree, .strength],
            options: RankingOptions(bootstrap: 10)), selection: Selection()
        ).table(),
        DependenceResults(
          try SourceDependence(of: evidence(), by: [.degree, .strength]), selection: Selection()
        ).table(),
        BrokerageResults(
          try network.brokerage(between: .kinds), of: network, options: ProjectionOptions(),
          basis: "kinds"
        ).table,
        CommunitiesResults(try signed.communities(of: network), of: network, by: signed).table,
        CommunitiesResults(try resampled.communities(of: network), of: network, by: resampled)
          .table,
        HierarchyResults(
          try detection.hierarchy(of: network, resolutions: [0.5, 1, 3]), of: network,
          by: detection
        ).table,
        ExplanationResults(
          try network.explanation(
            of: network.entities[0].id, by: [.pagerank, .betweenness, .strength]),
          of: network
        ).table(),
        TieBetweennessResults(try network.tieBetweenness(), of: network).table,
        try chance.evidenceTable(
          book: EvidenceBook(evidence()), bookAfter: EvidenceBook(evidence())),
        chance.table,
        RankingResults(ranking, of: network).table,
        CommunitiesResults(try detection.communities(of: network), of: network, by: detection)
          .table,
        EvidenceResults(
          subjects: [], lines: try EvidenceBook(evidence()).lines(about: 0)
        ).table,
        SummaryResults(evidence(), name: "g").table,
      ] + chance.sections
    for table in tables {
      #expect(!table.rows.isEmpty)
      #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }
  }

  @Test("The ties that count are named as they were chosen")
  func countedFamilies() {
    let all = Network(evidence())
    let options = ProjectionOptions()
    #expect(countedTies(all, options) == "cooperative, structural")
    #expect(countedTies(all, ProjectionOptions(ties: .all)) == "all")
    let hostile = Network(evidence(), selection: Selection(ties: .hostile))
    #expect(countedTies(hostile, options) == "hostile")
  }

  @Test("Counts read as people say them")
  func wording() {
    #expect(counted(1, "entity") == "1 entity")
    #expect(counted(2, "entity") == "2 entities")
    #expect(counted(0, "tie") == "0 ties")
    #expect(listed(["a", "b", "c"]) == "a, b and c")
    for line in wrapped(String(repeating: "word ", count: 60), indent: 12).split(separator: "\n") {
      #expect(line.count <= 100 && line.hasPrefix("            word"))
    }
  }
}
