import Documents
import Language
import PartnerModel

/// What each layer of reading makes of a document, sentence by sentence, as text for people.
///
/// docs/reading.md explains one sentence by it. Who writes a trigger sees here why a sentence makes a
/// tie, or why it makes none.
public struct ReadingLayers: Sendable {
  /// The document: its date and how that is known.
  public let heading: String
  /// The sentences, in the order of the text, each with all that was made of it.
  public let sentences: [String]

  /// Everything, one sentence after the other.
  public var text: String { ([heading] + sentences).joined(separator: "\n\n") + "\n" }
}

extension Extractor {
  /// What each layer makes of a document.
  public func layers(of document: Document) -> ReadingLayers {
    let assembly = assembly(document, story: 0)
    let date = document.date.map { "\($0)" } ?? "undated"
    let basis = document.dateBasis.map { " (\($0.rawValue))" } ?? ""
    var claims: [Int: [Claim]] = [:]
    for claim in assembly.analysis.claims { claims[claim.sentence, default: []].append(claim) }
    return ReadingLayers(
      heading: "document \(document.name): \(date)\(basis)",
      sentences: assembly.analysis.sentences.indices.map {
        SentenceLayers(assembly: assembly, sentence: $0, stated: claims[$0] ?? []).text
      })
  }
}

/// The layers of one sentence.
private struct SentenceLayers {
  let assembly: Assembly
  let sentence: Int
  let stated: [Claim]
  private var analysis: Analysis { assembly.analysis }
  private var view: SentenceView { analysis.sentences[sentence] }

  var text: String {
    [place, tokens, names, mentions, claims].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : ([title] + lines.map { "  " + $0 }).joined(separator: "\n")
  }

  private var place: String {
    let origin = assembly.origins[view.passage]
    let range = origin.originalRange(ofUTF8: view.range)
    let kind = analysis.settings[sentence].isHeading ? "heading" : "text"
    let bytes = origin.text.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: view.range.lowerBound)
    let text = bytes[start..<bytes.index(start, offsetBy: view.range.count)]
    return section(
      "sentence \(range.start)-\(range.end) (passage \(view.passage), \(kind))",
      [String(decoding: text, as: UTF8.self)])
  }

  private var tokens: String {
    let width = view.forms.map(\.count).max() ?? 0
    return section(
      "tokens: word, lemma, tag, head, relation",
      view.tokens.enumerated().map { index, token in
        let number = padded("\(index)", 3)
        let head = token.head < 0 ? "-" : "\(token.head) \(view.forms[token.head])"
        return trimmed(
          "\(number) \(padded(view.forms[index], width)) \(padded(view.lemmas[index], width)) "
            + "\(padded(token.tag.name, 5)) \(padded(token.fineTag.rawValue, 4)) "
            + "\(padded(token.dependency.rawValue, 12)) \(head)")
      })
  }

  private var names: String {
    section(
      "names and what they can mean",
      NameFinder(lexicon: analysis.lexicon).names(in: view).map { name in
        let readings = name.readings.map { describe($0) }
        return "\(words(name.tokens)): " + readings.joined(separator: ", ")
      })
  }

  private func describe(_ reading: NameCandidate.Reading) -> String {
    let lexicon = analysis.lexicon
    switch reading {
    case .country(let row, let form): return "\(lexicon.countries[row].id) (\(form))"
    case .organisation(let row): return "\(lexicon.organisations[row].id)"
    case .person(let row): return "\(lexicon.persons[row].id)"
    case .newOrganisation(let type, _): return "an organisation by its shape" + bracketed(type)
    case .newPerson: return "a person by given name or title"
    case .other: return "no partner"
    }
  }

  private var mentions: String {
    let found = analysis.orderedMentions(in: sentence)
    return section(
      "mentions",
      found.map { mention in
        let entities = mention.entities.map { "\(analysis.entities[$0].id)" }
        return "\(words(mention.tokens)) (\(mention.form)): " + entities.joined(separator: ", ")
      })
  }

  private var claims: String {
    section(
      "statements",
      stated.flatMap { claim in
        let ends = [claim.source, claim.target].map { "\(analysis.entities[$0].id)" }
        let date = claim.date.map { ", \($0)" } ?? ""
        let line =
          "\(ends[0]) \(claim.relation.rawValue) \(ends[1]): \(claim.status.rawValue)\(date), "
          + "confidence \(claim.confidence), by \(claim.rule)"
        return [line] + triggers(of: claim).map { "  " + $0 }
      })
  }

  /// The lines of triggers.tsv that may have made a claim, in its columns.
  private func triggers(of claim: Claim) -> [String] {
    let parts = claim.rule.split(separator: "/")
    guard parts.count == 2, let part = Trigger.PartOfSpeech(rawValue: String(parts[1])) else {
      return []
    }
    return analysis.lexicon.triggers.triggers(String(parts[0]), part)
      .filter { $0.relation == claim.relation }.map { trigger in
        let words =
          trigger.requires.sorted() + trigger.excludes.sorted().map { "!" + $0 }
        return trimmed(
          "\(trigger.lemma)  \(trigger.part.rawValue)  \(trigger.relation.rawValue)  "
            + "source \(trigger.source.joined(separator: "|"))  "
            + "target \(trigger.target.joined(separator: "|"))"
            + (words.isEmpty ? "" : "  requires \(words.joined(separator: "|"))")
            + (trigger.status.map { "  \($0.rawValue)" } ?? ""))
      }
  }

  private func words(_ span: Range<Int>) -> String {
    let numbers =
      span.count == 1 ? "\(span.lowerBound)" : "\(span.lowerBound)-\(span.upperBound - 1)"
    return numbers + " " + view.forms[span].joined(separator: " ")
  }

  private func bracketed(_ text: String) -> String { text.isEmpty ? "" : " (\(text))" }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
