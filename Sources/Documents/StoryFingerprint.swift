/// What is kept of a document's text to tell whether another tells the same story.
///
/// A MinHash signature of its runs of three words finds texts that are nearly the same. Hashes of
/// its names, figures and longer words find reports of one event in different words. Of a long
/// document the smallest hashes are kept, so that two documents keep the same sample of what they
/// share (bottom-k sketch; Broder 1997, "On the resemblance and containment of documents").
struct StoryFingerprint: Hashable, Sendable {
  static let signatureLength = 64
  static let nameLimit = 96
  static let wordLimit = 160
  /// Texts with fewer runs of words have no signature.
  private static let fewestShingles = 8
  private static let shingle = 3
  /// Shorter words say little of the subject.
  private static let wordLength = 7

  /// Empty when the text is too short.
  var signature: [UInt32] = []
  /// Capitalised words within sentences, and figures; ascending.
  var names: [UInt32] = []
  /// Longer words in small letters; ascending.
  var words: [UInt32] = []
  /// The day of the dateline when it gives no year.
  var yearless: YearlessDay?

  /// Complexity: linear in the length of the text.
  init(_ passages: [Passage], yearless: YearlessDay?) {
    self.yearless = yearless
    var nameHashes = Set<UInt32>()
    var wordHashes = Set<UInt32>()
    var bins = [UInt32](repeating: .max, count: Self.signatureLength)
    var shingles = 0
    for passage in passages where passage.kind != .persons {
      let bytes = Array(passage.text.utf8)
      var last: (UInt64, UInt64) = (0, 0)
      var count = 0
      WordHashes.forEach(bytes, 0..<bytes.count) { hash, range in
        count += 1
        if count >= Self.shingle {
          shingles += 1
          let run = WordHashes.combine(WordHashes.combine(last.0, last.1), hash)
          let bin = Int(run >> 58)
          bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: run) & 0xFFFF_FFFE)
        }
        last = (last.1, hash)
        let short = UInt32(truncatingIfNeeded: hash >> 32)
        switch Self.sort(bytes, range) {
        case .name: nameHashes.insert(short)
        case .word: wordHashes.insert(short)
        case .other: break
        }
      }
    }
    names = Self.smallest(nameHashes, Self.nameLimit)
    words = Self.smallest(wordHashes, Self.wordLimit)
    if shingles >= Self.fewestShingles { signature = Self.densified(bins) }
  }

  init() {}

  private enum Sort {
    case name
    case word
    case other
  }

  private static func sort(_ bytes: [UInt8], _ range: Range<Int>) -> Sort {
    let first = bytes[range.lowerBound]
    if isDigitByte(first) {
      // Years come in every report of a subject.
      let isYear = range.count == 4 && (first == 49 || first == 50)
      return range.count >= 2 && !isYear ? .name : .other
    }
    if isUppercaseByte(first) {
      if opensSentence(bytes, range.lowerBound) || range.count == 1 { return .other }
      let word = String(
        decoding: bytes[range].lazy.map { isUppercaseByte($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
      if commonNames.contains(word) || DateWords.months[word] != nil
        || DateWords.weekdays[word] != nil
      {
        return .other
      }
      return .name
    }
    return range.count >= wordLength ? .word : .other
  }

  /// Whether the word before ends a sentence, or there is none.
  private static func opensSentence(_ bytes: [UInt8], _ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, bytes[index] == 32 || bytes[index] == 34 || bytes[index] >= 0x80 {
      index -= 1
    }
    guard index >= 0 else { return true }
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: ":"): return true
    default: return false
    }
  }

  private static func smallest(_ hashes: Set<UInt32>, _ limit: Int) -> [UInt32] {
    Array(hashes.sorted().prefix(limit))
  }

  /// Fills the empty bins of a one-permutation hash, each from a bin that its own number selects,
  /// so that two texts fill alike (Shrivastava 2017, "Optimal densification").
  private static func densified(_ bins: [UInt32]) -> [UInt32] {
    var filled = bins
    for (index, value) in bins.enumerated() where value == .max {
      var attempt: UInt64 = 1
      var source = index
      while bins[source] == .max, attempt < 10_000 {
        source = Int(WordHashes.mix(UInt64(index) << 32 | attempt) % UInt64(bins.count))
        attempt += 1
      }
      filled[index] = bins[source]
    }
    return filled
  }

  /// Capitalised words that stand in reports of every kind of event.
  private static let commonNames: Set<String> = [
    "president", "minister", "prime", "ministry", "defence", "defense", "foreign", "affairs",
    "government", "general", "secretary", "director", "chief", "state", "united", "states",
    "republic", "federation", "federal", "military", "army", "navy", "air", "force", "forces",
    "international", "national", "north", "south", "east", "west", "northern", "southern",
    "eastern", "western", "the", "of", "and", "mr", "mrs", "ms", "dr", "sir", "he", "she", "we",
    "it", "they", "in", "on", "at", "for", "our", "this", "that", "there", "you", "but", "russia",
    "russian", "us", "american", "china", "chinese", "nato", "european", "union", "council",
    "committee", "agency", "group", "company", "corporation", "moscow", "washington",
  ]
}

