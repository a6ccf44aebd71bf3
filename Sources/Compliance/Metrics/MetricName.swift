/// Names of the metrics of a call, as analyses and standards write them.
public enum MetricName {
  // Known of every call.
  public static let turns = "turns"
  public static let operatorTurns = "operator_turns"
  public static let operatorWords = "operator_words"
  public static let clientWords = "client_words"
  /// Share of the words that the operator says, 0…1.
  public static let operatorWordShare = "operator_word_share"
  public static let fillers = "fillers"
  public static let fillersPer100Words = "fillers_per_100_words"

  // Known where turns or words have times.
  /// Share of the timed turns whose words have times too: 1 is precise, 0 is by turns.
  public static let wordTimesShare = "word_times_share"
  /// From the first word to the last.
  public static let duration = "duration_seconds"
  /// From the start of the recording to the operator's first word.
  public static let answer = "answer_seconds"
  public static let operatorSpeech = "operator_speech_seconds"
  public static let clientSpeech = "client_speech_seconds"
  /// Share of the speaking time that is the operator's, 0…1.
  public static let operatorTalkShare = "operator_talk_share"
  /// Words a minute of speaking time; with `_p10`, `_p50`, `_p90` the spread over turns.
  public static let operatorPace = "operator_words_per_minute"
  public static let clientPace = "client_words_per_minute"
  /// Syllables a second of speaking time, with the same spread.
  public static let operatorSyllables = "operator_syllables_per_second"
  public static let clientSyllables = "client_syllables_per_second"
  /// Silences, how many and how long together.
  public static let silences = "silences"
  public static let silence = "silence_seconds"
  public static let longestSilence = "longest_silence_seconds"
  /// The longest silence that the operator breaks: the client waits for them.
  public static let longestOperatorSilence = "longest_operator_silence_seconds"
  /// Long silences that leave the client waiting; those not announced, and not thanked for.
  public static let holds = "holds"
  public static let unannouncedHolds = "unannounced_holds"
  public static let unthankedHolds = "unthanked_holds"
  public static let hold = "hold_seconds"
  public static let longestHold = "longest_hold_seconds"
  /// How often the operator starts while the client is speaking, and how long both speak then.
  public static let interruptions = "interruptions"
  public static let interruption = "interruption_seconds"
  public static let longestInterruption = "longest_interruption_seconds"
  /// How often the client starts while the operator is speaking.
  public static let clientInterruptions = "client_interruptions"
  /// From the announced transfer to the next words on the company's side.
  public static let transfer = "transfer_seconds"
  /// 1 where the client speaks last, 0 where the operator does.
  public static let endedByClient = "ended_by_client"

  /// Hour of the day at which the call began by the client's clock, or, where the client's time
  /// zone is not known, as its source gives it («9,5» is 9:30).
  public static let startHour = "start_hour"
  /// How many hours the client's clock is ahead of Greenwich; known only of some calls.
  public static let clientZone = "client_utc_offset_hours"

  /// What is added to the name of a rate: the tenth, the middle and the ninetieth percent of turns.
  public static let spread: [(suffix: String, share: Double)] = [
    ("_p10", 0.1), ("_p50", 0.5), ("_p90", 0.9),
  ]

  /// Every name.
  public static let all: Set<String> = {
    let rates = [operatorPace, clientPace, operatorSyllables, clientSyllables]
    let plain = [
      turns, operatorTurns, operatorWords, clientWords, operatorWordShare, fillers,
      fillersPer100Words, wordTimesShare, duration, answer, operatorSpeech, clientSpeech,
      operatorTalkShare, silences, silence, longestSilence, longestOperatorSilence, holds,
      unannouncedHolds, unthankedHolds, hold, longestHold, interruptions, interruption,
      longestInterruption, clientInterruptions, transfer, endedByClient, startHour,
      clientZone,
    ]
    return Set(plain + rates + rates.flatMap { rate in spread.map { rate + $0.suffix } })
  }()

  /// A value in the words of a reason.
  static func phrase(_ name: String, _ value: Double) -> String {
    let seconds = Wording.count(Int(value.rounded()), "секунда", "секунды", "секунд")
    switch name {
    case answer: return "ответ через \(Wording.number(value)) с от начала записи"
    case duration: return "разговор длился \(time(value))"
    case operatorSpeech: return "оператор говорил \(time(value))"
    case longestSilence: return "самая долгая тишина — \(seconds)"
    case longestOperatorSilence: return "самая долгая пауза оператора — \(seconds)"
    case longestHold: return "самое долгое ожидание — \(time(value))"
    case hold: return "клиент ждал в тишине \(time(value))"
    case transfer: return "соединение заняло \(seconds)"
    case operatorPace:
      return "темп " + Wording.count(Int(value.rounded()), "слово", "слова", "слов") + " в минуту"
    case operatorSyllables:
      return "темп " + Wording.fraction(value, "слог", "слога", "слогов") + " в секунду"
    case interruptions:
      return "перебил клиента " + Wording.count(Int(value), "раз", "раза", "раз")
    case clientInterruptions:
      return "клиент перебил " + Wording.count(Int(value), "раз", "раза", "раз")
    case holds: return "удержаний: \(Int(value))"
    case unannouncedHolds: return "удержаний без предупреждения: \(Int(value))"
    case unthankedHolds: return "удержаний без благодарности за ожидание: \(Int(value))"
    case endedByClient:
      return value > 0 ? "последним говорит клиент" : "последним говорит оператор"
    case startHour: return "звонок начат в \(clock(value))"
    default: return "\(name) = \(Wording.number(value))"
    }
  }

  /// How precise a metric of times is; nil for any other.
  static func precision(_ name: String, in metrics: [String: Double]) -> String? {
    if name == startHour {
      return metrics[clientZone] == nil
        ? "по часам записи: пояс клиента неизвестен" : "по часам клиента"
    }
    guard timed.contains(name), let share = metrics[wordTimesShare] else { return nil }
    return share >= 1 ? nil : share > 0 ? "время слов есть не у всех реплик" : "по времени реплик"
  }

  /// Those that are measured otherwise by the times of turns than by those of words.
  private static let timed: Set<String> = [
    operatorPace, clientPace, operatorSyllables, clientSyllables, longestSilence,
    longestOperatorSilence, holds, unannouncedHolds, unthankedHolds, hold, longestHold,
    interruptions, clientInterruptions,
  ]

  private static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return whole < 60 ? "\(whole) с" : "\(whole / 60) мин \(whole % 60) с"
  }

  private static func clock(_ hours: Double) -> String {
    let minutes = Int((hours * 60).rounded())
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
