import Graphviz

/// From a graph and the room of its vertices to positions in a frame.
struct Arrangement {
  let graph: LayoutGraph
  /// Room of each vertex relative to its position.
  let slots: [Box]
  let frame: Box
  /// How long to look for better positions.
  let effort: SearchEffort

  private struct Candidate {
    var positions: [Point]
    var shrinkage: Double
    var flaws: Double
  }

  /// The best of several starts, by what disturbs a reader.
  func best() -> (positions: [Point], shrinkage: Double) {
    let components = graph.components()
    let parts = components.map { graph.part($0) }
    let layouts = parts.map { StressLayout($0) }
    var candidates = (0..<effort.starts).map { start in
      let packed = zip(components, zip(parts, layouts)).map { members, pair in
        ComponentPacking.Part(
          members: members,
          positions: turned(pair.1.positions(seed: UInt64(start) &* 0x9E37_79B9)),
          edges: pair.0.edges)
      }
      return arranged(packed)
    }
    candidates.sort { $0.flaws < $1.flaws }
    candidates = candidates.prefix(max(effort.refined, 1)).map { refined($0) }
    let best = candidates.min { $0.flaws < $1.flaws }
    return (best?.positions ?? [], best?.shrinkage ?? 1)
  }

  private func arranged(_ parts: [ComponentPacking.Part]) -> Candidate {
    var positions = ComponentPacking.pack(
      parts, vertexCount: graph.vertexCount, aspect: frame.width / frame.height)
    fit(&positions)
    spread(&positions)
    let shrinkage = removeOverlaps(&positions)
    return Candidate(
      positions: positions, shrinkage: shrinkage,
      flaws: effort.starts == 1 ? 0 : flaws(positions) + (1 - shrinkage) * 1000)
  }

  private func refined(_ candidate: Candidate) -> Candidate {
    guard effort.trials > 0 && candidate.shrinkage == 1 else { return candidate }
    var result = candidate
    Refinement(graph: graph, slots: slots, frame: frame, gap: gap)
      .run(&result.positions, trials: effort.trials)
    result.flaws = flaws(result.positions)
    return result
  }

  /// Free space between slots.
  private var gap: Double {
    graph.vertexCount <= 60 ? 26 : graph.vertexCount <= 500 ? 8 : 3
  }

  private func removeOverlaps(_ positions: inout [Point]) -> Double {
    var removal = OverlapRemoval(slots: slots, frame: frame, gap: gap)
    if graph.vertexCount <= 120 && graph.edges.count <= 500 { removal.edges = graph.edges }
    removal.run(&positions)
    return removal.shrinkage
  }

  /// Turned so that the bounding box is as wide for its height as the frame, or wider.
  private func turned(_ positions: [Point]) -> [Point] {
    guard positions.count > 1 else { return positions }
    let aspect = frame.width / frame.height
    var best: (fault: Double, positions: [Point]) = (.infinity, positions)
    for (cosine, sine) in Self.directions {
      let candidate = positions.map {
        Point($0.x * cosine - $0.y * sine, $0.x * sine + $0.y * cosine)
      }
      let box = bounds(candidate)
      let ratio = (box.width + 0.5) / (box.height + 0.5) / aspect
      let fault = max(ratio, 1 / ratio)
      if fault < best.fault - 1e-9 { best = (fault, candidate) }
    }
    let centre = bounds(best.positions).centre
    return best.positions.map { $0 - centre }
  }

  /// Cosine and sine of 0, 15... 165 degrees, as literals for the same digits everywhere.
  private static let directions: [(Double, Double)] = {
    let first = [
      (1.0, 0.0), (0.965926, 0.258819), (0.866025, 0.5), (0.707107, 0.707107), (0.5, 0.866025),
      (0.258819, 0.965926),
    ]
    return first + first.map { (-$0.1, $0.0) }
  }()