extension StoryFingerprint {
  /// How much of two texts is the same, from 0 to 1: the share of equal places of the signatures,
  /// an estimate of the Jaccard similarity of their runs of words.
  func similarity(_ other: StoryFingerprint) -> Double {
    guard !signature.isEmpty, signature.count == other.signature.count else { return 0 }
    let equal = zip(signature, other.signature).count { $0 == $1 }
    return Double(equal) / Double(signature.count)
  }

  /// How many members two sketches share, and how many the smaller of them has to share.
  static func overlap(_ a: [UInt32], _ b: [UInt32], limit: Int) -> (shared: Int, of: Int) {
    // Above the greatest hash of a full sketch nothing is known of its document.
    let ceilingA = a.count >= limit ? a[a.count - 1] : UInt32.max
    let ceilingB = b.count >= limit ? b[b.count - 1] : UInt32.max
    let ceiling = min(ceilingA, ceilingB)
    var (i, j, shared) = (0, 0, 0)
    while i < a.count, j < b.count, a[i] <= ceiling, b[j] <= ceiling {
      if a[i] == b[j] {
        shared += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let countA = a.count { $0 <= ceiling }
    let countB = b.count { $0 <= ceiling }
    return (shared, min(countA, countB))
  }
}

// MARK: Bytes

extension StoryFingerprint {
  private static let version: UInt8 = 1

  /// The fingerprint as the store keeps it; little-endian.
  var bytes: [UInt8] {
    var output: [UInt8] = [Self.version]
    output.append(UInt8(yearless?.month ?? 0))
    output.append(UInt8(yearless?.day ?? 0))
    output.append(UInt8(yearless?.weekday ?? 0))
    for list in [signature, names, words] {
      output.append(UInt8(list.count))
      for value in list {
        for shift in stride(from: 0, to: 32, by: 8) {
          output.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
        }
      }
    }
    return output
  }

  /// Reads what `bytes` wrote; `nil` for anything else.
  init?(bytes: [UInt8]) {
    guard bytes.count >= 7, bytes[0] == Self.version, bytes[1] <= 12, bytes[2] <= 31, bytes[3] <= 7
    else { return nil }
    var lists: [[UInt32]] = []
    var index = 4
    for _ in 0..<3 {
      guard index < bytes.count else { return nil }
      let count = Int(bytes[index])
      index += 1
      guard index + 4 * count <= bytes.count else { return nil }
      lists.append(
        (0..<count).map { item in
          (0..<4).reduce(0) { $0 | UInt32(bytes[index + 4 * item + $1]) << UInt32(8 * $1) }
        })
      index += 4 * count
    }
    guard index == bytes.count else { return nil }
    self.init()
    (signature, names, words) = (lists[0], lists[1], lists[2])
    if bytes[1] > 0, bytes[2] > 0 {
      yearless = YearlessDay(
        month: Int(bytes[1]), day: Int(bytes[2]), weekday: bytes[3] > 0 ? Int(bytes[3]) : nil)
    }
  }
}
