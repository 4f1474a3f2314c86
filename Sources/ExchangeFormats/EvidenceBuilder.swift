import PartnerModel

/// Gathers what a reader finds into an evidence set.
struct EvidenceBuilder {
  /// The name of a tie whose file does not say what it is.
  static let unnamedRelation = "tie"
  private static let mostProblems = 1000

  let file: String
  private(set) var evidence = EvidenceSet()
  private(set) var problems: [ExchangeError] = []
  private(set) var problemCount = 0
  var notes: [String] = []

  /// The identifiers of the entities; only texts, so that the number of one is the entity's place.
  private(set) var entityNames = NameTable()
  /// By place of the entity: whether the file names it.
  private var isNamed: [Bool] = []
  /// By place of the entity: whether the file says its kind, besides in the identifier.
  private var hasKind: [Bool] = []
  private var typeNames = NameTable()
  /// By number of the name, twice: the place of the type as it is, and of its undirected form.
  private var typePlaces: [Int32] = []
  private var typesKnown: [TieType: Int32] = [:]
  /// The names of the documents; the number of one is the document's place.
  private var documentNames = NameTable()
  /// By place of the document: the story that the file gives it.
  private var stories: [Int?] = []

  /// Where observations go if not into the evidence, and how many went there.
  private var room: ObservationRoom?
  private(set) var roomUsed = 0

  /// - Parameter room: Memory for all observations, which several builders share.
  init(file: String, room: ObservationRoom? = nil) {
    self.file = file
    self.room = room
  }

  /// Makes room for so many observations and what they may bring. Memory that is not written to
  /// costs nothing; what has to grow is written twice.
  mutating func reserve(_ count: Int) {
    evidence.observations.reserveCapacity(count)
    reserveEntities(count / 4)
  }

  mutating func reserveEntities(_ count: Int) {
    evidence.entities.reserveCapacity(count)
    entityNames.reserve(count)
  }

  /// The place of an entity by its identifier; `nil` if it is empty, not UTF-8 or holds the
  /// character NUL.
  @inline(__always)
  mutating func entity(_ id: FileText) -> Int32? { entity(entityNames.key(id)) }

  /// The place of an entity by a key of ``entityNames``.
  @inline(__always)
  mutating func entity(_ id: NameTable.Key) -> Int32? {
    if let place = entityNames.known(id) { return Int32(truncatingIfNeeded: place) }
    return addEntity(id)
  }

  @inline(never)
  private mutating func addEntity(_ id: NameTable.Key) -> Int32? {
    guard let text = EvidenceBuilder.text(id.text), !text.isEmpty,
      let place = Int32(exactly: evidence.entities.count)
    else { return nil }
    _ = entityNames.add(id)
    let kind = id.text.firstIndex(of: UInt8(ascii: "/")).flatMap {
      EntityKind(rawValue: String(decoding: id.text[..<$0], as: UTF8.self))
    }
    evidence.entities.append(Entity(id: EntityID(rawValue: text), kind: kind, name: text))
    isNamed.append(false)
    hasKind.append(false)
    return place
  }

  /// Says more of an entity than its identifier.
  mutating func describe(_ place: Int32, name: String?, kind: EntityKind?, aliases: [String]) {
    let place = Int(place)
    if let name, !name.isEmpty {
      evidence.entities[place].name = name
      isNamed[place] = true
    }
    if let kind {
      evidence.entities[place].kind = kind
      hasKind[place] = true
    }
    if !aliases.isEmpty { evidence.entities[place].aliases = aliases }
  }

  /// The place of a type of tie, which an undirected file or edge makes undirected; `nil` if the
  /// bytes are not text.
  @inline(__always)
  mutating func type(_ name: FileText, room: Int = 0, isUndirected: Bool) -> Int32? {
    let key = typeNames.key(name, room: room)
    let number = typeNames.known(key) ?? typeNames.add(key)
    if 2 * number == typePlaces.count { typePlaces += [-1, -1] }
    let place = typePlaces[2 * number + (isUndirected ? 1 : 0)]
    return place >= 0 ? place : addType(name, number, isUndirected)
  }

  /// The place of a type of tie by name.
  mutating func type(_ name: String, isUndirected: Bool) -> Int32? {
    var name = name
    return name.withUTF8 { type(FileText($0), isUndirected: isUndirected) }
  }

  @inline(never)
  private mutating func addType(
    _ name: FileText, _ number: Int, _ isUndirected: Bool
  ) -> Int32? {
    guard let text = EvidenceBuilder.text(name) else { return nil }
    var type = TieType(name: text, isUndirected: isUndirected)
    if isUndirected { type.isUndirected = true }
    let place = place(of: type)
    typePlaces[2 * number + (isUndirected ? 1 : 0)] = place
    return place
  }

  /// What the vocabulary holds for undirected needs no second form.
  private mutating func place(of type: TieType) -> Int32 {
    if let known = typesKnown[type] { return known }
    let place = Int32(truncatingIfNeeded: evidence.relations.count)
    evidence.relations.append(type)
    typesKnown[type] = place
    return place
  }

  /// The place of the document of that name, which comes from a story of its own unless one is
  /// given; -1 for none.
  @inline(__always)
  mutating func document(_ name: FileText, story: FileText?) -> Int32 {
    let key = documentNames.key(name)
    if let place = documentNames.known(key) { return Int32(truncatingIfNeeded: place) }
    return addDocument(key, story: story.flatMap { Int(String(decoding: $0, as: UTF8.self)) })
  }

