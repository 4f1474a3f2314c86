import PartnerModel

/// Reads GraphML as NetworkX, igraph and Gephi write it.
struct GraphMLReader {
  /// The value of an attribute where none is given.
  private struct Default {
    var attribute: Attribute
    var text: FileText
  }

  private let file: String
  private var reader: AttributeReader
  private let names = AttributeNames()
  private var ids = NameTable()
  /// By number of a key's id what it says; `nil` for what nothing is read from. An id that no key
  /// declares may be the name of an attribute itself.
  private var attributes: [Attribute?] = []
  private var nodeDefaults: [Default] = []
  private var edgeDefaults: [Default] = []
  private var values = AttributeValues()
  private var edgeCount: Int64 = 0

  /// Reads the bytes of a file, which it may alter.
  static func read(_ bytes: inout [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    var reader = GraphMLReader(file: file)
    try bytes.withUnsafeMutableBufferPointer { bytes throws(ExchangeError) in
      var scanner = try XMLScanner(bytes, file: file)
      try reader.read(&scanner)
    }
    return try reader.reader.builder.reading()
  }

  private init(file: String) {
    self.file = file
    reader = AttributeReader(builder: EvidenceBuilder(file: file))
  }

  private mutating func read(_ scanner: inout XMLScanner) throws(ExchangeError) {
    var hasGraph = false
    while true {
      switch try scanner.next() {
      case .finished:
        guard hasGraph else {
          throw ExchangeError(
            .malformed, file: file, detail: "holds no element <graph>",
            remedy: "give a GraphML file")
        }
        return
      case .start("edge"): try readEdge(&scanner)
      case .start("node"): try readNode(&scanner)
      case .start("key"): try readKey(&scanner)
      case .start("graph"):
        hasGraph = true
        reader.isUndirected = scanner.attribute("edgedefault").map { $0 == "undirected" } ?? false
      case .start("hyperedge"):
        reader.builder.report(
          line: scanner.line(), "a hyperedge has no one source and target", "write it as edges")
      default: break
      }
    }
  }

  private mutating func readKey(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let id = scanner.attribute("id")
    let use = scanner.attribute("for")
    let attribute = (scanner.attribute("attr.name") ?? id).flatMap(names.attribute)
    let text = try scanner.wholeText()
    guard let id else { return }
    attributes[number(of: id)] = attribute
    guard let attribute, !text.isEmpty else { return }
    let isForAll = use.map { $0 == "all" } ?? true
    let value = Default(attribute: attribute, text: text)
    if isForAll || use.map({ $0 == "node" }) ?? false { nodeDefaults.append(value) }
    if isForAll || use.map({ $0 == "edge" }) ?? false { edgeDefaults.append(value) }
  }

  @inline(__always)
  private mutating func number(of id: FileText) -> Int {
    let number = ids.number(of: id)
    if number == attributes.count { attributes.append(names.attribute(id)) }
    return number
  }

  /// A node's own data; a graph inside it is read as if it stood beside it.
  private mutating func readNode(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let line = scanner.line()
    let id = scanner.attribute("id")
    fill(with: nodeDefaults)
    var isInside = true
    while isInside {
      switch try scanner.next() {
      case .start("data"): try readData(&scanner)
      case .start("graph"): isInside = false
      case .end("node"): isInside = false
      default: break
      }
    }
    // Edges refer to it by this one, whatever its data calls an id.
    values[.id] = id.map { AttributeValue(.string, $0) } ?? .missing
    // GraphML has no lists; what this program wrote is one of JSON.
    let aliases = values[.aliases].text.map {
      JSONScanner.texts($0) ?? [String(decoding: $0, as: UTF8.self)]
    }
    reader.readNode(values, aliases ?? [], line)
  }

  private mutating func readEdge(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let line = scanner.line()
    edgeCount += 1
    let source = scanner.attribute("source")
    let target = scanner.attribute("target")
    let directed = scanner.attribute("directed")
    fill(with: edgeDefaults)
    loop: while true {
      switch try scanner.next() {
      case .start("data"): try readData(&scanner)
      case .end("edge"): break loop
      default: break
      }
    }
    values[.source] = source.map { AttributeValue(.string, $0) } ?? .missing
    values[.target] = target.map { AttributeValue(.string, $0) } ?? .missing
    if let directed {
      values[.directed] = AttributeValue(directed == "false" ? .no : .yes)
    } else if let text = values[.directed].text {
      values[.directed] = AttributeValue(text.isWord("false") ? .no : .yes)
    }
    reader.readEdge(values, line, edgeCount)
  }

  @inline(__always)
  private mutating func fill(with defaults: [Default]) {
    values.removeAll()
    for value in defaults { values[value.attribute] = AttributeValue(.string, value.text) }
  }

  @inline(__always)
  private mutating func readData(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let number = number(of: scanner.attribute("key") ?? .none)
    let text = try scanner.wholeText()
    if let attribute = attributes[number] { values[attribute] = AttributeValue(.string, text) }
  }
}
