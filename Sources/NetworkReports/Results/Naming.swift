import PartnerNetwork

extension Measure {
  /// The measure's name as a heading or a legend writes it.
  public var title: String {
    switch self {
    case .pagerank: "PageRank"
    default: heading(rawValue)
    }
  }
}

extension CommunityMethod {
  /// The method's name as a heading or a legend writes it.
  public var title: String { heading(rawValue) }
}

/// `Label propagation` for `label-propagation`.
private func heading(_ name: String) -> String {
  let words = name.split(separator: "-").joined(separator: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}