  private func bounds(_ positions: [Point]) -> Box {
    guard let first = positions.first else { return frame }
    var box = Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    for point in positions {
      box.left = min(box.left, point.x)
      box.right = max(box.right, point.x)
      box.top = min(box.top, point.y)
      box.bottom = max(box.bottom, point.y)
    }
    return box
  }

  /// Scaled into the frame; the axes may be stretched differently, but not by much.
  private func fit(_ positions: inout [Point]) {
    let box = bounds(positions)
    let margin = slots.reduce((x: 0.0, y: 0.0)) {
      (max($0.x, $1.width), max($0.y, $1.height))
    }
    let wide = max(frame.width - margin.x, frame.width / 2) / max(box.width, 1e-6)
    let high = max(frame.height - margin.y, frame.height / 2) / max(box.height, 1e-6)
    let tolerance = 1.45
    let longest = 170.0
    let x = min(wide, high * tolerance, longest)
    let y = min(high, wide * tolerance, longest)
    let centre = box.centre
    positions = positions.map {
      Point(($0.x - centre.x) * x, ($0.y - centre.y) * y) + frame.centre
    }
  }

  /// Thins out crowds: what matters between many is who is near whom, not how near.
  ///
  /// First each coordinate moves towards its rank, then those that stand closer than an even
  /// spread would allow push each other away.
  private func spread(_ positions: inout [Point]) {
    let count = positions.count
    guard count > 60 else { return }
    let share = count <= 320 ? 0.2 : 0.65
    for axis in [\Point.x, \Point.y] {
      let order = positions.indices.sorted {
        (positions[$0][keyPath: axis], $0) < (positions[$1][keyPath: axis], $1)
      }
      let low = positions[order[0]][keyPath: axis]
      let high = positions[order[count - 1]][keyPath: axis]
      for (rank, vertex) in order.enumerated() {
        let even = low + (high - low) * Double(rank) / Double(count - 1)
        positions[vertex][keyPath: axis] += (even - positions[vertex][keyPath: axis]) * share
      }
    }
    let distance = 0.8 * (frame.width * frame.height / Double(count)).squareRoot()
    for _ in 0..<40 { pushApart(&positions, distance: distance) }
  }

  private func pushApart(_ positions: inout [Point], distance: Double) {
    var index = SpatialIndex(area: frame, cell: distance)
    let dot = Box(left: 0, top: 0, right: 0, bottom: 0)
    for point in positions { index.insert(dot.moved(by: point)) }
    for a in positions.indices {
      index.visit(near: index.boxes[a].grown(by: distance)) { b in
        guard b > a else { return true }
        let offset = positions[a] - positions[b]
        let length = offset.length
        guard length < distance, length > 1e-9 else { return true }
        let push = offset * ((distance - length) / length * 0.25)
        positions[a] += push
        positions[b] -= push
        return true
      }
      positions[a].x = min(max(positions[a].x, frame.left), frame.right)
      positions[a].y = min(max(positions[a].y, frame.top), frame.bottom)
    }
  }

  /// Crossings of lines, and vertices on lines that are not theirs, which confuse more.
  private func flaws(_ positions: [Point]) -> Double {
    guard graph.edges.count <= 2_000 else { return 0 }
    var total = 0.0
    let ends = graph.edges.map { (positions[$0.a], positions[$0.b]) }
    let boxes = positions.indices.map { slots[$0].moved(by: positions[$0]).grown(by: 8) }
    for (number, edge) in graph.edges.enumerated() {
      let (a, b) = ends[number]
      for other in 0..<number {
        let e = graph.edges[other]
        if e.a == edge.a || e.a == edge.b || e.b == edge.a || e.b == edge.b { continue }
        if segmentsCross(a, b, ends[other].0, ends[other].1) { total += 1 }
      }
      for vertex in positions.indices where vertex != edge.a && vertex != edge.b {
        if boxes[vertex].meets(from: a, to: b) { total += 6 }
      }
      total += a.distance(to: b) / 400
    }
    return total
  }
}
