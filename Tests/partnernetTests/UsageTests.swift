import Foundation
import Testing

/// A command that is not understood is refused before anything is read: status 64, with what there
/// is to choose from.
struct UsageTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    let arguments: String
    let hint: String

    var testDescription: String { arguments }
  }

  static let mistakes = [
    Mistake(arguments: "rank g.csv --by pagerang", hint: "did you mean 'pagerank'?"),
    Mistake(arguments: "rank g.csv --by degree,,strength", hint: "list of measures"),
    Mistake(arguments: "rank g.csv --period 2012-13", hint: "2012-10-17, 2012..2014, ..2013"),
    Mistake(arguments: "rank g.csv --period 2014..2012", hint: "is not a period"),
    Mistake(arguments: "rank g.csv --kinds state", hint: "country, organisation, person"),
    Mistake(arguments: "rank g.csv --ties friendly", hint: "'cooperative', 'hostile'"),
    Mistake(arguments: "rank g.csv --format xml", hint: "'table', 'csv' or 'json'"),
    Mistake(arguments: "rank g.csv --top 0", hint: "give a number from 1"),
    Mistake(arguments: "rank g.csv --threads 0", hint: "from 1 to 1024"),
    Mistake(arguments: "rank g.csv --bootstrap -1", hint: "bootstrap"),
    Mistake(arguments: "rank g.csv --every week", hint: "'year', 'month' or 'day'"),
    Mistake(arguments: "rank g.csv --every year --periods 2012", hint: "either"),
    Mistake(arguments: "rank g.csv --period 2012 --periods 2012", hint: "either"),
    Mistake(arguments: "rank g.csv --leave-one-out --bootstrap 9", hint: "--leave-one-out"),
    Mistake(arguments: "rank g.csv --by degree --from a", hint: "--from is for pagerank"),
    Mistake(arguments: "communities g.csv --method leyden", hint: "did you mean 'leiden'?"),
    Mistake(arguments: "communities g.csv --resolution 0", hint: "above 0"),
    Mistake(arguments: "communities g.csv --direction in", hint: "--direction is for infomap"),
    Mistake(arguments: "brokers g.csv --groups friends", hint: "'kinds' and 'communities'"),
    Mistake(arguments: "diff a.csv b.csv --chance -1", hint: "chance"),
    Mistake(arguments: "map g.csv -o map.gif", hint: ".svg, .png, .pdf, .dot"),
    Mistake(arguments: "map g.csv", hint: "--output"),
    Mistake(arguments: "map g.csv -o a.svg --theme black", hint: "'print' and 'dark'"),
    Mistake(arguments: "map g.csv -o a.svg --links javascript:x", hint: "no address of a page"),
    Mistake(arguments: "map g.csv -o a.svg --every year --periods 2012", hint: "either"),
    Mistake(arguments: "map g.csv -o a.svg --period 2012 --periods 2012", hint: "either"),
    Mistake(arguments: "map g.csv -o a.svg --periods 2012,2012", hint: "stands twice"),
    Mistake(arguments: "diff g.csv", hint: "--before and --after"),
    Mistake(arguments: "diff a.csv b.csv c.csv", hint: "two graphs"),
    Mistake(arguments: "explain g.csv a b c", hint: "one entity or two"),
    Mistake(arguments: "convert g.csv -o g.doc", hint: ".csv"),
    Mistake(arguments: "report g.csv -o r --every year --periods 2012,2013", hint: "either"),
    Mistake(arguments: "rang g.csv", hint: "rank"),
    Mistake(arguments: "ingest", hint: "path"),
  ]

  @Test("Mistakes are usage errors", arguments: mistakes)
  func mistake(_ mistake: Mistake) throws {
    try inFolder { partnernet in
      let result = try partnernet.shell("$P \(mistake.arguments)")
      #expect(result.status == 64)
      #expect(result.messages.contains(mistake.hint), "\(result.messages)")
      #expect(result.output.isEmpty)
    }
  }
}
