import Foundation
import PartnerModel
import PartnerNetwork
import Testing

@testable import Graphviz
@testable import NetworkMaps

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The chart of ranks over time.
struct RankChartTests {
  /// Ties of random strength between some of `count` entities in each of some years.
  private func trajectory(
    _ count: Int, years: Int, seed: UInt64, name: (Int) -> String = { "Entity \($0)" }
  ) throws -> RankTrajectory {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var evidence = EvidenceSet(
      entities: (0..<count).map {
        Entity(id: EntityID(rawValue: "e\($0)"), kind: .country, name: name($0))
      },
      relations: [TieType(.transfer)], documents: [], observations: [])
    for year in 0..<years {
      for _ in 0..<count {
        evidence.observations.append(
          Observation(
            source: Int32(next(count)), target: Int32(next(count)), relation: 0,
            weight: Double(1 + next(9)), date: PartialDate("\(2001 + year)"), document: -1,
            row: Int64(evidence.observations.count)))
      }
    }
    let periods = (0..<years).compactMap { Period("\(2001 + $0)") }
    return try RankTrajectory(of: evidence, over: periods, by: [.strength])
  }

  private func drawing(_ trajectory: RankTrajectory, count: Int) -> Drawing {
    RankChartComposer(trajectory, measure: 0, count: count)
      .drawing(title: "Title", subtitle: "Subtitle")
  }

  /// The box of every text, by the widths of the table.
  private func boxes(_ drawing: Drawing) -> [(text: String, box: Box)] {
    drawing.shapes.compactMap { shape in
      guard let label = shape.label, let line = label.lines.first else { return nil }
      let width = AdvanceWidths.width(of: line, size: label.size, isBold: label.isBold)
      let left =
        label.alignment == .leading
        ? shape.centre.x - shape.width / 2 : shape.centre.x - width / 2
      // Capitals and figures, whose height is what is seen.
      return (
        line.value,
        Box(
          left: left, top: shape.centre.y - 0.36 * label.size, right: left + width,
          bottom: shape.centre.y + 0.36 * label.size)
      )
    }
  }

  @Test(
    "No two texts overlap, and all are on the canvas",
    arguments: [(5, 2), (12, 3), (40, 8), (60, 20), (3, 1)])
  func texts(count: Int, years: Int) throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let trajectory = try trajectory(count, years: years, seed: seed) {
        $0 % 5 == 0 ? "An organisation with an uncommonly long name \($0)" : "Entity \($0)"
      }
      let drawing = drawing(trajectory, count: 20)
      let boxes = boxes(drawing)
      #expect(boxes.count > years)
      for (place, one) in boxes.enumerated() {
        #expect(one.box.left >= 0 && one.box.right <= drawing.width, "\(one.text)")
        #expect(one.box.top >= 0 && one.box.bottom <= drawing.height)
        for other in boxes[..<place] {
          let apart =
            one.box.right <= other.box.left || other.box.right <= one.box.left
            || one.box.bottom <= other.box.top || other.box.bottom <= one.box.top
          #expect(apart, "\(one.text) on \(other.text)")
        }
      }
    }
  }

  @Test("In each column ranks rise from top to bottom, each with its own place")
  func order() throws {
    let series = RankSeries.leading(
      try trajectory(30, years: 6, seed: 3), measure: 0, count: 12)
    #expect(series.count == 12)
    for period in 0..<6 {
      let stops = series.flatMap(\.stops).filter { $0.period == period }
        .sorted { $0.row < $1.row }
      #expect(stops.map(\.row) == Array(0..<stops.count))
      #expect(zip(stops, stops.dropFirst()).allSatisfy { $0.rank <= $1.rank })
    }
    // Who ranks once has no line.
    #expect(series.allSatisfy { $0.stops.count > 1 })
    #expect(Set(series.map(\.look)).count == 12)
  }

  @Test("Two dozen looks are different, and their figures legible")
  func looks() {
    #expect(Set((0..<24).map(SeriesLook.init)).count == 24)
    func luminance(_ colour: Colour) -> Double {
      func linear(_ shift: UInt32) -> Double {
        let channel = Double(colour.value >> shift & 255) / 255
        return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
    }
    // WCAG 2.2, 1.4.3: white figures of small size want 4.5:1.
    for colour in SeriesLook.colours { #expect(1.05 / (luminance(colour) + 0.05) >= 4.5) }
  }

  @Test("Hostile names stay text, and nobody at all is said to be nobody")
  func hostile() throws {
    let attack = "</title><script>alert(1)</script>\u{202E}\u{0}\" onload=\"x"
    let chart = RankChart(
      try trajectory(4, years: 3, seed: 2) { attack + "\($0)" }, title: attack, subtitle: attack)
    let bytes = try chart.render(as: .svg)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(XMLParser(data: Data(bytes)).parse())
    #expect(!text.contains("<script") && !text.contains("\u{202E}"))
    #expect(try chart.render(as: .svg) == bytes)
    let empty = RankChart(
      try RankTrajectory(of: EvidenceSet(), over: [], by: [.degree]), title: "T", subtitle: "S")
    #expect(
      String(decoding: try empty.render(as: .svg), as: UTF8.self)
        .contains("Nobody has a rank in these periods."))
    for format in MapFormat.allCases { #expect(!(try empty.render(as: format)).isEmpty) }
  }
}
