import Foundation
import Testing

/// Rankings, communities, diffs and the rest on a graph file.
struct AnalysisTests {
  @Test("A ranking as JSON has the design's shape")
  func rankJSON() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet(
        "rank", "g.csv", "--by", "pagerank,strength", "--period", "2013..2014", "--format", "json")
      let ranking = try result.json()
      #expect(ranking["period"] as? String == "2013..2014")
      #expect(ranking["measures"] as? [String] == ["pagerank", "strength"])
      let entities = try #require(ranking["entities"] as? [[String: Any]])
      #expect(entities.map { $0["id"] as? String } == ["Russia", "Turkey", "India", "NATO"])
      #expect((entities[0]["rank"] as? [String: Int])?["strength"] == 1)
      // 1 + 3 with Turkey and 3.5 with India; the accusation is no cooperation.
      #expect((entities[0]["score"] as? [String: Double])?["strength"] == 7.5)
      #expect(entities[0]["kind"] is NSNull)
      #expect(result.messages.contains("pagerank: "))
    }
  }

  @Test("Hostile ties count when asked for")
  func ties() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let all = try partnernet(
        "rank", "g.csv", "--by", "strength", "--ties", "all", "--format", "csv", "--quiet")
      #expect(all.lines[1].hasPrefix("1,Russia,Russia,,11.5"))
      let hostile = try partnernet(
        "rank", "g.csv", "--by", "strength", "--ties", "hostile", "--format", "csv", "--quiet")
      #expect(hostile.lines.count == 3)
      #expect(hostile.messages.isEmpty)
    }
  }

  @Test("Directions tell suppliers from recipients")
  func directions() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      for (direction, first) in ["out": "Russia", "in": "India"] {
        let result = try partnernet(
          "rank", "g.csv", "--by", "strength", "--relations", "transfer", "--direction", direction,
          "--format", "csv")
        #expect(result.lines[1].hasPrefix("1,\(first),"))
      }
    }
  }

  @Test("Tables are aligned for every script")
  func alignment() throws {
    try inFolder { partnernet in
      try partnernet.write(
        "g.csv", "source,target,weight\nРоссия,中国,2\nIndia,中国,10\n")
      let result = try partnernet("rank", "g.csv", "--by", "strength", "--quiet")
      #expect(
        result.output == """
          rank  name    strength
          ----  ------  --------
             1  中国          12
             2  India         10
             3  Россия         2

          """)
    }
  }

  @Test("Intervals, timings and the number of rows")
  func options() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet(
        "rank", "g.csv", "--by", "degree", "--bootstrap", "20", "--top", "2", "--timings",
        "--format", "json")
      let entities = try #require(try result.json()["entities"] as? [[String: Any]])
      #expect(entities.count == 2)
      #expect((entities[0]["interval"] as? [String: [Int]])?["degree"]?.count == 2)
      let last = try #require(result.messages.split(separator: "\n").last)
      let timings = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Double]
      let phases = try #require(timings).keys
      #expect(phases.contains("read") && phases.contains("project") && phases.contains("degree"))
    }
  }

  @Test("The same question has the same answer, byte for byte")
  func determinism() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let lines = edges.split(separator: "\n")
      try partnernet.write(
        "h.csv", ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n"))
      for command in [
        "rank G --by betweenness,eigenvector --bootstrap 30 --format json",
        "communities G --format json",
        "diff G --before 2006 --after 2013..2014 --format csv",
      ] {
        let outputs = try ["g.csv", "g.csv", "h.csv"].map { name in
          try partnernet.shell("cp \(name) G.csv; $P \(command.replacing("G", with: "G.csv"))")
            .output
        }
        #expect(!outputs[0].isEmpty)
        #expect(outputs[0] == outputs[1])
        // Rows carry their numbers only in the evidence, so their order does not matter either.
        if !command.hasPrefix("rank") { #expect(outputs[0] == outputs[2], "\(command)") }
      }
    }
  }

  @Test("Communities as JSON have the design's shape")
  func communities() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let found = try partnernet(
        "communities", "g.csv", "--method", "components", "--format", "json"
      ).json()
      #expect(found["method"] as? String == "components")
      #expect(found["quality"] is Double)
      let communities = try #require(found["communities"] as? [[String: Any]])
      #expect(communities.map { $0["id"] as? Int } == [0, 1])
      #expect(
        communities[0]["members"] as? [String] == ["France", "India", "NATO", "Russia", "Turkey"])
    }
  }

  @Test("A diff groups what changed, and turned round it changes its signs")
  func diff() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let table = try partnernet(
        "diff", "g.csv", "--before", "2006", "--after", "2013..2014", "-o", "diff.svg")
      #expect(table.status == 0)
      for heading in ["Ties that came (4)", "Ties that went (1)", "Ties that grew (1)"] {
        #expect(table.output.contains(heading), "\(table.output)")
      }
      #expect(try partnernet.read("diff.svg").contains("<svg"))
      func changes(_ before: String, _ after: String) throws -> [String: Double] {
        let diff = try partnernet(
          "diff", "g.csv", "--before", before, "--after", after, "--format", "json"
        ).json()
        #expect(diff["schema"] as? String == "partnernet-diff/1")
        var changes: [String: Double] = [:]
        for tie in try #require(diff["ties"] as? [[String: Any]]) {
          let name = ["source", "relation", "target"].map { tie[$0] as? String ?? "" }
          changes[name.joined(separator: " ")] =
            (tie["weightAfter"] as? Double ?? 0) - (tie["weightBefore"] as? Double ?? 0)
        }
        return changes
      }
      let forward = try changes("2006", "2013..2014")
      #expect(forward["Russia transfer India"] == 1.5)
      #expect(try changes("2013..2014", "2006") == forward.mapValues { -$0 })
    }
  }

  @Test("What exceeds chance is marked in every format, and only if asked for")
  func chance() throws {
    try inFolder { partnernet in
      // A tie that every one of many rows reports, and another that every later row does.
      var rows = "source,target,relation,date\n"
      for day in 10...29 {
        rows += "Russia,India,transfer,2012-01-\(day)\nFrance,India,transfer,2014-01-\(day)\n"
      }
      try partnernet.write("g.csv", rows + "Russia,China,transfer,2014\n")
      func diff(_ arguments: String) throws -> Command.Result {
        try partnernet.shell("$P diff g.csv --before 2012 --after 2014 --quiet \(arguments)")
      }
      let json = try diff("--chance 200 --format json").json()
      let level = try #require(json["chance"] as? [String: Any])
      #expect(level["permutations"] as? Int == 200)
      #expect((level["distances"] as? [Double])?.count == 2)
      #expect(try #require(level["distanceChance"] as? Double) < 0.05)
      let ties = try #require(json["ties"] as? [[String: Any]])
      func exceeds(_ source: String, _ target: String) -> Bool? {
        ties.first { $0["source"] as? String == source && $0["target"] as? String == target }?[
          "exceedsChance"] as? Bool
      }
      #expect(exceeds("Russia", "India") == true)
      #expect(exceeds("France", "India") == true)
      #expect(exceeds("Russia", "China") == false)
      let csv = try diff("--chance 200 --format csv")
      #expect(csv.lines[0].hasSuffix(",note,chance,exceeds_chance"))
      #expect(csv.lines.contains { $0.contains(",transfer,China,") && $0.hasSuffix(",no") })
      let table = try diff("--chance 200").output
      #expect(table.contains("2 of 3 changed ties exceed chance"), "\(table)")
      #expect(table.components(separatedBy: " *").count > 2)
      for format in ["table", "csv", "json"] {
        let plain = try diff("--format \(format)").output
        #expect(!plain.contains("chance") && !plain.contains("exceeds"))
        #expect(
          try diff("--format \(format) --chance 50 --threads 1").output
            == diff("--format \(format) --chance 50 --threads 2").output)
      }
    }
  }

  @Test("A surname will do where only one person has it")
  func surname() throws {
    try inFolder { partnernet in
      try partnernet.write(
        "g.json",
        """
        {"directed": true, "multigraph": true, "nodes": [
          {"id": "a", "name": "Łukasz Nowak-Żak", "kind": "person"},
          {"id": "b", "name": "Anna van der Velde", "kind": "person"},
          {"id": "c", "name": "Maria Silva", "kind": "person"},
          {"id": "d", "name": "Pedro Silva", "kind": "person"},
          {"id": "e", "name": "Velde", "kind": "organisation"},
          {"id": "f", "name": "New Delhi", "kind": "organisation"}],
         "links": [
          {"source": "a", "target": "e"}, {"source": "b", "target": "e"},
          {"source": "c", "target": "e"}, {"source": "d", "target": "f"}]}
        """)
      func heading(_ name: String) throws -> String {
        let result = try partnernet("explain", "g.json", name)
        return result.status == 0 ? result.lines.first ?? "" : result.messages
      }
      #expect(try heading("nowak-zak").hasPrefix("Łukasz Nowak-Żak"))
      #expect(try heading("van der Velde").hasPrefix("Anna van der Velde"))
      // A whole name goes before a surname; only people have one.
      #expect(try heading("velde").hasPrefix("Velde"))
      #expect(try heading("Delhi").contains("there is no entity 'Delhi'"))
      let silva = try heading("Silva")
      #expect(silva.contains("any of 2 entities") && silva.contains("'c', 'd'"))
    }
  }

  @Test("Two graph files can be compared")
  func diffOfFiles() throws {
    try inFolder { partnernet in
      try partnernet.write("a.csv", "source,target\nRussia,India\n")
      try partnernet.write("b.csv", "source,target\nRussia,India\nRussia,Turkey\n")
      let result = try partnernet("diff", "a.csv", "b.csv", "-o", "diff.svg")
      #expect(result.output.contains("Ties that came (1)"))
      #expect(result.output.contains("Russia → Turkey"))
      #expect(partnernet.exists("diff.svg"))
      #expect(try partnernet("diff", "a.csv", "a.csv").output.contains("Nothing changed."))
    }
  }

  @Test("The rows behind a pair, by date")
  func explain() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet("explain", "g.csv", "turkey", "RUSSIA")
      let consult = try #require(result.output.firstRange(of: "consult"))
      let transfer = try #require(result.output.firstRange(of: "transfer"))
      #expect(consult.lowerBound < transfer.lowerBound)
      #expect(result.output.contains("2 rows"))
    }
  }

  @Test("What is converted reads back as the same network")
  func convert() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      #expect(try partnernet("convert", "g.csv", "-o", "g.json").status == 0)
      let outputs = try ["g.csv", "g.json"].map {
        try partnernet("rank", $0, "--by", "strength,pagerank", "--format", "csv").output
      }
      #expect(outputs[0] == outputs[1])
    }
  }
}
