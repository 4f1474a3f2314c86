import GRDB
import PartnerModel

/// How what several documents say of one entity becomes one row.
///
/// The row keeps the fullest name: the one of the most words, then the longest, then the first in
/// the order of the alphabet, so that the order of reading does not matter. A name of more than
/// 100 characters is no match for any other, and an identifier that stands in for a name for none
/// at all. Every other name becomes an alias.
enum EntityMerging {
  static func merge(_ entity: Entity, _ database: Database) throws {
    let id = key(entity.id)
    var name = clean(entity.name)
    var aliases = entity.aliases.map(clean)
    let known = try Row.fetchOne(
      database.cachedStatement(sql: "SELECT kind, name FROM entity WHERE id = ?"), arguments: [id])
    if let known {
      let knownName = try known.text(1)
      if isFuller(name, than: knownName, id: id) {
        aliases.append(knownName)
      } else {
        aliases.append(name)
        name = knownName
      }
      let knownKind: String? = known[0]
      if name != knownName || (knownKind == nil && entity.kind != nil) {
        try database.cachedStatement(
          sql: "UPDATE entity SET name = ?, kind = COALESCE(kind, ?) WHERE id = ?"
        ).execute(arguments: [name, entity.kind?.rawValue, id])
        try database.cachedStatement(sql: "DELETE FROM alias WHERE entity = ? AND name = ?")
          .execute(arguments: [id, name])
      }
    } else {
      try database.cachedStatement(sql: "INSERT INTO entity (id, kind, name) VALUES (?, ?, ?)")
        .execute(arguments: [id, entity.kind?.rawValue, name])
    }
    for alias in aliases where alias != name && alias != id && !alias.isEmpty {
      try database.cachedStatement(sql: "INSERT OR IGNORE INTO alias (entity, name) VALUES (?, ?)")
        .execute(arguments: [id, alias])
    }
  }

  /// Whether `name` takes the place of `known`.
  static func isFuller(_ name: String, than known: String, id: String) -> Bool {
    func rank(_ name: String) -> (Int, Int, Int) {
      if name.isEmpty || name == id { return (0, 0, 0) }
      let length = name.unicodeScalars.count
      if length > 100 { return (1, 0, -length) }
      return (2, name.split(whereSeparator: \.isWhitespace).count, length)
    }
    let (a, b) = (rank(name), rank(known))
    return a == b ? name < known : a > b
  }
}

extension Entity {
  /// An entity of which nothing but the identifier is known.
  init(unnamed id: EntityID) {
    let kind = id.rawValue.prefix { $0 != "/" }
    self.init(id: id, kind: EntityKind(rawValue: String(kind)), name: id.rawValue)
  }
}
