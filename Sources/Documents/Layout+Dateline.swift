import PartnerModel

extension Layout {
  /// How many lines of text may pass before the dateline.
  private static let searched = 3

  /// Takes the dateline off the first line of the text that has one: "HANOI, June 8 (Agency) --".
  mutating func readDateline() {
    var seen = 0
    for index in lines.indices
    where lines[index].role == .body && !lines[index].isListItem && lines[index].label == nil {
      if takeDateline(index, isFirst: seen == 0) { return }
      seen += 1
      if seen == Self.searched { return }
    }
  }

  /// Whether the next line of text opens with a place in the same way: the lines of a digest.
  private func isEntry(_ index: Int) -> Bool {
    guard
      let next = lines.indices.first(where: { $0 > index && lines[$0].role == .body }),
      lines[next].label == nil, !lines[next].isListItem
    else { return false }
    let range = body(next).prefix(200)
    let (mentions, tokens) = DateScanner.mentions(in: source.bytes, range)
    var parser = DatelineParser(
      bytes: source.bytes, tokens: tokens, mentions: mentions,
      isWhole: range.count == body(next).count)
    return parser.parse(isFirst: true) != nil
  }

  private mutating func takeDateline(_ index: Int, isFirst: Bool) -> Bool {
    let range = body(index).prefix(200)
    let (mentions, tokens) = DateScanner.mentions(in: source.bytes, range)
    var parser = DatelineParser(
      bytes: source.bytes, tokens: tokens, mentions: mentions,
      isWhole: range.count == body(index).count)
    guard let dateline = parser.parse(isFirst: isFirst) else { return false }
    if dateline.date == nil, dateline.agency == nil, isEntry(index) { return false }
    if let placeRange = dateline.place { place = text(placeRange) }
    if let agency = dateline.agency { outlet = outlet ?? text(agency) }
    clues.dateline = dateline.date
    if dateline.end >= source.lines[index].range.upperBound {
      lines[index].role = .furniture
    } else {
      lines[index].start = dateline.end
      lines[index].startsParagraph = true
    }
    return true
  }
}

/// The place, date and agency that open a report.
struct Dateline {
  var place: Range<Int>?
  var date: DateMention?
  var agency: Range<Int>?
  /// Where the text begins.
  var end: Int
}

/// Reads a dateline: a place in capitals or capitalised, a date, an agency in brackets or between
/// slashes, each of which may be missing, then a dash, a colon or a full stop.
struct DatelineParser {
  let bytes: [UInt8]
  let tokens: [DateToken]
  let mentions: [DateMention]
  /// Whether the tokens are those of the whole line.
  let isWhole: Bool
  private var position = 0

  init(bytes: [UInt8], tokens: [DateToken], mentions: [DateMention], isWhole: Bool) {
    self.bytes = bytes
    self.tokens = tokens
    self.mentions = mentions
    self.isWhole = isWhole
  }

