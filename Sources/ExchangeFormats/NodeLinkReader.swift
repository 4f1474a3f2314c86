import PartnerModel

/// Reads node-link JSON: `{"directed", "nodes": [{"id"}], "edges": [{"source", "target"}]}`, as
/// NetworkX and D3 write it; older files call the edges links.
struct NodeLinkReader {
  private var builder: EvidenceBuilder
  private let file: String
  private var isUndirected = false

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    var reader = NodeLinkReader(file: file)
    try bytes.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      try reader.read(JSONScanner(bytes, file: file))
    }
    return try reader.builder.reading()
  }

  private init(file: String) {
    self.file = file
    builder = EvidenceBuilder(file: file)
  }

  private mutating func read(_ start: JSONScanner) throws(ExchangeError) {
    var scanner = start
    // Whether the graph is directed may be said after the edges: find the parts, then read them.
    var parts: [String: Int] = [:]
    guard scanner.peek() == UInt8(ascii: "{") else {
      throw scanner.isAtEnd
        ? ExchangeError(
          .malformed, file: file, detail: "is empty", remedy: "give a node-link JSON file")
        : notNodeLink("is not an object with nodes and edges")
    }
    try scanner.object { (key, scanner) throws(ExchangeError) in
      _ = scanner.peek()
      parts[key] = scanner.place
      try scanner.skip(depth: 1)
    }
    guard scanner.isAtEnd else { throw scanner.failure("goes on after the end of the graph") }
    guard let edges = parts["edges"] ?? parts["links"] else {
      throw notNodeLink("has neither edges nor links")
    }
    if parts["edges"] != nil && parts["links"] != nil {
      builder.notes.append("has both edges and links: the links are not read")
    }
    if let place = parts["directed"] {
      scanner.place = place
      if case .bool(let isDirected) = try scanner.value() { isUndirected = !isDirected }
    } else {
      // As NetworkX understands it.
      isUndirected = true
    }
    if let nodes = parts["nodes"] {
      try readList(scanner, nodes, "nodes") { reader, members, line, _ in
        reader.readNode(members, line)
      }
    }
    try readList(scanner, edges, "edges") { reader, members, line, number in
      reader.readEdge(members, line, number)
    }
  }

  private func notNodeLink(_ detail: String) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, detail: detail,
      remedy: "give node-link JSON: {\"directed\": true, \"nodes\": [{\"id\": ...}],"
        + " \"edges\": [{\"source\": ..., \"target\": ...}]}")
  }

  private mutating func readList(
    _ start: JSONScanner, _ place: Int, _ name: String,
    _ read: (inout NodeLinkReader, [String: JSONValue], Int, Int64) -> Void
  ) throws(ExchangeError) {
    var scanner = start
    scanner.place = place
    guard scanner.peek() == UInt8(ascii: "[") else {
      throw scanner.failure("the \(name) are not a list")
    }
    var number: Int64 = 0
    var reader = self
    // What the list is read into must not be held twice, or every entry would copy it.
    builder = EvidenceBuilder(file: file)
    try scanner.array { (scanner) throws(ExchangeError) in
      number += 1
      _ = scanner.peek()
      let line = scanner.line()
      let value = try scanner.value(depth: 2)
      if case .object(let members) = value {
        read(&reader, members, line, number)
      } else {
        reader.builder.report(line: line, "one of the \(name) is \(value.shown), not an object")
      }
    }
    self = reader
  }

  // MARK: - Nodes and edges

  private mutating func readNode(_ members: [String: JSONValue], _ line: Int) {
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

  private mutating func readEdge(_ members: [String: JSONValue], _ line: Int, _ number: Int64) {
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
    return text.withUTF8 { reader(UnsafeRawBufferPointer($0)) }
  }

  /// The relation is in the first of these that says something; a multigraph's keys count if they
  /// are names.
  private mutating func type(of members: [String: JSONValue]) -> Int32? {
    var isUndirected = isUndirected
    if case .bool(false) = members["directed"] { isUndirected = true }
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
