import PartnerModel

/// What the lines of a document are: headline, text, speaker's turn, date, furniture.
///
/// The steps stand in files of their own, each working on what the earlier ones left undecided.
/// Every step is linear in the length of the document.
struct Layout {
  enum Role: Hashable {
    /// Running text, or a heading of it.
    case body
    case heading
    /// Not part of the text.
    case furniture
    /// A person of a list.
    case person
  }

  struct Line {
    var role = Role.body
    /// The first byte of the text proper: after a bullet, a dateline, a speaker's label.
    var start: Int
    /// The label of the speaker whose turn the line opens.
    var label: Range<Int>?
    var isListItem = false
    /// Whether nothing of it may be joined to the line before.
    var startsParagraph = false
  }

  let source: SourceText
  var facts: [LineFacts]
  var lines: [Line]
  /// Pairs of capitalised words that stand side by side somewhere.
  let capitalisedPairs: Set<UInt64>
  /// The width that plain text is wrapped at, or 0 when a line is a paragraph.
  let wrapWidth: Int
  var clues = DateClues()
  var title: MappedText?
  var outlet: String?
  /// Where the document was written, as its dateline says.
  var place: String?
  var address: String?

  /// The layout of some lines, of which those that the format knows to be furniture are not kept.
  init(_ source: SourceText, keep: [Bool] = []) {
    self.source = source
    facts = source.lines.map { LineFacts(source.bytes, $0.range) }
    lines = zip(source.lines, facts).map { line, facts in
      Line(
        role: line.hint == .heading ? .heading : .body,
        start: line.range.lowerBound + (facts.bullet < line.range.count ? facts.bullet : 0),
        isListItem: facts.bullet > 0 || line.hint == .listItem)
    }
    wrapWidth = Self.wrapWidth(source, facts)
    capitalisedPairs =
      wrapWidth == 0 && Self.hasBrokenLine(source, facts) ? Self.capitalisedPairs(source) : []
    for (index, isKept) in keep.enumerated() where !isKept && index < lines.count {
      lines[index].role = .furniture
    }
    dropFurniture()
    findSpeakers()
    readHeader()
    readDateline()
    dropRepetitions()
  }

  var isWrapped: Bool { wrapWidth > 0 }

  func isOpen(_ index: Int) -> Bool {
    lines[index].role == .body || lines[index].role == .heading
  }

  /// The text of some bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  /// The text proper of a line.
  func body(_ index: Int) -> Range<Int> {
    lines[index].start..<max(lines[index].start, source.lines[index].range.upperBound)
  }

  func mapped(_ range: Range<Int>) -> MappedText {
    var builder = ParagraphBuilder()
    builder.append(source, range)
    return builder.take()
  }
}

/// What the layout says about the date.
struct DateClues {
  /// The date of a "Published:" line.
  var published: DateMention?
  /// The date of a line of its own at the head or the foot.
  var header: DateMention?
  /// The date of the dateline that opens the text.
  var dateline: DateMention?
  /// The date that ends a headline: "Deals in brief, 3-16 May 2011".
  var headline: DateMention?
  /// The date of an "Updated:" line.
  var updated: DateMention?
}
