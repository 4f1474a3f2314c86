import Testing

/// Wordings of the same few facts as news, briefs and readouts use them.
@Suite struct WordingTests {
  @Test(arguments: [
    ("The Southern African Development Community comprises Angola and Zambia.", "Angola"),
    ("The Southern African Development Community is made up of Zambia and Angola.", "Zambia"),
    ("Members of the Southern African Development Community such as Angola met.", "Angola"),
    ("As a Southern African Development Community member, Angola sent an observer.", "Angola"),
    (
      "Angola and Zambia, founding members of the Southern African Development Community, met.",
      "Angola"
    ),
    (
      "The Southern African Development Community has 16 members, among them Angola and Zambia.",
      "Zambia"
    ),
    (
      "They met in the Southern African Development Community (SADC), of which Angola is a member.",
      "Angola"
    ),
  ])
  func whoBelongsToABloc(_ text: String, _ member: String) throws {
    try expect("\(member) memberOf Southern African Development Community", in: text)
  }

  @Test(arguments: [
    ("Rosoboronexport has been under US sanctions since 2014.", "United States"),
    ("Rosoboronexport was hit with sanctions by Washington.", "United States"),
    ("Washington blacklisted five companies, including Rosoboronexport.", "United States"),
    ("Canada announced new sanctions targeting Rosoboronexport.", "Canada"),
  ])
  func whoBearsSanctions(_ text: String, _ source: String) throws {
    try expect("\(source) sanction Rosoboronexport", in: text)
  }

  @Test(arguments: [
    ("Saab supplied radars to Kenya.", "Saab transfer Kenya"),
    ("Hanil Aerosystems supplied radars to Kenya.", "Hanil Aerosystems transfer Kenya"),
    ("Germany gave Kenya twelve howitzers.", "Germany transfer Kenya"),
    ("Kenya got its first howitzers from Germany.", "Germany transfer Kenya"),
    ("Bulgarian shells went to Kenya.", "Bulgaria transfer Kenya"),
    ("Howitzers made by Thales arrived in Kenya.", "Thales transfer Kenya"),
    ("Kenya's use of German howitzers was noticed.", "Germany transfer Kenya"),
    ("Kenya wants Germany to supply howitzers.", "Germany transfer Kenya (planned)"),
    ("Kenya cancelled the howitzer lease from Germany.", "Germany transfer Kenya (negated)"),
  ])
  func whoSuppliesWhom(_ text: String, _ statement: String) throws {
    try expect(statement, in: text)
  }

  @Test(arguments: [
    ("Kenya took part in drills with Peru and Spain.", "Peru cooperate Spain"),
    ("The exercise brought together troops from Kenya and Peru.", "Kenya cooperate Peru"),
    ("The radar is a Spanish-Peruvian joint venture.", "Peru cooperate Spain"),
    ("The Spanish and Peruvian navies share intelligence with Kenya.", "Kenya cooperate Spain"),
    ("The radar was co-developed by Spain and Peru.", "Peru cooperate Spain"),
    ("Spain works with Saab on the radar.", "Saab cooperate Spain"),
  ])
  func whoWorksWithWhom(_ text: String, _ statement: String) throws {
    try expect(statement, in: text)
  }

  @Test(arguments: [
    ("Beijing threatened to attack Kenya.", "China threaten Kenya"),
    ("Beijing has threatened retaliation against Kenya.", "China threaten Kenya"),
    ("Peru refused to sell boats to Kenya.", "Peru reject Kenya"),
    ("Peru lodged a protest with Kenya.", "Peru accuse Kenya"),
    ("Kenya denied the Peruvian allegations.", "Kenya reject Peru"),
    ("The accusations of Peru against Kenya are groundless.", "Peru accuse Kenya"),
    ("Peru seized two Kenyan tankers.", "Peru coerce Kenya"),
    ("Peru launched a missile strike on Kenya.", "Peru assault Kenya"),
    ("Peru and Kenya fought each other in 1995.", "Peru assault Kenya"),
    ("Saab faces competition from Dassault.", "Dassault compete Saab"),
    ("Its radar was made by Saab, a rival of Dassault.", "Dassault compete Saab"),
  ])
  func whoQuarrelsWithWhom(_ text: String, _ statement: String) throws {
    let claimed = try Reading(text).statements.map {
      $0.split(separator: "(")[0].trimmingCharacters
    }
    #expect(claimed.contains(statement), "\(text) gave \(claimed.sorted())")
  }

