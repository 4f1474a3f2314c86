import PartnerModel

/// Reads node-link JSON: `{"directed", "nodes": [{"id"}], "edges": [{"source", "target"}]}`, as
/// NetworkX and D3 write it; older files call the edges links.
struct NodeLinkReader: ~Copyable {
  private enum Member { case nodes, edges, other, end }

  /// What the edges are read by, though a file may say it after them: then it is read again.
  private struct Frame {
    /// Without the word it is undirected, as NetworkX understands it.
    var isDirected = false
    /// Whether there are edges, beside which links do not count.
    var hasEdges = false
  }

  private let file: String
  private let names = AttributeNames()
  private var frame: Frame
  private let isReadAgain: Bool
  private var mustReadAgain = false
  private var isPart = false
  /// Whether a part has ended where it should.
  private var hasEndedAmongEdges = false
  private var listCount = 0
  private var hasLinks = false
  private var number: Int64 = 0
  private var values = AttributeValues()
  /// Of the entries of the present list.
  private var shapes = ElementShapes()
  private var notes = ElementNotes()
  private var reader: AttributeReader

  /// Reads a file, on several threads if it is large enough; the result is the same.
  ///
  /// - Parameters:
  ///   - leastPart: How many bytes are worth a thread.
  ///   - blockSize: How many bytes stand in memory at a time, for each thread.
  static func read(
    _ path: String, threads: Int = 1, leastPart: Int = 8 << 20,
    blockSize: Int = TextWindow.blockSize
  ) throws(ExchangeError) -> ExchangeReading {
    // What can be read only once is kept whole, in case it must be read twice.
    if FileBytes.isStream(path) { return try read(FileBytes.read(path), file: path) }
    let file = try FileBytes(path)
    let parts = ElementParts(
      file, threads: threads, leastPart: leastPart, edge: "\"source\"", start: commaOfEdges)
    let builder = parts?.read { (part, room) throws(ExchangeError) in
      try readPart(part, of: file, room, blockSize)
    }
    // Whatever keeps it from being read in parts is told when it is read as a whole.
    if let builder { return try builder.reading() }
    return try read(path) { () throws(ExchangeError) in
      try TextWindow.file(
        file, part: 0..<file.size, blockSize: blockSize, remedy: JSONScanner.remedy)
    }
  }

  /// Reads the bytes of a file.
  static func read(_ bytes: [UInt8], file: String) throws(ExchangeError) -> ExchangeReading {
    try bytes.withUnsafeBufferPointer { bytes throws(ExchangeError) in
      try read(file) { () throws(ExchangeError) in
        try TextWindow.bytes(bytes, file: file, remedy: JSONScanner.remedy)
      }
    }
  }

  private static func read(
    _ file: String, _ window: () throws(ExchangeError) -> TextWindow
  ) throws(ExchangeError) -> ExchangeReading {
    var frame: Frame?
    while true {
      var reader = NodeLinkReader(file, frame)
      var scanner = JSONScanner(try window())
      try reader.read(&scanner)
      if !reader.mustReadAgain { return try reader.reader.builder.reading() }
      frame = reader.frame
    }
  }

  private init(_ file: String, _ frame: Frame?, room: ObservationRoom? = nil) {
    self.file = file
    self.frame = frame ?? Frame()
    isReadAgain = frame != nil
    reader = AttributeReader(file: file, room: room)
    reader.isUndirected = !self.frame.isDirected
  }

  // MARK: - Parts

  /// The place of a comma between two objects.
  private static func commaOfEdges(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var place = 0
    while let end = ElementParts.find("},", in: bytes, from: place) {
      if bytes[(end + 2)...].first(where: { $0 > 32 }) == UInt8(ascii: "{") { return end + 1 }
      place = end + 2
    }
    return nil
  }

