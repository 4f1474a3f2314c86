import Testing

/// What is read where the tree of a sentence, or the sentence alone, does not say it all.
///
/// The parser is greedy: each of these sentences was once read wrong because of one wrong arc, or
/// needs what stands elsewhere in the document.
@Suite struct OrderTests {
  @Test(arguments: [
    (
      "On Monday Kenya, which had waited for two years, took delivery from Saab of the radars.",
      "Saab transfer Kenya"
    ),
    (
      "The trainers, produced by Leonardo of Italy, will be supplied to Kenya.",
      "Leonardo transfer Kenya (planned)"
    ),
    ("Kenya operates radars bought from Saab.", "Saab transfer Kenya"),
    (
      "Saab beat Thales, Leonardo and the Israeli company Rafael in the contest.",
      "Rafael compete Saab"
    ),
    ("Kenya chose Saab over Thales to supply the radars.", "Saab compete Thales"),
    (
      "Saab chairman Anna Berg met President Daniel Noboa of Ecuador after the talks with Kenya.",
      "Anna Berg consult Daniel Noboa"
    ),
  ])
  func orderFillsWhatTheTreeLeavesOpen(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Kenya signed a contract with Saab for six radars.", "Saab transfer Kenya"),
    ("Kenya and Norway signed an agreement on defence cooperation.", "Kenya cooperate Norway"),
    (
      "Kenya is in talks with Saab on the purchase of radars.",
      "Saab transfer Kenya (planned)"
    ),
    (
      "The agreement was signed by Anna Berg, chief executive of Saab, and Kenyan Defence Minister"
        + " John Otieno.", "Anna Berg agree John Otieno"
    ),
  ])
  func dealsSayWhatTheyAreAbout(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Spain condemned the attacks by Libya on the port.", "Spain accuse Libya"),
    ("Spain reiterated its support to the proposal of Peru.", "Spain support Peru"),
  ])
  func whoIsJudgedByHisActs(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    (
      "Sanctions were imposed by Canada on:\n\n1. Saab (Sweden), for selling radars;\n\n2. Rafael"
        + " (Israel).", "Canada sanction Rafael"
    ),
    (
      "Canada has imposed sanctions on the following companies: Saab, Rafael and Thales.",
      "Canada sanction Thales"
    ),
  ])
  func aColonOpensAList(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    (
      "Damen delivered two ships to Kenya. The Dutch group then sold a third to Peru.",
      "Damen transfer Peru"
    ),
    (
      "Anna Berg is the chief executive of Saab. Her company sold radars to Kenya.",
      "Saab transfer Kenya"
    ),
    (
      "Kenya bought radars from Saab. Norway sold boats to Kenya. Thales delivered sonars in May.",
      "Thales transfer Kenya"
    ),
    (
      "Interview with Anna Berg, chief executive of Saab\n\nQ: Who buys your radars?\n\nA: We sold"
        + " them to Kenya last year.\n\nQ: And with whom do you work?\n\nA: We cooperate with"
        + " Thales.", "Saab transfer Kenya"
    ),
  ])
  func theDocumentTellsWhoIsMeant(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Raytheon of the United States supplies the engines.", "Raytheon basedIn United States"),
    ("Brazil's development bank BNDES met Kenya.", "BNDES basedIn Brazil"),
    ("The European Union, of which Spain is a member, met Peru.", "Spain memberOf European Union"),
    ("Kenya ordered boats from Kongsvik.", "Kongsvik transfer Kenya"),
    ("President Daniel Noboa of Ecuador arrived.", "Daniel Noboa leads Ecuador"),
  ])
  func placeAndShapeTellWhoBelongsWhere(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Beijing had warned Tokyo.", "China threaten Japan (historical)"),
    ("Peru and Chile have been partners since 2011.", "Chile cooperate Peru"),
  ])
  func tenseTellsWhatIsOver(_ text: String, _ statement: String) {
    expect(statement, in: text)
  }

  /// What only modifies another noun is no event, and who is visited does not visit.
  @Test(arguments: [
    "Saab showed training aircraft beside those of Thales.",
    "Kenya and Norway ordered patrol vessels.",
  ])
  func modifiersMakeNoTie(_ text: String) throws {
    #expect(try Reading(text).statements.isEmpty)
  }

  private func expect(_ statement: String, in text: String) {
    let found = (try? Reading(text).statements) ?? []
    #expect(found.contains(statement), "\(text) gave \(found.sorted())")
  }
}
