/// Breaks styled text into lines at spaces; a no-break space never breaks.
struct LineWrapping {
  let width: Int
  let rest: String
  private var done: [[Line.Run]] = []
  private var line: [Line.Run]
  private var column: Int
  /// The pieces of a word that is not finished: a mark may cover half of it.
  private var word: [Line.Run] = []
  private var needsSpace = false

  init(width: Int, first: String, rest: String) {
    self.width = width
    self.rest = rest
    line = first.isEmpty ? [] : [Line.Run(text: first, style: .plain)]
    column = first.unicodeScalars.count
  }

  mutating func add(_ run: Line.Run) {
    var piece = String.UnicodeScalarView()
    for scalar in run.text.unicodeScalars {
      if scalar == " " {
        append(&piece, run.style)
        finishWord()
      } else {
        piece.append(scalar)
      }
    }
    append(&piece, run.style)
  }

  func lines() -> [[Line.Run]] {
    var copy = self
    copy.finishWord()
    return copy.done + [copy.line]
  }

  private mutating func append(_ piece: inout String.UnicodeScalarView, _ style: Line.Style) {
    guard !piece.isEmpty else { return }
    word.append(Line.Run(text: String(piece), style: style))
    piece = String.UnicodeScalarView()
  }

  private mutating func finishWord() {
    guard !word.isEmpty else { return }
    let length = word.reduce(0) { $0 + $1.text.unicodeScalars.count }
    if needsSpace, column + 1 + length > width {
      done.append(line)
      line = rest.isEmpty ? [] : [Line.Run(text: rest, style: .plain)]
      column = rest.unicodeScalars.count
    } else if needsSpace {
      // Within a marked stretch the space is marked as well.
      let style = line.last?.style == word[0].style ? word[0].style : .plain
      line.append(Line.Run(text: " ", style: style))
      column += 1
    }
    line += word
    column += length
    needsSpace = true
    word = []
  }
}