  mutating func parse(isFirst: Bool) -> Dateline? {
    if let bracketed = bracketed() { return bracketed }
    var dateline = Dateline(end: 0)
    let (placeWords, isCapitals) = place(&dateline)
    var separator: UInt8 = 0
    scan: while position < tokens.count {
      if let mention = mentions.first(where: { $0.tokens.lowerBound == position }) {
        guard dateline.date == nil, mention.form != .weekday else { break }
        dateline.date = mention
        position = mention.tokens.upperBound
        continue
      }
      guard case .mark(let mark) = tokens[position].kind else { break }
      switch mark {
      case UInt8(ascii: ","): position += 1
      case UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "["):
        guard dateline.agency == nil, let agency = agency(closing: mark) else { break scan }
        dateline.agency = agency
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "|"):
        if separator == 0 || mark == UInt8(ascii: "-") { separator = mark }
        position += 1
      default: break scan
      }
      if separator != 0, position < tokens.count, case .word = tokens[position].kind,
        !isDateBeforeDash(position)
      {
        break
      }
    }
    let isAtEnd = position >= tokens.count && isWhole
    guard position > 0, separator != 0 || isAtEnd else { return nil }
    guard accepts(dateline, placeWords, isCapitals, separator, isFirst, isAtEnd) else { return nil }
    if placeWords == 0 && dateline.agency == nil { return nil }
    dateline.end =
      position < tokens.count
      ? tokens[position].range.lowerBound : tokens[tokens.count - 1].range.upperBound
    return dateline
  }

  /// Reads a place and a date in brackets before the text: "(Zenda, 3 May 2011) Talks began".
  private mutating func bracketed() -> Dateline? {
    guard let first = tokens.first, case .mark(UInt8(ascii: "(")) = first.kind,
      let close = tokens.prefix(14).firstIndex(where: {
        if case .mark(UInt8(ascii: ")")) = $0.kind { true } else { false }
      }), close + 1 < tokens.count,
      let mention = mentions.first(where: { $0.tokens.lowerBound > 0 && $0.form != .weekday }),
      mention.tokens.upperBound == close, mention.isPrecise || mention.isMonthOrYearless
    else { return nil }
    var dateline = Dateline(date: mention, end: tokens[close + 1].range.lowerBound)
    position = 1
    let (words, _) = place(&dateline)
    position = close + 1
    while position + 1 < tokens.count, case .mark(UInt8(ascii: "-")) = tokens[position].kind {
      position += 1
    }
    dateline.end = tokens[position].range.lowerBound
    return words > 0 ? dateline : nil
  }

  private func accepts(
    _ dateline: Dateline, _ placeWords: Int, _ isCapitals: Bool, _ separator: UInt8,
    _ isFirst: Bool, _ isAtEnd: Bool
  ) -> Bool {
    let hasDate = dateline.date != nil
    let isMarked = hasDate || dateline.agency != nil
    if isAtEnd { return isMarked && placeWords <= 4 }
    switch separator {
    case UInt8(ascii: "-"), UInt8(ascii: "|"):
      if isMarked { return true }
      // "LONDON - The", "London -- The", but not "Su-30 - a fighter".
      return isFirst && placeWords > 0 && placeWords <= (isCapitals ? 4 : 2) && opensSentence
        && !(position < 2 || tokens[position - 1].isAttached && !isDouble)
    case UInt8(ascii: ":"):
      return opensSentence
        && (isCapitals && isFirst && placeWords <= 3
          || (hasDate || isAgency(dateline.agency)) && placeWords <= 4)
    case UInt8(ascii: "."):
      // "Zenda, Tuesday, 14 March. Today".
      let isDated = hasDate && (1...4).contains(placeWords) && !opensWithPreposition
      return (isMarked && isCapitals || isDated) && opensSentence
    default: return false
    }
  }

  /// Whether a date stands here and a dash after it: "(Agency)--May 3, 2011--".
  private func isDateBeforeDash(_ index: Int) -> Bool {
    guard let mention = mentions.first(where: { $0.tokens.lowerBound == index }),
      mention.tokens.upperBound < tokens.count,
      case .mark(UInt8(ascii: "-")) = tokens[mention.tokens.upperBound].kind
    else { return false }
    return mention.days != nil
  }

  /// Whether a word before a full stop is short for a state, "Ala.", with more of the dateline
  /// behind.
  private func isState(_ index: Int) -> Bool {
    guard tokens[index].range.count <= 5, index > 0, index + 2 < tokens.count,
      case .mark(let mark) = tokens[index + 2].kind
    else { return false }
    return mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "(")
      || mark == UInt8(ascii: "/")
  }

  /// Whether an agency is written in capitals or named like one.
  private func isAgency(_ range: Range<Int>?) -> Bool {
    guard let range else { return false }
    return !bytes[range].contains(where: isLowercaseByte)
      || FoldedWords(bytes, range).words.contains(where: Furniture.outletWords.contains)
  }

  /// Whether the line begins with a preposition and not with a place.
  private var opensWithPreposition: Bool {
    guard let first = tokens.first, case .word = first.kind else { return false }
    return ["in", "on", "by", "since", "after", "until", "before", "from", "during", "at"].contains(
      String(decoding: bytes[first.range].lazy.map { $0 | 0x20 }, as: UTF8.self))
  }

  /// Whether the separator is two marks: "--".
  private var isDouble: Bool {
    guard position >= 2, case .mark = tokens[position - 2].kind else { return false }
    return true
  }

  private var opensSentence: Bool {
    guard position < tokens.count else { return false }
    if case .mark(let mark) = tokens[position].kind { return mark == 0xE2 || mark == 0x22 }
    return tokens[position].isCapitalised || bytes[tokens[position].range.lowerBound] >= 0x80
  }

  /// Reads the place; how many words it has and whether it is in capitals.
  private mutating func place(_ dateline: inout Dateline) -> (words: Int, isCapitals: Bool) {
    let start = position
    var words = 0
    var isCapitals = true
    var end = start
    while position < tokens.count, words < 7 {
      if mentions.contains(where: { $0.tokens.lowerBound == position }) { break }
      let token = tokens[position]
      switch token.kind {
      case .word:
        guard token.isCapitalised || bytes[token.range.lowerBound] >= 0x80 else {
          return (words, isCapitals && words > 0)
        }
        words += 1
        end = position + 1
        if bytes[token.range].contains(where: isLowercaseByte) { isCapitals = false }
      case .mark(let mark):
        let joins =
          mark == UInt8(ascii: "-") && token.isAttached && position + 1 < tokens.count
          && tokens[position + 1].isAttached
        let isAbbreviation =
          mark == UInt8(ascii: ".") && token.isAttached && words > 0
          && (tokens[position - 1].range.count <= 2 || isState(position - 1))
        if isAbbreviation { end = position + 1 }
        let isSlash =
          mark == UInt8(ascii: "/") && token.isAttached && position + 1 < tokens.count
          && tokens[position + 1].isAttached && words > 0
        let isComma =
          mark == UInt8(ascii: ",") && position + 1 < tokens.count
          && tokens[position + 1].isCapitalised
        guard joins || isAbbreviation || isSlash || isComma else {
          return finish(&dateline, words, isCapitals, start..<end)
        }
      case .number: return finish(&dateline, words, isCapitals, start..<end)
      }
      position += 1
    }
    return finish(&dateline, words, isCapitals, start..<end)
  }

  private func finish(
    _ dateline: inout Dateline, _ words: Int, _ isCapitals: Bool, _ name: Range<Int>
  ) -> (words: Int, isCapitals: Bool) {
    if words > 0 {
      dateline.place =
        tokens[name.lowerBound].range.lowerBound..<tokens[name.upperBound - 1].range.upperBound
    }
    return (words, isCapitals && words > 0)
  }

  /// Reads "(Agency)", "/Agency/" or "[Agency]" of at most five words.
  private mutating func agency(closing open: UInt8) -> Range<Int>? {
    let close: UInt8 =
      switch open {
      case UInt8(ascii: "("): UInt8(ascii: ")")
      case UInt8(ascii: "["): UInt8(ascii: "]")
      default: open
      }
    var index = position + 1
    while index < tokens.count, index - position <= 10 {
      if case .mark(close) = tokens[index].kind {
        guard index > position + 1 else { return nil }
        let range = tokens[position + 1].range.lowerBound..<tokens[index - 1].range.upperBound
        position = index + 1
        return range
      }
      index += 1
    }
    return nil
  }
}
