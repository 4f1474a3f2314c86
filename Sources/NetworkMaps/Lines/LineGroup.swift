import Graphviz
import PartnerModel
import PartnerNetwork

/// Ties that are drawn as one line.
///
/// Ties of one family and direction between two entities always are. Where a pair would still have
/// more lines than can be told apart, opposite directions of a family become one line with a mark
/// at both ends, then talks join co-operation, and at last everything joins the heaviest.
struct LineGroup: Hashable, Sendable {
  /// A tie as far as its line is concerned.
  struct Member: Hashable, Sendable {
    var source: Int
    var target: Int
    var family: LineFamily
    var isDirected: Bool
    var weight: Double
    /// Its number in the network or the diff.
    var tie: Int
  }

  /// The lower entity of the pair.
  var first: Int
  /// The higher one, or the same.
  var second: Int
  var family: LineFamily
  var pointsToFirst: Bool
  var pointsToSecond: Bool
  var weight: Double
  var ties: [Int]

  private init(_ member: Member) {
    first = min(member.source, member.target)
    second = max(member.source, member.target)
    family = member.family
    pointsToSecond = member.isDirected && member.source <= member.target
    pointsToFirst = member.isDirected && member.source > member.target
    weight = member.weight
    ties = [member.tie]
  }

  private mutating func join(_ other: LineGroup) {
    if other.weight > weight && other.family != family { family = other.family }
    pointsToFirst = pointsToFirst || other.pointsToFirst
    pointsToSecond = pointsToSecond || other.pointsToSecond
    weight += other.weight
    ties += other.ties
  }

  /// The lines of all pairs, ordered by pair and family; at most `limit` for each pair.
  static func groups(_ members: [Member], limit: Int) -> [LineGroup] {
    let singles = members.map { LineGroup($0) }.sorted { a, b in
      (a.first, a.second, a.family, a.direction, a.ties[0])
        < (b.first, b.second, b.family, b.direction, b.ties[0])
    }
    var result: [LineGroup] = []
    var start = 0
    while start < singles.count {
      var end = start
      while end < singles.count, singles[end].first == singles[start].first,
        singles[end].second == singles[start].second
      { end += 1 }
      var lines = joined(Array(singles[start..<end])) {
        $0.family == $1.family && $0.direction == $1.direction
      }
      if lines.count > limit { lines = joined(lines) { $0.family == $1.family } }
      if lines.count > limit {
        lines = joined(lines) { $0.family == .cooperation && $1.family == .talks }
      }
      if lines.count > limit && limit == 1 { lines = joined(lines) { _, _ in true } }
      result += lines
      start = end
    }
    return result
  }

  private static func joined(
    _ lines: [LineGroup], where belong: (LineGroup, LineGroup) -> Bool
  ) -> [LineGroup] {
    var result: [LineGroup] = []
    for line in lines {
      if let place = result.firstIndex(where: { belong($0, line) }) {
        result[place].join(line)
      } else {
        result.append(line)
      }
    }
    return result
  }

  private var direction: Int { (pointsToSecond ? 1 : 0) + (pointsToFirst ? 2 : 0) }

  /// "Russia → India", with the arrow that the line has.
  func direction(_ first: PlainText, _ second: PlainText) -> String {
    switch (pointsToFirst, pointsToSecond) {
    case (true, false): "\(second.value) → \(first.value)"
    case (false, true): "\(first.value) → \(second.value)"
    case (true, true): "\(first.value) ↔ \(second.value)"
    case (false, false): "\(first.value) – \(second.value)"
    }
  }
}
