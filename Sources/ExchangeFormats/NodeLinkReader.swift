import PartnerModel

/// Reads node-link JSON: `{"directed", "nodes": [{"id"}], "edges": [{"source", "target"}]}`, as
/// NetworkX and D3 write it; older files call the edges links.
struct NodeLinkReader {
  private var reader: AttributeReader
  private let file: String

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    var reader = NodeLinkReader(file: file)
    try bytes.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      try reader.read(JSONScanner(bytes, file: file))
    }
    return try reader.reader.builder.reading()
  }

  private init(file: String) {
    self.file = file
    reader = AttributeReader(builder: EvidenceBuilder(file: file))
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
      reader.builder.notes.append("has both edges and links: the links are not read")
    }
    if let place = parts["directed"] {
      scanner.place = place
      if case .bool(let isDirected) = try scanner.value() { reader.isUndirected = !isDirected }
    } else {
      // As NetworkX understands it.
      reader.isUndirected = true
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
    _ read: (inout AttributeReader, [String: JSONValue], Int, Int64) -> Void
  ) throws(ExchangeError) {
    var scanner = start
    scanner.place = place
    guard scanner.peek() == UInt8(ascii: "[") else {
      throw scanner.failure("the \(name) are not a list")
    }
    var number: Int64 = 0
    var reader = reader
    // What the list is read into must not be held twice, or every entry would copy it.
    self.reader = AttributeReader(builder: EvidenceBuilder(file: file))
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
    self.reader = reader
  }
}
