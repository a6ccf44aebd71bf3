/// A report as it is read, before it takes the look of a terminal or of Markdown.
struct Page {
  var title: String
  var subtitle: String
  var blocks: [Block] = []

  enum Block {
    case section(String)
    case paragraph(Line)
    case bullets([Line])
    /// The heading of a numbered part.
    case item(Int, Line)
    /// What belongs to the part above it.
    case detail(Line)
    case quote(Quote)
    case table(Table)
  }

  /// What was said, where, and how to say it better.
  struct Quote {
    var said: Line
    var better: Line?
    var source: Line
  }

  struct Table {
    var header: [String]
    var rows: [[String]]
    /// Columns whose cells stand to the right.
    var right: Set<Int>
  }
}

/// A piece of text with marked and strong stretches: `"Средний балл \(strong: mean)"`.
struct Line: ExpressibleByStringInterpolation, Hashable {
  var runs: [Run]

  struct Run: Hashable {
    var text: String
    var style: Style
  }

  enum Style: Hashable {
    case plain, strong
    /// Found in the employee's words.
    case marked
  }

  init(runs: [Run]) { self.runs = runs.map { Run(text: Self.clean($0.text), style: $0.style) } }

  init(stringLiteral text: String) { self.init(runs: [Run(text: text, style: .plain)]) }

  init(stringInterpolation: StringInterpolation) { self.init(runs: stringInterpolation.runs) }

  struct StringInterpolation: StringInterpolationProtocol {
    var runs: [Run] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      runs.append(Run(text: literal, style: .plain))
    }

    mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      runs.append(Run(text: value.description, style: .plain))
    }

    mutating func appendInterpolation(strong value: some CustomStringConvertible) {
      runs.append(Run(text: value.description, style: .strong))
    }

    mutating func appendInterpolation(_ line: Line) { runs += line.runs }
  }

  /// A transcript may hold anything; control characters would steer the reader's terminal.
  static func clean(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: view.append(" ")
      case .format where scalar != "\u{200D}": continue
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}

extension MarkedSentence {
  /// The sentence in quotation marks; those inside it become inner ones.
  var line: Line {
    var runs = [Line.Run(text: "«", style: .plain)]
    let scalars = Array(text.unicodeScalars)
    var position = 0
    for mark in marks.map({ $0.range.clamped(to: 0..<scalars.count) }) {
      runs.append(.init(text: Self.inner(scalars[position..<mark.lowerBound]), style: .plain))
      runs.append(.init(text: Self.inner(scalars[mark]), style: .marked))
      position = mark.upperBound
    }
    runs.append(.init(text: Self.inner(scalars[position...]), style: .plain))
    runs.append(.init(text: "»", style: .plain))
    return Line(runs: runs.filter { !$0.text.isEmpty })
  }

  /// «„…“» instead of quotation marks of the same kind within each other.
  static func inner(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in scalars {
      view.append(scalar == "«" ? "„" : scalar == "»" ? "“" : scalar)
    }
    return String(view)
  }
}
