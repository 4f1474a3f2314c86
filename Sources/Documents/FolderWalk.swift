#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The documents in a folder and the folders in it, in the order of their names.
struct FolderWalk {
  enum Item {
    case file(String, FileInput.Kind)
    case failure(DocumentError)
  }

  private struct Level {
    var path: String
    var names: [String]
    var position = 0
    var identity: [UInt64]
  }

  private let root: String
  private var levels: [Level] = []
  private var pending: [DocumentError] = []
  /// How many files have an ending that is not read, by ending.
  private var skipped: [String: Int] = [:]

  init(_ path: String) {
    root = path
    open(path, identity: [])
  }

  mutating func next() -> Item? {
    while true {
      if let error = pending.popLast() { return .failure(error) }
      guard let level = levels.last else { return nil }
      guard level.position < level.names.count else {
        levels.removeLast()
        continue
      }
      levels[levels.count - 1].position += 1
      let name = level.names[level.position]
      let path = level.path.hasSuffix("/") ? level.path + name : level.path + "/" + name
      switch Result(catching: { () throws(FileInput.Failure) in try FileInput.kind(of: path) }) {
      case .failure(let failure): return .failure(DocumentReader.error(failure, path))
      case .success(.folder(let identity)):
        // A link to a folder above would lead round for ever.
        if !levels.contains(where: { $0.identity == identity }) { open(path, identity: identity) }
      case .success(let kind):
        if case .other(let ending) = FileEnding(name) {
          skipped[ending, default: 0] += 1
        } else {
          return .file(path, kind)
        }
      }
    }
  }

  /// What was passed over.
  var skippedNote: DocumentError? {
    guard !skipped.isEmpty else { return nil }
    let total = skipped.values.reduce(0, +)
    let endings = skipped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let named = endings.prefix(5).map { "\($0.key.isEmpty ? "no ending" : $0.key) \($0.value)" }
    let list = named.joined(separator: ", ") + (endings.count > 5 ? ", …" : "")
    return DocumentError(
      .skipped, file: root,
      detail: "\(total) \(total == 1 ? "file" : "files") with other endings skipped (\(list))",
      remedy: "name a file itself to read it as text")
  }

  private mutating func open(_ path: String, identity: [UInt64]) {
    var identity = identity
    if identity.isEmpty, let kind = try? FileInput.kind(of: path), case .folder(let own) = kind {
      identity = own
    }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      levels.append(Level(path: path, names: names, identity: identity))
    } catch {
      let isReadable = FileManager.default.isReadableFile(atPath: path)
      pending.append(DocumentReader.error(isReadable ? .other("\(error)") : .denied, path))
    }
  }
}
