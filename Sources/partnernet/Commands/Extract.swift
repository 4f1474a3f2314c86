import ArgumentParser
import Documents
import NetworkReports
import PartnerModel

struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Read documents and print what they state, one line of JSON each.",
    discussion: """
      Reads .txt, .md, .html and .ndjson files and folders of them, or NDJSON from standard input \
      as `-`. Offsets count Unicode characters from the start of the decoded file. Undated reports \
      take their year from another report of the same event, except in a stream.

      What does a document state?
        partnernet extract story.txt

      All transfers that a folder tells of:
        partnernet extract documents/ | jq -c '.relations[] | select(.type == "transfer")'

      As a filter in a pipeline, in constant memory:
        fetch-news | partnernet extract - > statements.ndjson
      """)

  @Argument(
    help: ArgumentHelp(
      "Documents or folders; - for NDJSON on standard input.", valueName: "path"),
    completion: .file())
  var path: [String]

  @OptionGroup var threads: ThreadOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let timings = Timings()
    let analyst = try timings.measure("load") { try Analyst(threads: threads.count) }
    let reader = DocumentReader()
    var log = ReadingLog(paths: path, messages)
    let isStream = path.contains("-")
    let dates = isStream ? [:] : timings.measure("date") { transferredDates(reader) }
    var count = 0
    var batch: [(document: Document, story: Int)] = []
    func flush() throws {
      guard !batch.isEmpty else { return }
      let analysed = timings.measure("read") { analyst.analyse(batch) }
      batch = []
      var lines: [UInt8] = []
      for document in analysed {
        document.json.write(to: &lines)
        lines.append(UInt8(ascii: "\n"))
      }
      try timings.measure("write") { try Output.write(lines) }
    }
    try reader.read(paths: path, problem: { log.note($0) }) { document in
      var document = document
      if document.date == nil, let date = dates[document.digest] {
        document.dating.date = date
        document.dating.basis = .inferred
      }
      count += 1
      log.progress.show("\(count) documents read")
      batch.append((document, 0))
      // What comes through a pipe goes on at once.
      if isStream || batch.count >= analyst.batchSize { try flush() }
    }
    try flush()
    timings.report(messages)
    try log.check(readCount: count)
  }

  /// The dates that documents get from other reports of the same event, by digest.
  ///
  /// A first pass, which keeps no more of a document than its fingerprint.
  private func transferredDates(_ reader: DocumentReader) -> [String: PartialDate] {
    var stories = StoryIndex()
    var digests: [String] = []
    var dates: [String: PartialDate] = [:]
    reader.read(paths: path, problem: { _ in }) { document in
      let match = stories.add(document, id: Int64(digests.count))
      digests.append(document.digest)
      dates[document.digest] = match.date
      for resolution in match.resolved { dates[digests[Int(resolution.id)]] = resolution.date }
    }
    return dates
  }
}
