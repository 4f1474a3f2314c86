import PartnerModel

/// Makes entities and observations of the attributes that nodes and edges have in every format
/// that knows attributes.
struct AttributeReader {
  /// Why a node or edge is left out.
  private struct Problem {
    var detail: String
    var remedy = ""
  }

  /// An edge whose entities are looked up together with those of others.
  private struct Edge {
    var observation: Observation
    var source: NameTable.Key
    var target: NameTable.Key
    /// Where it begins.
    var place: Int
  }

  private static let mostWaiting = 64

  var builder: EvidenceBuilder
  /// Whether edges are undirected that do not say so themselves.
  var isUndirected = false
  private var waiting: [Edge] = []
  /// What was fetched of the table of names in advance.
  private var fetched: UInt32 = 0
  private let hasRoom: Bool

  init(file: String, room: ObservationRoom? = nil) {
    builder = EvidenceBuilder(file: file, room: room)
    hasRoom = room != nil
    waiting.reserveCapacity(AttributeReader.mostWaiting)
  }

  /// Makes room for the edges of a file, the first of which takes so many bytes of it.
  mutating func reserve(fileSize: Int, edgeSize: Int) {
    if hasRoom { return }
    // What is never used of it takes no memory.
    builder.reserve(min(2 * fileSize / max(edgeSize, 32), 1 << 26))
  }

  /// Reads a node that begins at `place`: `id`, `name` or `label`, `kind`, `aliases`.
  mutating func readNode(
    _ values: borrowing AttributeValues, _ aliases: [String], at place: Int,
    in window: inout TextWindow
  ) {
    settle(&window)
    guard let id = values[.id].text else {
      report(
        Problem(
          detail: "a node has no id, or one that is \(values[.id].shown)",
          remedy: "ids are strings or numbers"), at: place, in: &window)
      return
    }
    guard let entity = builder.entity(id) else {
      report(
        Problem(detail: "a node's id is empty or holds a NUL character"), at: place, in: &window)
      return
    }
    let name = values[.name].kind == .missing ? values[.label] : values[.name]
    let kind = values[.kind].text.map { String(decoding: $0, as: UTF8.self).lowercased() }
    builder.describe(
      entity, name: name.text.flatMap(EvidenceBuilder.text),
      kind: kind.flatMap(EntityKind.init), aliases: aliases)
  }

  /// Reads an edge that begins at `place`: `source`, `target`, `relation`, `weight`, `date`,
  /// `status`, `document`, `story`, `directed`. It may wait until it is settled, for which its
  /// values must stay where they are.
  @inline(__always)
  mutating func readEdge(
    _ values: borrowing AttributeValues, _ number: Int64, at place: Int,
    in window: inout TextWindow
  ) {
    var observation = Observation(source: 0, target: 0, relation: 0, row: number)
    if let problem = read(values, into: &observation) {
      settle(&window)
      report(problem, at: place, in: &window)
      return
    }
    waiting.append(
      Edge(
        observation: observation, source: builder.entityNames.key(values[.source].bytes),
        target: builder.entityNames.key(values[.target].bytes), place: place))
    if waiting.count == AttributeReader.mostWaiting { settle(&window) }
  }

  /// Finishes the edges that wait, before memory is used for something else.
  @inline(__always)
  mutating func settle(_ window: inout TextWindow) {
    if !waiting.isEmpty { settleAll(&window) }
  }

  @inline(never)
  private mutating func settleAll(_ window: inout TextWindow) {
    for edge in waiting {
      fetched &+= builder.entityNames.fetch(edge.source)
      fetched &+= builder.entityNames.fetch(edge.target)
    }
    for var edge in waiting {
      guard let source = builder.entity(edge.source), let target = builder.entity(edge.target)
      else {
        report(
          Problem(detail: "an edge's source or target is empty or holds a NUL character"),
          at: edge.place, in: &window)
        continue
      }
      edge.observation.source = source
      edge.observation.target = target
      builder.add(edge.observation)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func report(_ problem: Problem, at place: Int, in window: inout TextWindow) {
    builder.report(line: window.line(at: place), problem.detail, problem.remedy)
  }

  /// Reads what an edge says besides its ends.
  @inline(__always)
  private mutating func read(
    _ values: borrowing AttributeValues, into observation: inout Observation
  ) -> Problem? {
    guard values[.source].text != nil else { return noEnd(.source, values[.source]) }
    guard values[.target].text != nil else { return noEnd(.target, values[.target]) }
    if let text = values[.weight].text {
      guard let weight = FieldReader.weight(text) ?? FieldReader.weight(text.trimmed) else {
        return problem(
          values[.weight], "is not a weight", "weights are finite numbers from 0")
      }
      observation.weight = weight
    }
    let date = values[.date].kind == .missing ? values[.timestamp] : values[.date]
    if let text = date.text, !text.isEmpty {
      guard let value = FieldReader.date(text) ?? FieldReader.date(text.trimmed) else {
        return problem(date, "is not a date", "write 2012, 2012-10, 2012-10-17 or two with a /")
      }
      observation.date = value
    }
    if let text = values[.status].text {
      guard let status = FieldReader.status(text) else {
        return problem(
          values[.status], "is not a status",
          Status.allCases.map(\.rawValue).joined(separator: ", "))
      }
      observation.status = status
    }
    guard let type = type(of: values) else {
      return Problem(detail: "the edge's relation holds a NUL character")
    }
    observation.relation = type
    if let name = values[.document].text {
      observation.document = builder.document(name, story: values[.story].text)
    }
    return nil
  }

  private func noEnd(_ attribute: Attribute, _ value: AttributeValue) -> Problem {
    Problem(
      detail: "an edge's \(attribute) is \(value.shown)",
      remedy: "it is the id of a node, a string or a number")
  }

  private func problem(_ value: AttributeValue, _ detail: String, _ remedy: String) -> Problem {
    Problem(detail: "\(value.shown) \(detail)", remedy: remedy)
  }

  /// The relation is in the first of these that says something; a multigraph's keys count if they
  /// are names.
  @inline(__always)
  private mutating func type(of values: borrowing AttributeValues) -> Int32? {
    var isUndirected = isUndirected
    switch values[.directed].kind {
    case .no: isUndirected = true
    case .yes: isUndirected = false
    default: break
    }
    if let name = values[.relation].text, !name.isEmpty {
      return builder.type(name, isUndirected: isUndirected)
    }
    var name = FileText.none
    if let type = values[.type].text {
      if type.isWord("undirected") {
        isUndirected = true
      } else if !type.isWord("directed") {
        name = type
      }
    }
    if name.isEmpty { name = values[.label].text ?? .none }
    if name.isEmpty, values[.key].kind == .string { name = values[.key].text ?? .none }
    return name.isEmpty
      ? builder.type(EvidenceBuilder.unnamedRelation, isUndirected: isUndirected)
      : builder.type(name, isUndirected: isUndirected)
  }
}
