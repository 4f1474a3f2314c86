import PartnerModel

extension AnalysedDocument {
  /// What was read, as `extract` prints it: names are those that the document uses, and of several
  /// statements of one claim the surest stands for all, the earliest of equals.
  public var json: JSON {
    var names: [EntityID: String] = [:]
    for entity in entities { names[entity.entity.id] = entity.surface }
    func name(_ id: EntityID) -> JSON { .string(names[id] ?? id.rawValue) }
    return [
      "document": .string(info.name), "title": JSON(info.title), "source": JSON(info.source),
      "date": JSON(info.date?.description), "dateBasis": JSON(info.dateBasis?.rawValue),
      "entities": .array(
        entities.map { entity in
          [
            "id": .string(entity.entity.id.rawValue), "name": .string(entity.surface),
            "kind": JSON(entity.entity.kind?.rawValue),
            "mentions": .array(entity.mentions.map(\.json)),
          ]
        }),
      "relations": .array(
        claims.map { claim in
          [
            "source": name(claim.source), "type": .string(claim.relation.rawValue),
            "target": name(claim.target), "status": .string(claim.status.rawValue),
            "date": JSON(claim.date?.description), "evidence": claim.evidence.json,
            "text": .string(claim.text), "rule": .string(claim.rule),
            "confidence": .number(claim.confidence),
          ]
        }),
    ]
  }

  /// One statement for each claim, in the order of the text.
  private var claims: [Statement] {
    struct Claim: Hashable {
      var source: EntityID
      var relation: Relation
      var target: EntityID
    }
    var places: [Claim: Int] = [:]
    var claims: [Statement] = []
    for statement in statements {
      var (source, target) = (statement.source, statement.target)
      if statement.relation.isUndirected, target < source { swap(&source, &target) }
      let claim = Claim(source: source, relation: statement.relation, target: target)
      if let place = places[claim] {
        if statement.confidence > claims[place].confidence { claims[place] = statement }
      } else {
        places[claim] = claims.count
        claims.append(statement)
      }
    }
    return claims
  }
}

extension TextRange {
  fileprivate var json: JSON { [.integer(start), .integer(end)] }
}
