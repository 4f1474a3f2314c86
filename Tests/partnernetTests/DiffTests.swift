import Foundation
import Testing

/// Diffs as they are printed, and what their JSON is said to be.
struct DiffTests {
  /// Two stories of one event, one of another and one that denies, in two periods, so that every
  /// part of a diff has something in it.
  private static let stories = [
    ("a", "Gazette", "2012-10-17", "Russia and India signed an agreement on fighter jets."),
    ("b", "Courier", "2012-11-17", "Turkey agreed to buy missiles from China, the ministry said."),
    ("c", "Gazette", "2012-12-01", "Russia delivered fighter jets to Vietnam."),
    ("d", "Gazette", "2014-10-17", "Russia delivered fighter jets to India."),
    ("e", "Wire", "2014-11-17", "Germany accused Poland of breaking the embargo."),
    ("f", "Gazette", "2014-12-01", "Russia delivered fighter jets to Vietnam and to Indonesia."),
  ]

  private func withStore(_ body: (Command) throws -> Void) throws {
    try inFolder { partnernet in
      let records = Self.stories.map { id, source, date, text in
        #"{"id": "\#(id)", "source": "\#(source)", "date": "\#(date)", "text": "\#(text)"}"#
      }
      let result = try partnernet(
        "ingest", "-", "--store", "s.sqlite", input: records.joined(separator: "\n") + "\n")
      #expect(result.status == 0, "\(result.messages)")
      try body(partnernet)
    }
  }

  private static let periods = ["--before", "2012", "--after", "2014"]

  /// The keys of a value, as `ties[].before.weight`; both sides of a diff are called `before`.
  private func keys(_ value: Any, _ path: String = "") -> Set<String> {
    if let list = value as? [Any] {
      return list.reduce(into: []) { $0.formUnion(keys($1, path + "[]")) }
    }
    guard let object = value as? [String: Any] else { return [] }
    var found: Set<String> = []
    for (key, inner) in object {
      let name = path.isEmpty ? key : path + "." + key
      found.insert(name)
      let isSide = key == "after" && (path.isEmpty || path == "ties[]")
      let common = isSide ? String(name.dropLast(5)) + "before" : name
      found.formUnion(keys(inner, common))
    }
    return found
  }

  @Test("docs/diff.md has the keys that are printed, and no others")
  func schema() throws {
    try withStore { partnernet in
      let json = try partnernet(
        "diff", "s.sqlite", "--before", "2012", "--after", "2014", "--chance", "20", "--evidence",
        "--format", "json"
      ).json()
      #expect(json["schema"] as? String == "partnernet-diff/1")
      let page = try String(
        contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
          .appendingPathComponent("../../docs/diff.md"), encoding: .utf8)
      var documented: Set<String> = []
      for row in page.split(separator: "\n") where row.hasPrefix("| `") {
        let cell = row.split(separator: "|")[0]
        for key in cell.split(separator: "`") where !key.contains(",") && key != " " {
          documented.insert(String(key))
        }
      }
      // Lists are documented by what is in them, or by name.
      let printed = Set(
        keys(json).map { $0 == "ties[].before.evidence" ? "ties[].before.evidence[]" : $0 }
      ).subtracting(["before.sources", "entities", "ties", "relationChanges", "rankShifts"])
        .subtracting(["communities", "distances", "chance"])
      #expect(printed.subtracting(documented) == [])
      #expect(documented.subtracting(printed) == [])
    }
  }

