import Foundation
import Testing

/// Rankings over time, without outlets and from chosen entities.
struct RankingTests {
  @Test("Ranks over time have a place for every period, and none where nothing was reported")
  func trajectory() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let json = try partnernet(
        "rank", "g.csv", "--periods", "2006,2010,2013..2014", "--by", "strength,pagerank",
        "--format", "json"
      ).json()
      let periods = try #require(json["periods"] as? [[String: Any]])
      #expect(periods.map { $0["period"] as? String } == ["2006", "2010", "2013..2014"])
      #expect(periods.map { $0["statements"] as? Int } == [2, 0, 5])
      let entities = try #require(json["entities"] as? [[String: Any]])
      func ranks(_ id: String) throws -> [Int?] {
        let entity = try #require(entities.first { $0["id"] as? String == id })
        let ranks = try #require((entity["rank"] as? [String: [Any]])?["strength"])
        return ranks.map { $0 as? Int }
      }
      #expect(try ranks("Russia") == [1, nil, 1])
      #expect(try ranks("Turkey") == [nil, nil, 2])
      #expect(try ranks("France") == [3, nil, nil])
      let csv = try partnernet(
        "rank", "g.csv", "--periods", "2006,2010,2013..2014", "--by", "strength", "--format",
        "csv", "--top", "1")
      #expect(
        csv.lines == [
          "period,measure,id,name,kind,rank,score", "2006,strength,Russia,Russia,,1,3.0",
          "2013..2014,strength,Russia,Russia,,1,7.5",
        ])
      let table = try partnernet("rank", "g.csv", "--periods", "2006,2010", "--quiet").output
      #expect(table.contains("2006  2010"), "a silent period stays: \(table)")
    }
  }

  @Test("A period of a series ranks as it does by itself")
  func agreement() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let series = try partnernet(
        "rank", "g.csv", "--every", "year", "--bootstrap", "20", "--format", "csv")
      for year in ["2006", "2013", "2014"] {
        let single = try partnernet(
          "rank", "g.csv", "--period", year, "--bootstrap", "20", "--format", "csv")
        // rank,id,name,kind,score,low,high,interval
        let expected = single.lines.dropFirst().map { line in
          let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          return "\(fields[1]),\(fields[0]),\(fields[4]),\(fields[5]),\(fields[6])"
        }
        let found = series.lines.filter { $0.hasPrefix(year + ",") }.map { line in
          let fields = line.split(separator: ",", omittingEmptySubsequences: false)
          return "\(fields[2]),\(fields[5]),\(fields[6]),\(fields[7]),\(fields[8])"
        }
        #expect(!expected.isEmpty)
        #expect(found.sorted() == expected.sorted())
      }
    }
  }

  @Test("Every year within a period; an error where nothing is dated so well")
  func series() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet(
        "rank", "g.csv", "--every", "year", "--period", "2013..", "--format", "json")
      let periods = try #require(try result.json()["periods"] as? [[String: Any]])
      #expect(periods.map { $0["period"] as? String } == ["2013", "2014"])
      let none = try partnernet("rank", "g.csv", "--every", "day", "--period", "2006")
      #expect(none.status == 1)
      #expect(none.messages.contains("nothing is dated to the day within 2006"))
    }
  }

  @Test("Without an outlet, what only it reported is gone")
  func leaveOneOut() throws {
    try inFolder { partnernet in
      let records = [
        ("one", "Gazette", "Russia and India signed an agreement on fighter jets on Wednesday."),
        ("two", "Courier", "Turkey agreed to buy missiles from China, the ministry said."),
      ].map { #"{"id": "\#($0)", "source": "\#($1)", "date": "2012-10-17", "text": "\#($2)"}"# }
      let store = try partnernet(
        "ingest", "-", "--store", "s.sqlite", input: records.joined(separator: "\n") + "\n")
      #expect(store.status == 0, "\(store.messages)")
      let json = try partnernet(
        "rank", "s.sqlite", "--leave-one-out", "--by", "degree", "--format", "json"
      ).json()
      let outlets = try #require(json["outlets"] as? [[String: Any]])
      #expect(outlets.map { $0["name"] as? String } == ["Courier", "Gazette"])
      let entities = try #require(json["entities"] as? [[String: Any]])
      let india = try #require(entities.first { $0["id"] as? String == "country/IN" })
      #expect(india["onlyOutlet"] as? String == "Gazette")
      let without = try #require((india["rankWithout"] as? [String: [Int]])?["degree"])
      let rank = try #require((india["rank"] as? [String: Int])?["degree"])
      #expect(without.count == 2 && without[1] > rank)
      let table = try partnernet("rank", "s.sqlite", "--leave-one-out", "--quiet")
      #expect(table.output.contains("no tie without Gazette"))
      // A graph file has no outlets, which is said rather than shown as if nothing hung on any.
      try partnernet.write("g.csv", edges)
      let rows = try partnernet("rank", "g.csv", "--leave-one-out")
      #expect(rows.status == 0)
      #expect(rows.messages.contains("no document names its outlet"))
    }
  }

  @Test("PageRank is seen from whom it is asked to")
  func from() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      func scores(_ arguments: String) throws -> [String: Double] {
        let json = try partnernet.shell("$P rank g.csv --quiet --format json \(arguments)").json()
        var scores: [String: Double] = [:]
        for entity in try #require(json["entities"] as? [[String: Any]]) {
          scores[entity["id"] as? String ?? ""] =
            (entity["score"] as? [String: Double])?["pagerank"]
        }
        return scores
      }
      let (all, seen) = (try scores(""), try scores("--from nato"))
      #expect(try #require(seen["NATO"]) > #require(all["NATO"]))
      #expect(try #require(seen["France"]) < #require(all["France"]))
      #expect(try scores("--from NATO,India") == scores("--from India --from NATO"))
      let unknown = try partnernet("rank", "g.csv", "--from", "Turky")
      #expect(unknown.status == 1)
      #expect(unknown.messages.contains("did you mean 'Turkey'?"))
      let plain = try partnernet("rank", "g.csv", "--format", "json").json()
      #expect(plain["from"] == nil)
    }
  }
}
