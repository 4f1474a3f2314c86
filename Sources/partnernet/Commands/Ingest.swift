import ArgumentParser
import Documents
import Extraction
import NetworkReports

struct Ingest: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read documents into a store.",
    discussion: """
      Reads .txt, .md, .html and .ndjson files and folders of them, or NDJSON from standard input \
      as `-`. A document that is in the store already is skipped, so the command can be repeated \
      as documents arrive. One that cannot be read is reported, and the rest goes on. Killed at \
      any moment, the store holds every finished document whole.

      Read a folder into a new store:
        partnernet ingest documents/ --store partners.sqlite

      Add what came today:
        partnernet ingest documents/ today.html --store partners.sqlite
      """)

  @Argument(
    help: ArgumentHelp(
      "Documents or folders; - for NDJSON on standard input.", valueName: "path"),
    completion: .file())
  var path: [String]

  @Option(
    help: ArgumentHelp("The store; made if it does not exist.", valueName: "file"),
    completion: .file(extensions: ["sqlite"]))
  var store = "graphs/partners.sqlite"

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var format: FormatOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let timings = Timings()
    let extractor = try timings.measure("load") { try reading.extractor() }
    var intake = try timings.measure("open") {
      try Intake(store: store, extractor: extractor, threads: threads.count)
    }
    var log = ReadingLog(paths: path, messages)
    let batches = DocumentBatches(paths: path, threads: threads.count)
    try timings.measure("read") {
      try batches.read(problem: { log.note($0) }) { documents in
        try intake.take(documents, timings: timings)
        log.progress.show("\(intake.counts.read) documents read, \(intake.counts.known) known")
      }
    }
    log.progress.clear()
    let counts = intake.counts
    let table = Table(
      columns: [Table.Column("what"), Table.Column("count")],
      rows: [
        [.text("documents read"), .integer(counts.read)],
        [.text("documents already there"), .integer(counts.known)],
        [.text("documents that could not be read"), .integer(log.failed)],
        [.text("undated documents"), .integer(counts.undated)],
        [.text("documents dated by another report"), .integer(counts.dated)],
        [.text("entities mentioned"), .integer(counts.entities)],
        [.text("statements"), .integer(counts.statements)],
      ])
    switch format.format {
    case .table: try Output.write("Store \(store)\n" + table.text())
    case .csv: try Output.write(table.csv)
    case .json:
      try Output.write(
        JSON.object([
          .init(key: "store", value: .string(store)),
          .init(key: "documentsRead", value: .integer(counts.read)),
          .init(key: "documentsKnown", value: .integer(counts.known)),
          .init(key: "documentsFailed", value: .integer(log.failed)),
          .init(key: "documentsUndated", value: .integer(counts.undated)),
          .init(key: "documentsDatedByAnother", value: .integer(counts.dated)),
          .init(key: "entities", value: .integer(counts.entities)),
          .init(key: "statements", value: .integer(counts.statements)),
        ]).text)
    }
    timings.report(messages)
    try log.check(readCount: counts.read + counts.known)
  }
}