  @inline(never)
  private mutating func addDocument(_ name: NameTable.Key, story: Int?) -> Int32 {
    guard let text = EvidenceBuilder.text(name.text), !text.isEmpty,
      let place = Int32(exactly: evidence.documents.count)
    else { return -1 }
    _ = documentNames.add(name)
    evidence.documents.append(
      DocumentInfo(name: text, digest: text, story: story ?? evidence.documents.count + 1))
    stories.append(story)
    return place
  }

  /// Adds an observation.
  @inline(__always)
  mutating func add(_ observation: Observation) {
    guard let room else {
      evidence.observations.append(observation)
      return
    }
    if roomUsed < room.count { (room.start + roomUsed).initialize(to: observation) }
    roomUsed += 1
  }

  /// Notes something that was left out.
  mutating func report(line: Int?, _ detail: String, _ remedy: String = "") {
    problemCount += 1
    guard problems.count < EvidenceBuilder.mostProblems else { return }
    problems.append(
      ExchangeError(.badRecord, file: file, line: line, detail: detail, remedy: remedy))
  }

  /// What was gathered; an error if there were ties to read and none could be.
  func reading() throws(ExchangeError) -> ExchangeReading {
    if evidence.observations.isEmpty, problemCount > 0, let first = problems.first {
      throw ExchangeError(
        .malformed, file: file, line: first.line,
        detail: problemCount == 1
          ? first.detail : "nothing in it can be read (\(problemCount) problems); \(first.detail)",
        remedy: first.remedy)
    }
    return ExchangeReading(
      evidence: evidence, problems: problems, problemCount: problemCount, notes: notes)
  }

  /// Bytes as text; `nil` if they are not UTF-8 or hold the character NUL, which most of what
  /// reads names takes for their end.
  static func text(_ bytes: FileText) -> String? {
    guard !bytes.contains(0),
      let text = try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)
    else { return nil }
    return String(copying: text)
  }
}

// MARK: - Parts of a file

/// Memory for the observations of one part of a file; that of the next part follows it.
struct ObservationRoom: @unchecked Sendable {
  let start: UnsafeMutablePointer<Observation>
  fileprivate(set) var count: Int
}

extension EvidenceBuilder {
  /// Whether there are more observations than there is room for.
  var isTooLarge: Bool { roomUsed > room?.count ?? .max }

  /// Takes over what was read of the next part of an edge list, as if it had been read here. Its
  /// observations move up to those before them.
  ///
  /// - Parameter lineCount: How many lines come before that part, whose problems and observations
  ///   count from its own first line.
  /// - Parameter rowCount: By how much its observations count from their own first, if not by lines.
  mutating func append(_ part: EvidenceBuilder, after lineCount: Int, rowCount: Int? = nil) {
    let entities = appendEntities(of: part)
    let types = part.evidence.relations.map { place(of: $0) }
    let documents = appendDocuments(of: part)
    if let room, let partRoom = part.room {
      precondition(!isTooLarge && !part.isTooLarge && room.start + room.count == partRoom.start)
      self.room?.count += partRoom.count
      for place in 0..<part.roomUsed {
        var observation = partRoom.start[place]
        observation.source = entities[Int(observation.source)]
        observation.target = entities[Int(observation.target)]
        observation.relation = types[Int(observation.relation)]
        if observation.document >= 0 {
          observation.document = documents[Int(observation.document)]
        }
        observation.row += Int64(rowCount ?? lineCount)
        (room.start + roomUsed).initialize(to: observation)
        roomUsed += 1
      }
    }
    for var problem in part.problems.prefix(EvidenceBuilder.mostProblems - problems.count) {
      if let line = problem.line { problem.line = line + lineCount }
      problems.append(problem)
    }
    problemCount += part.problemCount
  }

  /// By place in the part: the place of the entity here.
  private mutating func appendEntities(of part: EvidenceBuilder) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(part.entityNames.count)
    part.entityNames.forEach { name in
      let key = entityNames.key(name)
      let entity = part.evidence.entities[places.count]
      let (isNamed, hasKind) = (part.isNamed[places.count], part.hasKind[places.count])
      if let place = entityNames.known(key) {
        places.append(Int32(truncatingIfNeeded: place))
        describe(
          Int32(truncatingIfNeeded: place), name: isNamed ? entity.name : nil,
          kind: hasKind ? entity.kind : nil, aliases: entity.aliases)
      } else {
        places.append(Int32(truncatingIfNeeded: entityNames.add(key)))
        evidence.entities.append(entity)
        self.isNamed.append(isNamed)
        self.hasKind.append(hasKind)
      }
    }
    return places
  }

  /// By place in the part: the place of the document here.
  private mutating func appendDocuments(of part: EvidenceBuilder) -> [Int32] {
    var places: [Int32] = []
    part.documentNames.forEach { name in
      let key = documentNames.key(name)
      places.append(
        documentNames.known(key).map { Int32(truncatingIfNeeded: $0) }
          ?? addDocument(key, story: part.stories[places.count]))
    }
    return places
  }

  /// Takes over the observations of the room, once they are there as an array.
  mutating func finish(_ observations: [Observation]) {
    precondition(observations.count == roomUsed)
    evidence.observations = observations
  }
}
