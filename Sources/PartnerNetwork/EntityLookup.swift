import PartnerModel

extension Network {
  /// The entity of an id, a name or an alias; case, accents and punctuation do not matter.
  ///
  /// - Throws: A ``NetworkError`` if there is none, with the names most like it, or several.
  public func entity(named name: String) throws(NetworkError) -> Entity {
    entities[try entities.place(named: name)]
  }
}

extension Array where Element == Entity {
  /// The place of the entity of an id, a name or an alias; case, accents and punctuation do not
  /// matter.
  ///
  /// What matches better wins: the exact id, the exact name, then without regard to case and
  /// accents the id, the name, an alias, what follows the `/` of an id (`RU`), and the surname of a
  /// person, of one word or of several.
  ///
  /// - Throws: A ``NetworkError`` if there is none, with the names most like it, or several that
  ///   match equally well.
  public func place(named name: String) throws(NetworkError) -> Int {
    let wanted = foldedName(name)
    var best: (grade: Int, places: [Int]) = (.max, [])
    for (place, entity) in enumerated() {
      let grade = entity.match(name, folded: wanted)
      if grade < best.grade { best = (grade, []) }
      if grade == best.grade, grade != .max { best.places.append(place) }
    }
    if let only = best.places.first, best.places.allSatisfy({ self[$0].id == self[only].id }) {
      return only
    }
    guard best.places.isEmpty else { throw ambiguity(name, best.places) }
    throw unknown(name, wanted)
  }

  private func ambiguity(_ name: String, _ places: [Int]) -> NetworkError {
    let ids = places.prefix(5).map { "'\(shown(self[$0].id.rawValue))'" }.joined(separator: ", ")
    return NetworkError(
      .ambiguousEntity, detail: "'\(shown(name))' may be any of \(places.count) entities",
      remedy: "give the id of one: \(ids)\(places.count > 5 ? ", …" : "")")
  }

  private func unknown(_ name: String, _ folded: String) -> NetworkError {
    let detail = "there is no entity '\(shown(name))'"
    if isEmpty {
      return NetworkError(
        .unknownEntity, detail: detail, remedy: "nothing is selected; widen the selection")
    }
    var spellings: [String: String] = [:]
    for entity in self {
      for spelling in [entity.name] + entity.aliases where spellings[foldedName(spelling)] == nil {
        spellings[foldedName(spelling)] = spelling
      }
    }
    let close = closest(to: folded, among: spellings.keys, limit: 3)
      .compactMap { spellings[$0] }.map { "'\(shown($0))'" }
    return NetworkError(
      .unknownEntity, detail: detail,
      remedy: close.isEmpty
        ? "give an id, a name or an alias that occurs in the graph"
        : "did you mean \(close.joined(separator: ", "))?")
  }
}

extension Entity {
  /// How well a name fits, less is better.
  fileprivate func match(_ wanted: String, folded: String) -> Int {
    if id.rawValue == wanted { return 0 }
    if name == wanted { return 1 }
    guard !folded.isEmpty else { return .max }
    if foldedName(id.rawValue) == folded { return 2 }
    if foldedName(name) == folded { return 3 }
    if aliases.contains(where: { foldedName($0) == folded }) { return 4 }
    if let slash = id.rawValue.firstIndex(of: "/"),
      foldedName(String(id.rawValue[slash...])) == folded
    {
      return 5
    }
    return kind == .person && surnames.contains { foldedName($0) == folded } ? 6 : .max
  }

  /// All that may be the surname: the words after the first, after the second and so on.
  private var surnames: [String] {
    let words = name.split(separator: " ")
    return words.indices.dropFirst().map { words[$0...].joined(separator: " ") }
  }
}
