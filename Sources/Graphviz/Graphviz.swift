import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The one door to libgvc.
///
/// The library keeps global state that even separate contexts share, so one lock guards every call
/// of the process: pictures are drawn one after another, whichever thread asks.
public enum Graphviz {
  /// Made on first use and kept: each new context would leak a little. Only touched under the lock.
  private struct Context: @unchecked Sendable {
    var pointer: OpaquePointer?
  }

  private static let door = Mutex(Context())

  /// The file of a picture. The same drawing gives the same bytes; SVG and DOT do so on every
  /// machine, PNG and PDF depend on its fonts.
  ///
  /// - Throws: `GraphvizError` when the library is not complete or cannot write the format.
  public static func render(
    _ drawing: Drawing, as format: PictureFormat
  ) throws(GraphvizError) -> [UInt8] {
    let bytes = try door.withLock { context throws(GraphvizError) in
      Diagnostics.begin()
      if context.pointer == nil { context.pointer = gvContext() }
      guard let pointer = context.pointer else {
        throw GraphvizError(
          .unavailable, "Graphviz could not be started", messages: Diagnostics.take(),
          remedy: "reinstall the Graphviz libraries")
      }
      return try draw(drawing, as: format, in: pointer)
    }
    return format == .svg ? finishedSVG(bytes, of: drawing) : bytes
  }

  private static func draw(
    _ drawing: Drawing, as format: PictureFormat, in context: OpaquePointer
  ) throws(GraphvizError) -> [UInt8] {
    guard let graph = cgraphviz_open() else { throw refused("made no graph") }
    defer { agclose(graph) }
    guard drawing.write(into: graph, for: format) else { throw refused("took no marks") }
    // Parts of the library draw from the C generator; the same state each time, the same picture.
    srand(1)
    // nop2 keeps the positions it is given and routes nothing, which leaves only drawing.
    guard gvLayout(context, graph, "nop2") == 0 else {
      gvFreeLayout(context, graph)
      throw refused("could not place the marks")
    }
    defer { gvFreeLayout(context, graph) }
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    let status = gvRenderData(context, graph, format.rawValue, &data, &length)
    defer { if let data { gvFreeRenderData(data) } }
    guard status == 0, let data, length > 0 else {
      throw GraphvizError(
        .notWritten, "Graphviz wrote no \(format.rawValue.uppercased())",
        messages: Diagnostics.take(),
        remedy: "install Graphviz with its Cairo and Pango plugins, or choose .svg")
    }
    return Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
  }

  private static func refused(_ detail: String) -> GraphvizError {
    GraphvizError(
      .refused, "Graphviz \(detail)", messages: Diagnostics.take(),
      remedy: "please report the graph that led to this")
  }
}
