import PartnerModel
import PartnerNetwork

/// What a graph holds, in numbers, as the outputs of `info`.
public struct SummaryResults: Sendable {
  /// The file.
  public let name: String
  private let evidence: EvidenceSet
  private let network: Network
  private let shape: NetworkShape?

  /// Counts the evidence of a file.
  public init(_ evidence: EvidenceSet, name: String) {
    self.name = name
    self.evidence = evidence
    network = Network(evidence)
    shape = try? network.shape()
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
    func add(_ what: String, by values: [String], inOrder: Bool = false) {
      for (value, count) in tally(values, inOrder: inOrder) {
        counts.append(Count(what: what, value: value, count: count))
      }
    }
    let hasDocuments = !evidence.documents.isEmpty
    if hasDocuments {
      add("documents", evidence.documents.count)
      add("stories", Set(evidence.documents.map(\.story)).count)
      add("words", evidence.documents.reduce(0) { $0 + $1.wordCount })
      add("documents by outlet", by: evidence.documents.map { $0.source ?? "(not named)" })
    }
    add("entities", evidence.entities.count)
    add("entities by kind", by: evidence.entities.map { $0.kind?.rawValue ?? "(not said)" })
    add(hasDocuments ? "statements" : "rows", evidence.observations.count)
    add("ties", network.ties.count)
    if let shape {
      add("tied pairs", shape.pairCount)
      add("components", shape.componentCount)
      add("entities in the largest", shape.largestComponent)
    }
    let relations = evidence.observations.compactMap { observation in
      evidence.relations.indices.contains(Int(observation.relation))
        ? evidence.relations[Int(observation.relation)].name : nil
    }
    add(hasDocuments ? "statements by relation" : "rows by relation", by: relations)
    if hasDocuments {
      add("statements by status", by: evidence.observations.map(\.status.rawValue))
    }
    add("by year", by: years, inOrder: true)
    add("undated \(hasDocuments ? "statements" : "rows")", undatedCount)
    if hasDocuments { add("undated documents", undatedDocuments.count) }
    return counts
  }

  private var years: [String] {
    evidence.observations.compactMap(\.date).map { date in
      let middle = Day(number: (date.first.number + date.last.number) / 2)
      return String(middle.components.year)
    }
  }

  private var undatedCount: Int {
    evidence.observations.reduce(0) { $0 + ($1.date == nil ? 1 : 0) }
  }

  /// The names of the documents that no date is known for.
  private var undatedDocuments: [String] {
    evidence.documents.filter { $0.date == nil }.map(\.name)
  }

  /// From the first to the last day that anything is known of.
  private var period: Period? {
    let dates = evidence.observations.compactMap(\.date)
    guard let first = dates.map(\.first).min(), let last = dates.map(\.last).max() else {
      return nil
    }
    return Period(from: first, to: last)
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
      (period.map { [("period", "\($0)")] } ?? [])
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
      .init(key: "period", value: JSON(period?.description)),
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

  /// Values with their counts, the most frequent first or in the order of the alphabet.
  private func tally(_ values: [String], inOrder: Bool) -> [(String, Int)] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.sorted { a, b in
      inOrder || a.value == b.value ? a.key < b.key : a.value > b.value
    }.map { ($0.key, $0.value) }
  }
}
