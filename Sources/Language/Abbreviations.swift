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
