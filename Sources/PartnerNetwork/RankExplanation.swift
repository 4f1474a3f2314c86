import GraphAnalytics
import PartnerModel

/// Which partners carry an entity's score.
///
/// Measures that are sums over partners are taken apart exactly (``Measure/isSumOverPartners``): what
/// each partner contributes, and what is left for no partner (the jumps of PageRank's walker), add
/// up to the score. For the others the contribution of a partner is the score less the score without
/// the ties to it, and contributions need not add up.
public struct RankExplanation: Hashable, Sendable {
  /// A partner and what the ties to it are worth.
  public struct Partner: Hashable, Sendable {
    /// Place in ``Network/entities``.
    public let place: Int
    /// Places in ``Network/ties`` of the ties between both that count.
    public let ties: [Int]
    /// The sum of their weights.
    public let strength: Double
    /// By measure: what it contributes to the score.
    public let contributions: [Double]
    /// By measure: the score without the ties between both; `nil` where the measure has no meaning
    /// then.
    public let scoresWithout: [Double?]
    /// By measure: the rank without them, after all others if no tie is left; `nil` likewise.
    public let ranksWithout: [Int?]
  }

  /// Who is explained.
  public let entity: Entity
  /// The measures, in the order asked for.
  public let measures: [Measure]
  /// How the ranking was made.
  public let options: RankingOptions
  /// By measure: the score.
  public let scores: [Double]
  /// By measure: the rank.
  public let ranks: [Int]
  /// How many are ranked.
  public let rankedCount: Int
  /// By measure: what of the score no partner contributes; `nil` for measures that are no sums.
  public let remainders: [Double?]
  /// The partners, those that contribute most to the first measure first.
  public let partners: [Partner]
}

extension Measure {
  /// Whether the score is a sum over partners, so that each has its exact share in it.
  public var isSumOverPartners: Bool {
    switch self {
    case .degree, .strength, .pagerank, .eigenvector, .hubs, .authorities: true
    case .betweenness, .closeness, .harmonic, .katz, .core, .clustering, .constraint,
      .effectiveSize:
      false
    }
  }
}

extension Network {
  /// Explains the scores of an entity.
  ///
  /// - Parameters:
  ///   - id: Whose.
  ///   - measures: By what it is ranked.
  ///   - options: How; nothing is resampled.
  /// - Throws: A ``NetworkError`` if the entity has no tie that counts, there is no measure or one
  ///   has no meaning on the network.
  /// - Complexity: As ranking once for every partner.
  public func explanation(
    of id: EntityID, by measures: [Measure], options: RankingOptions = RankingOptions()
  ) throws(NetworkError) -> RankExplanation {
    try RankExplainer(self, id, try options.checked(measures), options).explanation()
  }
}

/// Takes scores apart.
private struct RankExplainer {
  private let network: Network
  private let scoring: Scoring
  private let place: Int
  private let scores: Scoring.Scores
  private let ranks: [[Int32]]
  /// By partner in rising order: the ties between both that count.
  private let partners: [(place: Int, ties: [Int])]

  private var measures: [Measure] { scoring.measures }

