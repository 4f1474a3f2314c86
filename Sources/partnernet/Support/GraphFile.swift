import ExchangeFormats
import NetworkReports
import NetworkStore
import PartnerModel
import PartnerNetwork

/// A graph that was opened: a store or an exchange file, all the same from here on.
struct GraphFile {
  let name: String
  let evidence: EvidenceSet
  private let store: NetworkStore?

  static let endings =
    ".sqlite, "
    + ExchangeFormat.allCases.map { "." + $0.rawValue }
    .joined(separator: ", ")

  /// Opens and reads a graph. What of an exchange file cannot be used is left out and reported.
  init(
    _ path: String, threads: Int = ThreadOptions.coreCount, messages: MessageOptions
  ) throws {
    name = path
    switch try ExchangeFile.content(of: path) {
    case .store:
      let store = try NetworkStore(path: path, mode: .reading)
      self.store = store
      evidence = try store.evidence()
    case .exchange:
      store = nil
      let reading = try ExchangeFile.read(path, threads: threads)
      evidence = reading.evidence
      let shown = 5
      for problem in reading.problems.prefix(shown) { Messages.line("Warning: \(problem)") }
      if reading.problemCount > shown {
        Messages.line("Warning: \(path): \(reading.problemCount - shown) more rows left out")
      }
      if !messages.quiet { for note in reading.notes { Messages.line("Note: \(path): \(note)") } }
    }
  }

  /// The evidence with a way to look up sentences.
  var book: EvidenceBook {
    guard let store else { return EvidenceBook(evidence) }
    return EvidenceBook(evidence) { rows in
      var sentences: [Int64: EvidenceLine.Sentence] = [:]
      for found in try store.statements(rows: rows) {
        let statement = found.statement
        sentences[found.row] = EvidenceLine.Sentence(
          text: statement.text, range: statement.evidence, rule: statement.rule,
          confidence: statement.confidence)
      }
      return sentences
    }
  }

  /// The network of what is selected; faults of the evidence are reported.
  func network(_ selection: Selection, messages: MessageOptions) throws -> Network {
    try check(selection.relations)
    let network = Network(evidence, selection: selection)
    for problem in network.problems { Messages.line("Warning: \(name): \(problem)") }
    if network.entities.isEmpty { Messages.line("Warning: \(name): \(emptiness(network))") }
    return network
  }

  /// Says how much is in no period because it is not dated.
  func noteUndated(_ network: Network, messages: MessageOptions) {
    let count = network.undatedObservationCount
    guard count > 0, !messages.quiet else { return }
    Messages.line(
      "Note: \(name): \(count) \(count == 1 ? "statement is" : "statements are") undated and so in"
        + " no period; --undated counts them in each")
  }

  /// The place among the entities of the one that is meant by a name.
  func place(ofEntity entity: String) throws -> Int {
    do {
      return try evidence.entities.place(named: entity)
    } catch {
      var error = error
      error.file = name
      throw error
    }
  }

  private func emptiness(_ network: Network) -> String {
    if evidence.observations.isEmpty { return "the graph has no ties" }
    let dates = evidence.observations.compactMap(\.date)
    guard network.selection.period != nil, let first = dates.map(\.first).min(),
      let last = dates.map(\.last).max()
    else { return "nothing of the graph is selected; widen the selection" }
    return "nothing is selected; what is dated lies in \(Period(from: first, to: last))"
  }

  /// Relations that neither the vocabulary nor the graph has.
  private func check(_ names: Set<String>?) throws {
    let known = Set(evidence.relations.map(\.name)).union(Relation.allCases.map(\.rawValue))
    let unknown = (names ?? []).subtracting(known).sorted()
    guard let first = unknown.first else { return }
    throw UnknownRelation(file: name, name: first, known: evidence.relations.map(\.name).sorted())
  }
}

/// A relation that was asked for and does not exist.
struct UnknownRelation: Error, CustomStringConvertible {
  let file: String
  let name: String
  let known: [String]

  var description: String {
    "\(file): there is no relation '\(name)'; the graph has \(known.joined(separator: ", "))"
  }
}
