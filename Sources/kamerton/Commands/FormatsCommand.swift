import ArgumentParser
import Transcripts

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "Какие расшифровки читаются и по чему узнаются.",
    discussion: """
      Формат узнаётся по содержимому, имя файла ни на что не влияет. Дорожки одного звонка в двух \
      файлах рядом (7_operator.json и 7_client.json, 7-left.srt и 7-right.srt) и RTTM рядом с \
      расшифровкой того же имени читаются вместе.
      """)

  @Option(help: "Вид ответа: text или json.")
  var format = OutputFormat.text

  func run() throws {
    try reporting {
      let all = TranscriptFormat.allCases
      switch format {
      case .json:
        try Output.print(try JSONOutput.encode(all.map(FormatAnswer.init)) + "\n")
      case .text:
        let rows = all.map { format in
          [
            format.rawValue, format.title + (format.isByDescription ? " *" : ""), format.sign,
            format.sides,
          ]
        }
        let table = TextTable.format(
          header: ["ФОРМАТ", "ЧТО ЭТО", "УЗНАЁТСЯ ПО", "СТОРОНЫ"], rows: rows)
        try Output.print(table + "\n\n* по описанию, на файлах самого продукта не проверено\n")
      }
    }
  }
}

/// One format as other programs get it.
private struct FormatAnswer: Encodable {
  var id: String
  var title: String
  var recognisedBy: String
  var sides: String
  var verified: Bool

  init(_ format: TranscriptFormat) {
    id = format.rawValue
    title = format.title
    recognisedBy = format.sign
    sides = format.sides
    verified = !format.isByDescription
  }
}
