import Graphviz

/// The file formats of a map.
public enum MapFormat: String, CaseIterable, Sendable {
  /// Vector graphics for screens and print, with tooltips, ids and classes.
  case svg
  /// A bitmap of 144 dots an inch.
  case png
  /// Vector graphics for print.
  case pdf
  /// The drawing as Graphviz source with fixed positions, for `neato -n2`.
  case dot

  /// The format of a file name, by its ending.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."),
      let format = MapFormat(rawValue: path[path.index(after: dot)...].lowercased())
    else { return nil }
    self = format
  }

  var picture: PictureFormat {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot: .dot
    }
  }
}

extension Drawing {
  func render(as format: MapFormat) throws(MapError) -> [UInt8] {
    do throws(GraphvizError) { return try Graphviz.render(self, as: format.picture) } catch {
      throw MapError(error)
    }
  }
}
