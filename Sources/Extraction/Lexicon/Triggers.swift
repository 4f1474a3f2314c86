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
    for row in table.rows {
      guard let part = Trigger.PartOfSpeech(rawValue: table.cell(row, "pos")),
        let relation = Relation(rawValue: table.cell(row, "relation"))
      else { continue }
      let words = table.list(row, "requires")
      for lemma in table.list(row, "lemma") {
        byLemma[lemma, default: []].append(
          Trigger(
            lemma: lemma, part: part, relation: relation, source: table.list(row, "source"),
            target: table.list(row, "target"), requires: Set(words.filter { !$0.hasPrefix("!") }),
            excludes: Set(words.filter { $0.hasPrefix("!") }.map { String($0.dropFirst()) }),
            status: Status(rawValue: table.cell(row, "status"))))
      }
    }
  }

  /// The triggers of a word.
  func triggers(_ lemma: String, _ part: Trigger.PartOfSpeech) -> [Trigger] {
    guard let all = byLemma[lemma] else { return [] }
    return all.filter { $0.part == part }
  }
}
