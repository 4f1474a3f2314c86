import PartnerModel

/// Reads GraphML as NetworkX, igraph and Gephi write it.
struct GraphMLReader {
  private struct Key {
    var name: String
    var isForEdges: Bool
    var isForNodes: Bool
    var fallback: String?
  }

  private var reader: AttributeReader
  private var keys: [String: Key] = [:]
  private var edgeCount: Int64 = 0

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    var reader = GraphMLReader(file: file)
    try bytes.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      var scanner = try XMLScanner(bytes, file: file)
      try reader.read(&scanner)
    }
    return try reader.reader.builder.reading()
  }

  private init(file: String) {
    reader = AttributeReader(builder: EvidenceBuilder(file: file))
  }

  private mutating func read(_ scanner: inout XMLScanner) throws(ExchangeError) {
    var hasGraph = false
    while true {
      switch try scanner.next() {
      case .finished:
        guard hasGraph else {
          throw ExchangeError(
            .malformed, file: scanner.file, detail: "holds no element <graph>",
            remedy: "give a GraphML file")
        }
        return
      case .start("key"): try readKey(&scanner)
      case .start("graph"):
        hasGraph = true
        reader.isUndirected = scanner.attributes["edgedefault"] == "undirected"
      case .start("node"): try readNode(&scanner)
      case .start("edge"): try readEdge(&scanner)
      case .start("hyperedge"):
        reader.builder.report(
          line: scanner.line(), "a hyperedge has no one source and target", "write it as edges")
      default: break
      }
    }
  }

  private mutating func readKey(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let attributes = scanner.attributes
    let use = attributes["for"] ?? "all"
    var key = Key(
      name: attributes["attr.name"] ?? attributes["id"] ?? "",
      isForEdges: use == "edge" || use == "all", isForNodes: use == "node" || use == "all")
    while true {
      switch try scanner.next() {
      case .text(let text): key.fallback = (key.fallback ?? "") + text
      case .end("key"):
        if let id = attributes["id"] { keys[id] = key }
        return
      default: break
      }
    }
  }

  /// A node's own data; a graph inside it is read as if it stood beside it.
  private mutating func readNode(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let line = scanner.line()
    var members = fallbacks { $0.isForNodes }
    members["id"] = scanner.attributes["id"].map(JSONValue.string)
    var isInside = true
    while isInside {
      switch try scanner.next() {
      case .start("data"): try readData(&scanner, into: &members)
      case .start("graph"): isInside = false
      case .end("node"): isInside = false
      default: break
      }
    }
    // GraphML has no lists; what this program wrote is one of JSON.
    if case .string(let text) = members["aliases"] {
      members["aliases"] = JSONScanner.list(text) ?? .array([.string(text)])
    }
    reader.readNode(members, line)
  }

  private mutating func readEdge(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let line = scanner.line()
    edgeCount += 1
    let attributes = scanner.attributes
    var members = fallbacks { $0.isForEdges }
    loop: while true {
      switch try scanner.next() {
      case .start("data"): try readData(&scanner, into: &members)
      case .end("edge"): break loop
      default: break
      }
    }
    for name in ["source", "target"] { members[name] = attributes[name].map(JSONValue.string) }
    if let directed = attributes["directed"] {
      members["directed"] = .bool(directed != "false")
    } else if case .string(let text) = members["directed"] {
      members["directed"] = .bool(text.lowercased() != "false")
    }
    reader.readEdge(members, line, edgeCount)
  }

  private func fallbacks(_ isMeant: (Key) -> Bool) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    for key in keys.values where isMeant(key) {
      if let fallback = key.fallback { members[key.name] = .string(fallback) }
    }
    return members
  }

  private func readData(
    _ scanner: inout XMLScanner, into members: inout [String: JSONValue]
  ) throws(ExchangeError) {
    let key = scanner.attributes["key"] ?? ""
    var text = ""
    var depth = 1
    while depth > 0 {
      switch try scanner.next() {
      case .text(let part): text += part
      case .start: depth += 1
      case .end: depth -= 1
      case .finished: return
      }
    }
    members[keys[key]?.name ?? key] = .string(text)
  }
}