  @Test("Every line leads to documents and sentences")
  func evidence() throws {
    try withStore { partnernet in
      let json = try partnernet.shell(
        "$P diff s.sqlite --before 2012 --after 2014 --evidence --format json"
      ).json()
      let ties = try #require(json["ties"] as? [[String: Any]])
      for tie in ties {
        var texts: [String] = []
        for side in ["before", "after"] {
          guard let found = tie[side] as? [String: Any] else { continue }
          let evidence = try #require(found["evidence"] as? [[String: Any]])
          #expect(evidence.count == found["statements"] as? Int)
          texts += evidence.compactMap { $0["text"] as? String }
          #expect(evidence.allSatisfy { $0["outlet"] is String && $0["date"] is String })
        }
        #expect(!texts.isEmpty)
      }
      // Entities, relation changes, ranks and communities name ties that exist.
      for (part, isNeeded) in [
        ("entities", true), ("relationChanges", true), ("rankShifts", false),
        ("communities", false),
      ] {
        let lines = try #require(json[part] as? [[String: Any]])
        #expect(!lines.isEmpty, "\(part)")
        for line in lines {
          let places = try #require(line["ties"] as? [Int])
          #expect(places.allSatisfy(ties.indices.contains))
          #expect(!isNeeded || !places.isEmpty)
        }
      }
      let table = try partnernet.shell("$P diff s.sqlite --before 2012 --after 2014 --evidence")
      #expect(table.output.contains("\nEvidence\n"))
      #expect(table.output.contains("“Turkey agreed to buy missiles from China"))
      let csv = try partnernet.shell(
        "$P diff s.sqlite --before 2012 --after 2014 --evidence --format csv")
      #expect(csv.lines[0].hasPrefix("change,side,date,source,"))
      #expect(csv.lines.contains { $0.hasPrefix("went,before,2012-11-17,country/CN,") })
      let plain = try partnernet.shell("$P diff s.sqlite --before 2012 --after 2014")
      #expect(!plain.output.contains("“"))
    }
  }

  @Test("Absence is told from silence, with what was reported")
  func silence() throws {
    try withStore { partnernet in
      let table = try partnernet.shell("$P diff s.sqlite --before 2012 --after 2014").output
      #expect(table.contains("before  2012: 3 documents (2 outlets named)"))
      // Of Turkey and China nobody spoke in 2014, and the Courier published nothing.
      #expect(table.contains("nothing reported after"))
      let csv = try partnernet.shell("$P diff s.sqlite --before 2012 --after 2014 --format csv")
      #expect(csv.lines.contains { $0.hasPrefix("coverage,documents,,,,,,3,3,0") })
      #expect(csv.lines.contains { $0.hasPrefix("coverage,outlets,,,,,,2,2,0") })
      for name in ["ties", "pairs", "influence", "shape"] {
        #expect(csv.lines.contains { $0.hasPrefix("distance,\(name),") })
      }
    }
  }

  @Test("Turned round, the whole of it is the same with its signs changed")
  func turned() throws {
    try withStore { partnernet in
      func diff(_ before: String, _ after: String) throws -> [String: Any] {
        try partnernet(
          "diff", "s.sqlite", "--before", before, "--after", after, "--format", "json",
          "--by", "pagerank,strength"
        ).json()
      }
      let (forth, back) = (try diff("2012", "2014"), try diff("2014", "2012"))
      for key in ["distance", "distances", "agreement"] {
        #expect(forth[key] as? NSObject == back[key] as? NSObject, "\(key)")
      }
      let shifts = try [forth, back].map { json in
        try #require(json["rankShifts"] as? [[String: Any]]).compactMap { $0["shift"] as? Int }
      }
      #expect(!shifts[0].isEmpty && shifts[0] == shifts[1].map { -$0 })
      for (one, other) in [("joined", "left"), ("before", "after")] {
        let lists = try [(forth, one), (back, other)].map { json, key in
          try #require(json["communities"] as? [[String: Any]]).map { $0[key] as? NSObject }
        }
        #expect(lists[0] == lists[1])
      }
    }
  }

  @Test("Files of two formats can be compared")
  func files() throws {
    try inFolder { partnernet in
      try partnernet.write(
        "a.csv", "source,target,relation,weight\nRussia,India,consult,2\nFrance,India,transfer,1\n")
      try partnernet.write(
        "b.csv", "source,target,relation,weight\nRussia,India,transfer,2\nFrance,India,transfer,3\n"
      )
      #expect(try partnernet("convert", "b.csv", "-o", "b.graphml").status == 0)
      let text = try partnernet("diff", "a.csv", "b.graphml", "--quiet", "--evidence").output
      #expect(text.contains("before  a.csv: 2 rows") && text.contains("after   b.graphml: 2 rows"))
      #expect(text.contains("Pairs whose relations changed (1)"))
      #expect(text.contains("0.40 pair by pair, 0."))
      let json = try partnernet("diff", "a.csv", "b.graphml", "--format", "json").json()
      let distances = try #require(json["distances"] as? [String: Double])
      // Relation by relation 1 of 2 + 2 + 3 in common, pair by pair 2 + 1 of 2 + 3.
      #expect(abs(try #require(distances["ties"]) - 6.0 / 7) < 1e-12)
      #expect(abs(try #require(distances["pairs"]) - 2.0 / 5) < 1e-12)
      #expect(distances["shape"] == 0)
    }
  }
}
