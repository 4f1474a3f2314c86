import Language

/// Tells whether a capital stands for its government or is a place.
///
/// "Moscow and Ankara are in talks" speaks of two governments, "in an interview in Moscow" of a
/// city.
struct GovernmentReading {
  let sentence: SentenceView
  let span: Range<Int>

  private static let placePrepositions: Set<String> = [
    "in", "at", "near", "outside", "around", "into", "via", "through", "across", "inside", "over",
    "throughout", "above", "within", "toward", "towards",
  ]
  private static let placeNouns: Set<String> = [
    "region", "airport", "port", "suburb", "street", "summit", "conference", "meeting", "area",
    "time", "office", "bureau", "exhibition", "show", "airshow", "forum", "stock", "court",
    "university",
    "embassy", "river", "hotel", "square", "metro", "district", "declaration", "treaty",
  ]
  private static let motions: Set<String> = [
    "travel", "fly", "arrive", "go", "come", "return", "head", "depart", "leave", "drive", "bring",
    "trip", "flight", "move", "tour",
  ]

  private var head: Int {
    for token in span where !span.contains(sentence.tokens[token].head) { return token }
    return span.upperBound - 1
  }

  /// Whether a government is meant.
  var standsForGovernment: Bool { isStrong || !isPlace }

  /// Whether the sentence makes it act or be dealt with.
  var isStrong: Bool {
    let token = top(of: head)
    switch sentence.tokens[token].dependency {
    case .nsubj, .nsubjPass, .oblAgent, .iobj: return !isPlace
    case .nmodPoss: return true
    case .nmod, .obl:
      return ["between", "with", "against"].contains(sentence.marker(of: token) ?? "")
    default: return false
    }
  }

  private var isPlace: Bool {
    let token = top(of: head)
    var marker = sentence.marker(of: token) ?? ""
    if marker.isEmpty, span.lowerBound > 0 { marker = sentence.keys[span.lowerBound - 1] }
    if Self.placePrepositions.contains(marker) { return true }
    let governor = sentence.tokens[token].head
    switch sentence.tokens[token].dependency {
    case .compound, .amod, .nmodDesc:
      return governor >= 0 && Self.placeNouns.contains(sentence.lemmas[governor])
    case .obl, .nmod:
      guard ["to", "from", "for"].contains(marker), governor >= 0 else { return false }
      return Self.motions.contains(sentence.lemmas[governor])
    case .appos, .nmodUnmarked, .root, .list:
      // "Sochi, Moscow region"; a bare name.
      return span.count == sentence.count
    default: return false
    }
  }

  /// The first of coordinated names, by which all of them hang.
  private func top(of token: Int) -> Int {
    var token = token
    var steps = 0
    while sentence.tokens[token].dependency == .conj, sentence.tokens[token].head >= 0, steps < 50 {
      token = sentence.tokens[token].head
      steps += 1
    }
    return token
  }
}
