import Foundation
import Testing

/// Runs the built command as a user would, in a folder of its own.
struct Command {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var messages: String

    /// The output as JSON.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(value as? [String: Any])
    }

    /// The lines of the output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The folder in which it runs.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("partnernet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file into the folder, whose folders are made as needed.
  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  func write(_ name: String, _ data: Data) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Runs the command with arguments.
  func callAsFunction(_ arguments: String..., input: String = "") throws -> Result {
    try run(Command.executable, arguments, input: input)
  }

  /// Runs a line of the shell, in which `$P` is the command.
  func shell(_ line: String) throws -> Result {
    try run("/bin/sh", ["-c", line], input: "")
  }

  private func run(_ program: String, _ arguments: [String], input: String) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["P"] = Command.executable
    process.environment = environment
    // Files rather than pipes, which fill up.
    let names = (0..<3).map { _ in path(".stream-\(UUID().uuidString)") }
    for name in names {
      try Data((name == names[0] ? input : "").utf8).write(to: URL(fileURLWithPath: name))
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: names[0]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: names[1]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: names[2]))
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { try String(contentsOfFile: $0, encoding: .utf8) }
    for name in names { try? FileManager.default.removeItem(atPath: name) }
    return Result(
      status: process.terminationStatus, output: texts[1], messages: texts[2])
  }

  /// The command, which the build leaves beside the tests. They are known by the arguments of
  /// whoever runs them, or are the program that runs.
  private static let executable: String = {
    let places = CommandLine.arguments.filter { $0.contains(".xctest") } + [Bundle.main.bundlePath]
    for place in places {
      var folder = URL(fileURLWithPath: place)
      while folder.path != "/" {
        folder.deleteLastPathComponent()
        let candidate = folder.appendingPathComponent("partnernet").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
      }
    }
    return "partnernet"
  }()
}

/// Runs a test in a folder of its own.
func inFolder(_ body: (Command) throws -> Void) throws {
  let command = try Command()
  defer { command.remove() }
  try body(command)
}

/// A small network of three periods, with a name of another script, a quarrel and an undated row.
let edges = #"""
  source,target,relation,weight,date
  Russia,India,transfer,2,2006
  France,Russia,transfer,1,2006
  Russia,Turkey,consult,1,2013
  Russia,Turkey,transfer,3,2014-02
  Russia,India,transfer,3.5,2013-05-06
  NATO,Russia,accuse,1,2014-03-01
  Turkey,NATO,memberOf,1,2014
  Россия,"Exporter, the ""first"" one",leads,1,
  """#

/// Reports of invented events, in which countries are certain to be found.
let story = """
  Russia and India sign an agreement on fighter jets

  NEW DELHI, October 17, 2012. Russia and India signed an agreement on fighter jets on Wednesday.
  The Indian defence minister met his Russian counterpart in New Delhi.
  """
let otherStory = """
  Turkey to buy missiles from China

  ANKARA, September 26, 2013. Turkey agreed to buy missiles from China, the Turkish defence
  ministry said on Thursday.
  """
