import PartnerModel

/// Who speaks which turn of a dialogue, and for whom.
///
/// A label names its speaker ("President Vladimir Putin:"), abbreviates him ("FH:"), or only says
/// whose turn it is ("A:"): then the person whom the document introduces with an office answers.
enum Speakers {
  private static let answers: Set<String> = ["a", "answer", "ans", "reply", "response"]

  /// - Parameter turns: sentences with the sentence of their label.
  static func assign(_ turns: [(sentence: Int, label: Int)], in analysis: inout Analysis) {
    guard !turns.isEmpty else { return }
    var byLabel: [Int: Int] = [:]
    var initials: [String: Int] = [:]
    // "Minister Sakuraba:" first, then only "Minister:".
    var byTitle: [String: Int] = [:]
    let interviewee = interviewee(of: analysis)
    for (place, entity) in analysis.entities.entities.enumerated() where entity.kind == .person {
      let letters = String(entity.words.compactMap(\.first))
      if letters.count > 1, initials[letters] == nil { initials[letters] = place }
    }
    for (sentence, label) in turns {
      if byLabel[label] == nil {
        let keys = analysis.sentences[label].keys.filter { $0 != ":" && $0 != "." }
        if let person = analysis.mentions[label].lazy.flatMap(\.entities).first(where: {
          analysis.kind(of: $0) == .person
        }) {
          byLabel[label] = person
          if let first = keys.first { byTitle[first] = person }
        } else if let last = keys.last, let person = byTitle[last] {
          byLabel[label] = person
        } else if keys.count == 1 {
          byLabel[label] = answers.contains(keys[0]) ? interviewee : initials[keys[0]]
        }
      }
      analysis.setSpeaker(byLabel[label], of: sentence)
    }
    analysis.host = host(of: analysis)
  }

  /// The first person who is introduced with an office.
  private static func interviewee(of analysis: Analysis) -> Int? {
    for mentions in analysis.mentions {
      for mention in mentions {
        guard let entity = mention.entities.first, analysis.kind(of: entity) == .person else {
          continue
        }
        if !analysis.led(by: entity).isEmpty { return entity }
      }
    }
    return nil
  }

  /// The country of the house or ministry that a heading names: "House of Commons, Written Answers".
  private static func host(of analysis: Analysis) -> Int? {
    for sentence in analysis.sentences.indices.prefix(6) where analysis.settings[sentence].isHeading
    {
      for mention in analysis.mentions[sentence] {
        guard let entity = mention.entities.first,
          ["parliament", "ministry"].contains(analysis.entities[entity].type),
          let row = analysis.entities[entity].country
        else { continue }
        return analysis.entities.knownCountry(row)
      }
    }
    return nil
  }
}
