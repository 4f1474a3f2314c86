/// Forms that no rule yields.
enum IrregularForms {
  static let verbs: [String: String] = [
    "bought": "buy", "sold": "sell", "held": "hold", "met": "meet",
  ]
  static let nouns: [String: String] = ["men": "man", "women": "woman", "countries": "country"]
  static let comparisons: [String: String] = ["better": "good", "best": "good", "more": "more"]
}
