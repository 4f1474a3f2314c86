import PartnerModel

/// The identity of ministries and armed services across their many names.
///
/// "Russian Defence Ministry", "Ministry of Defense of Russia" and "Russia's MoD" are one.
enum BodyIdentity {
  private static let dropped: Set<String> = [
    "royal", "imperial", "the", "national", "federal", "republic", "peoples", "'s", "s", "’s",
    "state",
  ]
  private static let replaced: [String: String] = [
    "defense": "defence", "department": "ministry", "mod": "ministry-defence",
    "mfa": "ministry-foreign-affairs",
  ]

  /// The identifier of a body of a country, made of its words without nationality.
  static func id(words: [String], country: String) -> EntityID {
    var core: [String] = []
    for word in words where !dropped.contains(word) && !["of", "for", "and", "on"].contains(word) {
      core += (replaced[word] ?? word).split(separator: "-").map(String.init)
    }
    if let place = core.firstIndex(of: "ministry") {
      core.remove(at: place)
      core = ["ministry", "of"] + core.filter { $0 != "affairs" }
    }
    return .named((core + ["of", country]).joined(separator: " "), kind: .organisation)
  }
}
