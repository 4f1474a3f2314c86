/// A word or a mark of a sentence, with its part of speech and its place in the tree.
public struct Token: Sendable, Hashable {
  /// Where it stands, in UTF-8 bytes of the text given.
  public let range: Range<Int>
  /// Its universal part of speech.
  public let tag: Tag
  /// Its Penn part of speech, which tells tenses and numbers apart.
  public let fineTag: FineTag
  /// The place of its head in the sentence, or -1 for the root.
  public let head: Int
  /// Its relation to the head.
  public let dependency: Dependency

  /// A token with everything known about it.
  public init(
    range: Range<Int>, tag: Tag, fineTag: FineTag, head: Int, dependency: Dependency
  ) {
    self.range = range
    self.tag = tag
    self.fineTag = fineTag
    self.head = head
    self.dependency = dependency
  }
}
