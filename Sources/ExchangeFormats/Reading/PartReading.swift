import PartnerModel
import PartnerNetwork

/// What was read of a part of a file, by a thread of its own.
struct PartReading {
  var builder: EvidenceBuilder
  var lineCount: Int
  /// How many edges it holds, where rows are counted by edges and not by lines.
  var edgeCount: Int64?

  /// What all parts of a file say, in its order; `nil` if it has to be read as a whole.
  ///
  /// - Parameter rowCounts: By part: for how many observations there is to be room.
  static func whole(
    _ rowCounts: [Int],
    _ read: @Sendable (Int, ObservationRoom) throws(ExchangeError) -> PartReading
  ) -> EvidenceBuilder? {
    var whole: EvidenceBuilder?
    // All observations are written to where they are to be, or near it.
    let observations = [Observation](
      unsafeUninitializedCapacity: rowCounts.reduce(0, +)
    ) { memory, count in
      whole = memory.baseAddress.flatMap { joined(rowCounts, into: $0, read) }
      count = whole?.roomUsed ?? 0
    }
    whole?.finish(observations)
    return whole
  }

  private static func joined(
    _ rowCounts: [Int], into memory: UnsafeMutablePointer<Observation>,
    _ read: @Sendable (Int, ObservationRoom) throws(ExchangeError) -> PartReading
  ) -> EvidenceBuilder? {
    var rooms: [ObservationRoom] = []
    var used = 0
    for count in rowCounts {
      rooms.append(ObservationRoom(start: memory + used, count: count))
      used += count
    }
    let readings = try? inParallel(rooms.count, threads: rooms.count) {
      [rooms] (number) throws(ExchangeError) in try read(number, rooms[number])
    }
    guard var readings, !readings.contains(where: \.builder.isTooLarge) else { return nil }
    var whole = readings.removeFirst()
    for part in readings {
      whole.builder.append(
        part.builder, after: whole.lineCount, rowCount: whole.edgeCount.map { Int($0) })
      whole.lineCount += part.lineCount
      whole.edgeCount = whole.edgeCount.map { $0 + (part.edgeCount ?? 0) }
    }
    return whole.builder
  }
}
