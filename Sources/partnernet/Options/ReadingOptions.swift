import ArgumentParser
import Extraction

/// What the reader knows of names.
struct ReadingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Names, partners, merges and splits of your own, in YAML; see docs/tables.md.",
      valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var lexicon: String?

  /// A reader that knows the tables and what the user adds to them.
  func extractor() throws -> Extractor {
    guard let lexicon else { return try Extractor() }
    return try Extractor(lexicon: Lexicon(extendedBy: UserLexicon(path: lexicon)))
  }
}
