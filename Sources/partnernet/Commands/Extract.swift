import ArgumentParser
import Documents
import Extraction
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

      Why does a sentence make a tie, or none? (docs/reading.md explains the output)
        partnernet extract --layers story.txt
      """)

  @Argument(
    help: ArgumentHelp(
      "Documents or folders; - for NDJSON on standard input.", valueName: "path"),
    completion: .file())
  var path: [String]

  @Flag(help: "Print what every layer of reading makes of each sentence, for people.")
  var layers = false

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var threads: ThreadOptions
  @OptionGroup var messages: MessageOptions

  func run() throws {
    let timings = Timings()
    let extractor = try timings.measure("load") { try reading.extractor() }
    let batches = DocumentBatches(paths: path, threads: threads.count)
    var log = ReadingLog(paths: path, messages)
    var count = 0
    func print(_ documents: [Document]) throws {
      let lines = timings.measure("extract") {
        documents.parallelMap(threads: threads.count) { document in
          if layers { return Array(extractor.layers(of: document).text.utf8) }
          var line: [UInt8] = []
          extractor.analyse(document).json.write(to: &line)
          line.append(UInt8(ascii: "\n"))
          return line
        }
      }
      try timings.measure("write") { try Output.write(Array(lines.joined())) }
      count += documents.count
      log.progress.show("\(count) documents extracted")
    }
    if path.contains("-") {
      try batches.read(problem: { log.note($0) }, body: print)
    } else {
      var transfer = DateTransfer()
      try timings.measure("read") {
        try batches.read(problem: { log.note($0) }) { transfer.add($0) }
      }
      if let held = transfer.held {
        let size = threads.count * 8
        for start in stride(from: 0, to: held.count, by: size) {
          try print(held[start..<min(start + size, held.count)].map(transfer.dated))
        }
      } else {
        // Problems have been told in the first pass.
        try batches.read(problem: { _ in }) { try print($0.map(transfer.dated)) }
      }
    }
    timings.report(messages)
    try log.check(readCount: count)
  }
}
