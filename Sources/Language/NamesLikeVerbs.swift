/// Names that end as verbs do and that the treebanks do not hold, so that the tagger takes them for
/// verbs where they open a sentence: "Beijing threatened".
struct NamesLikeVerbs {
  private let forms: [UInt64]
  private let tag: UInt8?

  init(_ classes: [TagClass]) {
    tag = classes.firstIndex(of: TagClass(tag: .propn, fineTag: .nnp)).map { UInt8($0) }
    forms = ["Beijing", "Boeing", "Chongqing", "Nanjing", "Liaoning"].map { name in
      var name = name
      return name.withUTF8 { Word(0..<$0.count, of: $0).form }
    }
  }

  /// The tag of a word that is such a name.
  @inline(__always)
  func tag(of word: Word) -> UInt8? {
    for form in forms where form == word.form { return tag }
    return nil
  }
}
