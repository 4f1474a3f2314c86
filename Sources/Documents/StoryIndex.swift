import PartnerModel

/// Recognises documents that tell the same story, as they come.
///
/// Near-duplicates are found by MinHash signatures in bands (Leskovec, Rajaraman and Ullman,
/// "Mining of Massive Datasets", chapter 3), reports of one event by an index of names and figures
/// a day. No document is compared with all others: the work for one is bounded, however many there
/// are. A story keeps the number that its first document got; a document joins the story of its
/// best match.
public struct StoryIndex: Sendable {
  struct Entry: Sendable {
    var id: Int64
    var story: Int
    var date: PartialDate?
    var fingerprint: StoryFingerprint
  }

  /// 16 bands of 4: texts half the same are found with probability 0.64, those three quarters the
  /// same with 0.998.
  private static let bandLength = 4
  /// The names a document is entered under.
  private static let indexedNames = 40
  /// How far a list of entries is followed, and how many entries are compared.
  private static let listLimit = 48
  private static let candidateLimit = 32

  private(set) var entries: [Entry] = []
  private var bands = PostingLists()
  private var names = PostingLists()
  /// Documents of a story that wait for a year.
  private var waiting: [Int: [Int]] = [:]
  private var nextStory = 1

  /// An index without documents.
  public init() {}

  /// How many documents the index holds.
  public var count: Int { entries.count }

  /// Adds a document and says which story it tells.
  public mutating func add(_ document: Document, id: Int64) -> StoryMatch {
    add(id: id, fingerprint: document.fingerprint, date: document.date)
  }

  /// Adds a document by its fingerprint and date; a fingerprint that this version cannot read
  /// makes a story of its own.
  ///
  /// Complexity: bounded, however many documents the index holds.
  public mutating func add(id: Int64, fingerprint: [UInt8], date: PartialDate?) -> StoryMatch {
    let fingerprint = StoryFingerprint(bytes: fingerprint) ?? StoryFingerprint()
    var entry = Entry(id: id, story: 0, date: date, fingerprint: fingerprint)
    let found = matches(of: entry)
    entry.story = found.first.map { entries[$0.entry].story } ?? nextStory
    var match = StoryMatch(
      story: entry.story, partners: found.map(\.partner), date: nil, resolved: [])
    if entry.date == nil {
      let dated = found.lazy.compactMap { [entries] partner in
        Self.transfer(
          from: entries[partner.entry].date, to: fingerprint.yearless, partner.partner)
      }
      match.date = dated.first
      entry.date = match.date
    }
    if let date = entry.date {
      match.resolved = resolve(found, by: date, from: id)
    }
    insert(entry)
    if let date = entry.date { match.resolved += release(entry.story, by: date, from: id) }
    match.resolved.sort { $0.id < $1.id }
    return match
  }

  /// Puts back a document that was added before, with the story it had then.
  public mutating func restore(id: Int64, fingerprint: [UInt8], date: PartialDate?, story: Int) {
    insert(
      Entry(
        id: id, story: story, date: date,
        fingerprint: StoryFingerprint(bytes: fingerprint) ?? StoryFingerprint()))
  }

  private mutating func insert(_ entry: Entry) {
    let index = entries.count
    entries.append(entry)
    nextStory = max(nextStory, entry.story + 1)
    for key in Self.bandKeys(entry.fingerprint) { bands.insert(index, for: key) }
    if let day = Self.dayOfYear(entry) {
      for name in entry.fingerprint.names.prefix(Self.indexedNames) {
        names.insert(index, for: Self.nameKey(name, day))
      }
    }
    if entry.date == nil, entry.fingerprint.yearless != nil {
      waiting[entry.story, default: []].append(index)
    }
  }

  // MARK: Matching

