import ExchangeFormats
import Graphviz
import NetworkMaps
import PartnerModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The file that keeps the places of entities from one run to the next.
struct PlacesKeeper {
  private let path: String
  private let places: [PlacesFile.Place]

  /// Reads the file if there is one.
  init(path: String) throws {
    self.path = path
    places =
      FileManager.default.fileExists(atPath: path)
      ? try PlacesFile.read(path, across: MapLayout.across, down: MapLayout.down) : []
  }

  /// Where entities stand.
  var points: [EntityID: Point] {
    Dictionary(places.map { ($0.id, Point($0.x, $0.y)) }) { first, _ in first }
  }

  /// Writes all places, those of who does not occur as well.
  func write(_ layout: MapLayout, names entities: [Entity]) throws {
    var names = Dictionary(places.map { ($0.id, $0.name) }) { first, _ in first }
    for entity in entities { names[entity.id] = entity.name }
    let points = layout.positions.merging(layout.remembered) { drawn, _ in drawn }
    let kept = points.sorted { $0.key < $1.key }.map { id, point in
      PlacesFile.Place(id: id, x: point.x, y: point.y, name: names[id] ?? "")
    }
    try AtomicFile.write(PlacesFile.bytes(of: kept), to: path)
  }
}
