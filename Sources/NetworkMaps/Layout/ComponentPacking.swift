import Graphviz

/// Places the parts of a disconnected network side by side.
///
/// Each part is the set of grid cells that its vertices and edges cover; parts are placed from the
/// largest to the smallest at the free place nearest to the centre, as in Freivalds, Dogrusoz and
/// Kikusts, "Disconnected Graph Layout and the Polyomino Packing Approach" (2002).
struct ComponentPacking {
  struct Part {
    var members: [Int]
    var positions: [Point]
    var edges: [LayoutGraph.Edge]
  }

  private struct Cell: Hashable {
    var x: Int
    var y: Int
  }

  /// The side of a grid cell, in the unit of the positions.
  private let side = 0.5
  private let aspect: Double
  private var taken: Set<Cell> = []

  private init(aspect: Double) { self.aspect = aspect }

  /// The positions of all vertices; parts are given from the largest to the smallest.
  static func pack(_ parts: [Part], vertexCount: Int, aspect: Double) -> [Point] {
    if parts.count == 1 { return parts[0].positions }
    var packing = ComponentPacking(aspect: aspect)
    var result = [Point](repeating: .zero, count: vertexCount)
    let shapes = parts.map { packing.cells(of: $0) }
    let places = packing.placesFromCentre(covering: shapes.reduce(0) { $0 + $1.count })
    var start = (cellCount: -1, place: 0)
    for (part, shape) in zip(parts, shapes) {
      // Where a part of this size did not fit before it will not fit now.
      let first = start.cellCount == shape.count ? start.place : 0
      var found = places.count - 1
      for place in first..<places.count where packing.isFree(shape, at: places[place]) {
        found = place
        break
      }
      start = (shape.count, found)
      let offset = places[found]
      for cell in shape { packing.taken.insert(Cell(x: cell.x + offset.x, y: cell.y + offset.y)) }
      let shift = Point(Double(offset.x) * packing.side, Double(offset.y) * packing.side)
      for (member, position) in zip(part.members, part.positions) {
        result[member] = position + shift
      }
    }
    return result
  }

  private func cell(_ point: Point) -> Cell {
    Cell(x: Int((point.x / side).rounded(.down)), y: Int((point.y / side).rounded(.down)))
  }

  private func cells(of part: Part) -> [Cell] {
    var result: Set<Cell> = []
    func cover(_ point: Point, reach: Int) {
      let middle = cell(point)
      for x in -reach...reach {
        for y in -reach...reach { result.insert(Cell(x: middle.x + x, y: middle.y + y)) }
      }
    }
    for point in part.positions { cover(point, reach: 1) }
    for edge in part.edges {
      let a = part.positions[edge.a]
      let b = part.positions[edge.b]
      let steps = min(200, Int(a.distance(to: b) / side * 2) + 1)
      for step in 0...steps { cover(a + (b - a) * (Double(step) / Double(steps)), reach: 0) }
    }
    return result.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
  }

  private func placesFromCentre(covering cells: Int) -> [Cell] {
    let reach = Int((Double(cells) * 3).squareRoot()) + 4
    let wide = Int(Double(reach) * aspect) + 1
    var places: [(distance: Double, cell: Cell)] = []
    for x in -wide...wide {
      for y in -reach...reach {
        let across = Double(x) / aspect
        places.append((across * across + Double(y * y), Cell(x: x, y: y)))
      }
    }
    places.sort { ($0.distance, $0.cell.x, $0.cell.y) < ($1.distance, $1.cell.x, $1.cell.y) }
    return places.map(\.cell)
  }

  private func isFree(_ shape: [Cell], at offset: Cell) -> Bool {
    shape.allSatisfy { !taken.contains(Cell(x: $0.x + offset.x, y: $0.y + offset.y)) }
  }
}
