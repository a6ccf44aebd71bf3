import Foundation
import Testing

struct StreamTests {
  let program: Program

  init() throws { program = try Program() }

  @Test func answersInOrder() throws {
    let calls = (1...300).map { line("\($0)") }
    let answer = try program.run("stream", input: calls.joined(separator: "\n"))
    #expect(answer.code == 0)
    #expect(answer.errors == "")
    #expect(answer.lines.count == 300)
    for (index, line) in answer.lines.enumerated() {
      #expect(line.contains(#""id":"\#(index + 1)""#))
      #expect(line.contains(#""quote":"Алло""#))
    }
  }

  @Test("A damaged model is named with its file, and what to do")
  func namesADamagedModel() throws {
    try program.write("lexicons/speech/paraphrases.model", "KAMERTON")
    let answer = try program.run("stream", input: line("1"))
    #expect(answer.code == 70)
    #expect(answer.output == "")
    #expect(answer.errors.contains("lexicons/speech/paraphrases.model: модель"))
    #expect(answer.errors.contains("уберите файл"))
  }

  @Test func answersBadLinesInTheirPlaces() throws {
    let input = """
      \(line("1"))

      {"id":"2","turns":[{"speaker":"client"}]}
      {"id":"3","standard":"нет/такого","turns":[]}
      {"id":
      \(line("6"))
      """
    let answer = try program.run("stream", input: input)
    #expect(answer.code == 1)
    #expect(answer.lines.count == 5)
    #expect(
      Array(answer.lines[1...3]) == [
        #"{"error":{"code":"missing_key","line":3,"message":"ключ «turns[0]»: нет обязательного ключа «text»"},"id":"2"}"#,
        #"{"error":{"code":"unknown_standard","line":4,"message":"нет стандарта «нет/такого»; есть: general"},"id":"3"}"#,
        #"{"error":{"code":"invalid_json","line":5,"message":"не JSON (столбец 7): запись оборвана: конец раньше, чем закрыты скобки"},"id":null}"#,
      ])
    #expect(answer.lines[4].contains(#""id":"6""#))
  }

  @Test func hasNothingToSayOfNothing() throws {
    let answer = try program.run("stream", input: "\n \n")
    #expect(answer.code == 0)
    #expect(answer.output == "")
  }

  @Test func refusesAnUnknownStandardAtOnce() throws {
    let answer = try program.run("stream", "--standard", "umek", input: line("1"))
    #expect(answer.code == 64)
    #expect(answer.errors == "kamerton: нет стандарта «umek»; есть: general\n")
  }

  @Test func saysThatTheDiskIsFull() throws {
    let answer = try program.run(
      "/bin/sh", ["-c", "'\(Program.path)' stream > /dev/full"], input: line("1"))
    #expect(answer.code == 70)
    #expect(answer.errors == "kamerton: ответ не записывается: на диске нет места\n")
  }

  /// A program that waits for each answer before it asks again is not kept waiting.
  @Test(.timeLimit(.minutes(1)))
  func answersBeforeTheInputEnds() throws {
    let process = program.start(Program.path, ["stream"])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    for id in 1...3 {
      input.fileHandleForWriting.write(Data("\(line("\(id)"))\n".utf8))
      var answer = Data()
      while answer.last != 0x0A { answer += output.fileHandleForReading.availableData }
      #expect(String(decoding: answer, as: UTF8.self).contains(#""id":"\#(id)""#))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
