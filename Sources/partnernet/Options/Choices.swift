import ArgumentParser
import NetworkMaps
import PartnerModel
import PartnerNetwork

/// How results are printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case table, csv, json
}

extension EntityKind: ExpressibleByArgument {}
extension TieFilter: ExpressibleByArgument {
  /// Without `partner`, which is what is looked at where nothing is asked for.
  public static var allValueStrings: [String] { ["cooperative", "hostile", "structural", "all"] }
}
extension MapTheme: ExpressibleByArgument {}
extension PeriodSeries.Step: ExpressibleByArgument {}
extension WeightRule: ExpressibleByArgument {}
extension ProjectionDirection: ExpressibleByArgument {}

/// Texts of the command line as values; what is not understood is a usage error that says what
/// there is to choose from.
enum Parsing {
  static let periodHelp = "write 2012, 2012-10, 2012-10-17, 2012..2014, ..2013 or 2014.."

  static func period(_ text: String) throws -> Period {
    guard let period = Period(text) else {
      throw ValidationError("'\(text)' is not a period; \(periodHelp)")
    }
    return period
  }

  static func periods(_ text: String) throws -> [Period] {
    try elements(text, of: "periods").map(period)
  }

  static func kinds(_ text: String) throws -> Set<EntityKind> {
    Set(
      try elements(text, of: "kinds").map { name in
        // Some write the word with a z.
        let spelled = name.lowercased() == "organization" ? "organisation" : name.lowercased()
        guard let kind = EntityKind(rawValue: spelled) else {
          let names = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
          throw ValidationError("there is no kind '\(name)'; there are: \(names)")
        }
        return kind
      })
  }

  static func names(_ text: String) throws -> Set<String> {
    Set(try elements(text, of: "relations"))
  }

  static func entities(_ text: String) throws -> [String] {
    try elements(text, of: "entities")
  }

  static func measures(_ text: String) throws -> [Measure] {
    try elements(text, of: "measures").map { try Measure(named: $0) }
  }

  static func resolutions(_ text: String) throws -> [Double] {
    try elements(text, of: "resolutions").map { element in
      guard let number = Double(element), number > 0, number.isFinite else {
        throw ValidationError("'\(element)' is not a resolution; give a number above 0")
      }
      return number
    }
  }

  static func measure(_ text: String) throws -> Measure { try Measure(named: text) }

  static func method(_ text: String) throws -> CommunityMethod {
    try CommunityMethod(named: text)
  }

  private static func elements(_ text: String, of what: String) throws -> [String] {
    let elements = text.split(separator: ",", omittingEmptySubsequences: false).map { element in
      String(element.trimming { $0 == " " })
    }
    guard !elements.isEmpty, !elements.contains("") else {
      throw ValidationError("'\(text)' is not a list of \(what) joined by commas")
    }
    return elements
  }
}

extension Substring {
  fileprivate func trimming(while isTrimmed: (Character) -> Bool) -> Substring {
    var result = drop(while: isTrimmed)
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return result
  }
}
