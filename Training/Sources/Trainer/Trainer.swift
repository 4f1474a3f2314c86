import Foundation
import Language

/// Trains the language model, writes it, and says what it reaches.
@main
struct Trainer {
  /// How often models are trained anew, in other orders, to be averaged.
  private static let taggerRuns = 3
  private static let parserRuns = 4
  /// How many weights are kept, and how many bits number the lines of moves.
  private static let tagWeights = 300_000
  private static let labelWeights = 350_000
  private static let moveBits = 16

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else {
      FileHandle.standardError.write(
        Data("usage: train-language-model TREEBANKS_DIR MODEL [--mistakes]\n".utf8))
      exit(64)
    }
    let folder = arguments[1]
    let sentences = Preparation.prepared(
      try Treebank.sentences(in: "\(folder)/ewt/train.conllu")
        + Treebank.sentences(in: "\(folder)/gum/train-ccby.conllu"))
    let bytes = train(sentences)
    try Data(bytes).write(to: URL(fileURLWithPath: arguments[2]))
    report("\(bytes.count) bytes written to \(arguments[2])")

    let model = try LanguageModel(bytes: bytes)
    for name in ["ewt/dev", "pud/test"] {
      let sentences = try Treebank.sentences(in: "\(folder)/\(name).conllu")
      let raw = RawTextEvaluation(model, on: sentences)
      print("\(name): \(Evaluation(model, on: sentences).description)")
      if name == "ewt/dev" {
        let edited = sentences.filter(\.isEdited)
        print("\(name), edited text: \(Evaluation(model, on: edited).description)")
      }
      print("\(name), raw text: \(raw.description)")
      if arguments.contains("--mistakes") {
        print((raw.mistakes + raw.sentenceMistakes).joined(separator: "\n"))
      }
    }
  }

  /// The bytes of a model trained on the sentences.
  static func train(_ sentences: [TreebankSentence]) -> [UInt8] {
    let inventory = Inventory(sentences)
    let instances = sentences.map(inventory.instance)
    report(
      "\(sentences.count) sentences, \(inventory.tags.count) tags, "
        + "\(inventory.labels.count) relations")
    let taggers = (0..<taggerRuns).map { run in
      var tagger = TaggerTrainer(classCount: inventory.tags.count)
      tagger.train(instances, epochs: 8, seed: UInt64(run))
      return tagger.weights.averages()
    }
    report("tagger trained")
    let tagged = Jackknife.tagged(
      instances, classCount: inventory.tags.count, folds: 5, epochs: 5)
    report("training sentences tagged by taggers that did not see them")
    var moves: [[WeightLearner.Average]] = []
    var labels: [[WeightLearner.Average]] = []
    for run in 0..<parserRuns {
      var parser = ParserTrainer(labelCount: inventory.labels.count, seed: UInt64(run))
      parser.train(tagged, epochs: 10) { report("parser \(run + 1), \($0)") }
      moves.append(parser.moves.averages())
      labels.append(parser.labelling.averages())
    }
    let tagTable = PackedTable(WeightLearner.mean(taggers), bits: 15, limit: tagWeights)
    let moveTable = PackedMoves(WeightLearner.mean(moves), bits: moveBits)
    let labelTable = PackedTable(WeightLearner.mean(labels), bits: 15, limit: labelWeights)
    return ModelFile.bytes(of: [
      Array(inventory.tags.map(\.name).joined(separator: "\n").utf8),
      Array(inventory.labels.map(\.rawValue).joined(separator: "\n").utf8),
      PackedTable.bytes(tagTable.starts), PackedTable.bytes(tagTable.entries),
      PackedTable.bytes(moveTable.slots),
      PackedTable.bytes(labelTable.starts), PackedTable.bytes(labelTable.entries),
    ])
  }

  private static let start = Date()

  private static func report(_ message: String) {
    let seconds = Int(Date().timeIntervalSince(start))
    FileHandle.standardError.write(Data("\(seconds) s: \(message)\n".utf8))
  }
}
