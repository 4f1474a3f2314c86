import Language
import PartnerModel

/// Who belongs to a bloc.
extension StructureFinder {
  private static let membershipNouns: Set<String> = [
    "state", "member", "country", "nation", "ally", "group", "partner", "bloc",
  ]

  /// "NATO states, in particular, Greece and Turkey"; "BRICS Group – Brazil, India, China";
  /// "NATO member Turkey"; "Turkey, a member of NATO".
  func members(of bloc: Int, _ mention: Mention) -> [Claim] {
    var token = mention.tokens.upperBound
    var sawNoun = false
    while token < view.count, token - mention.tokens.upperBound < 3,
      Self.membershipNouns.contains(view.lemmas[token]) || view.forms[token] == "'s"
    {
      if Self.membershipNouns.contains(view.lemmas[token]) { sawNoun = true }
      token += 1
    }
    // "As a NATO member, Turkey"; "members of ASEAN such as Vietnam"
    let start = mention.tokens.lowerBound
    var introduced =
      sawNoun && start > 1 && ["a", "an"].contains(view.keys[start - 1])
      && view.keys[start - 2] == "as"
    if let noun = (max(0, start - 3)..<start).first(where: { view.lemmas[$0] == "member" }),
      view.keys[noun..<start].contains("of")
    {
      sawNoun = true
      introduced =
        introduced
        || view.tokens[noun].fineTag == .nns && token < view.count
          && view.forms[token] == ","
    }
    var dash = false
    while token < view.count {
      let form = view.forms[token]
      let key = view.keys[token]
      if ["–", "—", ":", "(", "-", "--", "——"].contains(form) {
        dash = true
      } else if [",", "namely"].contains(form) {
      } else if ["including", "like", "particular", "such", "especially", "namely", "notably"]
        .contains(key)
      {
        introduced = true
      } else if !["in", "as"].contains(key) {
        break
      }
      token += 1
    }
    let gap = token - mention.tokens.upperBound
    if let first = analysis.mention(at: token, in: sentence), isCountry(first) {
      let isDirect =
        sawNoun && gap <= 2
        && ["member", "ally"].contains(view.lemmas[max(0, token - 1)])
      if isDirect || introduced && sawNoun || dash {
        let list = countries(from: token)
        if isDirect || introduced && (list.count > 1 || sawNoun) || list.count > 1 {
          return list.map { claim($0, .memberOf, bloc, "members listed") }
        }
      }
    }
    // "NATO has 32 members, among them Poland and Latvia"; "its members, including Poland"
    if let noun = (mention.tokens.upperBound..<min(mention.tokens.upperBound + 8, view.count))
      .first(
        where: { view.lemmas[$0] == "member" && view.tokens[$0].fineTag == .nns }),
      !view.tokens[mention.tokens.upperBound..<noun].contains(where: { $0.tag == .punct }),
      let opener = (noun + 1..<min(noun + 4, view.count)).first(where: {
        ["including", "among", "such", "include"].contains(view.keys[$0])
      }),
      let first = (opener + 1..<min(opener + 3, view.count)).first(where: {
        analysis.mention(at: $0, in: sentence) != nil
      })
    {
      return countries(from: first).map { claim($0, .memberOf, bloc, "members listed") }
    }
    // "the European Union, of which the UK remains a member"
    let comma = mention.tokens.upperBound
    if let which = (comma..<min(comma + 7, view.count)).first(where: {
      view.keys[$0] == "which" && view.keys[$0 - 1] == "of"
    }),
      let noun = (which..<min(which + 12, view.count)).first(where: {
        view.lemmas[$0] == "member"
      }),
      let country = (which..<noun).lazy.compactMap({
        analysis.mention(at: $0, in: sentence)
      }).first(where: isCountry)
    {
      return [claim(country.entities[0], .memberOf, bloc, "member of")]
    }
    // "Turkey, a member of NATO", "Greece and Turkey, both NATO members".
    let before = mention.tokens.lowerBound
    if before > 1, view.keys[before - 1] == "of" || view.keys[before - 1] == "the",
      let noun = (max(0, before - 3)..<before).first(where: { view.lemmas[$0] == "member" })
    {
      let participants = Participants(analysis, sentence: sentence)
      var found = [Int]()
      for child in view.dependents(of: noun, by: .nsubj) { found += participants.resolve(child) }
      if found.isEmpty, view.tokens[noun].dependency == .appos, view.tokens[noun].head >= 0 {
        found = participants.resolve(view.tokens[noun].head)
      }
      if found.isEmpty { found = countriesBefore(noun) }
      return found.filter { analysis.kind(of: $0) == .country }
        .map { claim($0, .memberOf, bloc, "member of") }
    }
    return []
  }

  /// "Brazil and Argentina, founding members of": the countries before the comma.
  private func countriesBefore(_ noun: Int) -> [Int] {
    guard let comma = (max(0, noun - 4)..<noun).last(where: { view.forms[$0] == "," }),
      comma > 0, var first = analysis.mention(at: comma - 1, in: sentence), isCountry(first)
    else { return [] }
    while first.tokens.lowerBound > 1,
      view.keys[first.tokens.lowerBound - 1] == "and"
        || view.forms[first.tokens.lowerBound - 1] == ",",
      let other = analysis.mention(at: first.tokens.lowerBound - 2, in: sentence), isCountry(other)
    {
      first = other
    }
    return countries(from: first.tokens.lowerBound)
  }

  func isCountry(_ mention: Mention) -> Bool {
    mention.entities.count == 1 && analysis.kind(of: mention.entities[0]) == .country
      && mention.form == .name
  }

  /// A list of countries: "Brazil, India, China, and South Africa".
  private func countries(from start: Int) -> [Int] {
    var list: [Int] = []
    var token = start
    while token < view.count {
      if let mention = analysis.mention(at: token, in: sentence) {
        guard isCountry(mention) else { break }
        list.append(mention.entities[0])
        token = mention.tokens.upperBound
      } else if view.forms[token] == "," || view.keys[token] == "and" {
        token += 1
      } else {
        break
      }
    }
    return list
  }
}
