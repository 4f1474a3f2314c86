/// Finds who published the document: beside its date, in its byline, above its headline, in its
/// imprint.
extension Layout {
  /// How many lines at the foot may hold the imprint.
  private static let imprintLines = 4

  /// Takes the outlet and the place from what stands beside a date.
  mutating func readNames(_ rest: DateLineRemainder, beside mention: DateMention) {
    var places: [Range<Int>] = []
    var others: [Range<Int>] = []
    for part in rest.parts where part.first != "by" {
      let words = FoldedWords(source.bytes, part.range).words
      if Furniture.sections.contains(words.joined(separator: " ")) { continue }
      if words.contains(where: Furniture.outletWords.contains)
        || words.contains(where: Furniture.institutions.contains)
      {
        outlet = outlet ?? text(part.range)
      } else if part.range.upperBound <= mention.range.lowerBound {
        places.append(part.range)
      } else {
        others.append(part.range)
      }
    }
    if rest.isSeparated {
      if let name = places.first ?? others.first { outlet = outlet ?? text(name) }
    } else if let first = places.first, let last = places.last {
      place = place ?? text(first.lowerBound..<last.upperBound)
    }
  }

  /// A line between the headline and the date that names an outlet.
  mutating func readMasthead(between title: Int?, and date: Int) {
    guard outlet == nil, date > 0, date < 8, isOpen(date - 1), date - 1 != title,
      title == nil || date - 1 > title ?? 0, facts[date - 1].words <= 5,
      !facts[date - 1].endsSentence
    else { return }
    let words = FoldedWords(source.bytes, source.lines[date - 1].range).words
    guard let first = words.first, words.contains(where: Furniture.outletWords.contains),
      !Furniture.numbered.contains(first)
    else { return }
    outlet = text(source.lines[date - 1].range)
    lines[date - 1].role = .furniture
  }

  /// Whether a line is a byline; takes the outlet that it names.
  ///
  /// "By Ann Writer", "By ANN WRITER and Carl Penman, Daily Example", "From our own correspondent".
  mutating func readByline(_ index: Int, _ words: [String]) -> Bool {
    let fact = facts[index]
    guard let first = words.first, first == "by" || first == "from" || first == "text",
      (3...12).contains(words.count), !fact.startsLowercase, !fact.endsSentence,
      index < 12 || index + 4 >= lines.count
    else { return false }
    if Furniture.indefinite.contains(words[1]), words.count <= 8,
      words.contains(where: Furniture.reporters.contains)
    {
      return true
    }
    guard first == "by" else { return false }
    let small = words.count { $0 == "and" || $0 == "in" || $0 == "of" || $0 == "for" }
    guard fact.capitalisedWords + small >= words.count else { return false }
    let range = source.lines[index].range
    for part in source.bytes[range].split(whereSeparator: { $0 == 0x7C || $0 == 0x2C }).dropFirst()
    {
      let name = trimmed(part.startIndex..<part.endIndex)
      if FoldedWords(source.bytes, name).words.contains(where: Furniture.outletWords.contains) {
        outlet = outlet ?? text(name)
      }
    }
    return true
  }

  /// Reads who claims the rights in the document, "© 2014 The Zenda Courier", and, as the outlet, a
  /// first line that a line of furniture at the foot repeats.
  mutating func readImprint() {
    guard outlet == nil else { return }
    let foot = lines.indices.suffix(Self.imprintLines).filter { lines[$0].role == .furniture }
    if let first = lines.indices.first(where: isOpen), facts[first].words <= 5,
      facts[first].capitalisedWords >= 2, !facts[first].endsSentence
    {
      let words = FoldedWords(source.bytes, source.lines[first].range).words
      let isRepeated = foot.contains {
        FoldedWords(source.bytes, source.lines[$0].range).words.starts(with: words)
      }
      if isRepeated {
        outlet = text(source.lines[first].range)
        lines[first].role = .furniture
        return
      }
    }
    for index in foot {
      if let holder = holder(index) {
        outlet = text(holder)
        return
      }
    }
  }

  /// The name after "©" or "Copyright" and the year.
  private func holder(_ index: Int) -> Range<Int>? {
    let range = source.lines[index].range
    var start: Int?
    for sign in ["©", "Copyright", "COPYRIGHT"] {
      start = source.bytes.firstRange(of: sign, in: range)?.upperBound ?? start
    }
    guard var start else { return nil }
    while start < range.upperBound,
      isDigitByte(source.bytes[start]) || source.bytes[start] == UInt8(ascii: " ")
        || source.bytes[start] == UInt8(ascii: "-") || source.bytes[start] == UInt8(ascii: ",")
    {
      start += 1
    }
    let end =
      source.bytes[start..<range.upperBound].firstIndex {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|") || $0 == 0xE2
      } ?? range.upperBound
    let name = trimmed(start..<end)
    guard !name.isEmpty, isUppercaseByte(source.bytes[name.lowerBound]) else { return nil }
    let fact = LineFacts(source.bytes, name)
    return (1...5).contains(fact.words) && fact.capitalisedWords * 2 > fact.words ? name : nil
  }

  /// Whether a line above the headline names who issued the document, "Ministry of Defence", or
  /// numbers it, "Public Notice 1234".
  mutating func isIssuer(_ index: Int, above next: Int) -> Bool {
    guard facts[index].words <= 7, facts[next].words >= 2, !facts[next].endsSentence,
      lines[next].label == nil, next + 1 < lines.count
    else { return false }
    let range = source.lines[index].range
    let words = FoldedWords(source.bytes, range).words
    guard let first = words.first, let last = words.last else { return false }
    if words.count <= 6, Furniture.numbered.contains(first), last.utf8.allSatisfy(isDigitByte) {
      return true
    }
    let small = words.count { $0 == "of" || $0 == "the" || $0 == "for" || $0 == "and" }
    let isMasthead =
      Furniture.outletWords.contains(last) && clues.headline == nil && endsInDate(next)
    // "WASHINGTON SANCTIONS TURKEY'S ARMS PROCUREMENT AGENCY" is a headline.
    guard facts[index].capitalisedWords + small >= words.count, words.count <= 5,
      isMasthead || Furniture.issuers.contains(first) || Furniture.issuers.contains(last)
    else { return false }
    outlet = outlet ?? text(range)
    return true
  }

  /// Whether a line ends with a date that gives the year.
  private func endsInDate(_ index: Int) -> Bool {
    let (mentions, tokens) = DateScanner.mentions(in: source.bytes, source.lines[index].range)
    return mentions.last.map { $0.days != nil && $0.tokens.upperBound == tokens.count } ?? false
  }

  /// A range without the spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, source.bytes[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, source.bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}
