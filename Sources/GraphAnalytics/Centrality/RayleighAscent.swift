extension AdjacencyProduct {
  /// Brings a vector of length 1 near the dominant eigenvector of a symmetric graph; returns after how
  /// many products.
  ///
  /// Each step takes the best vector in the space of the present one, of what it misses to be an
  /// eigenvector, and of the direction of the step before (the locally optimal method of Knyazev,
  /// "Toward the optimal preconditioned eigensolver", 2001).
  func ascend(
    _ vector: borrowing Scratch<Double>, tolerance: Double, maximumIterations: Int
  ) throws(GraphError) -> Int {
    let count = vector.count
    let image = Scratch<Double>(count, filledWith: 0)
    let missing = Scratch<Double>(count, filledWith: 0)
    let missingImage = Scratch<Double>(count, filledWith: 0)
    let step = Scratch<Double>(count, filledWith: 0)
    let stepImage = Scratch<Double>(count, filledWith: 0)
    try multiply(vector, into: image)
    var value = 0.0
    for vertex in 0..<count { value += vector[vertex] * image[vertex] }
    // The square of the length of what is missing, and how much of it lies along the last step.
    var (square, along) = (0.0, 0.0)
    for vertex in 0..<count {
      let rest = image[vertex] - value * vector[vertex]
      missing[vertex] = rest
      square += rest * rest
    }
    var products = 1
    while square.squareRoot() > tolerance * value, products < maximumIterations {
      let length = max(square - along * along, 0).squareRoot()
      guard length > 1e-6 * square.squareRoot() else { break }
      // In place: what is left at a right angle to the step, of length 1.
      for vertex in 0..<count {
        missing[vertex] = (missing[vertex] - along * step[vertex]) / length
      }
      try multiply(missing, into: missingImage)
      products += 1
      var (own, cross, old) = (0.0, 0.0, 0.0)
      for vertex in 0..<count {
        own += missing[vertex] * missingImage[vertex]
        cross += step[vertex] * missingImage[vertex]
        old += step[vertex] * stepImage[vertex]
      }
      let best = SymmetricMatrix(
        diagonal: SIMD3(value, own, old), off: SIMD3(length, along, cross)
      ).dominantEigenvector
      let (x, r, p) = (best.vector.x, best.vector.y, best.vector.z)
      // The step, at a right angle to the new vector.
      let turn = r * r + p * p
      guard turn > 0, turn.isFinite else { break }
      let direction = SIMD3(-turn * x, r - turn * r, p - turn * p)
      let unit = direction / (direction * direction).sum().squareRoot()
      value = best.value
      (square, along) = (0, 0)
      for vertex in 0..<count {
        let (v, m, s) = (vector[vertex], missing[vertex], step[vertex])
        let (vi, mi, si) = (image[vertex], missingImage[vertex], stepImage[vertex])
        let next = x * v + r * m + p * s
        let nextImage = x * vi + r * mi + p * si
        let nextStep = unit.x * v + unit.y * m + unit.z * s
        vector[vertex] = next
        image[vertex] = nextImage
        step[vertex] = nextStep
        stepImage[vertex] = unit.x * vi + unit.y * mi + unit.z * si
        let rest = nextImage - value * next
        missing[vertex] = rest
        square += rest * rest
        along += rest * nextStep
      }
    }
    // The dominant eigenvector is not negative; rounding may have gone below 0.
    for vertex in 0..<count { vector[vertex] = max(vector[vertex], 0) }
    return products
  }
}