  init(
    _ network: Network, _ id: EntityID, _ measures: [Measure], _ options: RankingOptions
  ) throws(NetworkError) {
    self.network = network
    scoring = Scoring(network: network, measures: measures, options: options)
    scores = try scoring.scores(threads: options.threads, toleratesUndefined: false)
    ranks = scores.ranks(by: measures, count: network.entities.count)
    guard let place = network.place(of: id), scores.places.contains(place) else {
      throw NetworkError(
        .unknownEntity, detail: "'\(shown(id.rawValue))' has no tie that counts",
        remedy: "widen the selection, or ask for another entity")
    }
    self.place = place
    let filter = options.projection.ties(for: network.selection)
    var ties: [Int: [Int]] = [:]
    for (number, tie) in network.ties.enumerated()
    where tie.weight > 0 && tie.source != tie.target
      && filter.includes(network.types[tie.type].group)
    {
      if tie.source == place { ties[tie.target, default: []].append(number) }
      if tie.target == place { ties[tie.source, default: []].append(number) }
    }
    partners = ties.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  func explanation() throws(NetworkError) -> RankExplanation {
    let own = scores(of: place, scores)
    let without = try inParallel(partners.count, threads: scoring.options.threads) {
      number throws(NetworkError) in try self.without(partners[number].ties)
    }
    var contributions: [[Double]] = []
    for (measure, score) in zip(measures, own) {
      if measure.isSumOverPartners {
        contributions.append(try parts(of: score ?? 0, by: measure))
      } else {
        let column = contributions.count
        contributions.append(without.map { (score ?? 0) - ($0.scores[column] ?? 0) })
      }
    }
    let rows = partners.enumerated().map { number, partner in
      RankExplanation.Partner(
        place: partner.place, ties: partner.ties,
        strength: partner.ties.reduce(0) { $0 + network.ties[$1].weight },
        contributions: contributions.map { $0[number] },
        scoresWithout: without[number].scores, ranksWithout: without[number].ranks)
    }
    return RankExplanation(
      entity: network.entities[place], measures: measures, options: scoring.options,
      scores: own.map { $0 ?? 0 }, ranks: ranks.map { Int($0[place]) },
      rankedCount: scores.places.count,
      remainders: measures.enumerated().map { column, measure in
        guard measure.isSumOverPartners else { return nil }
        let rest = (own[column] ?? 0) - contributions[column].reduce(0, +)
        return abs(rest) <= 1e-9 * abs(own[column] ?? 0) ? 0 : rest
      },
      partners: rows.sorted { a, b in
        let (x, y) = (abs(a.contributions[0]), abs(b.contributions[0]))
        return x != y ? x > y : a.place < b.place
      })
  }

  /// The scores of an entity; 0 if it is not ranked, `nil` where a measure has no meaning.
  private func scores(of place: Int, _ scores: Scoring.Scores) -> [Double?] {
    let vertex = scores.places.firstIndex(of: place)
    return scores.byMeasure.map { column in
      column.map { values in vertex.map { values[$0] } ?? 0 }
    }
  }

  private func without(
    _ ties: [Int]
  ) throws(NetworkError) -> (scores: [Double?], ranks: [Int?]) {
    var weights = network.ties.map(\.weight)
    for tie in ties { weights[tie] = 0 }
    let found = try scoring.scores(tieWeights: weights, toleratesUndefined: true)
    let ranks = found.ranks(by: measures, count: network.entities.count).map { ranks in
      ranks[place] == 0 ? nil : Int(ranks[place])
    }
    return (scores(of: place, found), ranks)
  }

  /// What each partner contributes to a score that is a sum.
  private func parts(of score: Double, by measure: Measure) throws(NetworkError) -> [Double] {
    let options = measure.projectionOptions(scoring.options.projection)
    let projection = try Projection(network, options)
    guard let vertex = projection.places.firstIndex(of: place) else { return [] }
    let graph = projection.graph
    let isWeighted = options.weights == .strength
    // Hubs are made of whom they point to.
    let isOutward = measure == .hubs
    var arcs: [Int: Double] = [:]
    for edge in graph.edges {
      let weight = isWeighted ? edge.weight : 1
      if edge.target == vertex, !isOutward || !graph.isDirected {
        arcs[projection.places[edge.source]] = weight
      }
      if edge.source == vertex, isOutward || !graph.isDirected {
        arcs[projection.places[edge.target]] = weight
      }
    }
    let share = try share(by: measure, projection, isWeighted)
    let raw = partners.map { partner in
      arcs[partner.place].map { $0 * share(partner.place) } ?? 0
    }
    switch measure {
    case .degree: return partners.map { arcs[$0.place] == nil ? 0 : 1 }
    case .strength, .pagerank: return raw
    default:
      let all = raw.reduce(0, +)
      return raw.map { all > 0 ? score * $0 / all : 0 }
    }
  }

  /// By place of a partner: what a tie of strength 1 to it brings.
  private func share(
    by measure: Measure, _ projection: Projection, _ isWeighted: Bool
  ) throws(NetworkError) -> (Int) -> Double {
    var vertexOf: [Int: Int] = [:]
    for (vertex, place) in projection.places.enumerated() { vertexOf[place] = vertex }
    let values: [Double]
    switch measure {
    case .pagerank, .eigenvector:
      let column = measures.firstIndex(of: measure) ?? 0
      let scores = scores.byMeasure[column] ?? []
      guard measure == .pagerank else {
        values = scores
        break
      }
      let graph = projection.graph
      let sent = isWeighted ? graph.strength(.outgoing) : graph.degree(.outgoing).map(Double.init)
      values = zip(scores, sent).map { $1 > 0 ? 0.85 * $0 / $1 : 0 }
    case .hubs: values = try Measure.authorities.scores(on: projection)
    case .authorities: values = try Measure.hubs.scores(on: projection)
    default: return { _ in 1 }
    }
    return { vertexOf[$0].map { values[$0] } ?? 0 }
  }
}
