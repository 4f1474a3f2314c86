import PartnerModel

/// Writes node-link JSON, a node or an edge a line.
enum NodeLinkWriter {
  static func bytes(of graph: ExchangeGraph) -> [UInt8] {
    var writer = ByteWriter()
    let isDirected = graph.isDirected
    writer.write("{\"directed\": \(isDirected), \"multigraph\": true, \"graph\": {},\n\"nodes\": [")
    for (place, node) in graph.nodes.enumerated() {
      writer.write(place == 0 ? "\n" : ",\n")
      write(node, &writer)
    }
    writer.write("\n],\n\"edges\": [")
    for (place, edge) in graph.edges.enumerated() {
      writer.write(place == 0 ? "\n" : ",\n")
      write(edge, of: graph, isDirected: isDirected, &writer)
    }
    writer.write("\n]}\n")
    return writer.bytes
  }

  private static func write(_ node: Entity, _ writer: inout ByteWriter) {
    write("{", "id", node.id.rawValue, &writer)
    write(", ", "name", node.name, &writer)
    if let kind = node.kind { write(", ", "kind", kind.rawValue, &writer) }
    if !node.aliases.isEmpty {
      writer.write(", \"aliases\": [")
      for (place, alias) in node.aliases.enumerated() {
        if place > 0 { writer.write(", ") }
        writer.writeString(alias)
      }
      writer.write("]")
    }
    writer.write("}")
  }

  private static func write(
    _ edge: ExchangeGraph.Edge, of graph: ExchangeGraph, isDirected: Bool,
    _ writer: inout ByteWriter
  ) {
    let type = graph.types[edge.type]
    write("{", "source", graph.nodes[edge.source].id.rawValue, &writer)
    write(", ", "target", graph.nodes[edge.target].id.rawValue, &writer)
    write(", ", "relation", type.name, &writer)
    writer.write(", \"weight\": ")
    writer.write(edge.weight)
    if let date = edge.date { write(", ", "date", date.description, &writer) }
    if isDirected && type.isUndirected { writer.write(", \"directed\": false") }
    switch graph.kind {
    case .ties:
      writer.write(", \"statements\": \(edge.counts.statements)")
      writer.write(", \"documents\": \(edge.counts.documents)")
    case .observations:
      write(", ", "status", edge.status.rawValue, &writer)
      if let document = edge.document {
        write(", ", "document", document.name, &writer)
        writer.write(", \"story\": \(document.story)")
      }
    }
    writer.write("}")
  }

  private static func write(
    _ before: String, _ key: String, _ value: String, _ writer: inout ByteWriter
  ) {
    writer.write(before)
    writer.writeString(key)
    writer.write(": ")
    writer.writeString(value)
  }
}
