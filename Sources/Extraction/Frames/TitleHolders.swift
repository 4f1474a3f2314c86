/// Who held which title so far in a document; the latest answers.
struct TitleHolders {
  private struct Office: Hashable {
    var owner: Int
    /// The rank or the words of the title.
    var title: [String]
  }

  private var persons: [Int] = []
  private var byRank: [Office: Int] = [:]
  private var byOwnedWords: [Office: Int] = [:]
  private var byOwner: [Int: Int] = [:]
  private var byWords: [[String]: Int] = [:]
  private var byLastWord: [String: Int] = [:]
  /// By the last word of the title and the holder's country.
  private var byCountry: [String: [Int: Int]] = [:]

  /// - Parameters:
  ///   - owner: the country or organisation that the title names, if any.
  ///   - country: the holder's, if it is known.
  mutating func add(
    _ person: Int, rank: String, words: [String], owner: Int?, country: Int? = nil
  ) {
    let place = persons.count
    persons.append(person)
    byWords[words] = place
    if let last = words.last {
      byLastWord[last] = place
      if let country { byCountry[last, default: [:]][country] = place }
    }
    guard let owner else { return }
    byRank[Office(owner: owner, title: [rank])] = place
    byOwnedWords[Office(owner: owner, title: words)] = place
    byOwner[owner] = place
  }

  /// Whether somebody holds a title of this rank there.
  func has(rank: String, of owner: Int) -> Bool {
    byRank[Office(owner: owner, title: [rank])] != nil
  }

  /// Who holds a title of some country or organisation: the same title or rank, else, for a title
  /// that leads, any.
  func holder(of owner: Int, rank: String, words: [String], leads: Bool) -> Int? {
    let places = [
      byRank[Office(owner: owner, title: [rank])],
      byOwnedWords[Office(owner: owner, title: words)],
    ]
    if let place = places.compactMap(\.self).max() { return persons[place] }
    return leads ? byOwner[owner].map { persons[$0] } : nil
  }

  /// Who holds a title, whether or not it says of what.
  func holder(of owner: Int?, _ title: Titles.Title, words: [String]) -> Int? {
    guard let owner else { return holder(words: words) }
    return holder(of: owner, rank: title.rank, words: words, leads: title.leads)
  }

  /// Who holds a title that ends in a word and is of none of some countries.
  func holder(lastWord: String, notOf countries: Set<Int>) -> Int? {
    let places = byCountry[lastWord]?.filter { !countries.contains($0.key) }.values
    return places?.max().map { persons[$0] }
  }

  /// Who holds a title that stands alone: "the minister".
  func holder(words: [String]) -> Int? {
    let place = byWords[words] ?? words.last.flatMap { byLastWord[$0] }
    return place.map { persons[$0] }
  }
}
