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
      #expect(csv.lines[0].hasSuffix(",stability,hostility_within,hostility_to_others"))
      #expect(csv.lines.dropFirst().allSatisfy { $0.hasSuffix(",0.0,3.0") })
      let table = try partnernet("communities", "g.csv", "--method", "signed").output
      #expect(table.contains("; hostile within 0, to others 3)"))
      let plain = try partnernet("communities", "g.csv", "--format", "json").output
      #expect(!plain.contains("ostility") && !plain.contains("direction"))
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
