import ExchangeFormats
import NetworkMaps
import NetworkReports
import PartnerModel
import PartnerNetwork

/// The forms of a ranking.
extension Rank {
  func rank(
    _ file: GraphFile, _ network: Network, _ options: RankingOptions, _ timings: Timings
  ) throws {
    file.noteUndated(network, messages: messages)
    let ranking = try Ranking(of: network, by: by, options: options) { timings.add($0, $1) }
    noteDefinitions(ranking.measures, options)
    if let error = ranking.samplingError, !messages.quiet {
      Messages.line(
        "Note: betweenness: off by at most \(RankingResults.shown(error)), with 95 % probability")
    }
    try timings.measure("write") {
      let results = RankingResults(ranking, of: network)
      try format.write(
        text: results.table.text(limit: top.top), table: results.table.limited(to: top.top),
        json: results.json(limit: top.top))
    }
  }

  func rankOverTime(
    _ file: GraphFile, _ options: RankingOptions, _ timings: Timings
  ) throws {
    let periods = try series(of: file)
    file.noteUndated(
      Network(file.evidence, selection: selection.filters.selection(period: periods.first)),
      messages: messages)
    let trajectory = try timings.measure("rank") {
      try RankTrajectory(
        of: file.evidence, over: periods, selection: selection.filters.selection(period: nil),
        by: by, options: options)
    }
    noteDefinitions(trajectory.measures, options)
    let results = TrajectoryResults(trajectory, selection: selection.selection)
    try timings.measure("write") {
      try format.write(
        text: results.text(limit: top.top), table: results.table(limit: top.top),
        json: results.json(limit: top.top))
    }
    guard let output else { return }
    let bytes = try timings.measure("draw") {
      try results.chart(title: title, count: top.top ?? 12).render(
        as: MapFormat(path: output) ?? .svg)
    }
    try timings.measure("write") { try AtomicFile.write(bytes, to: output) }
  }

  func explain(
    _ name: String, _ file: GraphFile, _ network: Network, _ options: RankingOptions,
    _ timings: Timings
  ) throws {
    file.noteUndated(network, messages: messages)
    let entity = file.evidence.entities[try file.place(ofEntity: name)]
    let explanation = try timings.measure("explain") {
      try network.explanation(of: entity.id, by: by, options: options)
    }
    noteDefinitions(explanation.measures, options)
    let results = ExplanationResults(explanation, of: network)
    try timings.measure("write") {
      try format.write(
        text: results.text(limit: top.top), table: results.table(limit: top.top),
        json: results.json(limit: top.top))
    }
  }

  func rankTies(
    _ file: GraphFile, _ network: Network, _ options: RankingOptions, _ timings: Timings
  ) throws {
    file.noteUndated(network, messages: messages)
    let found = try timings.measure("bridges") {
      try network.tieBetweenness(options.projection, threads: options.threads)
    }
    let results = TieBetweennessResults(found, of: network)
    if !messages.quiet { Messages.line("Note: " + results.summary) }
    try timings.measure("write") {
      try format.write(
        text: results.table.text(limit: top.top), table: results.table.limited(to: top.top),
        json: results.json(limit: top.top))
    }
  }

  func rankWithoutOutlets(
    _ file: GraphFile, _ network: Network, _ options: RankingOptions, _ timings: Timings
  ) throws {
    file.noteUndated(network, messages: messages)
    let dependence = try timings.measure("rank") {
      try SourceDependence(
        of: file.evidence, selection: selection.selection, by: by, options: options)
    }
    noteDefinitions(dependence.measures, options)
    if dependence.sources.isEmpty {
      Messages.line(
        "Warning: \(file.name): no document names its outlet, so there is none to leave out")
    }
    try timings.measure("write") {
      let results = DependenceResults(dependence, selection: selection.selection)
      try format.write(
        text: results.text(limit: top.top), table: results.table(limit: top.top),
        json: results.json(limit: top.top))
    }
  }

  private func noteDefinitions(_ measures: [Measure], _ options: RankingOptions) {
    guard !messages.quiet else { return }
    for measure in measures {
      Messages.line("Note: \(measure.rawValue): \(options.definition(of: measure))")
    }
  }

  /// The periods to rank by; an error if nothing is dated well enough to fall in any.
  private func series(of file: GraphFile) throws -> [Period] {
    if let periods { return periods }
    return try file.periods(every: every ?? .year, within: selection.period)
  }
}
