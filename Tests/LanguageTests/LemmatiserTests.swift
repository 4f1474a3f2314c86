import Testing

@testable import Language

@Suite("Dictionary forms") struct LemmatiserTests {
  @Test(
    "Verbs",
    arguments: [
      ("bought", "buy"), ("sold", "sell"), ("held", "hold"), ("met", "meet"), ("resold", "resell"),
      ("signed", "sign"), ("negotiated", "negotiate"), ("agreed", "agree"), ("supplied", "supply"),
      ("accused", "accuse"), ("imposed", "impose"), ("planned", "plan"), ("cancelled", "cancel"),
      ("called", "call"), ("pressed", "press"), ("delivered", "deliver"), ("ordered", "order"),
      ("required", "require"), ("exported", "export"), ("produced", "produce"),
      ("purchased", "purchase"), ("released", "release"), ("leased", "lease"),
      ("threatened", "threaten"), ("sanctioned", "sanction"), ("pledged", "pledge"),
      ("developed", "develop"), ("competed", "compete"), ("visited", "visit"),
      ("provided", "provide"), ("rejected", "reject"), ("denied", "deny"), ("tied", "tie"),
      ("raised", "raise"), ("focused", "focus"), ("vetoed", "veto"), ("shed", "shed"),
    ])
  func past(form: String, lemma: String) {
    #expect(Lemmatiser.lemma(of: form, .vbd) == lemma)
    #expect(Lemmatiser.lemma(of: form.uppercased(), .vbn) == lemma)
  }

  @Test(
    "Other forms",
    arguments: [
      ("selling", FineTag.vbg, "sell"), ("making", .vbg, "make"), ("lying", .vbg, "lie"),
      ("goes", .vbz, "go"), ("supplies", .vbz, "supply"), ("is", .vbz, "be"), ("’s", .vbz, "be"),
      ("n’t", .rb, "not"), ("wo", .md, "will"), ("found", .vb, "found"), ("found", .vbd, "find"),
      ("agencies", .nns, "agency"), ("companies", .nns, "company"), ("missiles", .nns, "missile"),
      ("men", .nns, "man"), ("businessmen", .nns, "businessman"), ("aircraft", .nns, "aircraft"),
      ("bigger", .jjr, "big"), ("largest", .jjs, "large"), ("heaviest", .jjs, "heavy"),
      ("better", .jjr, "good"), ("Moscow", .nnp, "Moscow"), ("The", .dt, "the"),
    ])
  func others(form: String, tag: FineTag, lemma: String) {
    #expect(Lemmatiser.lemma(of: form, tag) == lemma)
  }
}
