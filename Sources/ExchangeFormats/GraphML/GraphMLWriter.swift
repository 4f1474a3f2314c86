import PartnerModel

/// Writes GraphML with every attribute declared under one type, as peers need it.
enum GraphMLWriter {
  static func bytes(of graph: ExchangeGraph) -> [UInt8] {
    var writer = ByteWriter()
    writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.write("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for name in ["name", "kind", "aliases"] { write(key: name, "node", "string", &writer) }
    write(key: "relation", "edge", "string", &writer)
    write(key: "weight", "edge", "double", &writer)
    write(key: "date", "edge", "string", &writer)
    // NetworkX cannot read files whose edges differ in direction, so that theirs is an attribute.
    write(key: "directed", "edge", "boolean", &writer)
    switch graph.kind {
    case .ties:
      write(key: "statements", "edge", "long", &writer)
      write(key: "documents", "edge", "long", &writer)
    case .observations:
      write(key: "status", "edge", "string", &writer)
      write(key: "document", "edge", "string", &writer)
      write(key: "story", "edge", "long", &writer)
    }
    writer.write("<graph edgedefault=\"\(graph.isDirected ? "directed" : "undirected")\">\n")
    for node in graph.nodes {
      writer.write("<node id=\"")
      writer.writeMarkup(node.id.rawValue)
      writer.write("\">")
      write("node_name", node.name, &writer)
      if let kind = node.kind { write("node_kind", kind.rawValue, &writer) }
      if !node.aliases.isEmpty { write("node_aliases", list(node.aliases), &writer) }
      writer.write("</node>\n")
    }
    for edge in graph.edges { write(edge, of: graph, &writer) }
    writer.write("</graph>\n</graphml>\n")
    return writer.bytes
  }

  private static func write(
    _ edge: ExchangeGraph.Edge, of graph: ExchangeGraph, _ writer: inout ByteWriter
  ) {
    writer.write("<edge source=\"")
    writer.writeMarkup(graph.nodes[edge.source].id.rawValue)
    writer.write("\" target=\"")
    writer.writeMarkup(graph.nodes[edge.target].id.rawValue)
    writer.write("\">")
    write("edge_relation", graph.types[edge.type].name, &writer)
    writer.write("<data key=\"edge_weight\">")
    writer.write(edge.weight)
    writer.write("</data>")
    if let date = edge.date { write("edge_date", date.description, &writer) }
    write("edge_directed", String(!graph.types[edge.type].isUndirected), &writer)
    switch graph.kind {
    case .ties:
      write("edge_statements", String(edge.counts.statements), &writer)
      write("edge_documents", String(edge.counts.documents), &writer)
    case .observations:
      write("edge_status", edge.status.rawValue, &writer)
      if let document = edge.document {
        write("edge_document", document.name, &writer)
        write("edge_story", String(document.story), &writer)
      }
    }
    writer.write("</edge>\n")
  }

  private static func write(
    key name: String, _ use: String, _ type: String, _ writer: inout ByteWriter
  ) {
    writer.write("<key id=\"\(use)_\(name)\" for=\"\(use)\"")
    writer.write(" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
  }

  private static func write(_ key: String, _ text: String, _ writer: inout ByteWriter) {
    writer.write("<data key=\"\(key)\">")
    writer.writeMarkup(text)
    writer.write("</data>")
  }

  private static func list(_ texts: [String]) -> String {
    var writer = ByteWriter()
    writer.write("[")
    for (place, text) in texts.enumerated() {
      if place > 0 { writer.write(", ") }
      writer.writeString(text)
    }
    writer.write("]")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
