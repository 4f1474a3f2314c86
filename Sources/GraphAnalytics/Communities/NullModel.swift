/// What communities are to be good at.
public enum CommunityQuality: String, CaseIterable, Sendable {
  /// More strength within than chance would put there; see ``Graph/modularity(of:resolution:weighted:)``.
  case modularity
  /// The constant Potts model: the average strength between any two members is above the
  /// resolution, that between communities below it. Free of modularity's blindness to small groups.
  case constantPotts
}

/// What the ties within a community are measured against: a penalty times the masses of each two of
/// its members.
struct NullModel: ~Copyable {
  /// The strength of each vertex for modularity, 1 for the constant Potts model.
  let masses: Scratch<Double>
  let penalty: Double
  /// Gains below this are rounding: without it, moves could go in circles.
  let leastGain: Double
  /// A power of two no strength exceeds much.
  let unit: Double

  init(_ rows: some TieRows, quality: CommunityQuality, resolution: Double) {
    masses = Scratch(rows.vertexCount, filledWith: 1)
    var total = 0.0
    for vertex in 0..<rows.vertexCount {
      let strength = rows.strength(vertex)
      total += strength
      if quality == .modularity { masses[vertex] = strength }
    }
    switch quality {
    case .modularity:
      penalty = total > 0 ? resolution / total : 0
      leastGain = 1e-12 * total * max(1, resolution)
    case .constantPotts:
      let count = Double(rows.vertexCount)
      penalty = resolution
      leastGain = 1e-12 * max(total, resolution * count * count)
    }
    unit = total > 0 ? total.binade : 1
  }
}
