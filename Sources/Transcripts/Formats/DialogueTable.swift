internal import RussianText

/// A dialogue as a table: a column for the speaker and one for the text, and where they are, times
/// and the call's id, employee and date. Excel's `;`, cp1251 and decimal commas are read.
enum DialogueTable: StreamedImporter {
  static var format: TranscriptFormat { .dialogueTable }

  static func recognises(_ head: [Substring]) -> Bool {
    guard let header = head.first, let delimiter = Table.delimiter(of: header) else { return false }
    let columns = Set(
      header.split(separator: delimiter, omittingEmptySubsequences: false).compactMap {
        Column(named: String($0))
      })
    return columns.contains(.text) && columns.contains(.speaker)
  }

  static func stream(_ lines: TextLineReader) -> DialogueTableStream {
    DialogueTableStream(lines: lines)
  }

  /// A time of day, of the recording, or seconds with a comma.
  static func time(_ text: String?) -> Double? {
    guard let text else { return nil }
    return CueTime.seconds(text) ?? Columns.number(text[...])
  }

  /// What a column holds, by its name.
  enum Column: Hashable {
    case call, speaker, text, start, end, employee, date

    init?(named name: String) {
      let folded = Folding.folded(
        name.trimmed.replacing("\"", with: "").replacing("\u{FEFF}", with: ""))
      switch folded {
      case "call_id", "callid", "call", "id звонка", "звонок", "номер звонка", "id": self = .call
      case "speaker", "говорящий", "спикер", "кто", "role", "роль", "участник", "сторона":
        self = .speaker
      case "text", "текст", "реплика", "фраза", "phrase", "message", "content": self = .text
      case "time", "start", "время", "начало", "start_time", "begin", "секунда": self = .start
      case "end", "конец", "end_time", "окончание": self = .end
      case "employee", "сотрудник", "operator_name", "фио": self = .employee
      case "date", "дата", "started_at", "startedat": self = .date
      default: return nil
      }
    }
  }
}
