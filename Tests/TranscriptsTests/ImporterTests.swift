import Foundation
import Testing
import Transcripts

/// One invented conversation as each recogniser would write it.
struct ImporterTests {
  static let conversation = [
    "O 0.5-4.0 Добрый день, компания Окна Плюс, меня зовут Анна, чем могу помочь?",
    "C 5.5-8.0 Здравствуйте, я хочу узнать про заказ.",
    "O 9.5-12.0 Назовите, пожалуйста, номер договора.",
  ]

  /// The file, its format, and how many of its turns have words.
  static let whole: [(file: String, format: TranscriptFormat, wordy: Int)] = [
    ("whisper.cpp.json", .whisperCpp, 0), ("whisperx.json", .whisperX, 3),
    ("whisper.cpp.csv", .whisperTable, 0), ("vosk-transcriber.json", .voskTranscriber, 3),
    ("speechkit-v2.json", .speechKitV2, 3), ("speechkit-v3.json", .speechKitV3, 3),
    ("speechkit-v3-grpc.json", .speechKitV3, 3), ("speechsense.json", .speechSense, 3),
    ("salutespeech.json", .saluteSpeech, 3), ("salutespeech-stereo.json", .saluteSpeech, 3),
    ("google-v2.json", .googleV2, 3), ("google-v1-diarization.json", .googleV1, 3),
    ("google-v2-labels.json", .googleV2, 3), ("azure-batch.json", .azureBatch, 3),
    ("azure-fast.json", .azureFast, 3), ("aws-transcribe.json", .amazonTranscribe, 3),
    ("aws-transcribe-channels.json", .amazonTranscribe, 3),
    ("aws-call-analytics.json", .callAnalytics, 3), ("contact-lens.json", .callAnalytics, 0),
    ("deepgram.json", .deepgram, 3), ("deepgram-utterances.json", .deepgram, 3),
    ("assemblyai.json", .assemblyAI, 3),
    ("assemblyai-siblings/timestamps-call.json", .assemblyAI, 3),
    ("labels.srt", .subRip, 0), ("whisperx.srt", .subRip, 0), ("sonix.srt", .subRip, 0),
    ("whisper.cpp.vtt", .webVTT, 0), ("words.ctm", .ctm, 3), ("short.TextGrid", .textGrid, 0),
  ]

  @Test(arguments: whole)
  func reads(_ example: (file: String, format: TranscriptFormat, wordy: Int)) throws {
    let call = try single(example.file)
    #expect(call.format == example.format)
    #expect(call.call.turns.map(brief) == Self.conversation)
    #expect(call.call.turns.count { $0.words != nil } == example.wordy)
    #expect(call.call.id == "файл")
  }

  /// Files in which nobody is told from the other.
  @Test(arguments: [
    ("openai-whisper.json", TranscriptFormat.openAIWhisper),
    ("faster-whisper.json", .fasterWhisper), ("faster-whisper-lines.json", .fasterWhisper),
    ("whisper.tsv", .whisperTable), ("vosk.json", .vosk), ("console.txt", .dialogue),
  ])
  func refusesWithoutSpeakers(_ file: String, _ format: TranscriptFormat) throws {
    let items = try items(file)
    #expect(items.map(short) == ["no_speakers"], "\(file)")
    // One side told by the file's name is enough to read it.
    let pair = TranscriptPart(bytes: try fixture(file), name: file, side: .role(.operator))
    let call = try PartedCall.read([pair], id: "a", options: options)
    #expect(call.format == format)
    #expect(call.call.turns.count == 3)
    #expect(call.call.turns.allSatisfy { $0.speaker == .operator && $0.start != nil })
  }

