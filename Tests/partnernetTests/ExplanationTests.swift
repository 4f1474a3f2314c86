import Foundation
import Testing

/// Why entities rank where they do, which ties hold together, and ranks as a picture.
struct ExplanationTests {
  @Test("Partners share out a score in every format")
  func explain() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let json = try partnernet(
        "rank", "g.csv", "--explain", "russia", "--by", "strength,betweenness", "--period",
        "2013..2014", "--format", "json"
      ).json()
      #expect(json["schema"] as? String == "partnernet-rank-explanation/1")
      #expect((json["score"] as? [String: Double])?["strength"] == 7.5)
      #expect((json["isSum"] as? [String: Bool]) == ["strength": true, "betweenness": false])
      let partners = try #require(json["partners"] as? [[String: Any]])
      #expect(partners.map { $0["name"] as? String } == ["Turkey", "India"])
      let parts = partners.map { ($0["contribution"] as? [String: Double])?["strength"] }
      #expect(parts == [4, 3.5])
      #expect((partners[0]["ties"] as? [[String: Any]])?.count == 2)
      #expect((partners[1]["rankWithout"] as? [String: Int])?["strength"] == 2)
      let csv = try partnernet(
        "rank", "g.csv", "--explain", "Russia", "--by", "strength", "--format", "csv", "--top", "1")
      #expect(
        csv.lines == [
          "measure,id,name,rank,score,partner,partner_name,strength,contribution,score_without,"
            + "rank_without,ties",
          "strength,Russia,Russia,1,10.5,India,India,5.5,5.5,5.0,1,transfer → 5.5",
        ])
      let table = try partnernet("rank", "g.csv", "--explain", "Russia", "--quiet").output
      #expect(table.contains("Russia: rank 1 of 7 by pagerank"))
      #expect(table.contains("(from no partner)"))
    }
  }

  @Test("Ties that hold the network together")
  func bridges() throws {
    try inFolder { partnernet in
      try partnernet.write(
        "g.csv", "source,target,relation\nA,B,transfer\nB,C,transfer\nC,D,transfer\n")
      let csv = try partnernet("rank", "g.csv", "--bridges", "--format", "csv")
      #expect(
        csv.lines[0] == "rank,source,source_name,target,target_name,pair,strength,betweenness")
      #expect(csv.lines[1].hasPrefix("1,B,B,C,C,B – C,1.0,0.666"))
      let json = try partnernet(
        "rank", "g.csv", "--bridges", "--direction", "out", "--format", "json", "--top", "2"
      ).json()
      let pairs = try #require(json["pairs"] as? [[String: Any]])
      #expect(pairs.map { $0["target"] as? String } == ["C", "B"])
    }
  }

  @Test("Sampled betweenness says how far off it may be")
  func samples() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let all = try partnernet(
        "rank", "g.csv", "--by", "betweenness", "--samples", "100", "--format", "json")
      let exact = try partnernet("rank", "g.csv", "--by", "betweenness", "--format", "json")
      #expect(try all.json()["samplingError"] as? Double == 0)
      #expect(try all.json()["entities"] as? NSArray == exact.json()["entities"] as? NSArray)
      #expect(all.messages.contains("off by at most 0"))
    }
  }

  @Test("Ranks over time as a picture that says in words what it shows")
  func chart() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      for file in ["r.svg", "s.svg", "r.png"] {
        let result = try partnernet(
          "rank", "g.csv", "--periods", "2006,2010,2013..2014", "-o", file, "--title",
          "A <b>\u{202E} & title")
        #expect(result.status == 0, "\(result.messages)")
      }
      let svg = try partnernet.read("r.svg")
      #expect(try partnernet.read("s.svg") == svg)
      #expect(svg.contains("<title>A &lt;b&gt; &amp; title</title>"))
      #expect(svg.contains("Russia: rank 1 in 2006, rank 1 in 2013 – 2014"))
      // No row says anything of 2010: the line over it is dotted.
      #expect(svg.contains(">2010<") && svg.contains(">0 rows<"))
      #expect(svg.contains("stroke-dasharray"))
      #expect(partnernet.exists("r.png"))
    }
  }

  @Test(
    "What does not go together is told",
    arguments: [
      ("--explain Russia --bridges", "give one of --explain and --bridges"),
      ("--every year --leave-one-out", "give one of --leave-one-out and --every"),
      ("--explain Russia --bootstrap 9", "--explain does not go with --bootstrap"),
      ("--samples 9", "--samples is for betweenness"),
      ("--by betweenness --samples 0", "cannot sample 0 entities"),
      ("-o r.svg", "-o draws ranks over time"), ("--every year -o r.txt", "cannot tell the format"),
    ])
  func refusals(arguments: String, message: String) throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet.shell("$P rank g.csv \(arguments)")
      #expect(result.status == 64)
      #expect(result.messages.contains(message), "\(result.messages)")
    }
  }

  @Test("Who is not there, or has no tie that counts, is told")
  func nobody() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let none = try partnernet("rank", "g.csv", "--explain", "Narnia")
      #expect(none.status == 1 && none.messages.contains("there is no entity 'Narnia'"))
      let silent = try partnernet("rank", "g.csv", "--explain", "France", "--period", "2014")
      #expect(silent.status == 1 && silent.messages.contains("'France' has no tie that counts"))
    }
  }
}
