/// Lists of entries by a key, the newest first.
struct PostingLists {
  private var heads: [UInt64: Int32] = [:]
  private var entries: [Int32] = []
  private var nexts: [Int32] = []

  /// Complexity: constant.
  mutating func insert(_ entry: Int, for key: UInt64) {
    let place = Int32(entries.count)
    entries.append(Int32(entry))
    nexts.append(heads.updateValue(place, forKey: key) ?? -1)
  }

  /// Calls `body` with the newest entries of a key, at most `limit` of them.
  func forEach(_ key: UInt64, limit: Int, _ body: (Int) -> Void) {
    var place = heads[key] ?? -1
    var left = limit
    while place >= 0, left > 0 {
      body(Int(entries[Int(place)]))
      place = nexts[Int(place)]
      left -= 1
    }
  }
}
