import ArgumentParser
import JSONBytes
import RussianText

struct TokensCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokens",
    abstract: "Разбить строки стандартного ввода на слова: JSON в строке, в знаках Юникода.")

  func run() throws {
    let tokenizer = Tokenizer()
    var output = StandardOutput()
    var input = StandardInput()
    while let line = input.next() {
      // Invalid UTF-8 is repaired first, so that ranges fit the text that is printed.
      let written = String(decoding: line, as: UTF8.self)
      let text = tokenizer.tokenize(written)
      var ranges = [String]()
      var scalars = 0
      var offset = 0
      for token in text.tokens {
        scalars += count(text.bytes[offset..<Int(token.start)])
        let end = scalars + count(text.bytes[Int(token.start)..<Int(token.end)])
        ranges.append("[\(scalars),\(end)]")
        scalars = end
        offset = Int(token.end)
      }
      let tokens = ranges.joined(separator: ",")
      output.write(#"{"text":\#(JSONText.quoted(written)),"tokens":[\#(tokens)]}"# + "\n")
    }
    output.flush()
  }

  private func count(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
