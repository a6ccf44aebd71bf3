/// The lines of a text without their ends, one at a time: an array of them would take more memory
/// than the text. Between two line ends stands an empty line, as `split` keeps them.
struct TextLines: Sequence {
  private let text: Substring

  init(_ text: some StringProtocol) { self.text = Substring(text) }

  func makeIterator() -> Iterator { Iterator(rest: text.utf8) }

  struct Iterator: IteratorProtocol {
    fileprivate var rest: Substring.UTF8View
    private var isOver = false

    fileprivate init(rest: Substring.UTF8View) { self.rest = rest }

    mutating func next() -> Substring? {
      guard !isOver else { return nil }
      var index = rest.startIndex
      while index < rest.endIndex {
        if let end = Self.end(of: rest, at: index) {
          let line = Substring(rest[..<index])
          rest = rest[end...]
          return line
        }
        rest.formIndex(after: &index)
      }
      isOver = true
      return Substring(rest)
    }

    /// The index behind the line end that begins at `index`, if one does: LF, CR, CRLF, vertical
    /// tab, form feed, NEL, U+2028, U+2029.
    private static func end(of bytes: Substring.UTF8View, at index: String.Index) -> String.Index? {
      let byte = bytes[index]
      guard byte < 0x0E || byte == 0xC2 || byte == 0xE2 else { return nil }
      let next = bytes.index(after: index)
      switch byte {
      case 0x0A...0x0C: return next
      case 0x0D:
        return next < bytes.endIndex && bytes[next] == 0x0A ? bytes.index(after: next) : next
      case 0xC2:
        return next < bytes.endIndex && bytes[next] == 0x85 ? bytes.index(after: next) : nil
      case 0xE2:
        guard next < bytes.endIndex, bytes[next] == 0x80 else { return nil }
        let last = bytes.index(after: next)
        return last < bytes.endIndex && (bytes[last] == 0xA8 || bytes[last] == 0xA9)
          ? bytes.index(after: last) : nil
      default: return nil
      }
    }
  }
}
