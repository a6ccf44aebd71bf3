/// Text in lines of a given width, counted in Unicode scalars.
package enum Wrapping {
  /// Breaks `text` at spaces, but for that between a number and its «%»; every line but the first
  /// begins with `indent` spaces.
  package static func wrap(_ text: String, width: Int, indent: Int) -> String {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in words(of: text) {
      let count = visibleCount(word)
      if length > 0, length + 1 + count > width - indent {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += count
    }
    lines.append(line)
    return lines.joined(separator: "\n" + String(repeating: " ", count: indent))
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: true) {
      if word.hasPrefix("%"), let number = words.popLast() {
        words.append(number + " " + word)
      } else {
        words.append(String(word))
      }
    }
    return words
  }

  /// Scalars that take a place: those of colour codes do not.
  package static func visibleCount(_ text: some StringProtocol) -> Int {
    var count = 0
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "\u{1B}" {
        isCode = true
      } else if isCode {
        isCode = scalar != "m"
      } else if scalar.properties.generalCategory != .nonspacingMark {
        count += 1
      }
    }
    return count
  }

  /// `text` with spaces after it up to `width`.
  package static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - visibleCount(text)))
  }
}
