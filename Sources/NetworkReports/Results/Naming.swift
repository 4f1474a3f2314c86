import PartnerNetwork

extension Measure {
  /// The measure's name as a heading or a legend writes it.
  public var title: String {
    switch self {
    case .pagerank: "PageRank"
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}

extension CommunityMethod {
  /// The method's name as a heading or a legend writes it.
  public var title: String {
    let words = rawValue.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
