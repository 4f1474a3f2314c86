import Language

/// A sentence made ready for training: words as the features see them, classes as numbers, with
/// the tagger's margin on both sides of words and tags.
struct Instance {
  var words: [Word]
  var tags: [UInt8]
  var heads: [Int]
  var labels: [UInt8]
  /// Whether it is learned from in every epoch, not only in every second one.
  var isEdited: Bool

  var count: Int { heads.count }
}

/// The order of an epoch. What is not edited text comes in every second epoch only, for the text
/// that is to be read is news.
func shuffledOrder(
  _ instances: [Instance], epoch: Int, using random: inout RandomNumbers
) -> [Int] {
  instances.indices.filter { instances[$0].isEdited || $0 % 2 == epoch % 2 }
    .shuffled(using: &random)
}

/// The classes that occur often enough to be learned, numbered by their names.
struct Inventory {
  let tags: [TagClass]
  let labels: [Dependency]
  private let tagNumbers: [TagClass: UInt8]
  private let labelNumbers: [Dependency: UInt8]

  init(_ sentences: [TreebankSentence]) {
    var tagCounts: [TagClass: Int] = [:]
    var labelCounts: [Dependency: Int] = [:]
    for word in sentences.flatMap(\.words) {
      tagCounts[word.tagClass, default: 0] += 1
      labelCounts[word.label, default: 0] += 1
    }
    let frequent = tagCounts.filter { $0.value >= 5 }.keys.sorted { $0.name < $1.name }
    tags = frequent
    labels = labelCounts.keys.sorted { $0.rawValue < $1.rawValue }
    var numbers: [TagClass: UInt8] = [:]
    for (number, tagClass) in frequent.enumerated() { numbers[tagClass] = UInt8(number) }
    // A rare class is learned as the most frequent one with the same Penn or else universal tag.
    let byCount = frequent.sorted {
      (-tagCounts[$0, default: 0], $0.name) < (-tagCounts[$1, default: 0], $1.name)
    }
    for tagClass in tagCounts.keys where numbers[tagClass] == nil {
      let similar =
        byCount.first { $0.tag == tagClass.tag } ?? byCount.first { $0.fineTag == tagClass.fineTag }
      numbers[tagClass] = similar.flatMap { numbers[$0] } ?? 0
    }
    tagNumbers = numbers
    labelNumbers = Dictionary(
      uniqueKeysWithValues: labels.enumerated().map { ($1, UInt8($0)) })
  }

  func instance(_ sentence: TreebankSentence) -> Instance {
    let (bytes, ranges) = sentence.spaced
    let margin = TaggerFeatures.margin
    let words = bytes.withUnsafeBufferPointer { buffer in ranges.map { Word($0, of: buffer) } }
    let outside = Array(repeating: Word.outside, count: margin)
    let outsideTags = Array(repeating: Analyser.outsideTag, count: margin)
    return Instance(
      words: outside + words + outside,
      tags: outsideTags + sentence.words.map { tagNumbers[$0.tagClass] ?? 0 } + outsideTags,
      heads: sentence.words.map(\.head),
      labels: sentence.words.map { labelNumbers[$0.label] ?? 0 }, isEdited: sentence.isEdited)
  }
}
