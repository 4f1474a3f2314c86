import PartnerModel

/// Makes entities and observations of the attributes that nodes and edges have in every format
/// that knows attributes.
struct AttributeReader {
  /// Why a node or edge is left out.
  struct Problem {
    var detail: String
    var remedy = ""
  }

  var builder: EvidenceBuilder
  /// Whether edges are undirected that do not say so themselves.
  var isUndirected = false

  /// Makes room for the edges of a file, the first of which takes so many bytes of it.
  mutating func reserve(fileSize: Int, edgeSize: Int) {
    // What is never used of it takes no memory.
    builder.reserve(min(2 * fileSize / max(edgeSize, 32), 1 << 26))
  }

  /// Reads a node: `id`, `name` or `label`, `kind`, `aliases`.
  mutating func readNode(
    _ values: borrowing AttributeValues, _ aliases: [String]
  ) -> Problem? {
    guard let id = values[.id].text else {
      return Problem(
        detail: "a node has no id, or one that is \(values[.id].shown)",
        remedy: "ids are strings or numbers")
    }
    guard let place = builder.entity(id) else {
      return Problem(detail: "a node's id is empty or holds a NUL character")
    }
    let name = values[.name].kind == .missing ? values[.label] : values[.name]
    let kind = values[.kind].text.map { String(decoding: $0, as: UTF8.self).lowercased() }
    builder.describe(
      place, name: name.text.flatMap(EvidenceBuilder.text),
      kind: kind.flatMap(EntityKind.init), aliases: aliases)
    return nil
  }

  /// Reads an edge: `source`, `target`, `relation`, `weight`, `date`, `status`, `document`,
  /// `story`, `directed`.
  @inline(__always)
  mutating func readEdge(_ values: borrowing AttributeValues, _ number: Int64) -> Problem? {
    guard let source = end(values[.source]) else { return noEnd(.source, values[.source]) }
    guard let target = end(values[.target]) else { return noEnd(.target, values[.target]) }
    var observation = Observation(source: source, target: target, relation: 0, row: number)
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
    builder.add(observation)
    return nil
  }

  @inline(__always)
  private mutating func end(_ value: AttributeValue) -> Int32? {
    value.text.flatMap { builder.entity($0) }
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
