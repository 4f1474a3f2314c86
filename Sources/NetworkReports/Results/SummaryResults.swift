import PartnerModel
import PartnerNetwork

/// What a graph holds, in numbers, as the outputs of `info`.
public struct SummaryResults: Sendable {
  /// The file.
  public let name: String
  private let evidence: EvidenceSet
  private let network: Network
  private let shape: NetworkShape?
  private let tallies: ObservationTallies

  /// Counts the evidence of a file.
  public init(_ evidence: EvidenceSet, name: String) {
    self.name = name
    self.evidence = evidence
    network = Network(evidence)
    shape = try? network.shape()
    tallies = ObservationTallies(evidence)
  }

  /// A thing that is counted, and what it is counted by.
  private struct Count {
    var what: String
    var value: String?
    var count: Int
  }

  private var counts: [Count] {
    var counts: [Count] = []
    func add(_ what: String, _ count: Int) { counts.append(Count(what: what, count: count)) }
    func add(_ what: String, by values: [(name: String, count: Int)], inOrder: Bool = false) {
      for (value, count) in ordered(values, inOrder: inOrder) {
        counts.append(Count(what: what, value: value, count: count))
      }
    }
    let hasDocuments = !evidence.documents.isEmpty
    if hasDocuments {
      add("documents", evidence.documents.count)
      add("stories", Set(evidence.documents.map(\.story)).count)
      add("words", evidence.documents.reduce(0) { $0 + $1.wordCount })
      add("documents by outlet", by: evidence.documents.map { ($0.source ?? "(not named)", 1) })
    }
    add("entities", evidence.entities.count)
    add("entities by kind", by: kinds)
    add(hasDocuments ? "statements" : "rows", evidence.observations.count)
    add("ties", network.ties.count)
    if let shape {
      add("tied pairs", shape.pairCount)
      add("components", shape.componentCount)
      add("entities in the largest", shape.largestComponent)
    }
    add(hasDocuments ? "statements by relation" : "rows by relation", by: tallies.relations)
    if hasDocuments {
      add("statements by status", by: tallies.statuses)
    }
    add("by year", by: tallies.years, inOrder: true)
    add("undated \(hasDocuments ? "statements" : "rows")", tallies.undated)
    if hasDocuments { add("undated documents", undatedDocuments.count) }
    return counts
  }

  private var kinds: [(name: String, count: Int)] {
    var counts: [EntityKind?: Int] = [:]
    for entity in evidence.entities { counts[entity.kind, default: 0] += 1 }
    return counts.map { ($0.key?.rawValue ?? "(not said)", $0.value) }
  }

  /// The names of the documents that no date is known for.
  private var undatedDocuments: [String] {
    evidence.documents.filter { $0.date == nil }.map(\.name)
  }

  /// Two shares of the network as a whole: how many pairs are tied, and how many partners of a
  /// partner are partners.
  private var shares: [(what: String, value: Double)] {
    shape.map { [("density", $0.density), ("transitivity", $0.transitivity)] } ?? []
  }

  /// What is wrong with the evidence, a sentence each.
  public var problems: [String] { network.problems.map(\.description) }

  /// The counts for people, the undated documents by name below.
  ///
  /// - Parameter limit: How many of each list to show.
  public func text(limit: Int) -> String {
    var result = DisplayWidth.harmless(name) + "\n"
    let facts =
      (tallies.period.map { [("period", "\($0)")] } ?? [])
      + shares.map { ($0.what, Decimals.text($0.value, decimals: 4)) }
    for (what, value) in facts {
      result += DisplayWidth.padded(what, to: 14, onLeft: false) + value + "\n"
    }
    result += "\n"
    var previous: String?
    var listed = 0
    let all = counts
    let width = all.map { DisplayWidth.of(label($0)) }.max() ?? 0
    for count in all {
      let isListed = count.value != nil
      if isListed {
        listed = previous == count.what ? listed + 1 : 1
        let isYear = count.what == "by year"
        if listed == limit + 1, !isYear {
          let rest = all.filter { $0.what == count.what }.count - limit
          result += "  (\(rest) more)\n"
        }
        if previous != count.what { result += count.what + "\n" }
        previous = count.what
        if listed > limit, !isYear { continue }
      } else {
        previous = nil
      }
      result += DisplayWidth.padded(label(count), to: min(width, 60), onLeft: false) + "  "
      result += DisplayWidth.padded(String(count.count), to: 9, onLeft: true) + "\n"
    }
    for name in undatedDocuments.prefix(limit) {
      result += "  " + DisplayWidth.harmless(name) + "\n"
    }
    if undatedDocuments.count > limit { result += "  (\(undatedDocuments.count - limit) more)\n" }
    return result
  }

  private func label(_ count: Count) -> String {
    guard let value = count.value else { return count.what }
    return "  " + DisplayWidth.shortened(DisplayWidth.harmless(value), to: 58)
  }

  /// The counts as rows.
  public var table: Table {
    Table(
      columns: [Table.Column("what"), Table.Column("value"), Table.Column("count")],
      rows: counts.map { [.text($0.what), .init($0.value), .integer($0.count)] }
        + shares.map { [.text($0.what), .empty, .number($0.value)] })
  }

  /// The counts as JSON.
  public var json: JSON {
    var members: [JSON.Member] = [
      .init(key: "graph", value: .string(name)),
      .init(key: "period", value: JSON(tallies.period?.description)),
    ]
    for count in counts {
      let key = camelCased(count.what)
      guard let value = count.value else {
        members.append(.init(key: key, value: .integer(count.count)))
        continue
      }
      let member = JSON.Member(key: value, value: .integer(count.count))
      if case .object(let known)? = members.last?.value, members.last?.key == key {
        members[members.count - 1].value = .object(known + [member])
      } else {
        members.append(.init(key: key, value: .object([member])))
      }
    }
    for (what, value) in shares { members.append(.init(key: what, value: .number(value))) }
    members.append(
      .init(key: "undatedDocumentNames", value: .array(undatedDocuments.map { .string($0) })))
    members.append(.init(key: "problems", value: .array(problems.map { .string($0) })))
    return .object(members)
  }

  private func camelCased(_ words: String) -> String {
    let parts = words.split(separator: " ")
    return parts.enumerated().map { place, part in
      place == 0 ? String(part) : part.prefix(1).uppercased() + part.dropFirst()
    }.joined()
  }

  /// Counts by name, the most frequent first or in the order of the alphabet; those of one name
  /// are one.
  private func ordered(
    _ values: [(name: String, count: Int)], inOrder: Bool
  ) -> [(name: String, count: Int)] {
    var counts: [String: Int] = [:]
    for value in values where value.count > 0 { counts[value.name, default: 0] += value.count }
    return counts.sorted { a, b in
      inOrder || a.value == b.value ? a.key < b.key : a.value > b.value
    }.map { ($0.key, $0.value) }
  }
}
