import Foundation

/// The built program, run whole in a folder of its own, with a standard of one rule.
final class Program: Sendable {
  let folder: String

  /// What a run gave.
  struct Answer {
    var output: String
    var errors: String
    var code: Int32

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  init() throws {
    folder = NSTemporaryDirectory() + "kamerton-" + UUID().uuidString
    try write(
      "lexicons/standards/general.yaml",
      """
      id: general
      title: Общий
      rules:
        - id: allo
          category: rude_repeat
          clause: табл. 2
          replacements: [слушаю вас]
          phrases:
            - phrase: алло
      scorecard:
        pass: 80
        sections:
          - title: Речь
            criteria:
              - id: polite
                title: Вежливость
                clause: "2.1"
                weight: 10
                check:
                  findings: [rude_repeat]
      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Writes a file into the folder and answers with its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> String {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  /// Runs the program to its end.
  func run(
    _ arguments: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Answer {
    try run(Self.path, arguments, input: input, environment: environment)
  }

  func run(
    _ path: String, _ arguments: [String], input: String = "",
    environment: [String: String] = [:]
  ) throws -> Answer {
    let process = start(path, arguments, environment: environment)
    // Files instead of pipes: nothing can fill up and wait.
    let input = try write("stdin-\(UUID().uuidString)", input)
    let output = try write("stdout-\(UUID().uuidString)", "")
    let errors = try write("stderr-\(UUID().uuidString)", "")
    process.standardInput = FileHandle(forReadingAtPath: input)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    defer {
      for path in [input, output, errors] { try? FileManager.default.removeItem(atPath: path) }
    }
    return Answer(
      output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8),
      code: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus)
  }

  /// A process that is ready to run in the folder.
  func start(
    _ path: String, _ arguments: [String], environment: [String: String] = [:]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    variables["KAMERTON_LEXICONS"] = "\(folder)/lexicons"
    variables["KAMERTON_CACHE"] = "\(folder)/cache"
    variables["KAMERTON_DATABASE"] = nil
    process.environment = variables.merging(environment) { $1 }
    return process
  }

  /// The program lies beside the tests.
  static var path: String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent("kamerton").path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return "/kamerton"
  }
}

/// One call in the contract's shape.
func line(_ id: String, _ text: String = "Алло, оформим заявочку", employee: String = "Анна")
  -> String
{
  #"{"id":"\#(id)","employee":"\#(employee)","turns":[{"speaker":"operator","text":"\#(text)"}]}"#
}
