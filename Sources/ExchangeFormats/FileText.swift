/// A stretch of a file that is being read, as bytes.
typealias FileText = UnsafeRawBufferPointer

extension FileText {
  static var none: FileText { FileText(start: nil, count: 0) }

  @inline(__always)
  static func == (text: FileText, word: StaticString) -> Bool {
    text.count == word.utf8CodeUnitCount
      && text.indices.allSatisfy { text[$0] == word.utf8Start[$0] }
  }

  @inline(__always)
  static func ~= (word: StaticString, text: FileText) -> Bool { text == word }

  /// Whether the text is a word of ASCII letters, in whatever case.
  @inline(__always)
  func isWord(_ word: StaticString) -> Bool {
    count == word.utf8CodeUnitCount && indices.allSatisfy { self[$0] | 0x20 == word.utf8Start[$0] }
  }

  /// Without the spaces and control characters at both ends.
  var trimmed: FileText {
    let start = firstIndex { $0 > 32 } ?? endIndex
    let end = lastIndex { $0 > 32 }.map { $0 + 1 } ?? start
    return FileText(rebasing: self[start..<end])
  }

  /// For messages: the beginning.
  var shown: String {
    let text = String(decoding: prefix(200), as: UTF8.self)
    return text.prefix(40) + (text.count > 40 ? "..." : "")
  }
}
