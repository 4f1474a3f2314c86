import ArgumentParser
import NetworkReports

/// How results are printed.
struct FormatOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How to print: for people, or for programs.", valueName: "table|csv|json"))
  var format: OutputFormat = .table

  /// Writes results in the format that was asked for.
  func write(
    text: @autoclosure () -> String, table: @autoclosure () -> Table, json: @autoclosure () -> JSON
  ) throws {
    switch format {
    case .table: try Output.write(text())
    case .csv: try Output.write(table().csv)
    case .json: try Output.write(json().text)
    }
  }
}

/// How many rows are printed.
struct TopOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only the first rows.", valueName: "n"))
  var top: Int?

  func validate() throws {
    if let top, top < 1 {
      throw ValidationError("cannot show the first \(top); give a number from 1")
    }
  }
}

/// What is said besides results.
struct MessageOptions: ParsableArguments {
  @Flag(name: [.short, .long], help: "Only results and errors: no notes, no progress.")
  var quiet = false

  @Flag(help: "Print how long each step took, in seconds, as one line of JSON on standard error.")
  var timings = false
}
