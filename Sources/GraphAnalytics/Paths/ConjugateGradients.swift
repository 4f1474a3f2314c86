extension RandomWalk {
  /// Brings the scores near the stationary distribution by the method of conjugate gradients, where
  /// arcs lead both ways; returns after how many iterations.
  ///
  /// With x the scores, D the strengths of the vertices and b the jumps, u = x / D solves
  /// (D - damping · A) u = b, whose matrix is symmetric and positive definite. D preconditions it.
  /// The iteration takes about the square root of the steps that Jacobi's takes. Where strengths are
  /// too unequal for its arithmetic it stops early, and the scores are no worse than a guess.
  ///
  /// Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems", 1952.
  func approach(
    _ scores: borrowing Scratch<Double>, jumpingTo jump: borrowing Scratch<Double>,
    damping: Double, tolerance: Double, threads: Int, maximumIterations: Int
  ) throws(GraphError) -> Int {
    let count = rows.vertexCount
    let rest = Scratch<Double>(count, filledWith: 0)
    let direction = Scratch<Double>(count, filledWith: 0)
    let shares = Scratch<Double>(count, filledWith: 0)
    let image = Scratch<Double>(count, filledWith: 0)
    let jumping = guess(scores, jumpingTo: jump, damping: damping)
    for vertex in 0..<count { shares[vertex] = scores[vertex] * inverseStrength[vertex] }
    var (norm, size) = try sums(threads: threads) { range in
      var (norm, size) = (0.0, 0.0)
      for vertex in range where inverseStrength[vertex] > 0 {
        let missing =
          jumping * jump[vertex] - scores[vertex] + damping * pull(shares, into: vertex)
        rest[vertex] = missing
        direction[vertex] = missing
        norm += missing * missing * inverseStrength[vertex]
        size += abs(missing)
      }
      return (norm, size)
    }
    for vertex in 0..<count { shares[vertex] = direction[vertex] * inverseStrength[vertex] }
    var iterations = 0
    while iterations < maximumIterations, size >= tolerance {
      iterations += 1
      let (curvature, _) = try sums(threads: threads) { range in
        var curvature = 0.0
        for vertex in range {
          image[vertex] = direction[vertex] - damping * pull(shares, into: vertex)
          curvature += shares[vertex] * image[vertex]
        }
        return (curvature, 0)
      }
      let length = norm / curvature
      guard length.isFinite, length > 0 else { break }
      let next = try sums(threads: threads) { range in
        var (norm, size) = (0.0, 0.0)
        for vertex in range {
          scores[vertex] += length * direction[vertex]
          let missing = rest[vertex] - length * image[vertex]
          rest[vertex] = missing
          norm += missing * missing * inverseStrength[vertex]
          size += abs(missing)
        }
        return (norm, size)
      }
      let turn = next.0 / norm
      _ = try sums(threads: threads) { range in
        for vertex in range {
          direction[vertex] = rest[vertex] + turn * direction[vertex]
          shares[vertex] = direction[vertex] * inverseStrength[vertex]
        }
        return (0, 0)
      }
      (norm, size) = next
    }
    // What is known of them: near 0 rounding may have gone below.
    for vertex in 0..<count { scores[vertex] = max(scores[vertex], jumping * jump[vertex]) }
    return iterations
  }

  /// Sets the scores to a guess from below or, if the walker jumps everywhere alike, to what they
  /// would be if it never stopped to once it follows edges; returns how often it jumps, with sinks,
  /// from which it always does.
  private func guess(
    _ scores: borrowing Scratch<Double>, jumpingTo jump: borrowing Scratch<Double>, damping: Double
  ) -> Double {
    var isUniform = true
    var strength = 0.0
    var jumpsToSinks = 0.0
    for vertex in 0..<rows.vertexCount {
      let inverse = inverseStrength[vertex]
      if inverse > 0 { strength += 1 / inverse } else { jumpsToSinks += jump[vertex] }
      if jump[vertex] != jump[0] { isUniform = false }
    }
    let jumping = (1 - damping) / (1 - damping * jumpsToSinks)
    // Out of reach of a walker who prefers some vertices the scores stay 0.
    let following = isUniform && strength > 0 ? (1 - jumping) / strength : 0
    for vertex in 0..<rows.vertexCount {
      let inverse = inverseStrength[vertex]
      scores[vertex] = jumping * jump[vertex] + (inverse > 0 ? following / inverse : 0)
    }
    return jumping
  }
}