  @Test(arguments: [
    ("Saab named Micael Johansson chief executive.", "Micael Johansson leads Saab"),
    ("Micael Johansson took over as head of Saab.", "Micael Johansson leads Saab"),
    (
      "Micael Johansson has resigned as managing director of Saab.",
      "Micael Johansson leads Saab (historical)"
    ),
    (
      "Micael Johansson, until last week the head of Saab, spoke.",
      "Micael Johansson leads Saab (historical)"
    ),
    ("Thales holds a quarter of Saab.", "Saab partOf Thales"),
    ("Thales, the parent company of Saab, made an offer.", "Saab partOf Thales"),
  ])
  func whoHeadsAndOwnsWhat(_ text: String, _ statement: String) throws {
    try expect(statement, in: text)
  }

  @Test func aRelativeClauseBelongsToTheNameBeforeIt() throws {
    let found = try Reading(
      "Italy has warned Saab, a subsidiary of Thales, which will deliver radars to Kenya."
    ).statements
    #expect(found.contains("Saab transfer Kenya (planned)"), "\(found)")
    #expect(!found.contains("Thales transfer Kenya (planned)"), "\(found)")
  }

  @Test func whoIsToldOfOnTheSideDoesNothingElse() throws {
    let found = try Reading(
      "The European Union, of which Spain remains a member, has extended its arms embargo on Belarus."
    ).statements
    #expect(found.contains("European Union sanction Belarus"), "\(found)")
    #expect(!found.contains("Spain sanction Belarus"), "\(found)")
  }

  @Test func theVisitorIsOfAnotherCountryThanHisHosts() throws {
    let found = try Reading(
      """
      Spanish Defence Minister Pedro Ruiz met Kenyan Defence Minister James Otieno in Nairobi.

      The visiting minister was received by Kenyan President Mary Wanjiru.
      """
    ).statements
    #expect(found.contains("Mary Wanjiru consult Pedro Ruiz"), "\(found)")
    #expect(!found.contains("James Otieno consult Mary Wanjiru"), "\(found)")
  }

  @Test func anAbbreviationThatTheTextExplainsGoesBeforeTheTables() throws {
    let found = try Reading(
      "The Sudanese Armed Forces (SAF) fought on. Spain supplied the SAF with drones."
    ).statements
    #expect(found.contains("Spain transfer Sudanese Armed Forces"), "\(found)")
  }

  @Test func aCompanyKeepsItsNameWithoutTheLegalForm() throws {
    let found = try Reading(
      "Zarin Metals Ltd was founded in 1990. Kenya bought drones from Zarin Metals."
    ).statements
    #expect(found.contains("Zarin Metals Ltd transfer Kenya"), "\(found)")
  }

  @Test func aContractBelongsToThoseWhoWereJustNamed() throws {
    let found = try Reading(
      "Peru held talks with Spain for a year. In the end no contract was signed."
    ).statements
    #expect(found.contains("Peru agree Spain (negated)"), "\(found)")
  }

  @Test func everySignerWhoIsNamedHasSigned() throws {
    let found = try Reading(
      """
      The agreement, valued at a million, was signed by Pedro Ruiz, director of Saab, who took over \
      from Anna Holm in May, and James Otieno, head of Thales.
      """
    ).statements
    #expect(found.contains("James Otieno agree Pedro Ruiz"), "\(found)")
    #expect(!found.contains { $0.contains("agree") && $0.contains("Anna Holm") }, "\(found)")
  }

  private func expect(_ statement: String, in text: String) throws {
    let found = try Reading(text).statements
    #expect(found.contains(statement), "\(text) gave \(found.sorted())")
  }
}

extension Substring {
  fileprivate var trimmingCharacters: String {
    String(self[startIndex...].reversed().drop { $0 == " " }.reversed())
  }
}
