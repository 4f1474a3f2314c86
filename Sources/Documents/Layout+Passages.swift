extension Layout {
  /// The passages in the order of the file.
  func passages() -> [Passage] {
    var passages: [Passage] = []
    var speaker: MappedText?
    var index = 0
    while index < lines.count {
      let line = lines[index]
      switch line.role {
      case .furniture:
        index += 1
        continue
      case .person:
        passages.append(Passage(kind: .persons, body: mapped(body(index))))
        speaker = nil
        index += 1
        continue
      case .body, .heading: break
      }
      if let label = line.label { speaker = mapped(label) }
      var builder = ParagraphBuilder()
      builder.append(source, body(index))
      var last = index
      while last + 1 < lines.count, continues(last, in: last + 1) {
        last += 1
        builder.append(source, body(last))
      }
      let isHeading = line.role == .heading || readsAsHeading(index, last)
      if line.role == .heading { speaker = nil }
      // A label alone on its line opens the turn that stands below it.
      if builder.isEmpty {
        index = last + 1
        continue
      }
      let kind: Passage.Kind =
        if line.role == .heading {
          .heading
        } else if line.isListItem {
          .listItem
        } else if speaker != nil {
          .speech
        } else {
          isHeading ? .heading : .paragraph
        }
      passages.append(
        Passage(
          kind: kind, body: builder.take(), speakerLabel: kind == .speech ? speaker : nil,
          opensTurn: kind == .speech && opensTurn(index)))
      index = last + 1
    }
    return passages
  }

  /// Whether a line has a label, or stands directly below one that is nothing else.
  private func opensTurn(_ index: Int) -> Bool {
    if lines[index].label != nil { return true }
    guard index > 0, lines[index - 1].label != nil else { return false }
    return body(index - 1).isEmpty
  }

  /// A short line by itself that is no sentence.
  private func readsAsHeading(_ first: Int, _ last: Int) -> Bool {
    let fact = facts[first]
    guard first == last, !fact.endsSentence, fact.words <= 16, !fact.startsLowercase,
      lines[first].label == nil, lines[first].start == source.lines[first].range.lowerBound,
      let end = source.bytes[body(first)].last
    else { return false }
    return end != UInt8(ascii: ",") && end != UInt8(ascii: ":") && end != UInt8(ascii: ";")
  }
}
