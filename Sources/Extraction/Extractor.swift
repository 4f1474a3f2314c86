import Documents
import Language
import LanguageData
import PartnerModel

/// Reads documents: who is mentioned, and what is claimed of them.
///
/// Layers, each a file of its own: names (tables and shapes), entities (one per partner and
/// document), titles, coreference, frames on dependency trees, status and dates of what they claim.
public struct Extractor: Sendable {
  private let lexicon: Lexicon
  private let language: LanguageModel

  /// A reader with the weights built into the binary.
  ///
  /// - Parameter lexicon: what it knows of names; the tables built into the binary unless given.
  public init(lexicon: Lexicon = .standard) throws(LanguageError) {
    let model = language_model()
    language = try LanguageModel(
      bytes: UnsafeRawBufferPointer(start: model.bytes, count: model.count))
    self.lexicon = lexicon
  }

  /// The entities and statements of a document, with places in its decoded file.
  ///
  /// - Parameters:
  ///   - document: a document as read.
  ///   - story: the number of the story it reports.
  /// - Complexity: linear in the length of the document.
  public func analyse(_ document: Document, story: Int = 0) -> AnalysedDocument {
    assembly(document, story: story).analysedDocument()
  }

  /// Everything that the layers make of a document.
  func assembly(_ document: Document, story: Int) -> Assembly {
    let lexicon = lexicon.forDocument(document.name)
    var sentences: [SentenceView] = []
    var settings: [Analysis.Setting] = []
    var headings: Set<Int> = []
    var persons: Set<Int> = []
    var labels: [(sentence: Int, label: Int)] = []
    var topics: [(sentence: Int, label: Int)] = []
    var origins: [MappedText] = []
    var items: [Int: [Int]] = [:]
    var opener: Int?

    func read(_ text: MappedText, _ kind: Passage.Kind) {
      let bytes = Array(text.text.utf8)
      let passage = origins.count
      origins.append(text)
      let label = ItemLabel.end(in: bytes)
      var labelSentence: Int?
      for sentence in self.sentences(of: bytes, label: label) {
        if let label, sentence.range.upperBound <= label {
          labelSentence = sentences.count
        } else if let labelSentence {
          topics.append((sentences.count, labelSentence))
        }
        if kind == .heading { headings.insert(sentences.count) }
        if kind == .persons { persons.insert(sentences.count) }
        sentences.append(SentenceView(sentence, in: bytes, passage: passage))
        settings.append(Analysis.Setting(isHeading: kind == .heading))
      }
    }

    for passage in document.passages {
      var label: Int?
      if passage.opensTurn, let speaker = passage.speakerLabel {
        label = sentences.count
        read(speaker, .paragraph)
      }
      let first = sentences.count
      read(passage.body, passage.kind)
      if passage.kind == .listItem, let opener, first < sentences.count {
        items[opener, default: []].append(first)
      } else {
        let last = sentences.indices.last.flatMap { $0 >= first ? $0 : nil }
        opener = last.flatMap { sentences[$0].forms.last == ":" ? $0 : nil }
      }
      if passage.speakerLabel != nil {
        let turn = label ?? labels.last?.label
        if let turn { for sentence in first..<sentences.count { labels.append((sentence, turn)) } }
      }
    }

    var finder = MentionFinder(
      lexicon: lexicon, sentences: sentences, headings: headings, listedPersons: persons)
    finder.run()
    var analysis = Analysis(
      lexicon: lexicon, sentences: sentences, settings: settings, entities: finder.entities,
      mentions: finder.mentions, inner: finder.inner)
    for (sentence, label) in topics {
      analysis.setTopic(analysis.mentions[label].flatMap(\.entities), of: sentence)
    }
    analysis.items = items
    TitleBinder.bind(&analysis)
    Speakers.assign(labels, in: &analysis)
    Coreference.resolve(&analysis)
    // Once more for "its chairman, X": now the pronouns are known.
    TitleBinder.bind(&analysis)
    var open: [ImpliedRecipient.OpenTransfer] = []
    var deals: [ImpliedParties.OpenDeal] = []
    for sentence in sentences.indices where !persons.contains(sentence) {
      let view = sentences[sentence]
      let structure = StructureFinder(analysis, sentence: sentence).claims()
      for claim in structure { analysis.add(claim) }
      // One member said on the side of what a bloc does has no part in it.
      let members = structure.filter { $0.relation == .memberOf }.map(\.source)
      if members.count > 1 || structure.contains(where: { $0.rule == "members listed" }) { analysis.membersListed[sentence] = members }
      // What finds them is gone when the claims are added, which would have to copy all claims made
      // so far while it still held the analysis.
      let events = FrameMatcher(analysis, sentence: sentence).events()
      guard
        !events.openTransfers.isEmpty || !events.openDeals.isEmpty || !events.claims.isEmpty
      else { continue }
      let dates = EventDates(view: view, documentDate: document.date)
      let expressions = dates.expressions()
      for (trigger, transfer) in events.openTransfers {
        var transfer = transfer
        transfer.date = dates.date(of: trigger, among: expressions)
        open.append(transfer)
      }
      for (trigger, deal) in events.openDeals {
        var deal = deal
        deal.date = dates.date(of: trigger, among: expressions)
        deals.append(deal)
      }
      for (trigger, claim) in events.claims {
        var claim = claim
        claim.date = dates.date(of: trigger, among: expressions)
        if let date = claim.date, let published = document.date, claim.status == .asserted,
          date.last.components.year < published.first.components.year - 1
        {
          claim.status = .historical
        }
        analysis.add(claim)
      }
    }
    for claim in ImpliedRecipient.claims(of: open, in: analysis) { analysis.add(claim) }
    for claim in ImpliedParties.claims(of: deals, in: analysis) { analysis.add(claim) }
    return Assembly(analysis: analysis, document: document, origins: origins, story: story)
  }

  /// The sentences of a passage; a label before them is one of its own.
  private func sentences(of bytes: [UInt8], label: Int?) -> [Sentence] {
    let parts = label.map { [0..<$0, $0..<bytes.count] } ?? [0..<bytes.count]
    return parts.flatMap { parsed(bytes, $0) }.map { sentence in
      guard let comma = Attribution.start(in: sentence, bytes) else { return sentence }
      let clause = parsed(bytes, sentence.range.lowerBound..<comma)
      let attribution = parsed(bytes, comma..<sentence.range.upperBound)
      guard clause.count == 1, attribution.count == 1 else { return sentence }
      return Attribution.joined(clause[0], attribution[0])
    }
  }

  private func parsed(_ bytes: [UInt8], _ part: Range<Int>) -> [Sentence] {
    bytes[part].withUnsafeBufferPointer { language.sentences(in: $0) }
      .map { $0.shifted(by: part.lowerBound) }
  }
}
