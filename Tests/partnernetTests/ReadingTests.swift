import Foundation
import Testing

/// Documents in: `ingest` and `extract`.
struct ReadingTests {
  @Test("Each document is one line of JSON as the design says")
  func extractShape() throws {
    try inFolder { partnernet in
      try partnernet.write("a.txt", story)
      try partnernet.write("b.txt", otherStory)
      let result = try partnernet("extract", "a.txt", "b.txt")
      #expect(result.status == 0)
      #expect(result.lines.count == 2)
      let documents = try result.lines.map {
        try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      #expect(documents.map { $0["document"] as? String } == ["a.txt", "b.txt"])
      #expect(
        Set(documents[0].keys)
          == ["document", "title", "source", "date", "dateBasis", "entities", "relations"])
      #expect(documents[0]["date"] as? String == "2012-10-17")
      let entities = try #require(documents[0]["entities"] as? [[String: Any]])
      let russia = try #require(entities.first { $0["id"] as? String == "country/RU" })
      #expect(russia["name"] as? String == "Russia")
      #expect(russia["kind"] as? String == "country")
      // Offsets count Unicode scalars of the file.
      let mentions = try #require(russia["mentions"] as? [[Int]])
      let scalars = Array(story.unicodeScalars)
      #expect(
        mentions.contains { String(String.UnicodeScalarView(scalars[$0[0]..<$0[1]])) == "Russia" })
      for relation in try #require(documents[0]["relations"] as? [[String: Any]]) {
        #expect(
          Set(relation.keys) == [
            "source", "type", "target", "status", "date", "evidence", "text", "rule", "confidence",
          ])
      }
    }
  }

  @Test("NDJSON streams through, and what is no record is reported by line")
  func stream() throws {
    try inFolder { partnernet in
      let input = """
        {"id": "one", "text": "Russia and India signed an agreement."}
        not a record
        {"id": "two", "text": "Turkey agreed to buy missiles from China."}

        """
      let result = try partnernet("extract", "-", input: input)
      #expect(result.lines.count == 2)
      #expect(result.lines[0].hasPrefix("{\"document\": \"one\""))
      #expect(result.lines[1].hasPrefix("{\"document\": \"two\""))
      #expect(result.messages.contains(":2: "))
      #expect(result.status == 0)
    }
  }

  @Test("The same documents give the same bytes, on any number of threads")
  func determinism() throws {
    try inFolder { partnernet in
      for place in 0..<20 { try partnernet.write("d/\(place).txt", "\(story)\n\(place)\n") }
      let first = try partnernet("extract", "d", "--threads", "1")
      #expect(first.output.count > 1000)
      #expect(try partnernet("extract", "d", "--threads", "3").output == first.output)
      _ = try partnernet("ingest", "d", "--store", "a.sqlite", "--threads", "1")
      _ = try partnernet("ingest", "d", "--store", "b.sqlite", "--threads", "3")
      let tables = try ["a.sqlite", "b.sqlite"].map {
        try partnernet("info", $0, "--format", "csv").output
      }
      #expect(tables[0] == tables[1])
    }
  }

  @Test("Reading a folder again adds nothing")
  func repeatable() throws {
    try inFolder { partnernet in
      try partnernet.write("d/a.txt", story)
      try partnernet.write("d/b.txt", otherStory)
      let first = try partnernet("ingest", "d", "--store", "s/p.sqlite", "--format", "json")
      #expect(first.status == 0)
      #expect(try first.json()["documentsRead"] as? Int == 2)
      let before = try partnernet("info", "s/p.sqlite", "--format", "json").output
      let second = try partnernet("ingest", "d", "--store", "s/p.sqlite", "--format", "json")
      #expect(second.status == 0)
      #expect(try second.json()["documentsRead"] as? Int == 0)
      #expect(try second.json()["documentsKnown"] as? Int == 2)
      #expect(try partnernet("info", "s/p.sqlite", "--format", "json").output == before)
    }
  }

  @Test("What cannot be read is reported by name, and the rest goes on")
  func badDocuments() throws {
    try inFolder { partnernet in
      try partnernet.write("d/good.txt", story)
      try partnernet.write("d/picture.txt", Data((0..<4000).map { UInt8($0 * 7 % 256) }))
      try partnernet.write("d/latin.txt", Data(Array("Russia sold tanks. ".utf8) + [0xE9, 0xFF]))
      try partnernet.write("d/endless.txt", Data(repeating: UInt8(ascii: "a"), count: 50 << 20))
      let result = try partnernet("ingest", "d", "--store", "p.sqlite", "--format", "json")
      #expect(result.status == 0)
      let counts = try result.json()
      #expect(counts["documentsRead"] as? Int == 2)
      #expect(counts["documentsFailed"] as? Int == 2)
      for name in ["d/picture.txt", "d/endless.txt"] {
        let line = result.messages.split(separator: "\n").first { $0.contains(name) }
        #expect(line?.contains("; ") ?? false, "\(result.messages)")
      }
    }
  }

  @Test("A path that is missing fails the run, after the others are read")
  func missingPath() throws {
    try inFolder { partnernet in
      try partnernet.write("good.txt", story)
      let result = try partnernet(
        "ingest", "missing.txt", "good.txt", "--store", "p.sqlite", "--format", "json")
      #expect(result.status == 1)
      #expect(try result.json()["documentsRead"] as? Int == 1)
      #expect(result.messages.contains("missing.txt: "))
    }
  }

  @Test("An empty folder, and nothing but unreadable files, fail")
  func nothingToRead() throws {
    try inFolder { partnernet in
      try FileManager.default.createDirectory(
        atPath: partnernet.path("empty"), withIntermediateDirectories: true)
      let empty = try partnernet("ingest", "empty", "--store", "p.sqlite")
      #expect(empty.status == 1)
      #expect(empty.messages.contains("empty: "))
      try partnernet.write("x.txt", Data(repeating: 0, count: 100))
      #expect(try partnernet("extract", "x.txt").status == 1)
    }
  }

  @Test("The evidence of a store is the sentence")
  func explainStore() throws {
    try inFolder { partnernet in
      try partnernet.write("a.txt", story)
      _ = try partnernet("ingest", "a.txt", "--store", "p.sqlite")
      let result = try partnernet("explain", "p.sqlite", "RUSSIA", "--format", "json")
      #expect(result.status == 0, "\(result.messages)")
      let statements = try #require(try result.json()["statements"] as? [[String: Any]])
      for statement in statements {
        #expect(story.contains(try #require(statement["text"] as? String).prefix(20)))
        #expect(statement["document"] as? String == "a.txt")
      }
    }
  }
}