  private static func readPart(
    _ part: ElementParts.Part, of file: FileBytes, _ room: ObservationRoom, _ blockSize: Int
  ) throws(ExchangeError) -> PartReading {
    var reader = NodeLinkReader(file.path, nil, room: room)
    reader.isPart = true
    var scanner = JSONScanner(
      try TextWindow.file(
        file, part: part.isFirst ? part.bytes : 0..<file.size, blockSize: blockSize,
        remedy: JSONScanner.remedy))
    try reader.begin(&scanner)
    if part.isFirst {
      try reader.readMembers(&scanner, isFirst: true, until: .endOfPart)
    } else {
      // What stands before the nodes holds for the edges of all parts.
      try reader.readMembers(&scanner, isFirst: true, until: .list)
      scanner.window = try TextWindow.file(
        file, part: part.bytes, blockSize: blockSize, remedy: JSONScanner.remedy)
      (reader.frame.hasEdges, reader.hasLinks) = (true, false)
      let listCount = reader.listCount
      try reader.readList(
        &scanner, isNodes: false, isFirst: false, until: part.isLast ? .end : .endOfPart)
      if part.isLast {
        try reader.readMembers(&scanner, isFirst: false, until: .end)
        try reader.finish(&scanner)
      }
      if reader.listCount != listCount { reader.mustReadAgain = true }
    }
    guard !reader.mustReadAgain, part.isLast || reader.hasEndedAmongEdges else {
      throw scanner.window.failure("cannot be read in parts")
    }
    return PartReading(
      builder: reader.reader.builder,
      lineCount: scanner.window.line(at: scanner.window.count) - 1, edgeCount: reader.number)
  }

  // MARK: - The graph

  private enum Place { case list, endOfPart, end }

  private mutating func read(_ scanner: inout JSONScanner) throws(ExchangeError) {
    try begin(&scanner)
    try readMembers(&scanner, isFirst: true, until: .end)
    try finish(&scanner)
    guard frame.hasEdges || hasLinks else { throw notNodeLink("has neither edges nor links") }
    if frame.hasEdges && hasLinks {
      reader.builder.notes.append("has both edges and links: the links are not read")
    }
  }

  private func begin(_ scanner: inout JSONScanner) throws(ExchangeError) {
    try scanner.unit { (scanner) throws(ExchangeError) in
      guard try !scanner.isAtEnd else {
        throw ExchangeError(
          .malformed, file: file, detail: "is empty", remedy: "give a node-link JSON file")
      }
      guard try scanner.peek() == UInt8(ascii: "{") else {
        throw notNodeLink("is not an object with nodes and edges")
      }
      try scanner.expect("{")
    }
  }

  private func finish(_ scanner: inout JSONScanner) throws(ExchangeError) {
    try scanner.unit { (scanner) throws(ExchangeError) in
      guard try scanner.isAtEnd else {
        throw scanner.window.failure("goes on after the end of the graph")
      }
    }
  }

  private mutating func readMembers(
    _ scanner: inout JSONScanner, isFirst: Bool, until end: Place
  ) throws(ExchangeError) {
    var isFirst = isFirst
    while true {
      let member = try scanner.unit { (scanner) throws(ExchangeError) in
        try nextMember(&scanner, isFirst: isFirst)
      }
      isFirst = false
      switch member {
      case .nodes, .edges:
        if end == .list { return }
        try readList(&scanner, isNodes: member == .nodes, isFirst: true, until: end)
        if hasEndedAmongEdges { return }
      case .other: break
      case .end: return
      }
    }
  }

  private func notNodeLink(_ detail: String) -> ExchangeError {
    ExchangeError(
      .malformed, file: file, detail: detail,
      remedy: "give node-link JSON: {\"directed\": true, \"nodes\": [{\"id\": ...}],"
        + " \"edges\": [{\"source\": ..., \"target\": ...}]}")
  }

  /// Reads a member of the graph, of a list that counts only its beginning.
  private mutating func nextMember(
    _ scanner: inout JSONScanner, isFirst: Bool
  ) throws(ExchangeError) -> Member {
    guard try scanner.nextEntry(isFirst: isFirst, end: "}") else { return .end }
    let key = try scanner.key()
    switch key {
    case "nodes":
      try beginList(&scanner, "nodes")
      return .nodes
    case "edges" where !hasLinks || isReadAgain:
      try beginList(&scanner, "edges")
      frame.hasEdges = true
      return .edges
    case "links" where !frame.hasEdges:
      try beginList(&scanner, "edges")
      hasLinks = true
      return .edges
    case "directed":
      let value = try scanner.value(depth: 1)
      settle(isDirected: value.kind != .no)
    default:
      let (isEdges, isLinks) = (key == "edges", key == "links")
      try scanner.skip(depth: 1)
      if isEdges || isLinks { listCount += 1 }
      if isEdges { (frame.hasEdges, mustReadAgain) = (true, true) }
      if isLinks { hasLinks = true }
    }
    return .other
  }

