import ArgumentParser
import CallStore
import Compliance
import Transcripts

/// One call with its marks and reasons.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Показать звонок: реплики с пометками, элементы, оценку и её причины.")

  @Argument(help: ArgumentHelp("Номер (id) звонка.", valueName: "звонок"))
  var call: String

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  @OptionGroup var database: DatabaseOptions

  func run() throws {
    try reporting {
      let store = try database.open()
      guard let stored = try store.call(id: call) else {
        let similar = try store.ids(like: call)
        let hint = similar.isEmpty ? "" : "; похожие: \(similar.joined(separator: ", "))"
        Complaint.write("звонка «\(call)» в базе нет\(hint)")
        throw ExitCode.refused
      }
      switch format {
      case .json: try Output.print(try JSONOutput.encode(CallAnswer(stored)) + "\n")
      case .text: try Output.print(CallPrinter(terminal: .current()).text(stored))
      }
    }
  }
}

/// A kept call for programs: call and analysis in the shapes of the contract.
struct CallAnswer: Encodable {
  var call: Call
  var analysis: Analysis
  var source: String
  var line: Int?
  var analysedAt: String
  /// How it was decided who the operator is.
  var `operator`: OperatorDecision?

  init(_ stored: StoredCall) {
    call = stored.call
    analysis = stored.analysis
    source = stored.origin.source
    line = stored.origin.line
    analysedAt = stored.origin.analysedAt
    self.operator = stored.decision
  }
}
