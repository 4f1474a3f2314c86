import Foundation
import Language

/// A word of a treebank with its annotation.
struct TreebankWord {
  var form: String
  var tagClass: TagClass
  /// The place of the head in the sentence; the number of words stands for the root.
  var head: Int
  var label: Dependency
  var isFollowedBySpace: Bool
}

/// An annotated sentence.
struct TreebankSentence {
  var words: [TreebankWord] = []
  var text = ""
  /// Whether it comes from edited text or speech, and not from letters, reviews and chat.
  var isEdited = true

  /// The words with spaces between, and where each stands.
  var spaced: (bytes: [UInt8], ranges: [Range<Int>]) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    for word in words {
      let start = bytes.count
      bytes += word.form.utf8
      ranges.append(start..<bytes.count)
      bytes.append(32)
    }
    return (bytes, ranges)
  }
}

/// Files in the CoNLL-U format.
enum Treebank {
  /// The sentences of a file.
  static func sentences(in path: String) throws -> [TreebankSentence] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var sentences: [TreebankSentence] = []
    var sentence = TreebankSentence()
    var joinedUntil = 0
    var isJoinFollowedBySpace = true
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if !sentence.words.isEmpty { sentences.append(finished(sentence)) }
        sentence = TreebankSentence()
        joinedUntil = 0
        continue
      }
      if line.hasPrefix("# text = ") { sentence.text = String(line.dropFirst(9)) }
      if line.hasPrefix("# sent_id = ") {
        let source = line.dropFirst(12)
        sentence.isEdited = !["answers", "email", "reviews", "GUM_vlog"].contains {
          source.hasPrefix($0)
        }
      }
      if line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10 else { continue }
      let isFollowedBySpace = !columns[9].contains("SpaceAfter=No")
      if let dash = columns[0].firstIndex(of: "-") {
        joinedUntil = Int(columns[0][columns[0].index(after: dash)...]) ?? 0
        isJoinFollowedBySpace = isFollowedBySpace
        continue
      }
      guard let number = Int(columns[0]), let head = Int(columns[6]) else { continue }
      sentence.words.append(
        TreebankWord(
          form: String(columns[1]),
          tagClass: TagClass(
            tag: Tag(name: String(columns[3])) ?? .x,
            fineTag: FineTag(rawValue: String(columns[4])) ?? .xx),
          head: head - 1,
          label: label(String(columns[7])),
          isFollowedBySpace: number < joinedUntil
            ? false : number == joinedUntil ? isJoinFollowedBySpace : isFollowedBySpace))
    }
    return sentences
  }

  private static func label(_ name: String) -> Dependency {
    Dependency(rawValue: name) ?? Dependency(rawValue: String(name.prefix { $0 != ":" })) ?? .dep
  }

  private static func finished(_ sentence: TreebankSentence) -> TreebankSentence {
    var sentence = sentence
    for index in sentence.words.indices where sentence.words[index].head < 0 {
      sentence.words[index].head = sentence.words.count
    }
    return sentence
  }
}
