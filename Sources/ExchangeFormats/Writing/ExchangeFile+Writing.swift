import PartnerModel
import PartnerNetwork

extension ExchangeFile {
  /// Writes the ties of a network, one edge a tie, in the format of the path's ending.
  public static func write(_ network: Network, to path: String) throws(ExchangeError) {
    let format = try ExchangeFormat(path: path)
    try AtomicFile.write(bytes(of: network, as: format), to: path)
  }

  /// Writes evidence, one edge an observation with its own date, status and document, so that
  /// periods can be told apart when it is read again.
  public static func write(_ evidence: EvidenceSet, to path: String) throws(ExchangeError) {
    let format = try ExchangeFormat(path: path)
    try AtomicFile.write(bytes(of: evidence, as: format), to: path)
  }

  /// The bytes of a file with the ties of a network.
  public static func bytes(of network: Network, as format: ExchangeFormat) -> [UInt8] {
    bytes(of: ExchangeGraph(network), as: format)
  }

  /// The bytes of a file with the observations of evidence.
  public static func bytes(of evidence: EvidenceSet, as format: ExchangeFormat) -> [UInt8] {
    bytes(of: ExchangeGraph(evidence), as: format)
  }

  private static func bytes(of graph: ExchangeGraph, as format: ExchangeFormat) -> [UInt8] {
    switch format {
    case .csv: EdgeListWriter.bytes(of: graph, delimiter: UInt8(ascii: ","))
    case .tsv: EdgeListWriter.bytes(of: graph, delimiter: 9)
    case .json: NodeLinkWriter.bytes(of: graph)
    case .graphml: GraphMLWriter.bytes(of: graph)
    }
  }
}
