import PartnerModel

/// Makes entities and observations of the attributes that nodes and edges have in every format
/// that knows attributes.
struct AttributeReader {
  var builder: EvidenceBuilder
  /// Whether edges are undirected that do not say so themselves.
  var isUndirected = false

  /// Reads a node: `id`, `name` or `label`, `kind`, `aliases`.
  mutating func readNode(_ values: borrowing AttributeValues, _ aliases: [String], _ line: Int) {
    guard let id = values[.id].text else {
      builder.report(
        line: line, "a node has no id, or one that is \(values[.id].shown)",
        "ids are strings or numbers")
      return
    }
    guard let place = builder.entity(id) else {
      builder.report(line: line, "a node's id is empty or holds a NUL character")
      return
    }
    let name = values[.name].kind == .missing ? values[.label] : values[.name]
    let kind = values[.kind].text.map { String(decoding: $0, as: UTF8.self).lowercased() }
    builder.describe(
      place, name: name.text.flatMap(EvidenceBuilder.text),
      kind: kind.flatMap(EntityKind.init), aliases: aliases)
  }

  /// Reads an edge: `source`, `target`, `relation`, `weight`, `date`, `status`, `document`,
  /// `story`, `directed`.
  @inline(__always)
  mutating func readEdge(_ values: borrowing AttributeValues, _ line: Int, _ number: Int64) {
    guard let source = end(.source, values[.source], line),
      let target = end(.target, values[.target], line)
    else { return }
    var observation = Observation(source: source, target: target, relation: 0, row: number)
    if let text = values[.weight].text {
      guard let weight = FieldReader.weight(text) ?? FieldReader.weight(text.trimmed) else {
        report(line, values[.weight], "is not a weight", "weights are finite numbers from 0")
        return
      }
      observation.weight = weight
    }
    let date = values[.date].kind == .missing ? values[.timestamp] : values[.date]
    if let text = date.text, !text.isEmpty {
      guard let value = FieldReader.date(text) ?? FieldReader.date(text.trimmed) else {
        report(line, date, "is not a date", "write 2012, 2012-10, 2012-10-17 or two with a /")
        return
      }
      observation.date = value
    }
    if let text = values[.status].text {
      guard let status = FieldReader.status(text) else {
        report(
          line, values[.status], "is not a status",
          Status.allCases.map(\.rawValue).joined(separator: ", "))
        return
      }
      observation.status = status
    }
    guard let type = type(of: values) else {
      builder.report(line: line, "the edge's relation holds a NUL character")
      return
    }
    observation.relation = type
    if let name = values[.document].text {
      observation.document = builder.document(name, story: values[.story].text)
    }
    builder.add(observation)
  }

  @inline(__always)
  private mutating func end(
    _ attribute: Attribute, _ value: AttributeValue, _ line: Int
  ) -> Int32? {
    if let id = value.text, let place = builder.entity(id) { return place }
    builder.report(
      line: line, "an edge's \(attribute) is \(value.shown)",
      "it is the id of a node, a string or a number")
    return nil
  }

  private mutating func report(
    _ line: Int, _ value: AttributeValue, _ detail: String, _ remedy: String
  ) {
    builder.report(line: line, "\(value.shown) \(detail)", remedy)
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
