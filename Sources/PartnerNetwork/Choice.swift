/// The case of a name, or an error that says what there is to choose from.
func chosen<Choice: RawRepresentable & CaseIterable>(
  _ name: String, what: String, code: NetworkError.Code
) throws(NetworkError) -> Choice where Choice.RawValue == String {
  let folded = name.lowercased()
  if let choice = Choice.allCases.first(where: { $0.rawValue == folded }) { return choice }
  let names = Choice.allCases.map(\.rawValue)
  let close = closest(to: folded, among: names, limit: 1).first
  throw NetworkError(
    code, detail: "there is no \(what) '\(shown(name))'",
    remedy: (close.map { "did you mean '\($0)'? " } ?? "")
      + "there are: \(names.joined(separator: ", "))")
}
