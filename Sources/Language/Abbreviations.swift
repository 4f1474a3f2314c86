/// Words that keep the period behind them.
enum Abbreviations {
  /// Never the end of a sentence: what they abbreviate comes before a name or a number.
  static let titles: Set<String> = [
    "adm", "amb", "brig", "capt", "cmdr", "col", "cpl", "cpt", "dr", "fr", "ft", "gen", "gov",
    "hon", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "pres", "prof", "pvt",
    "rep", "reps", "rev", "sec", "sen", "sens", "sgt", "st", "supt", "vs", "cf", "ca", "viz", "al",
    "e.g", "i.e", "lieut", "atty", "gens", "drs", "insp", "cllr",
  ]

  /// The end of a sentence if what follows can only begin one.
  static let others: Set<String> = [
    "a.m", "p.m", "ave", "bldg", "blvd", "bros", "co", "corp", "cos", "dept", "dist", "div", "ed",
    "eds", "est", "etc", "inc", "jr", "ltd", "mfg", "natl", "intl", "plc", "rd", "sr", "ph.d",
    "univ", "assn", "assoc", "pty", "pte", "llc", "s.p.a", "int'l", "nat'l", "ret", "cie",
    "jan", "feb", "apr", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed",
    "thu", "thur", "thurs", "fri", "ariz", "calif", "colo", "conn", "del", "fla", "ga", "ill",
    "ind", "kan", "mass", "md", "mich", "minn", "mo", "mont", "neb", "nev", "okla", "ore", "pa",
    "penn", "tenn", "tex", "va", "wash", "wis", "wyo", "approx", "incl", "min", "max", "mil",
  ]

  /// Abbreviations only before a number: "No. 5", "p. 12".
  static let beforeNumbers: Set<String> = [
    "no", "nos", "p", "pp", "art", "arts", "vol", "vols", "fig", "figs", "para", "paras", "sec",
    "ch", "chap", "op", "par", "pt", "mar", "jun", "jul", "ver", "v", "c",
  ]
}

/// A small set of words that is asked in bytes, without making strings.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: some Sequence<String>) {
    hashes = Set(
      words.map { word in
        var word = word
        return word.withUTF8 { WordHash.lowercased($0, 0..<$0.count) }
      })
  }

  /// Whether the word of the range is in the set, letter case aside.
  func contains(_ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(WordHash.lowercased(text, range))
  }
}

/// Hashes of words. The same on every machine, for the model's weights are found by them.
enum WordHash {
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of bytes with ASCII capitals read as small letters.
  static func lowercased(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = seed
    for index in range {
      let byte = text[index]
      let isCapital = byte &- 65 < 26
      hash = (hash ^ UInt64(isCapital ? byte | 32 : byte)) &* 0x100_0000_01B3
    }
    return finished(hash)
  }

  /// Spreads what is known over all bits.
  @inline(__always)
  static func finished(_ hash: UInt64) -> UInt64 {
    let mixed = (hash ^ hash >> 32) &* multiplier
    return mixed ^ mixed >> 29
  }
}
