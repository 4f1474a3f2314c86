import PartnerModel
import PartnerNetwork
import Testing

/// From ties to scores, against NetworkX 3.6.1: that the projection means what it says. The script
/// builds the simple graphs from the same ties by itself:
///
///     from fractions import Fraction
///     import networkx as nx
///     ties = [("a", "agree", "b", 3), ("a", "transfer", "b", 1), ("b", "transfer", "a", 2),
///             ("b", "transfer", "c", 2), ("c", "consult", "d", 1.5), ("d", "aid", "a", 1),
///             ("e", "leads", "a", 0.5), ("c", "transfer", "f", 4), ("f", "support", "a", 1),
///             ("e", "memberOf", "f", 1), ("b", "aid", "e", 0.5)]
///     both, incoming = nx.Graph(), nx.DiGraph()
///     def add(graph, source, target, weight):
///         before = graph.get_edge_data(source, target, {"weight": 0})["weight"]
///         graph.add_edge(source, target, weight=before + weight)
///     for source, relation, target, weight in ties:
///         add(both, source, target, weight)
///         add(incoming, source, target, weight)
///         if relation in ("agree", "consult"):
///             add(incoming, target, source, weight)
///     for name, graph in [("both", both), ("in", incoming), ("out", incoming.reverse())]:
///         for _, _, data in graph.edges(data=True):
///             data["distance"] = 1 / Fraction(data["weight"])  # exact: equal paths are equal
///         eigenvector = nx.eigenvector_centrality_numpy(graph, weight="weight")
///         for measure, scores in [
///             ("pagerank", nx.pagerank(graph, tol=1e-14, max_iter=10000)),
///             ("betweenness", nx.betweenness_centrality(graph, weight="distance")),
///             ("closeness", nx.closeness_centrality(graph, distance="distance")),
///             ("harmonic", nx.harmonic_centrality(graph, distance="distance")),
///             ("eigenvector", {n: abs(v) for n, v in eigenvector.items()}),
///         ]:
///             values = ", ".join(f"{float(scores[n]):.9f}" for n in "abcdef")
///             print(f'("{name}", "{measure}", [{values}]),')
struct ReferenceTests {
  private static let references: [(String, String, [Double])] = [
    (
      "both", "pagerank",
      [0.229601488, 0.226319490, 0.212344321, 0.084058683, 0.072598673, 0.175077344]
    ),
    (
      "both", "betweenness",
      [0.050000000, 0.300000000, 0.650000000, 0.000000000, 0.000000000, 0.400000000]
    ),
    (
      "both", "closeness",
      [1.071428571, 1.153846154, 1.500000000, 0.882352941, 0.638297872, 1.304347826]
    ),
    (
      "both", "harmonic",
      [10.112648221, 10.761904762, 9.800000000, 4.969791078, 3.414906832, 8.515151515]
    ),
    (
      "both", "eigenvector",
      [0.587053410, 0.608730894, 0.379916663, 0.162049486, 0.127581303, 0.312955742]
    ),
    (
      "in", "pagerank",
      [0.340184967, 0.314157222, 0.123568088, 0.053645330, 0.042802243, 0.125642150]
    ),
    (
      "in", "betweenness",
      [0.550000000, 0.550000000, 0.350000000, 0.000000000, 0.000000000, 0.250000000]
    ),
    (
      "in", "closeness",
      [0.917431193, 0.769230769, 0.779220779, 0.550458716, 0.350877193, 1.276595745]
    ),
    (
      "in", "harmonic",
      [8.300000000, 6.711111111, 5.768398268, 3.769501240, 1.845543346, 8.424242424]
    ),
    (
      "in", "eigenvector",
      [0.704263337, 0.594211888, 0.278565868, 0.088138454, 0.062669699, 0.248255037]
    ),
    (
      "out", "pagerank",
      [0.292431522, 0.314625320, 0.165070539, 0.118275079, 0.051455300, 0.058142239]
    ),
    (
      "out", "betweenness",
      [0.550000000, 0.550000000, 0.350000000, 0.000000000, 0.000000000, 0.250000000]
    ),
    (
      "out", "closeness",
      [0.882352941, 1.083032491, 0.697674419, 0.705882353, 0.437956204, 0.517241379]
    ),
    (
      "out", "harmonic",
      [7.483660131, 9.690476190, 7.252380952, 4.698601399, 2.600763735, 3.092913983]
    ),
    (
      "out", "eigenvector",
      [0.616177182, 0.730296730, 0.167560303, 0.182988829, 0.092401935, 0.129972621]
    ),
  ]

  @Test(arguments: references)
  func agreesWithNetworkX(direction: String, measure: String, expected: [Double]) throws {
    try expectScores(of: measure, direction: direction, expected)
  }
}

/// Compares the scores of a measure on the reference ties, and one hostile tie that must not count.
func expectScores(of measure: String, direction: String, _ expected: [Double]) throws {
  var writer = EvidenceWriter()
  for (source, relation, target, weight) in [
    ("a", "agree", "b", 3), ("a", "transfer", "b", 1), ("b", "transfer", "a", 2),
    ("b", "transfer", "c", 2), ("c", "consult", "d", 1.5), ("d", "aid", "a", 1),
    ("e", "leads", "a", 0.5), ("c", "transfer", "f", 4), ("f", "support", "a", 1),
    ("e", "memberOf", "f", 1), ("b", "aid", "e", 0.5), ("a", "threaten", "f", 9),
  ] {
    writer.observe(source, relation, target, weight: weight)
  }
  let options = ProjectionOptions(direction: try #require(ProjectionDirection(rawValue: direction)))
  let projection = try Network(writer.evidence).projection(options)
  let scores = try Measure(named: measure).scores(on: projection)
  #expect(scores.count == expected.count)
  for (score, reference) in zip(scores, expected) { #expect(abs(score - reference) < 2e-9) }
}
