import PartnerModel

/// Reads node-link JSON: `{"directed", "nodes": [{"id"}], "edges": [{"source", "target"}]}`, as
/// NetworkX and D3 write it; older files call the edges links.
struct NodeLinkReader {
  private var reader: AttributeReader
  private let names = AttributeNames()
  private let file: String

  /// Reads the bytes of a file, which it may alter.
  static func read(_ bytes: inout [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    var reader = NodeLinkReader(file: file)
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ExchangeError) in
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
    var nodes: JSONScanner?
    var edges: JSONScanner?
    var links: JSONScanner?
    var isDirected: Bool?
    guard scanner.peek() == UInt8(ascii: "{") else {
      throw scanner.isAtEnd
        ? ExchangeError(
          .malformed, file: file, detail: "is empty", remedy: "give a node-link JSON file")
        : notNodeLink("is not an object with nodes and edges")
    }
    try scanner.object { (key, scanner) throws(ExchangeError) in
      // Lines are counted up to here, as reading a part may alter what stands before the next.
      _ = scanner.line()
      switch key {
      case "nodes": nodes = scanner
      case "edges": edges = scanner
      case "links": links = scanner
      case "directed":
        switch try scanner.value(depth: 1).kind {
        case .yes: isDirected = true
        case .no: isDirected = false
        default: isDirected = isDirected ?? true
        }
        return
      default: break
      }
      try scanner.skip(depth: 1)
    }
    guard scanner.isAtEnd else { throw scanner.failure("goes on after the end of the graph") }
    guard let ties = edges ?? links else { throw notNodeLink("has neither edges nor links") }
    if edges != nil && links != nil {
      reader.builder.notes.append("has both edges and links: the links are not read")
    }
    // Without the word it is undirected, as NetworkX understands it.
    reader.isUndirected = !(isDirected ?? false)
    if let nodes {
      try readList(nodes, "nodes") { reader, values, line, _ in
        reader.readNode(values, values[.aliases].texts, line)
      }
    }
    try readList(ties, "edges") { reader, values, line, number in
      reader.readEdge(values, line, number)
    }
  }

  private func notNodeLink(_ detail: String) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, detail: detail,
      remedy: "give node-link JSON: {\"directed\": true, \"nodes\": [{\"id\": ...}],"
        + " \"edges\": [{\"source\": ..., \"target\": ...}]}")
  }

  @inline(__always)
  private mutating func readList(
    _ start: JSONScanner, _ name: String,
    _ read: (inout AttributeReader, borrowing AttributeValues, Int, Int64) -> Void
  ) throws(ExchangeError) {
    var scanner = start
    guard scanner.peek() == UInt8(ascii: "[") else {
      throw scanner.failure("the \(name) are not a list")
    }
    var number: Int64 = 0
    var values = AttributeValues()
    let names = names
    var reader = reader
    // What the list is read into must not be held twice, or every entry would copy it.
    self.reader = AttributeReader(builder: EvidenceBuilder(file: file))
    try scanner.array { (scanner) throws(ExchangeError) in
      number += 1
      let begin = scanner.peek()
      let line = scanner.line()
      guard begin == UInt8(ascii: "{") else {
        let value = try scanner.value(depth: 2)
        reader.builder.report(line: line, "one of the \(name) is \(value.shown), not an object")
        return
      }
      values.removeAll()
      try scanner.object { (key, scanner) throws(ExchangeError) in
        let value = try scanner.value(depth: 3)
        if let attribute = names.attribute(key) { values[attribute] = value }
      }
      read(&reader, values, line, number)
    }
    self.reader = reader
  }
}
