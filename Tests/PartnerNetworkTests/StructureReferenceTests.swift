import PartnerModel
import PartnerNetwork
import Testing

/// The measures that look at more than paths, against NetworkX 3.6.1 on the graphs of
/// ``ReferenceTests``. What continues its script:
///
///     for name, graph in [("both", both), ("in", incoming), ("out", incoming.reverse())]:
///         largest = max(abs(nx.adjacency_spectrum(graph)))
///         hubs, authorities = nx.hits(graph if name == "both" else incoming)
///         for measure, scores in [
///             ("katz", nx.katz_centrality_numpy(graph, alpha=0.85 / largest, weight="weight")),
///             ("hubs", hubs), ("authorities", authorities),
///             ("core", nx.core_number(nx.Graph(graph))), ("clustering", nx.clustering(graph)),
///             ("constraint", nx.constraint(graph, weight="weight")),
///             # Asked for all at once it divides by the wrong maxima.
///             ("effective-size",
///              {n: nx.effective_size(graph, [n], weight="weight")[n] for n in graph}),
///         ]:
///             values = ", ".join(f"{float(abs(scores[n])):.9f}" for n in "abcdef")
///             print(f'("{name}", "{measure}", [{values}]),')
struct StructureReferenceTests {
  private static let references: [(String, String, [Double])] = [
    (
      "both", "katz",
      [0.554606159, 0.572642068, 0.408848759, 0.207592339, 0.177368959, 0.350401820]
    ),
    (
      "both", "hubs",
      [0.269502263, 0.279453880, 0.174410707, 0.074393066, 0.058569543, 0.143670540]
    ),
    (
      "both", "authorities",
      [0.269502263, 0.279453880, 0.174410707, 0.074393066, 0.058569543, 0.143670540]
    ),
    (
      "both", "core",
      [2.000000000, 2.000000000, 2.000000000, 2.000000000, 2.000000000, 2.000000000]
    ),
    (
      "both", "clustering",
      [0.333333333, 0.333333333, 0.000000000, 0.000000000, 0.666666667, 0.333333333]
    ),
    (
      "both", "constraint",
      [0.569103462, 0.584680051, 0.395555556, 0.520000000, 0.722054018, 0.518989091]
    ),
    (
      "both", "effective-size",
      [3.509803922, 2.642156863, 3.000000000, 2.000000000, 2.354166667, 2.902777778]
    ),
    (
      "in", "katz",
      [0.668983032, 0.554222841, 0.316064179, 0.159447397, 0.124129242, 0.323373839]
    ),
    (
      "in", "hubs",
      [0.000000000, 0.639215373, 0.016121708, 0.179127397, 0.057679788, 0.107855735]
    ),
    (
      "in", "authorities",
      [0.635640451, 0.000000000, 0.280023137, 0.004376951, 0.057847769, 0.022111691]
    ),
    (
      "in", "clustering",
      [0.166666667, 0.200000000, 0.000000000, 0.000000000, 0.500000000, 0.166666667]
    ),
    (
      "in", "constraint",
      [0.657447468, 0.665860480, 0.358024691, 0.625000000, 0.750643247, 0.518092969]
    ),
    (
      "in", "effective-size",
      [3.508454106, 2.606280193, 3.000000000, 2.000000000, 2.381944444, 2.907407407]
    ),
    (
      "out", "katz",
      [0.572594208, 0.696121175, 0.266178044, 0.247602127, 0.156243322, 0.176016031]
    ),
    (
      "out", "hubs",
      [0.000000000, 0.639215373, 0.016121708, 0.179127397, 0.057679788, 0.107855735]
    ),
    (
      "out", "authorities",
      [0.635640451, 0.000000000, 0.280023137, 0.004376951, 0.057847769, 0.022111691]
    ),
  ]

  @Test(arguments: references)
  func agreesWithNetworkX(direction: String, measure: String, expected: [Double]) throws {
    try expectScores(of: measure, direction: direction, expected)
  }
}