  @Test func joinsTheBytesOfCutLetters() throws {
    let call = try single("whisper.cpp-full.json")
    #expect(
      call.call.turns.map(brief) == [
        "O 0.5-4.0 Чем могу помочь?", "C 5.5-8.0 Я хочу узнать\tпро заказ.",
        "O 9.5-12.0 Слушаю вас.",
      ])
    #expect(call.call.turns[0].words?.map(\.text) == ["Чем", "могу", "помочь?"])
    #expect(call.call.turns[0].words?.map(\.confidence) == [0.9, 0.7, 0.95])
    #expect(!call.notes.contains { $0.contains("�") })
  }

  @Test(
    "Google's zero says that no confidence was set, and what is no share was not given",
    arguments: [("0.0", nil), ("0.25", 0.25), ("95", nil), ("-0.5", nil)] as [(String, Double?)])
  func confidence(written: String, read: Double?) throws {
    let json = #"""
      {"results":[{"alternatives":[{"transcript":"да","words":[
      {"startTime":"1s","endTime":"2s","word":"да","confidence":\#(written)}]}]}]}
      """#
    let part = TranscriptPart(bytes: Array(json.utf8), name: "a.json", side: .role(.operator))
    let call = try PartedCall.read([part], id: "a", options: options)
    #expect(call.format == .googleV1)
    #expect(call.call.turns[0].words?.map(\.confidence) == [read])
  }

  @Test func splitsASegmentWhoseWordsHaveTwoSpeakers() throws {
    let call = try single("whisperx-mixed-words.json")
    #expect(
      call.call.turns.map(brief) == [
        "O 0.5-3.0 Чем могу помочь?", "C 3.5-8.0 Я хочу узнать про заказ.",
        "O 9.5-12.0 Слушаю вас.",
      ])
    #expect(call.call.turns[2].words?.map(\.start) == [nil, nil])
  }

  @Test func readsVoicesOfWebVTT() throws {
    let call = try single("voices.vtt")
    #expect(call.call.turns.map(\.speaker) == [.operator, .client, .operator])
    #expect(
      call.call.turns[0].text
        == "Добрый день, компания Окна & Плюс, меня зовут Анна, чем могу помочь?")
    #expect(call.call.turns.map(\.start) == [0.5, 5.5, 9.5])
    #expect(call.call.employee == "Анна")
  }

  @Test func readsUTF16TextGrid() throws {
    let call = try single("long.TextGrid")
    #expect(call.notes.first == "текст в кодировке UTF-16")
    #expect(call.call.turns.map(\.speaker) == [.operator, .client, .operator])
    #expect(call.call.turns[0].text.contains("\"Окна Плюс\""))
  }

  @Test func readsSTMWithItsMarks() throws {
    let call = try single("segments.stm")
    #expect(call.call.turns.map(\.text).last == "спасибо вам")
    #expect(call.call.turns.count == 4)
  }

  /// «The default of 0.0 is a sentinel value indicating confidence was not set.»
  @Test(arguments: ["google-v2.json", "google-v1-diarization.json"])
  func takesGooglesZeroForNoConfidence(_ file: String) throws {
    let text = String(decoding: try fixture(file), as: UTF8.self)
      .replacing(/"confidence": ?[0-9.]+/, with: "\"confidence\": 0.0")
      .replacing(/"word": ?"/, with: "\"confidence\": 0.0, \"word\": \"")
    guard case .call(let call)? = readAll(Array(text.utf8), name: file).first else {
      Issue.record("\(file) is refused")
      return
    }
    let words = call.call.turns.flatMap { $0.words ?? [] }
    #expect(words.count > 10 && words.allSatisfy { $0.confidence == nil })
  }

  @Test func showsLongNumbersOfChannelsAsWritten() {
    let text =
      #"{"phrases":[{"channel":99999999999999999999999999,"offsetMilliseconds":500,"durationMilliseconds":500,"text":"Да"},{"channel":7,"offsetMilliseconds":3000,"durationMilliseconds":500,"text":"Нет"}],"combinedPhrases":[]}"#
    guard case .refused(let error)? = readAll(Array(text.utf8), name: "a.json").first else {
      Issue.record("the operator is found")
      return
    }
    #expect(error.message.contains("канал 99999999999999999999999999, "), "\(error)")
  }

  @Test func readsTheCallsOfATable() throws {
    let calls = try items("excel.csv").compactMap { item -> ImportedCall? in
      if case .call(let call) = item { call } else { nil }
    }
    #expect(calls.map(\.call.id) == ["77", "78"])
    #expect(calls[0].call.turns.map(\.start) == [0.5, 5.5, 9.5])
    #expect(calls[1].call.turns.map(\.text) == ["Алло; \"Окна\"?", "Да, слушаю вас"])
    #expect(calls[0].notes == ["текст в кодировке Windows-1251"])
  }

  @Test func takesTheFieldsOfATalk() throws {
    let call = try single("speechsense.json").call
    #expect(call.employee == "Анна Петрова")
    #expect(call.direction == .incoming)
    #expect(call.startedAt == "2026-03-01T10:00:00.000")
  }

  @Test func findsTheOperatorByWords() throws {
    for file in ["speakers.txt", "dashes.txt", "salutespeech.json"] {
      let call = try single(file)
      #expect(call.call.turns.map(\.speaker) == [.operator, .client, .operator], "\(file)")
      let decision = try #require(call.decision)
      #expect(decision.confidence > 0.8 && decision.confidence < 0.98)
      #expect(decision.reason.contains("чем могу помочь"))
    }
  }

  @Test func obeysThePerson() throws {
    var told = options
    told.operatorChannel = "2"
    let call = try single("speechkit-v2.json", options: told)
    #expect(call.call.turns.map(\.speaker) == [.client, .operator, .client])
    #expect(call.decision == OperatorDecision(voice: "2", confidence: 1, reason: "указан канал"))
    told.operatorChannel = "right"
    #expect(
      try single("aws-transcribe-channels.json", options: told).call.turns[1].speaker == .operator)
    told.operatorChannel = "7"
    #expect(try items("speechkit-v2.json", options: told).map(short) == ["no_speakers"])
    told = options
    told.operatorSpeaker = "speaker_00"
    #expect(try single("whisperx.json", options: told).call.turns[1].speaker == .operator)
  }

  static let troubles: [(file: String, answer: String)] = [
    ("unclear.json", "не ясно, кто из них оператор: канал 1, канал 2"),
    ("cut.json", "столбец 58"), ("other.json", "JSON незнакомого вида, ключи: result, text2"),
    ("nan.json", "не сказано, кто говорит"),
  ]

  /// Calls whose sides are not told apart: kept, and not judged.
  static let mixedUp: [(file: String, reason: String, turns: Int)] = [
    ("one-voice.json", "разделение голосов не удалось: все слова у одного", 3),
    ("doubled-channels.json", "моно-запись распознана как стерео, стороны не различить", 1),
    ("swapped.txt", "похоже, стороны перепутаны: «Клиент» говорит «", 6),
  ]

  @Test(arguments: mixedUp)
  func leavesMixedUpSidesUnjudged(_ example: (file: String, reason: String, turns: Int)) throws {
    let call = try single("troubles/\(example.file)")
    let reason = try #require(call.reasonNotToJudge)
    #expect(reason.contains(example.reason))
    #expect(call.notes.contains("не оценивается: \(reason)"))
    // Nothing is laid to the operator's charge, and the words can be searched.
    #expect(call.call.turns.allSatisfy { $0.speaker == .client && !$0.text.isEmpty })
    #expect(call.call.turns.count == example.turns)
    #expect(call.decision == nil)
  }

  @Test func takesABusyClientForNoOperator() throws {
    // A receptionist serves too; one polite turn is no inversion.
    let call = try single("troubles/receptionist.txt")
    #expect(call.reasonNotToJudge == nil)
    #expect(call.call.turns.first?.speaker == .client)
  }

  @Test(arguments: troubles)
  func refusesWithTheReason(_ example: (file: String, answer: String)) throws {
    guard case .refused(let error)? = try items("troubles/\(example.file)").first else {
      Issue.record("\(example.file) is read")
      return
    }
    #expect(error.message.contains(example.answer), "\(error.message)")
  }

  @Test func leavesOutWhatARecogniserInvents() throws {
    let call = try single("troubles/inventions.json")
    #expect(
      call.call.turns.map(\.text) == [
        "Чем могу помочь?", "Я хочу узнать про заказ.", "Спасибо за звонок.",
      ])
    #expect(call.notes.contains { $0.contains("выдумки распознавателя в тишине пропущены: 4") })
  }

  @Test func saysWhoseTheThirdVoiceIs() throws {
    let call = try single("troubles/three-voices.json")
    #expect(call.call.turns.map(\.speaker) == [.operator, .client, .operator, .other])
    #expect(
      call.notes.contains(
        "голосов больше двух: клиентом счёлся «SPEAKER_01», не засчитаны никому: «SPEAKER_02»"))
    #expect(
      call.call.turns.map(\.voice) == ["SPEAKER_00", "SPEAKER_01", "SPEAKER_00", "SPEAKER_02"])
  }

  @Test func namesTheColleagueAfterATransfer() throws {
    let call = try single("troubles/colleague.txt")
    #expect(
      call.notes.contains {
        $0.hasPrefix("«Спикер 3» — похоже, коллега после перевода звонка: говорит «")
      })
    #expect(call.call.turns.filter { $0.voice == "Спикер 3" }.allSatisfy { $0.speaker == .other })
    #expect(call.call.turns.contains { $0.voice == "Спикер 2" && $0.speaker == .client })
    #expect(!call.notes.contains { $0.hasPrefix("«Спикер 2» — похоже") })
  }

  private func brief(_ turn: Turn) -> String {
    let side = turn.speaker == .operator ? "O" : "C"
    return "\(side) \(turn.start ?? -1)-\(turn.end ?? -1) \(turn.text)"
  }
}

/// The options with the words of `Lexicons/speakers`.
let options: ImportOptions = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
  let lexicon = try? Data(contentsOf: root.appending(path: "Lexicons/speakers/evidence.tsv"))
  let words = try? SpeakerLexicon(Array(lexicon ?? Data()))
  return ImportOptions(lexicon: words ?? SpeakerLexicon())
}()

func fixture(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

func items(_ file: String, options: ImportOptions = options) throws -> [TranscriptItem] {
  var reader = TranscriptReader(
    ByteSource(bytes: try fixture(file)), name: file, id: "файл", options: options)
  var items: [TranscriptItem] = []
  while let item = reader.next() { items.append(item) }
  return items
}

func single(_ file: String, options: ImportOptions = options) throws -> ImportedCall {
  let all = try items(file, options: options)
  guard case .call(let call)? = all.first, all.count == 1 else {
    throw UnexpectedItems(description: "\(file): \(all)")
  }
  return call
}

struct UnexpectedItems: Error, CustomStringConvertible {
  var description: String
}
