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

  private var entityNames = NameTable()
  /// By number of the name: the place of the entity, or -1 for a name that cannot be one.
  private var entityPlaces: [Int32] = []
  private var typeNames = NameTable()
  /// By number of the name, twice: the place of the type as it is, and of its undirected form.
  private var typePlaces: [Int32] = []
  private var documentNames = NameTable()
  /// By number of the name: the place of the document, or -1 for a name that cannot be one.
  private var documentPlaces: [Int32] = []

  init(file: String) { self.file = file }

  /// Makes room for so many observations.
  mutating func reserve(_ count: Int) { evidence.observations.reserveCapacity(count) }

  /// The place of an entity by its identifier; `nil` if it is empty, not UTF-8 or holds the
  /// character NUL.
  @inline(__always)
  mutating func entity(_ id: FileText) -> Int32? {
    let number = entityNames.number(of: id)
    if number == entityPlaces.count { addEntity(id) }
    let place = entityPlaces.withUnsafeBufferPointer { $0[number] }
    return place < 0 ? nil : place
  }

  @inline(never)
  private mutating func addEntity(_ id: FileText) {
    guard let text = EvidenceBuilder.text(id), !text.isEmpty,
      let place = Int32(exactly: evidence.entities.count)
    else {
      entityPlaces.append(-1)
      return
    }
    entityPlaces.append(place)
    let kind = text.utf8.firstIndex(of: UInt8(ascii: "/")).flatMap {
      EntityKind(rawValue: String(text[..<$0]))
    }
    evidence.entities.append(Entity(id: EntityID(rawValue: text), kind: kind, name: text))
  }

  /// Says more of an entity than its identifier.
  mutating func describe(_ place: Int32, name: String?, kind: EntityKind?, aliases: [String]) {
    if let name, !name.isEmpty { evidence.entities[Int(place)].name = name }
    if let kind { evidence.entities[Int(place)].kind = kind }
    if !aliases.isEmpty { evidence.entities[Int(place)].aliases = aliases }
  }

  /// The place of a type of tie, which an undirected file or edge makes undirected; `nil` if the
  /// bytes are not text.
  @inline(__always)
  mutating func type(_ name: FileText, isUndirected: Bool) -> Int32? {
    let number = typeNames.number(of: name)
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
    // What the vocabulary holds for undirected needs no second form.
    let place: Int32
    if let known = evidence.relations.firstIndex(of: type) {
      place = Int32(truncatingIfNeeded: known)
    } else {
      place = Int32(truncatingIfNeeded: evidence.relations.count)
      evidence.relations.append(type)
    }
    typePlaces[2 * number + (isUndirected ? 1 : 0)] = place
    return place
  }

  /// The place of the document of that name, which comes from a story of its own unless one is
  /// given; -1 for none.
  @inline(__always)
  mutating func document(_ name: FileText, story: FileText?) -> Int32 {
    let number = documentNames.number(of: name)
    if number == documentPlaces.count { addDocument(name, story) }
    return documentPlaces[number]
  }

  @inline(never)
  private mutating func addDocument(_ name: FileText, _ story: FileText?) {
    guard let text = EvidenceBuilder.text(name), !text.isEmpty,
      let place = Int32(exactly: evidence.documents.count)
    else {
      documentPlaces.append(-1)
      return
    }
    documentPlaces.append(place)
    let story = story.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
    evidence.documents.append(
      DocumentInfo(name: text, digest: text, story: story ?? evidence.documents.count + 1))
  }

  /// Adds an observation.
  @inline(__always)
  mutating func add(_ observation: Observation) { evidence.observations.append(observation) }

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
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes.bindMemory(to: UInt8.self), as: UTF8.self)
  }
}
