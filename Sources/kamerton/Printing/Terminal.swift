import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What standard output is shown on.
struct Terminal {
  /// Colours are used: a terminal, and `NO_COLOR` is not set.
  var hasColours: Bool
  /// How many characters go in a line.
  var width: Int

  /// The terminal behind standard output.
  static func current(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Self
  {
    let isTerminal = isatty(1) == 1
    var size = winsize()
    let known = isTerminal && ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return Self(
      hasColours: isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
        && environment["TERM"] != "dumb",
      width: known ? max(40, min(Int(size.ws_col), 120)) : 100)
  }

  /// Standard error is looked at by a person.
  static var isWatched: Bool { isatty(2) == 1 }

  /// Its width.
  static var watchedWidth: Int {
    var size = winsize()
    guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case mark = "1;4;31"
  }

  func styled(_ text: String, _ style: Style) -> String {
    hasColours && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A stretch that was found: in colour, or between brackets where there is none.
  func marked(_ text: String) -> String {
    hasColours ? styled(text, .mark) : "⟦\(text)⟧"
  }

  /// `text` without control characters: what a caller said must not steer the terminal. Line
  /// breaks become spaces.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x09: result.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
