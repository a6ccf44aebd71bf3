internal import Yams

/// The lines of a file, for whoever has to find a place in them.
final class YAMLSource {
  private let text: String
  /// Only mistakes and texts over several lines ask for them.
  private(set) lazy var lines = text.split(
    omittingEmptySubsequences: false, whereSeparator: \.isNewline
  ).map { Array($0.unicodeScalars) }

  init(_ text: String) { self.text = text }
}

extension YAMLReader {
  /// Where a scalar's text begins: its quotation mark or the line of its «|» or «>» passed over.
  var textPlace: Place {
    guard let style = node.scalar?.style else { return place }
    switch style {
    case .plain, .any: return place
    case .singleQuoted, .doubleQuoted: return place.moved(by: 1)
    case .literal, .folded: return place(ofOffset: 0)
    }
  }

  /// Where a scalar of the text stands in the file, however the text is written there.
  func place(ofOffset offset: Int) -> Place {
    guard let style = node.scalar?.style, let lines = source?.lines else {
      return place.moved(by: offset)
    }
    let isBlock = style == .literal || style == .folded
    var line = place.line - 1
    var column = place.column - 1
    var indent = 0
    if isBlock {
      line += 1
      while line < lines.count, lines[line].allSatisfy(Self.isSpace) { line += 1 }
      guard line < lines.count else { return place }
      indent = lines[line].prefix(while: Self.isSpace).count
      column = indent
    } else if style != .plain, style != .any {
      column += 1
    }
    var left = offset
    while left > 0, line < lines.count {
      if column >= lines[line].count {
        line += 1
        guard line < lines.count else { break }
        column = isBlock ? indent : lines[line].prefix(while: Self.isSpace).count
      } else {
        column += Self.width(of: lines[line][column...], style)
      }
      left -= 1
    }
    return Place(file: file, line: line + 1, column: column + 1)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// How many signs of the file the next one of the text takes.
  private static func width(of rest: ArraySlice<Unicode.Scalar>, _ style: Node.Scalar.Style) -> Int
  {
    switch (style, rest.first) {
    case (.singleQuoted, "'"): return 2
    case (.doubleQuoted, "\\"):
      switch rest.dropFirst().first {
      case "x": return 4
      case "u": return 6
      case "U": return 10
      default: return 2
      }
    default: return 1
    }
  }
}
