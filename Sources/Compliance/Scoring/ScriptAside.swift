/// Brackets of a script: what its source leaves to the one who says it.
enum ScriptAside {
  /// The line with its brackets settled: of what they offer after dots («после... (сверки/совещания с
  /// коллегами)») the first stays, and a note of the source in capitals goes. Other brackets stay as
  /// they are.
  static func settled(_ line: String) -> String {
    var result = ""
    var rest = line[...]
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      let before = rest[..<open]
      let inside = rest[rest.index(after: open)..<close]
      let bare = before.hasSuffix(" ") ? before.dropLast() : before
      if let dots = dots.first(where: bare.hasSuffix) {
        result += bare.dropLast(dots.count) + " " + offered(inside)
      } else if inside.first?.isUppercase == true, before.hasSuffix(" ") {
        result += bare
      } else {
        result += rest[...close]
      }
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static let dots = ["...", "…"]

  /// The first of the things offered.
  private static func offered(_ inside: Substring) -> Substring {
    inside.prefix { $0 != "/" && $0 != "," }
  }
}