  private func matches(of entry: Entry) -> [(entry: Int, partner: StoryMatch.Partner)] {
    var votes: [Int: Int] = [:]
    for key in Self.bandKeys(entry.fingerprint) {
      bands.forEach(key, limit: Self.listLimit) { votes[$0, default: 0] += 4 }
    }
    if let day = Self.dayOfYear(entry) {
      for name in entry.fingerprint.names.prefix(Self.indexedNames) {
        for near in day - StoryComparison.days...day + StoryComparison.days {
          let key = Self.nameKey(name, (near + 366) % 366)
          names.forEach(key, limit: Self.listLimit) { votes[$0, default: 0] += 1 }
        }
      }
    }
    // One name in common is no reason to compare.
    let candidates = votes.filter { $0.value >= 2 }
      .sorted { ($1.value, $1.key) < ($0.value, $0.key) }
      .prefix(Self.candidateLimit)
    return candidates.compactMap { candidate in
      StoryComparison.partner(entries[candidate.key], entry).map { (candidate.key, $0) }
    }.sorted { a, b in
      if a.1.kind != b.1.kind { return a.1.kind == .nearDuplicate }
      let (x, y) = (StoryComparison.strength(a.1), StoryComparison.strength(b.1))
      return x != y ? x > y : a.0 < b.0
    }
  }

  private static func bandKeys(_ fingerprint: StoryFingerprint) -> [UInt64] {
    let signature = fingerprint.signature
    return stride(from: 0, to: signature.count / bandLength * bandLength, by: bandLength).map {
      start in
      signature[start..<start + bandLength].reduce(UInt64(start)) {
        WordHashes.combine($0, UInt64($1))
      }
    }
  }

  private static func nameKey(_ name: UInt32, _ day: Int) -> UInt64 {
    UInt64(name) << 16 | UInt64(day)
  }

  /// The day in a year of 366 days, from 0, under which a document is looked for.
  private static func dayOfYear(_ entry: Entry) -> Int? {
    let (month, day): (Int, Int)
    if let yearless = entry.fingerprint.yearless {
      (month, day) = (yearless.month, yearless.day)
    } else if let date = entry.date, date.dayCount <= StoryComparison.widest {
      let components = date.first.components
      (month, day) = (components.month, components.day)
    } else {
      return nil
    }
    guard let place = Day(year: 2000, month: month, day: day),
      let start = Day(year: 2000, month: 1, day: 1)
    else { return nil }
    return Int(place.number - start.number)
  }

  // MARK: Dates

  /// The date that a document gets from one that tells the same story.
  private static func transfer(
    from date: PartialDate?, to yearless: YearlessDay?, _ partner: StoryMatch.Partner
  ) -> PartialDate? {
    guard let date, date.dayCount <= StoryComparison.widest else { return nil }
    if let yearless { return StoryComparison.day(yearless, near: date).map { PartialDate($0) } }
    // Without a day of its own only a reprint can be dated.
    return partner.kind == .nearDuplicate ? date : nil
  }

  private mutating func resolve(
    _ found: [(entry: Int, partner: StoryMatch.Partner)], by date: PartialDate, from id: Int64
  ) -> [StoryMatch.Resolution] {
    var resolved: [StoryMatch.Resolution] = []
    for (index, partner) in found where entries[index].date == nil {
      let yearless = entries[index].fingerprint.yearless
      guard let known = Self.transfer(from: date, to: yearless, partner) else { continue }
      entries[index].date = known
      resolved.append(StoryMatch.Resolution(id: entries[index].id, date: known, from: id))
    }
    return resolved
  }

  /// Dates the documents of a story that wait for a year.
  private mutating func release(
    _ story: Int, by date: PartialDate, from id: Int64
  ) -> [StoryMatch.Resolution] {
    guard let indices = waiting.removeValue(forKey: story) else { return [] }
    var resolved: [StoryMatch.Resolution] = []
    for index in indices where entries[index].date == nil {
      guard let yearless = entries[index].fingerprint.yearless,
        let day = StoryComparison.day(yearless, near: date)
      else { continue }
      entries[index].date = PartialDate(day)
      resolved.append(
        StoryMatch.Resolution(id: entries[index].id, date: PartialDate(day), from: id))
    }
    return resolved
  }
}
