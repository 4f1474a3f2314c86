import Foundation
import Testing

/// What cannot be done ends with status 1, the file and a remedy; the rest of the work is done.
struct FailureTests {
  @Test("A graph that does not exist")
  func missingGraph() throws {
    try inFolder { partnernet in
      for name in ["nowhere.csv", "nowhere.sqlite"] {
        let result = try partnernet("rank", name)
        #expect(result.status == 1)
        #expect(result.messages.hasPrefix("Error: \(name): "))
        #expect(result.messages.contains("; check the path"))
      }
    }
  }

  @Test("Files that are no graph")
  func otherFiles() throws {
    try inFolder { partnernet in
      try partnernet.write("text.sqlite", "not a store")
      try partnernet.write("letter.doc", "Dear Sir")
      // The first bytes of an SQLite file, without the mark of a store.
      var other = Data("SQLite format 3\0".utf8)
      other.append(Data(repeating: 0, count: 4080))
      try partnernet.write("other.sqlite", other)
      let hints = [
        "text.sqlite": "is not an SQLite file", "other.sqlite": "of another program",
        "letter.doc": "no format has the ending '.doc'",
      ]
      for (name, hint) in hints {
        let result = try partnernet("info", name)
        #expect(result.status == 1)
        #expect(result.messages.contains("\(name): "))
        #expect(result.messages.contains(hint), "\(result.messages)")
        #expect(result.messages.contains("; "))
      }
      let ingest = try partnernet.shell("echo x > a.txt; $P ingest a.txt --store other.sqlite")
      #expect(ingest.status == 1)
      #expect(ingest.messages.contains("other.sqlite"))
    }
  }

  @Test("An entity or a relation that the graph does not have")
  func unknownNames() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let entity = try partnernet("explain", "g.csv", "Turky")
      #expect(entity.status == 1)
      #expect(entity.messages.contains("g.csv: there is no entity 'Turky'; did you mean 'Turkey'?"))
      let relation = try partnernet("rank", "g.csv", "--relations", "transfers")
      #expect(relation.status == 1)
      #expect(relation.messages.contains("transfer"))
    }
  }

  @Test("A period in which nothing happened is an empty result and a warning")
  func emptyPeriod() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet("rank", "g.csv", "--period", "1999", "--format", "json")
      #expect(result.status == 0)
      #expect(try result.json()["entities"] as? [String] == [])
      #expect(result.messages.contains("2006..2014"))
    }
  }

  @Test("Output that cannot be written")
  func fullDisk() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet.shell("$P rank g.csv > /dev/full")
      #expect(result.status == 1)
      #expect(result.messages.contains("standard output cannot be written"))
      let map = try partnernet("map", "g.csv", "-o", "no/such/folder/map.svg")
      #expect(map.status == 1)
      #expect(map.messages.contains("no/such/folder"))
    }
  }

  @Test("A reader that goes away ends the command quietly")
  func closedPipe() throws {
    try inFolder { partnernet in
      let rows = (0..<20_000).map { "entity number \($0),hub" }
      try partnernet.write("g.csv", "source,target\n" + rows.joined(separator: "\n"))
      let result = try partnernet.shell(
        "$P rank g.csv --by degree --quiet --format csv | head -n 2")
      #expect(result.lines.first == "rank,id,name,kind,degree")
      #expect(result.messages.isEmpty, "\(result.messages)")
      // A parent may have told its children to ignore the signal.
      let deaf = try partnernet.shell(
        "trap '' PIPE; $P rank g.csv --by degree --quiet --format csv | head -n 2")
      #expect(deaf.lines.count == 2)
      #expect(deaf.messages.isEmpty, "\(deaf.messages)")
    }
  }
}
