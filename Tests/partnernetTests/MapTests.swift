import Foundation
import Testing

/// Maps, series of them, kept places, themes and links, from the command line.
struct MapTests {
  /// Where entities stand in an SVG file, by id.
  private func places(_ svg: String) -> [String: String] {
    var places: [String: String] = [:]
    var entity: String?
    for line in svg.split(separator: "\n") {
      if let found = line.firstMatch(of: /<g id="(entity-[^"]*)"/) { entity = String(found.1) }
      guard let id = entity, let found = line.firstMatch(of: /<ellipse .*cx="([^"]*)" cy="([^"]*)"/)
      else { continue }
      places[id] = "\(found.1) \(found.2)"
      entity = nil
    }
    return places
  }

  @Test("A map for each year and a sheet; nobody moves, in the diff neither")
  func series() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet("map", "g.csv", "--every", "year", "-o", "series.svg")
      #expect(result.status == 0)
      #expect(
        result.messages.contains(
          "3 maps, the first of which is series-2006.svg, and series.svg with all of them"))
      _ = try partnernet("map", "g.csv", "-o", "map.svg")
      _ = try partnernet(
        "diff", "g.csv", "--before", "2006", "--after", "2013..2014", "-o", "diff.svg")
      let whole = places(try partnernet.read("map.svg"))
      #expect(whole.count >= 5)
      var compared = 0
      for name in ["series-2006.svg", "series-2013.svg", "series-2014.svg", "diff.svg"] {
        let svg = try partnernet.read(name)
        #expect(svg.contains("viewBox=\"0 0 1200 900\""))
        for (id, place) in places(svg) {
          #expect(whole[id] == place, "\(id) in \(name)")
          compared += 1
        }
      }
      #expect(compared >= 12)
      let sheet = try partnernet.read("series.svg")
      #expect(sheet.contains(">2006</text>") && sheet.contains("id=\"entity-Russia-in-2014\""))
      #expect(sheet.contains("3 periods"))
    }
  }

  @Test("Periods of one's own, in every format")
  func periods() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      for ending in ["png", "pdf", "dot"] {
        let result = try partnernet(
          "map", "g.csv", "--periods", "..2012,2013..2014", "-o", "s.\(ending)")
        #expect(result.status == 0)
        for name in ["s", "s-to-2012", "s-2013-2014"] {
          #expect(partnernet.exists("\(name).\(ending)"))
        }
      }
    }
  }

  @Test("A series that no sheet holds is refused")
  func tooManyPeriods() throws {
    try inFolder { partnernet in
      let rows = (1970...2010).map { "a,b,\($0)" }.joined(separator: "\n")
      try partnernet.write("g.csv", "source,target,date\n" + rows)
      let result = try partnernet("map", "g.csv", "--every", "year", "-o", "s.svg")
      #expect(result.status == 1)
      #expect(result.messages.contains("a series of 41 maps is too long"))
      #expect(result.messages.contains("--period"))
      #expect(!partnernet.exists("s.svg"))
      let none = try partnernet("map", "g.csv", "--every", "month", "-o", "s.svg")
      #expect(none.messages.contains("nothing is dated to the month"))
    }
  }

  @Test("Places are kept from one run to the next")
  func keptPlaces() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let few = edges.split(separator: "\n").prefix(4).joined(separator: "\n")
      try partnernet.write("few.csv", few)
      for (graph, map) in [("few.csv", "a.svg"), ("few.csv", "b.svg"), ("g.csv", "c.svg")] {
        #expect(
          try partnernet("map", graph, "--positions", "places.csv", "-o", map).status == 0)
      }
      #expect(try partnernet.read("a.svg") == partnernet.read("b.svg"))
      let (early, late) = try (places(partnernet.read("a.svg")), places(partnernet.read("c.svg")))
      #expect(early.count == 4 && late.count > 4)
      for (id, place) in early { #expect(late[id] == place) }
      let file = try partnernet.read("places.csv")
      #expect(file.hasPrefix("id,x,y,name\n") && file.split(separator: "\n").count == 8)
      // A smaller selection forgets nobody, and the diff takes the same places.
      _ = try partnernet(
        "map", "g.csv", "--positions", "places.csv", "--period", "2006", "--relations", "transfer",
        "-o", "d.svg")
      #expect(try partnernet.read("places.csv") == file)
      _ = try partnernet(
        "diff", "g.csv", "--before", "2006", "--after", "2013..", "--positions", "places.csv",
        "-o", "diff.svg")
      for (id, place) in places(try partnernet.read("diff.svg")) { #expect(late[id] == place) }
    }
  }

  struct Mistake: CustomTestStringConvertible, Sendable {
    let file: String
    let message: String

    var testDescription: String { message }
  }

  @Test(
    "A file of places that cannot be read names line and remedy, and stays as it is",
    arguments: [
      Mistake(file: "", message: ":1: the columns id, x and y are not there; begin the file"),
      Mistake(file: "a,b\n", message: ":1: the columns id, x and y are not there"),
      Mistake(file: "id,x,y\nRussia,foo,300\n", message: ":2: x is 'foo'; give a number from 26"),
      Mistake(file: "id,x,y\n\nRussia,100,1e9\n", message: ":3: y is '1e9'; give a number from 84"),
      Mistake(file: "id,x,y\nRussia,100\n", message: ":2: y is ''"),
      Mistake(file: "id,x,y\nRussia,nan,100\n", message: ":2: x is 'nan'"),
      Mistake(file: "y,id,x\n100,,100\n", message: ":2: the id is missing"),
      Mistake(
        file: "id,x,y\nRussia,100,100\nIndia,200,200\nRussia,100,100\n",
        message: ":4: 'Russia' has a place on line 2 already"),
      Mistake(file: "id,x,y\n\"Russia,100,100\n", message: ":2: a quotation mark is not closed"),
    ])
  func malformedPlaces(mistake: Mistake) throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      try partnernet.write("places.csv", mistake.file)
      let result = try partnernet("map", "g.csv", "--positions", "places.csv", "-o", "map.svg")
      #expect(result.status == 1)
      #expect(result.messages.contains("places.csv" + mistake.message), "\(result.messages)")
      #expect(try partnernet.read("places.csv") == mistake.file)
      #expect(!partnernet.exists("map.svg"))
    }
  }

  @Test("Dark maps, and links to the evidence of a report that are there")
  func themeAndLinks() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      _ = try partnernet("map", "g.csv", "--theme", "dark", "-o", "map.svg")
      let plain = try partnernet.read("map.svg")
      #expect(plain.contains("#14181f") && !plain.contains("<a "))
      _ = try partnernet("report", "g.csv", "-o", "report", "--periods", "2006,2013..2014")
      let page = try partnernet.read("report/index.html")
      var count = 0
      for name in ["map.svg", "diff_2006_2013-2014.svg"] {
        let svg = try partnernet.read("report/\(name)")
        for link in svg.matches(of: /<a href="index.html#([^"]*)"/) {
          #expect(page.contains("id=\"\(link.1)\""), "\(link.1)")
          count += 1
        }
      }
      #expect(count > 20)
      _ = try partnernet("map", "g.csv", "--links", "../report/index.html", "-o", "map.svg")
      #expect(try partnernet.read("map.svg").contains("<a href=\"../report/index.html#tie:"))
    }
  }
}
