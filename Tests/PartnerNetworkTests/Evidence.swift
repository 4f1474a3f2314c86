import PartnerModel
import PartnerNetwork

/// Evidence written down in a few lines: `source relation target [status] [date] [document]`.
struct EvidenceWriter {
  var evidence = EvidenceSet()
  private var entities: [String: Int32] = [:]
  private var types: [String: Int32] = [:]

  init() {}

  /// Adds a document and answers its place.
  @discardableResult
  mutating func document(
    _ name: String, source: String? = nil, date: String? = nil, story: Int? = nil
  ) -> Int32 {
    let place = evidence.documents.count
    evidence.documents.append(
      DocumentInfo(
        name: name, digest: name, source: source, date: date.flatMap { PartialDate($0) },
        dateBasis: date == nil ? nil : .stated, story: story ?? 1000 + place))
    return Int32(place)
  }

  /// Adds an observation; the row is its number.
  mutating func observe(
    _ source: String, _ relation: String, _ target: String, _ status: Status = .asserted,
    weight: Double = 1, on date: String? = nil, in document: Int32 = -1
  ) {
    let stated =
      date.flatMap { PartialDate($0) }
      ?? (document >= 0 ? evidence.documents[Int(document)].date : nil)
    evidence.observations.append(
      Observation(
        source: entity(source), target: entity(target), relation: type(relation), status: status,
        weight: weight, date: stated, document: document,
        row: Int64(evidence.observations.count + 1)))
  }

  mutating func entity(_ id: String, kind: EntityKind? = .country) -> Int32 {
    if let known = entities[id] { return known }
    let place = Int32(evidence.entities.count)
    evidence.entities.append(
      Entity(id: EntityID(rawValue: id), kind: kind, name: id.uppercased()))
    entities[id] = place
    return place
  }

  mutating func type(_ name: String) -> Int32 {
    if let known = types[name] { return known }
    let place = Int32(evidence.relations.count)
    evidence.relations.append(TieType(name: name))
    types[name] = place
    return place
  }
}

extension Network {
  /// Ties as `a transfer b 1.5`.
  var lines: [String] {
    ties.map {
      "\(entities[$0.source].id) \(types[$0.type].name) \(entities[$0.target].id) \($0.weight)"
    }
  }
}
