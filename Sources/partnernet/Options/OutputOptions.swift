import ArgumentParser

/// How results are printed.
struct FormatOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp("How to print: for people, or for programs.", valueName: "table|csv|json"))
  var format: OutputFormat = .table
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
