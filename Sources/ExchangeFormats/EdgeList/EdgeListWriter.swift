import PartnerModel

/// Writes edge lists, one edge a line, with the names of columns that Gephi knows too.
enum EdgeListWriter {
  static func bytes(of graph: ExchangeGraph, delimiter: UInt8) -> [UInt8] {
    var writer = ByteWriter()
    let columns: [String] =
      switch graph.kind {
      case .ties: ["statements", "documents"]
      case .observations: ["status", "document", "story"]
      }
    write(
      ["source", "target", "relation", "weight", "date", "type"] + columns
        + ["source_name", "target_name"], delimiter, &writer)
    for edge in graph.edges {
      let (source, target) = (graph.nodes[edge.source], graph.nodes[edge.target])
      let type = graph.types[edge.type]
      let own: [String] =
        switch graph.kind {
        case .ties: [String(edge.counts.statements), String(edge.counts.documents)]
        case .observations:
          [
            edge.status.rawValue, edge.document?.name ?? "",
            edge.document.map { String($0.story) } ?? "",
          ]
        }
      var weight = ByteWriter()
      weight.write(edge.weight)
      write(
        [
          source.id.rawValue, target.id.rawValue, type.name,
          String(decoding: weight.bytes, as: UTF8.self), edge.date?.description ?? "",
          type.isUndirected ? "Undirected" : "Directed",
        ] + own + [source.name, target.name], delimiter, &writer)
    }
    return writer.bytes
  }

  private static func write(_ cells: [String], _ delimiter: UInt8, _ writer: inout ByteWriter) {
    for (place, cell) in cells.enumerated() {
      if place > 0 { writer.write(String(UnicodeScalar(delimiter))) }
      writer.writeCell(cell, delimiter: delimiter)
    }
    writer.write("\n")
  }
}
