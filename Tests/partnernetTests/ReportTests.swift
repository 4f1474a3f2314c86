import Foundation
import Testing

/// The folder for a newsroom.
struct ReportTests {
  @Test("All files are there, and the page holds together")
  func folder() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet(
        "report", "g.csv", "-o", "out", "--periods", "2006,2013..2014", "--bootstrap", "20")
      #expect(result.status == 0, "\(result.messages)")
      let names = [
        "index.html", "map.svg", "rankings.csv", "communities.csv", "diff_2006_2013-2014.csv",
        "diff_2006_2013-2014.svg", "ranks.svg", "ranks.csv", "sides.csv", "maps.svg",
        "maps-2006.svg", "maps-2013-2014.svg",
      ]
      for name in names { #expect(partnernet.exists("out/\(name)"), "\(name)") }
      let page = try partnernet.read("out/index.html")
      for name in names.dropFirst() { #expect(page.contains("\"\(name)\"")) }
      // Every tie, and the sides.
      #expect(page.components(separatedBy: "<details").count == 9)
      // What changed leads to its evidence.
      for link in page.matches(of: /href="#([^"]+)"/) {
        #expect(page.contains("id=\"\(link.1)\""), "\(link.1)")
      }
      #expect(page.contains("href=\"#tie:Russia:transfer:India\""))
      #expect(page.contains("Distance, from 0 for the same network to 1: "))
      #expect(page.contains("2006 compared with 2013–2014"))
      // Nothing is fetched from anywhere.
      #expect(!page.contains("http://") && !page.contains("https://"))
    }
  }

  @Test("Changes that exceed chance are marked")
  func chance() throws {
    try inFolder { partnernet in
      var rows = "source,target,relation,date\n"
      for day in 10...29 {
        rows += "Russia,India,transfer,2012-01-\(day)\nFrance,India,transfer,2014-01-\(day)\n"
      }
      try partnernet.write("g.csv", rows + "Russia,China,transfer,2014\n")
      func page(_ arguments: String) throws -> String {
        let result = try partnernet.shell(
          "$P report g.csv -o out --periods 2012,2014 --bootstrap 0 \(arguments)")
        #expect(result.status == 0, "\(result.messages)")
        return try partnernet.read("out/index.html")
      }
      let marked = try page("")
      #expect(marked.contains("2 of these changes exceed chance (200 deals of the same rows"))
      #expect(marked.contains(" *</bdi>"))
      let plain = try page("--chance 0")
      #expect(!plain.contains("exceed chance (") && !plain.contains(" *</bdi>"))
    }
  }

  @Test("Year by year, and the same bytes every time")
  func yearly() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      for folder in ["a", "b"] {
        let result = try partnernet(
          "report", "g.csv", "-o", folder, "--every", "year", "--bootstrap", "0")
        #expect(result.status == 0)
      }
      #expect(partnernet.exists("a/diff_2006_2013.svg"))
      #expect(partnernet.exists("a/diff_2013_2014.svg"))
      #expect(try partnernet.shell("diff -r a b").status == 0)
    }
  }

  @Test("A folder that cannot be made")
  func blockedFolder() throws {
    try inFolder { partnernet in
      try partnernet.write("g.csv", edges)
      let result = try partnernet("report", "g.csv", "-o", "g.csv/out")
      #expect(result.status == 1)
      #expect(result.messages.contains("g.csv/out: "))
    }
  }
}
