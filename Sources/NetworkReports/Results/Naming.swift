import PartnerModel
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

extension Coverage {
  /// What was read, in words: `13 documents (3 outlets named)`, or `8 rows` of a graph file.
  var inWords: String {
    guard documentCount > 0 else { return counted(observationCount, "row") }
    let outlets = sources.isEmpty ? "" : " (\(counted(sources.count, "outlet")) named)"
    return counted(documentCount, "document") + outlets
  }
}

extension Period {
  /// The period as prose has it: `2012`, `2012–2014`, `until 2013`, `from 2014`.
  public var inWords: String {
    let text = description
    if text.hasPrefix("..") { return "until " + text.dropFirst(2) }
    if text.hasSuffix("..") { return "from " + text.dropLast(2) }
    return text.split(separator: "..").joined(separator: "–")
  }
}
