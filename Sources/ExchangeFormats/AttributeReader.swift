import PartnerModel

/// Makes entities and observations of the attributes that nodes and edges have in every format
/// that knows attributes.
struct AttributeReader {
  var builder: EvidenceBuilder
  /// Whether edges are undirected that do not say so themselves.
  var isUndirected = false

  /// Reads a node: `id`, `name` or `label`, `kind`, `aliases`.
  mutating func readNode(_ members: [String: JSONValue], _ line: Int) {
    guard let id = members["id"]?.text else {
      builder.report(
        line: line, "a node has no id, or one that is \(members["id"]?.shown ?? "missing")",
        "ids are strings or numbers")
      return
    }
    guard let place = builder.entity(id) else {
      builder.report(line: line, "a node's id is empty or holds a NUL character")
      return
    }
    var aliases: [String] = []
    if case .array(let values) = members["aliases"] { aliases = values.compactMap(\.text) }
    builder.describe(
      place, name: (members["name"] ?? members["label"])?.text,
      kind: members["kind"]?.text.flatMap { EntityKind(rawValue: $0.lowercased()) },
      aliases: aliases)
  }

  /// Reads an edge: `source`, `target`, `relation`, `weight`, `date`, `status`, `document`,
  /// `story`, `directed`.
  mutating func readEdge(_ members: [String: JSONValue], _ line: Int, _ number: Int64) {
    guard let source = end("source", of: members, line),
      let target = end("target", of: members, line)
    else { return }
    var observation = Observation(source: source, target: target, relation: 0, row: number)
    if let value = members["weight"], case .some = value.text {
      guard let weight = read(value, FieldReader.weight) else {
        builder.report(
          line: line, "\(value.shown) is not a weight", "weights are finite numbers from 0")
        return
      }
      observation.weight = weight
    }
    if let value = members["date"] ?? members["timestamp"], let text = value.text, !text.isEmpty {
      guard let date = read(value, FieldReader.date) else {
        builder.report(
          line: line, "\(value.shown) is not a date",
          "write 2012, 2012-10, 2012-10-17 or two with a /")
        return
      }
      observation.date = date
    }
    if let value = members["status"], let text = value.text {
      guard let status = Status(rawValue: text) else {
        builder.report(
          line: line, "\(value.shown) is not a status",
          Status.allCases.map(\.rawValue).joined(separator: ", "))
        return
      }
      observation.status = status
    }
    guard let type = type(of: members) else {
      builder.report(line: line, "the edge's relation holds a NUL character")
      return
    }
    observation.relation = type
    if var name = members["document"]?.text {
      let story = members["story"]?.text.flatMap { Int($0) }
      observation.document =
        name.withUTF8 { builder.document(UnsafeRawBufferPointer($0), story: story) } ?? -1
    }
    builder.add(observation)
  }

  private mutating func end(
    _ name: String, of members: [String: JSONValue], _ line: Int
  ) -> Int32? {
    if let id = members[name]?.text, let place = builder.entity(id) { return place }
    builder.report(
      line: line, "an edge's \(name) is \(members[name]?.shown ?? "missing")",
      "it is the id of a node, a string or a number")
    return nil
  }

  private func read<Value>(
    _ value: JSONValue, _ reader: (UnsafeRawBufferPointer) -> Value?
  ) -> Value? {
    guard var text = value.text else { return nil }
    return text.withUTF8 { text in
      let bytes = UnsafeRawBufferPointer(text)
      let inner = bytes.trimmingPrefix { $0 <= 32 }
      let end = inner.lastIndex { $0 > 32 }.map { $0 + 1 } ?? inner.startIndex
      return reader(UnsafeRawBufferPointer(rebasing: bytes[inner.startIndex..<end]))
    }
  }

  /// The relation is in the first of these that says something; a multigraph's keys count if they
  /// are names.
  private mutating func type(of members: [String: JSONValue]) -> Int32? {
    var isUndirected = isUndirected
    if case .bool(let isDirected) = members["directed"] { isUndirected = !isDirected }
    var name = members["relation"]?.text ?? ""
    if name.isEmpty, let type = members["type"]?.text {
      switch type.lowercased() {
      case "directed": break
      case "undirected": isUndirected = true
      default: name = type
      }
    }
    if name.isEmpty { name = members["label"]?.text ?? "" }
    if name.isEmpty, case .string(let key) = members["key"] { name = key }
    if name.isEmpty { name = EvidenceBuilder.unnamedRelation }
    return builder.type(name, isUndirected: isUndirected)
  }
}
