import Foundation
import Testing

/// Communities by the lesser known methods, and who stands between groups.
struct GroupTests {
  @Test("Signed communities say how hostile they are")
  func hostility() throws {
    try inFolder { partnernet in
      try partnernet.write(
        "g.csv",
        """
        source,target,relation,weight
        Russia,India,transfer,5
        Turkey,France,transfer,5
        Russia,Turkey,accuse,2
        France,India,reject,1
        """)
      let found = try partnernet("communities", "g.csv", "--method", "signed", "--format", "json")
        .json()
      let communities = try #require(found["communities"] as? [[String: Any]])
      #expect(
        communities.map { $0["members"] as? [String] } == [
          ["France", "Turkey"], ["India", "Russia"],
        ])
      #expect(communities.map { $0["internalHostility"] as? Double } == [0, 0])
      #expect(communities.map { $0["externalHostility"] as? Double } == [3, 3])
      let csv = try partnernet("communities", "g.csv", "--method", "signed", "--format", "csv")
      #expect(
        csv.lines[0]
          == "community,id,name,kind,strength,stability,centre,strength_within,weight_within,"
          + "weight_to_others,hostility_within,hostility_to_others,own_hostility_within,"
          + "own_hostility_to_others")
      #expect(csv.lines[1] == "0,France,France,,5.0,1.0,France,5.0,5.0,0.0,0.0,3.0,0.0,1.0")
      let table = try partnernet("communities", "g.csv", "--method", "signed").output
      #expect(table.contains("; hostile within 0, to others 3)"))
      let plain = try partnernet("communities", "g.csv", "--format", "json").output
      #expect(!plain.contains("ostility") && !plain.contains("direction"))
    }
  }

  @Test("Sides that do not hold are named")
  func balance() throws {
    try inFolder { partnernet in
      // Two friends of one who are foes.
      try partnernet.write(
        "g.csv", "source,target,relation,weight\nA,B,agree,5\nB,C,agree,4\nA,C,accuse,1\n")
      let found = try partnernet("communities", "g.csv", "--method", "signed", "--format", "json")
      let balance = try #require(try found.json()["balance"] as? [String: Any])
      #expect(balance["triangles"] as? [Int] == [0, 1, 0, 0])
      #expect(balance["balanced"] as? Int == 0 && balance["unbalanced"] as? Int == 1)
      #expect((balance["torn"] as? [[String: Any]])?.count == 3)
      #expect((balance["misfits"] as? [[String: Any]])?.count == 1)
      let table = try partnernet("communities", "g.csv", "--method", "signed").output
      #expect(table.contains("0 of 1 triangle balanced (0 %)"))
      #expect(table.contains("In unbalanced triangles (3)"))
    }
  }

  @Test("Resampled documents say how far a membership hangs on few of them")
  func support() throws {
    try inFolder { partnernet in
      var rows = "source,target,relation\n"
      for _ in 0..<10 { rows += "A,B,agree\n" }
      try partnernet.write("g.csv", rows + "B,C,agree\n")
      let json = try partnernet(
        "communities", "g.csv", "--bootstrap", "300", "--format", "json", "--threads", "1")
      let communities = try #require(try json.json()["communities"] as? [[String: Any]])
      let support = try #require(communities[0]["support"] as? [Double])
      #expect(support[0] > 0.99 && support[2] < 0.8 && support[2] > 0.5)
      #expect(try json.json()["documentAgreement"] is [String: Any])
      #expect(try json.json()["seedAgreement"] is [String: Any])
      let threads = try partnernet(
        "communities", "g.csv", "--bootstrap", "300", "--format", "json", "--threads", "3")
      #expect(threads.output == json.output)
      let csv = try partnernet("communities", "g.csv", "--bootstrap", "9", "--format", "csv")
      #expect(csv.lines[0].contains(",stability,support,"))
    }
  }

  @Test("Communities within communities, in every format")
  func hierarchy() throws {
    try inFolder { partnernet in
      var rows = "source,target,relation,weight\n"
      for group in ["abc", "def", "ghi", "jkl"].map({ $0.map(String.init) }) {
        for (one, other) in [(0, 1), (1, 2), (2, 0)] {
          rows += "\(group[one]),\(group[other]),agree,4\n"
        }
      }
      try partnernet.write("g.csv", rows + "a,d,agree,3\ng,j,agree,3\n")
      func run(_ arguments: String) throws -> Command.Result {
        try partnernet.shell("$P communities g.csv --quiet \(arguments)")
      }
      let json = try run("--resolutions 1,0.2 --format json").json()
      #expect(json["resolutions"] as? [Double] == [0.2, 1])
      let levels = try #require(json["levels"] as? [[String: Any]])
      let inner = try #require(levels[1]["communities"] as? [[String: Any]])
      #expect(inner.map { $0["path"] as? String } == ["0.0", "0.1", "1.0", "1.1"])
      #expect(inner.map { $0["parent"] as? Int } == [0, 0, 1, 1])
      let csv = try run("--resolutions 0.2,1,2 --format csv")
      #expect(csv.lines[0] == "id,name,kind,strength,at_0.2,at_1,at_2")
      #expect(csv.lines.contains("l,l,,8.0,1,1.1,1.1.0"))
      let table = try run("--resolutions 0.2,1,2").output
      // Whole at both higher resolutions: one row.
      #expect(table.contains("  0.0             1–2        3"), "\(table)")
      for (arguments, message) in [
        ("--resolutions 1,2 --method louvain", "is for leiden and leiden-cpm"),
        ("--resolutions 1,x", "'x' is not a resolution"),
        ("--resolutions 1,2 --resolution 3", "either --resolution or --resolutions"),
        ("--bootstrap=-1", "cannot resample -1 times"),
      ] {
        let result = try run(arguments)
        #expect(result.status == 64 && result.messages.contains(message), "\(result.messages)")
      }
    }
  }

  @Test("The walker of infomap follows ties as they point if told to")
  func infomapDirection() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      func found(_ direction: String) throws -> [String: Any] {
        try partnernet(
          "communities", "g.csv", "--method", "infomap", "--direction", direction, "--format",
          "json"
        ).json()
      }
      let (out, both) = (try found("out"), try found("both"))
      #expect(out["direction"] as? String == "out")
      #expect(out["quality"] as? Double != both["quality"] as? Double)
    }
  }

  @Test("Brokers stand between two who have no tie, in the role that the groups give")
  func brokers() throws {
    try inFolder { partnernet in
      // The exporter passes on what the ministry hands it, and the ministry has no tie with India.
      try partnernet.write(
        "g.csv", "source,target,relation\nMinistry,Exporter,transfer\nExporter,India,transfer\n")
      func brokers(_ arguments: String) throws -> [[String: Any]] {
        let json = try partnernet.shell("$P brokers g.csv --format json \(arguments)").json()
        return try #require(json["entities"] as? [[String: Any]])
      }
      let along = try brokers("")
      #expect(along[0]["id"] as? String == "Exporter")
      #expect(along[0]["total"] as? Int == 1)
      // Nothing is said of kinds, so that all three are of different groups.
      #expect((along[0]["roles"] as? [String: Int])?["liaison"] == 1)
      #expect(along.dropFirst().allSatisfy { $0["total"] as? Int == 0 && $0["rank"] as? Int == 2 })
      let both = try brokers("--undirected --groups communities --method components")
      #expect((both[0]["roles"] as? [String: Int])?["coordinator"] == 2)
      let result = try partnernet("brokers", "g.csv", "--format", "csv")
      #expect(result.messages.contains("says nothing of kinds"))
      #expect(
        result.lines[0]
          == "rank,id,name,kind,group,coordinator,gatekeeper,representative,consultant,liaison,total"
      )
    }
  }
}
