import PartnerModel

/// The words that say that something is between two partners, and where each partner stands.
///
/// A path names a place around the trigger: `subj`, `obj`, `iobj`, a preposition (`with`, `to`),
/// `poss` ("Russia's"), `mod` ("Russian"), `gov` (the subject of the verb that governs a noun),
/// `govobj` (its object), `head` (what an adjective or noun modifies). Alternatives are tried in
/// order. See docs/tables.md.
struct Trigger: Sendable {
  enum PartOfSpeech: String, Sendable { case verb = "v", noun = "n" }

  var lemma: String
  var part: PartOfSpeech
  var relation: Relation
  var source: [String]
  var target: [String]
  /// Words of which one must stand among the trigger's dependents: "work **together**".
  var requires: Set<String>
  /// Words of which none may stand there: "receive **assistance**" is no transfer.
  var excludes: Set<String>
  /// Set where the word itself makes the status: "negotiate the sale" is planned.
  var status: Status?
  /// What `@arms` stands for: that which a transfer hands over, for verbs that say little alone.
  static let arms: Set<String> = [
    "aircraft", "airframe", "ammunition", "armour", "armoured", "arms", "artillery", "battery",
    "boat", "bomb", "bomber", "carrier", "cartridge", "corvette", "destroyer", "drone", "engine",
    "equipment", "explosive", "f-16", "fighter", "frigate", "gun", "hardware", "helicopter",
    "howitzer", "interceptor", "jet", "launcher", "machine-gun", "materiel", "mine", "minesweeper",
    "missile", "mortar", "munition", "patrol", "pistol", "plane", "radar", "rifle", "rocket",
    "shell", "ship", "simulator", "submarine", "tank", "torpedo", "trainer", "truck", "vehicle",
    "vessel", "warhead", "warplane", "warship", "weapon", "weaponry",
  ]
  /// The name of the rule that it is: "sell/v".
  var rule: String { "\(lemma)/\(part.rawValue)" }
  /// Whether source and target are alike.
  var isMutual: Bool { relation.isUndirected }
  /// Whether a group can do it among itself: "they met", but not "they visited".
  var isReciprocal: Bool {
    isMutual && !["with", "between", "against"].allSatisfy { !target.contains($0) }
  }
}

/// The triggers by lemma.
struct Triggers: Sendable {
  private var byLemma: [String: [Trigger]] = [:]

  init() {}

  init(_ table: Table) {
    table.forEachRow("lemma", "pos", "relation", "source", "target", "requires", "status") { row in
      guard let part = Trigger.PartOfSpeech(rawValue: row.text(1)),
        let relation = Relation(rawValue: row.text(2))
      else { return }
      let words = row.list(5).flatMap { $0 == "@arms" ? Array(Trigger.arms) : [$0] }
      var trigger = Trigger(
        lemma: "", part: part, relation: relation, source: row.list(3), target: row.list(4),
        requires: Set(words.filter { !$0.hasPrefix("!") }),
        excludes: Set(words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }),
        status: Status(rawValue: row.text(6)))
      row.forEachPart(0) { lemma in
        trigger.lemma = String(decoding: lemma, as: UTF8.self)
        byLemma[trigger.lemma, default: []].append(trigger)
      }
    }
  }

  /// The triggers of a word.
  func triggers(_ lemma: String, _ part: Trigger.PartOfSpeech) -> [Trigger] {
    guard let all = byLemma[lemma] else { return [] }
    return all.filter { $0.part == part }
  }
}
