/// A symmetric matrix of three rows and columns.
struct SymmetricMatrix {
  let diagonal: SIMD3<Double>
  /// The places 1-2, 1-3 and 2-3.
  let off: SIMD3<Double>

  /// The greatest eigenvalue and its vector, of length 1 and with a first entry not below 0 (Jacobi's
  /// rotations).
  var dominantEigenvector: (value: Double, vector: SIMD3<Double>) {
    var rows = [
      SIMD3(diagonal.x, off.x, off.y), SIMD3(off.x, diagonal.y, off.z),
      SIMD3(off.y, off.z, diagonal.z),
    ]
    var vectors = [SIMD3(1.0, 0, 0), SIMD3(0, 1, 0), SIMD3(0, 0, 1)]
    for _ in 0..<12 {
      for (one, other) in [(0, 1), (0, 2), (1, 2)] where rows[one][other] != 0 {
        let ratio = (rows[other][other] - rows[one][one]) / (2 * rows[one][other])
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for row in 0..<3 {
          let (a, b) = (rows[row][one], rows[row][other])
          rows[row][one] = cosine * a - sine * b
          rows[row][other] = sine * a + cosine * b
        }
        (rows[one], rows[other]) = (
          cosine * rows[one] - sine * rows[other], sine * rows[one] + cosine * rows[other]
        )
        (vectors[one], vectors[other]) = (
          cosine * vectors[one] - sine * vectors[other],
          sine * vectors[one] + cosine * vectors[other]
        )
      }
    }
    let greatest = (0..<3).max { rows[$0][$0] < rows[$1][$1] } ?? 0
    let vector = vectors[greatest]
    return (rows[greatest][greatest], vector.x < 0 ? -vector : vector)
  }
}
