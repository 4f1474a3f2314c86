import PartnerModel

/// Reads GraphML as NetworkX, igraph and Gephi write it.
struct GraphMLReader: ~Copyable {
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
  /// The texts of the defaults.
  private var arena = TextArena()
  private var nodeShapes = ElementShapes()
  private var edgeShapes = ElementShapes()
  private var notes = ElementNotes()
  private var values = AttributeValues()
  private var edgeCount: Int64 = 0
  private var hasGraph = false
  /// How much was said that holds for all that follows.
  private var frameCount = 0

  /// Reads a file, on several threads if it is large enough; the result is the same.
  ///
  /// - Parameters:
  ///   - leastPart: How many bytes are worth a thread.
  ///   - blockSize: How many bytes stand in memory at a time, for each thread.
  static func read(
    _ path: String, threads: Int = 1, leastPart: Int = 8 << 20,
    blockSize: Int = TextWindow.blockSize
  ) throws(ExchangeError) -> ExchangeReading {
    let file = try FileBytes(path)
    let parts = ElementParts(file, threads: threads, leastPart: leastPart, edge: "<edge ") {
      bytes in
      let places = ["<edge ", "<node "].compactMap { ElementParts.find($0, in: bytes) }
      return places.min()
    }
    let builder = parts?.read { (part, room) throws(ExchangeError) in
      try readPart(part, of: file, room, blockSize)
    }
    // Whatever keeps it from being read in parts is told when it is read as a whole.
    if let builder { return try builder.reading() }
    var scanner = XMLScanner(
      try TextWindow.file(file, blockSize: blockSize, remedy: XMLScanner.remedy))
    return try read(&scanner, path)
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    try bytes.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      var scanner = XMLScanner(try TextWindow.bytes(bytes, file: file, remedy: XMLScanner.remedy))
      return try read(&scanner, file)
    }
  }

  private static func read(
    _ scanner: inout XMLScanner, _ file: String
  ) throws(ExchangeError) -> ExchangeReading {
    var reader = GraphMLReader(file: file)
    try reader.read(&scanner, until: .end)
    return try reader.reader.builder.reading()
  }

  private init(file: String, room: ObservationRoom? = nil) {
    self.file = file
    reader = AttributeReader(file: file, room: room)
  }

  // MARK: - The graph

  private enum Place { case graph, endOfPart, end }

  private static func readPart(
    _ part: ElementParts.Part, of file: FileBytes, _ room: ObservationRoom, _ blockSize: Int
  ) throws(ExchangeError) -> PartReading {
    var reader = GraphMLReader(file: file.path, room: room)
    let first = part.isFirst ? part.bytes : 0..<file.size
    var scanner = XMLScanner(
      try TextWindow.file(file, part: first, blockSize: blockSize, remedy: XMLScanner.remedy))
    // What stands before the graph's elements holds for those of all parts.
    try reader.read(&scanner, until: .graph)
    let (depth, frameCount) = (scanner.depth, reader.frameCount)
    if !part.isFirst {
      scanner.window = try TextWindow.file(
        file, part: part.bytes, blockSize: blockSize, remedy: XMLScanner.remedy)
    }
    try reader.read(&scanner, until: part.isLast ? .end : .endOfPart)
    // Nothing that later parts do not know.
    guard reader.frameCount == frameCount, part.isLast || scanner.depth == depth else {
      throw scanner.window.failure("cannot be read in parts")
    }
    return PartReading(
      builder: reader.reader.builder,
      lineCount: scanner.window.line(at: scanner.window.count) - 1, edgeCount: reader.edgeCount)
  }

  private mutating func read(
    _ scanner: inout XMLScanner, until end: Place
  ) throws(ExchangeError) {
    var isGoingOn = true
    while isGoingOn {
      if readKnownShape(&scanner) { continue }
      reader.settle(&scanner.window)
      if end == .endOfPart, scanner.isBetweenElements, scanner.window.isAtEnd { return }
      let mark = scanner.mark()
      do throws(ExchangeError) {
        isGoingOn = try readNext(&scanner)
      } catch {
        guard try scanner.goOn(from: mark) else { throw error }
      }
      if end == .graph, hasGraph { return }
    }
    guard hasGraph || end != .end else {
      throw ExchangeError(
        .malformed, file: file, detail: "holds no element <graph>", remedy: "give a GraphML file")
    }
  }

  @inline(__always)
  private mutating func readKnownShape(_ scanner: inout XMLScanner) -> Bool {
    guard scanner.isBetweenElements else { return false }
    scanner.window.skipSpace()
    let start = scanner.window.place
    fill(with: edgeDefaults)
    if edgeShapes.read(&scanner.window, into: &values) {
      addEdge(&scanner, start)
      return true
    }
    fill(with: nodeDefaults)
    if nodeShapes.read(&scanner.window, into: &values) {
      addNode(&scanner, start)
      return true
    }
    return false
  }

  /// Reads an element whole, or a beginning or an end; whether there is one.
  private mutating func readNext(_ scanner: inout XMLScanner) throws(ExchangeError) -> Bool {
    switch try scanner.next() {
    case .finished: return false
    case .start("edge"): try readEdge(&scanner)
    case .start("node"): try readNode(&scanner)
    case .start("key"): try readKey(&scanner)
    case .start("graph"):
      hasGraph = true
      frameCount += 1
      reader.isUndirected = scanner.attribute("edgedefault").map { $0 == "undirected" } ?? false
    case .start("hyperedge"):
      reader.builder.report(
        line: scanner.window.line(at: scanner.tagPlace),
        "a hyperedge has no one source and target", "write it as edges")
    default: break
    }
    return true
  }

  // MARK: - Keys

  private mutating func readKey(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let id = scanner.attribute("id")
    let use = scanner.attribute("for")
    let attribute = (scanner.attribute("attr.name") ?? id).flatMap(names.attribute)
    let text = try scanner.wholeText()
    guard let id else { return }
    attributes[number(of: id)] = attribute
    frameCount += 1
    (nodeShapes, edgeShapes) = (ElementShapes(), ElementShapes())
    guard let attribute, !text.isEmpty else { return }
    let isForAll = use.map { $0 == "all" } ?? true
    let kept = try arena.append(to: .none, upTo: text.count) { place in
      UnsafeMutableRawBufferPointer(start: place, count: text.count).copyMemory(from: text)
      return text.count
    }
    let value = Default(attribute: attribute, text: kept)
    // What an element is or connects has no default.
    if isForAll || use.map({ $0 == "node" }) ?? false, attribute != .id {
      nodeDefaults.append(value)
    }
    if isForAll || use.map({ $0 == "edge" }) ?? false, attribute != .source, attribute != .target {
      edgeDefaults.append(value)
    }
  }

  private mutating func number(of id: FileText) -> Int {
    let number = ids.number(of: id)
    if number == attributes.count { attributes.append(names.attribute(id)) }
    return number
  }

  @inline(__always)
  private mutating func fill(with defaults: [Default]) {
    values.removeAll()
    for value in defaults { values[value.attribute] = AttributeValue(.string, value.text) }
  }

  // MARK: - Nodes and edges

  /// A node's own data; a graph inside it is read as if it stood beside it.
  private mutating func readNode(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let start = scanner.tagPlace
    fill(with: nodeDefaults)
    notes.removeAll()
    for attribute in scanner.attributes {
      note(attribute, attribute.name == "id" ? .id : nil, scanner)
    }
    let isWhole = try readData(&scanner) { $0 != .id }
    if isWhole { nodeShapes.learn(notes, from: start, in: scanner.window) }
    addNode(&scanner, start)
  }

  private mutating func readEdge(_ scanner: inout XMLScanner) throws(ExchangeError) {
    let start = scanner.tagPlace
    let saysDirection = scanner.attribute("directed") != nil
    fill(with: edgeDefaults)
    notes.removeAll()
    for attribute in scanner.attributes {
      let meaning: Attribute? =
        switch attribute.name {
        case "source": .source
        case "target": .target
        case "directed": .directed
        default: nil
        }
      note(attribute, meaning, scanner)
    }
    let isWhole = try readData(&scanner) { attribute in
      switch attribute {
      case .source, .target: false
      case .directed: !saysDirection
      default: true
      }
    }
    if isWhole { edgeShapes.learn(notes, from: start, in: scanner.window) }
    if edgeCount == 0 {
      reader.reserve(fileSize: scanner.window.size, edgeSize: scanner.window.place - start)
    }
    addEdge(&scanner, start)
  }

  private mutating func note(
    _ attribute: XMLScanner.Attribute, _ meaning: Attribute?, _ scanner: borrowing XMLScanner
  ) {
    let value = AttributeValue(.string, attribute.value)
    if let meaning { values[meaning] = value }
    notes.add(
      value, meaning, .byte(attribute.quotationMark, escape: UInt8(ascii: "&")),
      in: scanner.window)
  }

  /// Reads the data of the element that began last, up to its end or a graph in it; whether it was
  /// its end.
  private mutating func readData(
    _ scanner: inout XMLScanner, _ counts: (Attribute) -> Bool
  ) throws(ExchangeError) -> Bool {
    let depth = scanner.depth
    while true {
      switch try scanner.next() {
      case .start("data") where scanner.depth == depth + 1:
        let number = number(of: scanner.attribute("key") ?? .none)
        let attribute = attributes[number].flatMap { counts($0) ? $0 : nil }
        let value = AttributeValue(.string, try scanner.wholeText())
        if let attribute { values[attribute] = value }
        notes.add(value, attribute, .tag, in: scanner.window)
      case .start("graph"): return false
      case .end: if scanner.depth < depth { return true }
      default: break
      }
    }
  }

  /// Adds the node that begins at `start` and has the ``values``.
  @inline(__always)
  private mutating func addNode(_ scanner: inout XMLScanner, _ start: Int) {
    // GraphML has no lists; what this program wrote is one of JSON.
    let aliases = values[.aliases].text.map {
      JSONScanner.texts($0) ?? [String(decoding: $0, as: UTF8.self)]
    }
    reader.readNode(values, aliases ?? [], at: start, in: &scanner.window)
  }

  /// Adds the edge that begins at `start` and has the ``values``.
  @inline(__always)
  private mutating func addEdge(_ scanner: inout XMLScanner, _ start: Int) {
    edgeCount += 1
    if let text = values[.directed].text {
      values[.directed] = AttributeValue(text.isWord("false") ? .no : .yes)
    }
    reader.readEdge(values, edgeCount, at: start, in: &scanner.window)
  }
}
