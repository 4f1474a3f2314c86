import PartnerModel
import PartnerNetwork

@testable import NetworkReports

/// A small evidence set whose every text can be chosen.
func evidence(
  names: [String] = ["Russia", "India", "Turkey"], title: String = "A title",
  url: String? = nil
) -> EvidenceSet {
  let documents = [
    DocumentInfo(
      name: "a.txt", digest: "a", title: title, source: "Gazette", url: url,
      date: PartialDate("2012-10-17"), dateBasis: .stated, story: 1, wordCount: 100),
    DocumentInfo(
      name: "b.txt", digest: "b", date: PartialDate("2014"), dateBasis: .inferred, story: 2),
  ]
  return EvidenceSet(
    entities: names.enumerated().map { place, name in
      Entity(id: EntityID(rawValue: "country/\(place)"), kind: .country, name: name)
    },
    relations: [TieType(.transfer), TieType(.agree), TieType(.accuse)], documents: documents,
    observations: [
      Observation(
        source: 0, target: 1, relation: 0, date: documents[0].date, document: 0, row: 1),
      Observation(
        source: 0, target: 1, relation: 0, status: .planned, date: documents[1].date, document: 1,
        row: 2),
      Observation(
        source: 0, target: 2, relation: 1, date: documents[1].date, document: 1, row: 3),
    ])
}

/// The page about a set, whose sentences are all the same text.
func page(_ evidence: EvidenceSet, title: String = "Partners", sentence: String = "Said.") throws
  -> String
{
  let network = Network(evidence)
  let detection = CommunityDetection()
  let book = EvidenceBook(evidence) { rows in
    Dictionary(
      uniqueKeysWithValues: rows.map {
        (
          $0,
          EvidenceLine.Sentence(
            text: sentence, range: TextRange(0, 5), rule: "verb", confidence: 0.9)
        )
      })
  }
  let signed = CommunityDetection(method: .signed)
  let periods = ["2012", "2014"].compactMap { Period($0) }
  let diff = try NetworkDiff(
    before: Network(evidence, selection: Selection(period: Period("2012"))),
    after: Network(evidence, selection: Selection(period: Period("2014"))))
  return try ReportPage(
    title: title, graph: "g.sqlite", book: book,
    ranking: RankingResults(try Ranking(of: network, by: [.pagerank, .betweenness]), of: network),
    communities: CommunitiesResults(
      try detection.communities(of: network), of: network, by: detection),
    comparisons: [
      ReportPage.Comparison(
        results: DiffResults(diff, names: ("2012", "2014")), map: "diff.svg", table: "diff.csv")
    ],
    trajectory: TrajectoryResults(
      try RankTrajectory(of: evidence, over: periods, by: [.pagerank]), selection: Selection()),
    sides: CommunitiesResults(try signed.communities(of: network), of: network, by: signed),
    maps: [("2012", "maps-2012.svg"), ("2014", "maps-2014.svg")]
  ).html()
}
