import Testing

@Suite struct TitleTests {
  @Test(arguments: [
    ("Polish President Andrzej Nowak arrived.", "Andrzej Nowak leads Poland"),
    ("Saab chief executive Lars Holm arrived.", "Lars Holm leads Saab"),
    ("Lars Holm, chief executive of Saab, arrived.", "Lars Holm leads Saab"),
    ("Lars Holm, Saab's chief executive, arrived.", "Lars Holm leads Saab"),
    ("The President of Indonesia, Joko Widodo, arrived.", "Joko Widodo leads Indonesia"),
    ("Maria Torres, the Chilean defence minister, arrived.", "Maria Torres leads Chile"),
  ])
  func theHolderOfATitleLeadsWhatItNames(_ text: String, _ statement: String) throws {
    #expect(try Reading(text).statements.contains(statement))
  }

  @Test(arguments: [
    "Former Polish president Andrzej Nowak arrived.",
    "Andrzej Nowak, then president of Poland, arrived.",
  ])
  func aFormerTitleIsHistorical(_ text: String) throws {
    #expect(try Reading(text).statements.contains("Andrzej Nowak leads Poland (historical)"))
  }

  @Test func deputiesAndSpokesmenLeadNothing() throws {
    let reading = try Reading("Polish deputy defence minister Andrzej Nowak arrived.")
    #expect(reading.statements.isEmpty)
    #expect(reading.entities.contains("Andrzej Nowak/person"))
  }
}

@Suite struct StructureTests {
  @Test(arguments: [
    ("The Italian group Leonardo opened an office.", "Leonardo basedIn Italy"),
    ("Brazil's Embraer opened an office.", "Embraer basedIn Brazil"),
    ("CAE, a Canadian maker of simulators, opened an office.", "CAE basedIn Canada"),
    ("The Israeli Ministry of Defense confirmed it.", "Israeli Ministry of Defense basedIn Israel"),
  ])
  func nationalityTellsWhereAnOrganisationIsBased(_ text: String, _ statement: String) throws {
    #expect(try Reading(text).statements.contains(statement))
  }

  @Test(arguments: [
    ("The minister toured NATO states, in particular Norway and Portugal.", "Norway memberOf NATO"),
    ("The BRICS group (Brazil, India, China and South Africa) met.", "India memberOf BRICS"),
  ])
  func listedMembersBelongToTheirBloc(_ text: String, _ statement: String) throws {
    let statements = try Reading(text).statements
    #expect(statements.contains(statement), "\(statements)")
  }

  @Test func aSubsidiaryIsPartOfItsParent() throws {
    let reading = try Reading("Chengdu Aircraft Corporation, a subsidiary of AVIC, built it.")
    #expect(reading.statements.contains("Chengdu Aircraft Corporation partOf AVIC"))
  }
}
