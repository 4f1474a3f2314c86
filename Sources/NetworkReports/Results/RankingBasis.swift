import PartnerModel
import PartnerNetwork

/// What rankings of every form rest on, as all of them say it in JSON.
struct RankingBasis {
  let measures: [Measure]
  let options: RankingOptions
  let selection: Selection

  /// The measures, which ties count and how, and what each measure means.
  var members: [JSON.Member] {
    var members: [JSON.Member] = [
      .init(key: "measures", value: .array(measures.map { .string($0.rawValue) })),
      .init(key: "ties", value: .string(countedTies(selection, options.projection))),
      .init(key: "weights", value: .string(options.projection.weights.rawValue)),
      .init(key: "direction", value: .string(options.projection.direction.rawValue)),
    ]
    if !options.preferred.isEmpty {
      let ids = options.preferred.map(\.rawValue).sorted()
      members.append(.init(key: "from", value: .array(ids.map { .string($0) })))
    }
    members.append(
      .init(
        key: "definitions",
        value: perMeasure { .string(options.definition(of: measures[$0])) }))
    return members
  }

  /// An object with a value for each measure, given its place.
  func perMeasure(_ value: (Int) -> JSON) -> JSON {
    .object(
      measures.indices.map { JSON.Member(key: measures[$0].rawValue, value: value($0)) })
  }
}

/// The families of ties that count, as `--ties` names them: for `partner`, which is what counts
/// where nothing was asked for, the two families it stands for.
func countedTies(_ network: Network, _ options: ProjectionOptions) -> String {
  countedTies(network.selection, options)
}

func countedTies(_ selection: Selection, _ options: ProjectionOptions) -> String {
  let filter = options.ties(for: selection)
  let effective = filter == .all ? selection.ties : filter
  return effective == .partner ? "cooperative, structural" : effective.rawValue
}

extension ClosedRange<Int> {
  /// `3`, or `1–4`.
  var inWords: String {
    lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound)–\(upperBound)"
  }
}
