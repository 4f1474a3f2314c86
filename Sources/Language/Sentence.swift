/// A sentence with its dependency tree: every token hangs on one other, the root on none.
public struct Sentence: Sendable, Hashable {
  /// From the first byte of its first token to behind the last of its last.
  public let range: Range<Int>
  /// Its words and marks in order; never empty.
  public let tokens: [Token]

  /// A sentence of its tokens.
  public init(range: Range<Int>, tokens: [Token]) {
    self.range = range
    self.tokens = tokens
  }
}
