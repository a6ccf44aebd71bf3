extension Snippet {
  static let open: Unicode.Scalar = "\u{2}"
  static let close: Unicode.Scalar = "\u{3}"

  /// Reads what SQLite's `snippet()` gives: marks stand between two control characters.
  init(marked: String) {
    var text = String.UnicodeScalarView()
    var marks: [Range<Int>] = []
    var start: Int?
    var count = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case Self.open: start = count
      case Self.close:
        if let start, start < count { marks.append(start..<count) }
        start = nil
      default:
        text.append(scalar)
        count += 1
      }
    }
    self.init(text: String(text), marks: marks)
  }

  /// A stretch of `text` with up to `margin` scalars on either side of `range`.
  init(_ text: String, around range: Range<Int>?, margin: Int = 60) {
    let scalars = Array(text.unicodeScalars)
    let range = (range ?? 0..<0).clamped(to: 0..<scalars.count)
    let from = max(0, range.lowerBound - margin)
    let to = min(scalars.count, range.upperBound + margin)
    var view = String.UnicodeScalarView()
    if from > 0 { view.append("…") }
    view.append(contentsOf: scalars[from..<to])
    if to < scalars.count { view.append("…") }
    let shift = (from > 0 ? 1 : 0) - from
    self.init(
      text: String(view),
      marks: range.isEmpty ? [] : [(range.lowerBound + shift)..<(range.upperBound + shift)])
  }
}
