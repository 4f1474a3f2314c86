import Graphviz
import PartnerModel
import PartnerNetwork
import Testing

@testable import NetworkMaps

@Suite struct SeriesTests {
  private let evidence = Samples.evidence(24, seed: 5)

  private func members(_ evidence: EvidenceSet) -> [MapSeries.Member] {
    (2012...2015).map { year in
      MapSeries.Member(Network(evidence, selection: Selection(period: Period("\(year)"))))
    }
  }

  private func numbers(_ centre: String) -> [Double] {
    centre.split(separator: ",").compactMap { Double($0) }
  }

  @Test func everybodyKeepsOnePlaceInAllPicturesAndOnTheSheet() throws {
    let layout = MapLayout.quick(Network(evidence))
    let series = MapSeries(members(evidence), layout: layout)
    let whole = try #require(
      MapReader.read(try NetworkMap(Network(evidence), layout: layout).render(as: .svg)))
    let sheet = try #require(MapReader.read(try series.renderSheet(as: .svg)))
    let grid = SheetGrid(count: 4)
    var compared = 0
    for (number, map) in series.maps.enumerated() {
      let bytes = try map.render(as: .svg)
      #expect(String(decoding: bytes, as: UTF8.self).contains("viewBox=\"0 0 1200 900\""))
      let picture = try #require(MapReader.read(bytes))
      for (id, centre) in picture.centres {
        #expect(whole.centres[id] == centre)
        let place = numbers(centre)
        // The picture counts from the lower edge, as Graphviz does.
        let viewport = grid.panel(number)
        let expected = viewport.place(Point(place[0], place[1] + Frame.height))
        let panel = try #require(sheet.centres["\(id)-in-\(2012 + number)"].map(numbers))
        #expect(abs(panel[0] - expected.x) < 0.1)
        #expect(abs(panel[1] + grid.height - expected.y) < 0.1)
        compared += 1
      }
    }
    #expect(compared > 20)
    #expect(Set(sheet.identifiers).count == sheet.identifiers.count)
  }

  /// The same score has the same size in every period, and the same weight the same width.
  @Test func scalesAreCommon() throws {
    var members = members(evidence)
    let id = evidence.entities[0].id
    for number in members.indices {
      members[number].scores = [id: Double(number + 1)]
    }
    let layout = MapLayout.quick(Network(evidence))
    let series = MapSeries(members, layout: layout)
    let texts = try series.maps.map { String(decoding: try $0.render(as: .svg), as: UTF8.self) }
    // The legend of each shows the highest score of all.
    for text in texts { #expect(text.contains(">4</text>")) }
    let alone = MapSeries([members[0]], layout: layout)
    let text = String(decoding: try alone.maps[0].render(as: .svg), as: UTF8.self)
    #expect(text != texts[0])
  }

  @Test func emptyPeriodsAndHostileNamesAreDrawn() throws {
    let hostile = Samples.evidence(12, seed: 3, names: Samples.hostileNames)
    let none = MapSeries.Member(Network(hostile, selection: Selection(period: Period("1990"))))
    let layout = MapLayout.quick(Network(hostile))
    for count in [0, 1, 2, 5, 40] {
      let list = Array(repeating: none, count: count) + members(hostile)
      let series = MapSeries(list, layout: layout)
      #expect(series.maps.count == min(count + 4, MapSeries.limit))
      let bytes = try series.renderSheet(as: .svg)
      #expect(MapReader.read(bytes) != nil)
      #expect(try series.renderSheet(as: .svg) == bytes)
      #expect(String(decoding: bytes, as: UTF8.self).contains("No ties in 1990") == (count > 0))
    }
    let nothing = MapSeries([], layout: layout)
    #expect(MapReader.read(try nothing.renderSheet(as: .svg)) != nil)
  }

  /// Panels lie on the canvas, apart from each other and from the legend.
  @Test(arguments: 1...MapSeries.limit) func panelsKeepApart(count: Int) {
    let grid = SheetGrid(count: count)
    let canvas = Box(left: 0, top: 0, right: grid.width, bottom: grid.height)
    var boxes = [grid.legend]
    for number in 0..<count {
      var box = grid.panel(number).frame.grown(by: 4)
      box.top -= SheetGrid.heading
      #expect(canvas.contains(box) && !boxes.contains { $0.overlaps(box) })
      boxes.append(box)
    }
  }
}

@Suite struct KeptPlacesTests {
  @Test func placesComeBackTheSame() {
    let network = Network(Samples.evidence(12, seed: 3))
    let first = MapLayout(of: [network], keeping: [:])
    let second = MapLayout(of: [network], keeping: first.positions)
    #expect(second.positions == first.positions && second.rooms == first.rooms)
    for point in first.positions.values {
      #expect(MapLayout.across.contains(point.x) && MapLayout.down.contains(point.y))
      #expect((point.x * 100).rounded() / 100 == point.x)
    }
  }

  @Test func newcomersStandNearPartnersWhereThereIsRoomAndNobodyMoves() throws {
    let small = Network(Samples.evidence(20, seed: 3))
    let large = Network(Samples.evidence(32, seed: 3))
    let first = MapLayout.quick(small)
    let kept = first.positions.mapValues { Point($0.x.rounded(), $0.y.rounded()) }
    let layout = MapLayout(of: [large], keeping: kept)
    #expect(layout.positions.count == 32)
    for (id, point) in kept { #expect(layout.positions[id] == point) }
    let strengths = large.strengths()
    var boxes: [(id: EntityID, box: Box)] = []
    for place in large.drawnEntities() {
      let entity = large.entities[place]
      let point = try #require(layout.positions[entity.id])
      let shape = layout.shape(entity, score: strengths[place], maximum: strengths.max() ?? 0)
      boxes.append((entity.id, shape.box(at: point)))
    }
    for (number, one) in boxes.enumerated() where kept[one.id] == nil {
      #expect(!boxes[..<number].contains { $0.box.overlaps(one.box) })
    }
  }

  /// Who does not occur for now keeps the place, and nobody else takes it.
  @Test func theAbsentAreRemembered() {
    let whole = MapLayout.quick(Network(Samples.evidence(20, seed: 3)))
    let part = Network(Samples.evidence(14, seed: 3))
    let layout = MapLayout(of: [part], keeping: whole.positions)
    #expect(layout.positions.count == 14 && layout.remembered.count == 6)
    for (id, point) in whole.positions {
      #expect((layout.positions[id] ?? layout.remembered[id])?.distance(to: point) ?? 99 < 0.01)
    }
    let back = layout.adding([Network(Samples.evidence(20, seed: 3))])
    for (id, point) in layout.remembered { #expect(back.positions[id] == point) }
  }

  /// Places by hand may lie on top of each other or on the edge.
  @Test func anyPlacesCanBeKept() throws {
    let network = Network(Samples.evidence(15, seed: 8))
    for point in [Point(26, 84), Point(972, 874), Point(500, 400)] {
      let places = Dictionary(uniqueKeysWithValues: network.entities.map { ($0.id, point) })
      let layout = MapLayout(of: [network], keeping: places)
      #expect(layout.positions == places)
      #expect(MapReader.read(try NetworkMap(network, layout: layout).render(as: .svg)) != nil)
    }
  }
}
