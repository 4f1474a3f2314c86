import PartnerModel

extension StoryIndex {
  /// Adds a whole list of documents, with their places as ids, and dates those whose date another
  /// of them supplies, whichever comes first.
  ///
  /// - Returns: for each document, what was found when it was added.
  public mutating func add(_ documents: inout [Document]) -> [StoryMatch] {
    var matches: [StoryMatch] = []
    matches.reserveCapacity(documents.count)
    for index in documents.indices {
      let match = add(documents[index], id: Int64(index))
      documents[index].apply(match)
      for resolution in match.resolved {
        let earlier = Int(resolution.id)
        guard documents.indices.contains(earlier) else { continue }
        documents[earlier].date(by: resolution.date)
      }
      matches.append(match)
    }
    return matches
  }
}

extension Document {
  /// Takes over the date that another report of the same story supplied.
  public mutating func apply(_ match: StoryMatch) {
    if dating.date == nil, let date = match.date { self.date(by: date) }
  }

  mutating func date(by date: PartialDate) {
    dating.date = date
    dating.basis = .inferred
    dating.reason = "another report of the same event"
    dating.candidates = []
  }
}
