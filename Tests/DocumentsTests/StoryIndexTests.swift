import PartnerModel
import Testing

@testable import Documents

@Suite struct StoryIndexTests {
  @Test func reportsOfOneEventShareTheirYearInEitherOrder() throws {
    let yearless = try Samples.read(Samples.story, name: "a")
    let dated = try Samples.read(Samples.otherReport, name: "b")
    #expect(yearless.date == nil)
    for order in [[yearless, dated], [dated, yearless]] {
      var documents = order
      var index = StoryIndex()
      let matches = index.add(&documents)
      #expect(matches.map(\.story) == [1, 1])
      #expect(matches[1].partners.map(\.kind) == [.sameEvent])
      let resolved = try #require(documents.first { $0.name == "a" })
      #expect(resolved.date?.description == "2015-03-04")
      #expect(resolved.dateBasis == .inferred)
      #expect(documents.first { $0.name == "b" }?.date?.description == "2015-03-05")
    }
  }

  @Test func anotherDayIsAnotherEvent() throws {
    let later = Samples.otherReport.replacing("5 March 2015", with: "19 March 2015")
    var documents = [try Samples.read(Samples.story), try Samples.read(later)]
    var index = StoryIndex()
    #expect(index.add(&documents).map(\.story) == [1, 2])
    #expect(documents[0].date == nil)
  }

  @Test func reprintsAreOneStory() throws {
    let reprint = Samples.otherReport.replacing("5 March 2015", with: "11 March 2015")
      .replacing("twice", with: "three times")
    var documents = [try Samples.read(Samples.otherReport), try Samples.read(reprint)]
    var index = StoryIndex()
    let matches = index.add(&documents)
    #expect(matches.map(\.story) == [1, 1])
    #expect(matches[1].partners.first?.kind == .nearDuplicate)
  }

  /// Daily communiqués differ in a few figures, yet each tells of another day.
  @Test func aSeriesIsNoReprint() throws {
    func communique(_ day: Int) throws -> Document {
      try Samples.read(
        """
        Daily communiqué
        \(day) March 2015

        Patrols of the Ruritanian navy met \(day * 3) vessels off Zenda and \(day + 40) off Strelsau.
        Escorts were given to \(day + 7) merchantmen bound for Freedonia by the frigate Flavia.
        Radar station \(day * 11) of the coast guard reported \(day * 5 + 2) sightings to Hentzau Fort.
        """)
    }
    var documents = [try communique(4), try communique(5), try communique(6)]
    var index = StoryIndex()
    #expect(index.add(&documents).map(\.story) == [1, 2, 3])
  }

  @Test func differentStoriesOfADay() throws {
    let other = """
      Marshovia opens embassy
      The Zenda Courier | 5 March 2015

      Marshovia opened its embassy in Strelsau. Danilo Popoff, the envoy, raised the flag at noon.
      """
    var documents = [try Samples.read(Samples.otherReport), try Samples.read(other)]
    var index = StoryIndex()
    #expect(index.add(&documents).map(\.story) == [1, 2])
  }

  @Test func anIndexIsRebuiltFromFingerprints() throws {
    let dated = try Samples.read(Samples.otherReport)
    let yearless = try Samples.read(Samples.story)
    var index = StoryIndex()
    index.restore(id: 70, fingerprint: yearless.fingerprint, date: nil, story: 12)
    let match = index.add(id: 71, fingerprint: dated.fingerprint, date: dated.date)
    #expect(match.story == 12)
    #expect(match.resolved.map(\.id) == [70])
    #expect(match.resolved.map(\.date.description) == ["2015-03-04"])
    #expect(match.resolved.map(\.from) == [71])
  }

  @Test func fingerprintsReadBack() throws {
    for text in [Samples.story, Samples.otherReport, Samples.transcript, "Two words."] {
      let bytes = try Samples.read(text).fingerprint
      #expect(StoryFingerprint(bytes: bytes)?.bytes == bytes)
      for end in bytes.indices { #expect(StoryFingerprint(bytes: Array(bytes[..<end])) == nil) }
    }
    var index = StoryIndex()
    #expect(index.add(id: 1, fingerprint: [9, 9, 9], date: nil).story == 1)
    #expect(index.add(id: 2, fingerprint: [], date: nil).story == 2)
  }

  /// The estimate lies within four standard deviations of the true share of common runs of words.
  @Test(arguments: [0.2, 0.5, 0.9])
  func signaturesEstimateTheJaccardSimilarity(share: Double) throws {
    var generator = RepeatableGenerator(state: UInt64(share * 100))
    let words = (0..<900).map { _ in
      String(UInt64.random(in: 0..<9_999_999, using: &generator), radix: 30)
    }
    // Two windows that overlap, so that common runs are (n - d) of (n + d).
    let length = 400
    let shift = Int(Double(length) * (1 - share) / (1 + share))
    func read(_ start: Int) throws -> StoryFingerprint {
      let text = "Said " + words[start..<start + length].joined(separator: " ") + "."
      return try #require(StoryFingerprint(bytes: try Samples.read(text).fingerprint))
    }
    let similarity = try read(0).similarity(try read(shift))
    #expect(abs(similarity - share) < 4 * (share * (1 - share) / 64).squareRoot() + 0.02)
  }
}
