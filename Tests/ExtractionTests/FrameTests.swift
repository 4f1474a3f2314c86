import Testing

/// One sentence a frame: who stands where around the words that make a tie.
@Suite struct FrameTests {
  @Test(arguments: [
    ("Norway sold six patrol boats to Kenya.", "Norway transfer Kenya"),
    ("Kenya bought six patrol boats from Norway.", "Norway transfer Kenya"),
    ("Six patrol boats were delivered to Kenya by Saab.", "Saab transfer Kenya"),
    ("Saab supplied Kenya with radars.", "Saab transfer Kenya"),
    ("Kenya has ordered radars from Saab and Thales.", "Thales transfer Kenya"),
    ("The sale of Norwegian radars to Kenya was completed in May.", "Norway transfer Kenya"),
  ])
  func armsGoFromSupplierToRecipient(_ text: String, _ statement: String) throws {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Spain signed an agreement with Peru.", "Peru agree Spain"),
    ("Spain and Peru signed a defence agreement.", "Peru agree Spain"),
    ("An agreement was signed between Spain and Peru.", "Peru agree Spain"),
    ("Spain met with Peru.", "Peru consult Spain"),
    ("Spain held talks with Peru.", "Peru consult Spain"),
    ("The talks between Madrid and Lima continued.", "Peru consult Spain"),
    ("Spain cooperates with Peru.", "Peru cooperate Spain"),
    ("Cooperation between Spain and Peru is growing.", "Peru cooperate Spain"),
    ("Embraer and Saab are partners.", "Embraer cooperate Saab"),
    ("Spain praised Peru.", "Spain support Peru"),
    ("Spain trains Peruvian officers.", "Spain aid Peru"),
    ("Spain offered technical assistance to Peru.", "Spain aid Peru"),
  ])
  func partnersActTogether(_ text: String, _ statement: String) throws {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("The company Saab competes with Dassault.", "Dassault compete Saab"),
    ("Saab beat Dassault in the contest.", "Dassault compete Saab"),
    ("Peru accused Chile of delay.", "Peru accuse Chile"),
    ("Peru rejected the bid by Dassault.", "Peru reject Dassault"),
    ("Peru threatened Chile.", "Peru threaten Chile"),
    ("The European Union imposed sanctions on Belarus.", "European Union sanction Belarus"),
    ("The US sanctions against Iran remain.", "United States sanction Iran"),
    ("Iraq invaded Kuwait.", "Iraq assault Kuwait"),
  ])
  func opponentsActAgainstEachOther(_ text: String, _ statement: String) throws {
    expect(statement, in: text)
  }

  @Test(arguments: [
    ("Saab will deliver radars to Kenya.", "Saab transfer Kenya (planned)"),
    ("Saab may sell radars to Kenya.", "Saab transfer Kenya (planned)"),
    ("Saab plans to sell radars to Kenya.", "Saab transfer Kenya (planned)"),
    ("Saab did not sell radars to Kenya.", "Saab transfer Kenya (negated)"),
    ("Saab denied that it had sold radars to Kenya.", "Saab transfer Kenya (negated)"),
    ("Saab never delivered radars to Kenya.", "Saab transfer Kenya (negated)"),
  ])
  func theClauseMakesTheStatus(_ text: String, _ statement: String) throws {
    expect(statement, in: text)
  }

  @Test func listsDistribute() throws {
    let statements = try Reading("Saab sells radars to Kenya, Peru and Chile.").statements
    #expect(
      statements.isSuperset(of: [
        "Saab transfer Kenya", "Saab transfer Peru", "Saab transfer Chile",
      ]))
  }

  @Test(arguments: [
    (
      "Week 12\n\n* PERU: The second of four boats ordered from Damen arrived at Callao.",
      "Damen transfer Peru"
    ),
    ("Peru and Chile are in talks on a treaty.", "Chile consult Peru"),
    ("The minister praised NATO states, in particular Norway.", "Norway memberOf NATO"),
    ("Straits Ordnance is now part of Hanwha.", "Straits Ordnance partOf Hanwha"),
    ("Terma of Denmark built the radar.", "Terma basedIn Denmark"),
    ("Peru turned down an offer by Dassault.", "Peru reject Dassault"),
    ("Spain donated six boats to Peru.", "Spain aid Peru"),
    ("Embraer won an order for six aircraft from Portugal.", "Embraer transfer Portugal"),
  ])
  func rolesAreFoundBeyondTheClause(_ text: String, _ statement: String) throws {
    expect(statement, in: text)
  }

  @Test func whoIsIntroducedByTitleAndQuotedIsNamedLater() throws {
    let reading = try Reading(
      "Peru wants more boats, the head of Damen said on Monday. Pieter Vos said in an interview that talks had begun."
    )
    #expect(reading.statements.contains("Pieter Vos leads Damen"), "\(reading.statements)")
  }

  @Test func aQuotedOfficialSpeaksForHisCountry() throws {
    let reading = try Reading(
      "“We sold radars to Kenya,” Norwegian defence minister Kari Solberg said.")
    #expect(reading.statements.contains("Norway transfer Kenya"), "\(reading.statements)")
  }

  @Test func reportingMakesNoTie() throws {
    #expect(
      try Reading("Peru's president said that Chile was a beautiful country.").statements.isEmpty)
  }

  private func expect(_ statement: String, in text: String) {
    let found = (try? Reading(text).statements) ?? []
    #expect(found.contains(statement), "\(text) gave \(found.sorted())")
  }
}
