import LanguageData
import Testing

@testable import Language

/// The model that is built into the program.
enum BuiltIn {
  static let model: Result<LanguageModel, LanguageError> = {
    let table = language_model()
    return Result { () throws(LanguageError) in
      try LanguageModel(
        bytes: UnsafeRawBufferPointer(start: table.bytes, count: Int(table.count)))
    }
  }()

  static var bytes: [UInt8] {
    let table = language_model()
    return Array(UnsafeRawBufferPointer(start: table.bytes, count: Int(table.count)))
  }
}

@Suite("The built-in model") struct LanguageModelTests {
  let model: LanguageModel

  init() throws {
    model = try BuiltIn.model.get()
  }

  /// What hangs on the word with a relation, as written.
  private func dependents(_ text: String, of head: String, _ relation: Dependency) -> [String] {
    let bytes = Array(text.utf8)
    func word(_ token: Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }
    return model.sentences(in: text).flatMap { sentence in
      sentence.tokens.filter { token in
        token.dependency == relation && token.head >= 0 && word(sentence.tokens[token.head]) == head
      }.map(word)
    }
  }

  @Test("Who does what to whom")
  func rolesOfVerbs() {
    let text = "Russia sold two submarines to Vietnam in 2009."
    #expect(dependents(text, of: "sold", .nsubj) == ["Russia"])
    #expect(dependents(text, of: "sold", .obj) == ["submarines"])
    #expect(dependents(text, of: "Vietnam", .case) == ["to"])
  }

  @Test("Passives and agents")
  func passive() {
    let text = "The frigates were built by a French company."
    #expect(dependents(text, of: "built", .nsubjPass) == ["frigates"])
    #expect(dependents(text, of: "built", .oblAgent) == ["company"])
    #expect(dependents(text, of: "company", .amod) == ["French"])
  }

  @Test("Quoted speech and negation")
  func speech() {
    let text = "“We do not want a war,” the minister said on Monday."
    #expect(dependents(text, of: "said", .nsubj) == ["minister"])
    #expect(dependents(text, of: "said", .ccomp) == ["want"])
    #expect(dependents(text, of: "want", .advmod) == ["not"])
  }

  @Test("Possessives, compounds and relative clauses")
  func nouns() {
    let text = "India's defence ministry signed a contract that covers twelve helicopters."
    #expect(dependents(text, of: "ministry", .nmodPoss) == ["India"])
    #expect(dependents(text, of: "ministry", .compound) == ["defence"])
    #expect(dependents(text, of: "contract", .aclRelcl) == ["covers"])
    #expect(dependents(text, of: "helicopters", .nummod) == ["twelve"])
  }

  @Test("Both members of a conjunction")
  func conjunction() {
    let text = "Turkey and Pakistan will develop a new drone."
    #expect(dependents(text, of: "develop", .nsubj) == ["Turkey"])
    #expect(dependents(text, of: "Turkey", .conj) == ["Pakistan"])
    #expect(dependents(text, of: "develop", .aux) == ["will"])
  }

  @Test("The same text gives the same trees, whatever was read before")
  func determinism() throws {
    let text = "Poland ordered tanks. The first will arrive in March, officials said."
    let first = model.sentences(in: text)
    _ = model.sentences(in: "Something else stands between, with other words and another length.")
    #expect(model.sentences(in: text) == first)
    #expect(try LanguageModel(bytes: BuiltIn.bytes).sentences(in: text) == first)
  }

  @Test("Bytes that are no model are refused with a reason")
  func malformed() {
    let bytes = BuiltIn.bytes
    var wrongVersion = Array(bytes.prefix(1000))
    wrongVersion[4] = 99
    for (bytes, code) in [
      ([], LanguageError.Code.malformedModel), (Array("no model".utf8), .malformedModel),
      (Array(bytes.prefix(8)), .malformedModel), (Array(bytes.prefix(5000)), .malformedModel),
      (Array(bytes.dropLast(4096)), .malformedModel), (wrongVersion, .unsupportedVersion),
    ] {
      #expect { try LanguageModel(bytes: bytes) } throws: { error in
        (error as? LanguageError)?.code == code
      }
    }
  }

  @Test("Damaged weights never lead out of the tables")
  func damaged() throws {
    var bytes = BuiltIn.bytes
    var random = RandomText(seed: 5)
    var readable = 0
    for _ in 0..<6 {
      for _ in 0..<200 {
        bytes[Int(random.next() % UInt64(bytes.count - 2048)) + 2048] = UInt8(random.next() & 255)
      }
      guard let model = try? LanguageModel(bytes: bytes) else { continue }
      readable += 1
      expectWellFormed(model, "Two ships left the port, and a third one stayed behind.")
    }
    #expect(readable <= 6)
  }
}