  private mutating func settle(isDirected: Bool) {
    guard isDirected != frame.isDirected, !isReadAgain else { return }
    frame.isDirected = isDirected
    reader.isUndirected = !isDirected
    if frame.hasEdges || hasLinks || isPart && listCount > 0 { mustReadAgain = true }
  }

  private mutating func beginList(
    _ scanner: inout JSONScanner, _ name: String
  ) throws(ExchangeError) {
    guard try scanner.peek() == UInt8(ascii: "[") else {
      throw scanner.window.failure("the \(name) are not a list")
    }
    try scanner.expect("[")
    listCount += 1
  }

  // MARK: - Nodes and edges

  private mutating func readList(
    _ scanner: inout JSONScanner, isNodes: Bool, isFirst: Bool, until end: Place
  ) throws(ExchangeError) {
    shapes = ElementShapes()
    number = 0
    var isFirst = isFirst
    while true {
      if !isFirst, readKnownShape(&scanner, isNodes) { continue }
      reader.settle(&scanner.window)
      if end == .endOfPart, !isFirst, !isNodes, scanner.window.isAtEnd {
        hasEndedAmongEdges = true
        return
      }
      let isThere = try scanner.unit { (scanner) throws(ExchangeError) in
        guard try scanner.nextEntry(isFirst: isFirst, end: "]") else { return false }
        try readEntry(&scanner, isNodes)
        return true
      }
      guard isThere else { return }
      isFirst = false
    }
  }

  @inline(__always)
  private mutating func readKnownShape(_ scanner: inout JSONScanner, _ isNodes: Bool) -> Bool {
    let before = scanner.window.place
    if scanner.skipComma() {
      let start = scanner.window.place
      values.removeAll()
      if shapes.read(&scanner.window, into: &values) {
        add(&scanner, isNodes, start)
        return true
      }
    }
    scanner.window.place = before
    return false
  }

  private mutating func readEntry(
    _ scanner: inout JSONScanner, _ isNodes: Bool
  ) throws(ExchangeError) {
    let begin = try scanner.peek()
    let start = scanner.window.place
    guard begin == UInt8(ascii: "{") else {
      let value = try scanner.value(depth: 2)
      number += 1
      reader.builder.report(
        line: scanner.window.line(at: start),
        "one of the \(isNodes ? "nodes" : "edges") is \(value.shown), not an object")
      return
    }
    values.removeAll()
    notes.removeAll()
    try scanner.expect("{")
    var isFirst = true
    while try scanner.nextEntry(isFirst: isFirst, end: "}") {
      let attribute = names.attribute(try scanner.key())
      let value = try scanner.value(depth: 3)
      if let attribute { values[attribute] = value }
      notes.add(
        value, attribute,
        value.kind == .string
          ? .byte(UInt8(ascii: "\""), escape: UInt8(ascii: "\\")) : .word,
        in: scanner.window)
      isFirst = false
    }
    shapes.learn(notes, from: start, in: scanner.window)
    if !isNodes, number == 0 {
      reader.reserve(fileSize: scanner.window.size, edgeSize: scanner.window.place - start)
    }
    add(&scanner, isNodes, start)
  }

  /// Adds the node or edge that begins at `start` and has the ``values``.
  @inline(__always)
  private mutating func add(_ scanner: inout JSONScanner, _ isNodes: Bool, _ start: Int) {
    number += 1
    if isNodes {
      reader.readNode(values, values[.aliases].texts, at: start, in: &scanner.window)
    } else {
      reader.readEdge(values, number, at: start, in: &scanner.window)
    }
  }
}
