/// The names most like a mistyped one, the likest first; none if nothing is like it.
func closest(to name: String, among names: some Sequence<String>, limit: Int) -> [String] {
  let wanted = Array(name.unicodeScalars.prefix(64))
  guard !wanted.isEmpty else { return [] }
  let tolerance = max(1, wanted.count / 3)
  var best: [(distance: Int, name: String)] = []
  for candidate in names {
    let letters = Array(candidate.unicodeScalars.prefix(64))
    var distance = editDistance(wanted, letters, limit: tolerance)
    if distance == nil, wanted.count >= 3, candidate.contains(name) || name.contains(candidate) {
      // What holds the name whole, or is held by it, comes after true near misses.
      distance = letters.count >= 3 ? tolerance + 1 : nil
    }
    guard let distance else { continue }
    best.append((distance, candidate))
    if best.count > 4 * limit + 16 { trim(&best, to: limit) }
  }
  trim(&best, to: limit)
  return best.map(\.name)
}

private func trim(_ best: inout [(distance: Int, name: String)], to limit: Int) {
  best.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
  var seen: Set<String> = []
  best.removeAll { !seen.insert($0.name).inserted }
  best.removeLast(max(0, best.count - limit))
}

/// How many letters must be changed, added, left out or swapped with their neighbour; `nil` if
/// more than `limit`.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var older = [Int](repeating: 0, count: b.count + 1)
  var old = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(row[j] + 1, old[j + 1] + 1, old[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, older[j - 1] + 1) }
      row.append(cost)
    }
    if let least = row.min(), least > limit { return nil }
    (older, old) = (old, row)
  }
  return old[b.count] <= limit ? old[b.count] : nil
}

/// A name fit for a message: one line, not endless, without control characters.
func shown(_ name: String) -> String {
  let letters = String(
    String.UnicodeScalarView(
      name.unicodeScalars.prefix(80).map {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
        default: $0
        }
      }))
  return name.unicodeScalars.count > 80 ? letters + "…" : letters
}
