import CallStore
import Transcripts

/// Writes what was found for a person.
struct SearchPrinter {
  let terminal: Terminal

  func text(_ result: SearchResult) -> String {
    guard result.total > 0 else { return "Ничего не найдено.\n" }
    let found = RussianWriting.form(result.total, "Найдена", "Найдены", "Найдено")
    var text =
      "\(found) \(RussianWriting.count(result.total, "реплика", "реплики", "реплик"))"
    if result.hits.count < result.total {
      text += ", показано \(RussianWriting.grouped(result.hits.count)) (больше — с --limit)"
    }
    return text + ".\n" + result.hits.map(hit).joined()
  }

  private func hit(_ hit: SearchHit) -> String {
    var head = [terminal.styled(Terminal.clean(hit.call), .bold)]
    if let employee = hit.employee { head.append(Terminal.clean(employee)) }
    if let startedAt = hit.startedAt {
      head.append(RussianWriting.moment(Terminal.clean(startedAt)))
    }
    if let score = hit.score { head.append("оценка \(RussianWriting.number(score))") }
    var line = "  \(hit.turn + 1)."
    if let start = hit.start { line += " \(RussianWriting.time(start))" }
    line += " \(hit.speaker.title): "
    let text = MarkedText(hit.snippet.text, marks: hit.snippet.marks).text(terminal)
    return "\n\(head.joined(separator: " · "))\n"
      + Wrapping.wrap(line + text, width: terminal.width, indent: 4).leadingSpaces(2) + "\n"
  }
}

extension Speaker {
  /// «Оператор», «Клиент», «Третий голос».
  var title: String {
    switch self {
    case .operator: "Оператор"
    case .client: "Клиент"
    case .other: "Третий голос"
    }
  }
}

extension String {
  fileprivate func leadingSpaces(_ count: Int) -> String {
    String(repeating: " ", count: count) + self
  }
}

/// A text with marked stretches.
struct MarkedText {
  private let scalars: [Unicode.Scalar]
  private let marks: [Range<Int>]

  /// - Parameter marks: ranges of Unicode scalars; those that overlap are shown as one.
  init(_ text: String, marks: [Range<Int>]) {
    scalars = Array(text.unicodeScalars)
    var merged: [Range<Int>] = []
    for mark in marks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let mark = mark.clamped(to: 0..<scalars.count)
      if mark.isEmpty { continue }
      if let last = merged.last, mark.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, mark.upperBound)
      } else {
        merged.append(mark)
      }
    }
    self.marks = merged
  }

  func text(_ terminal: Terminal) -> String {
    var result = ""
    var position = 0
    for mark in marks {
      result += part(position..<mark.lowerBound) + terminal.marked(part(mark))
      position = mark.upperBound
    }
    return result + part(position..<scalars.count)
  }

  private func part(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return Terminal.clean(String(view))
  }
}
