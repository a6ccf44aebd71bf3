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
  /// From the first word to the last.
  public static let duration = "duration_seconds"
  /// From the start of the recording to the operator's first word.
  public static let answer = "answer_seconds"
  public static let operatorSpeech = "operator_speech_seconds"
  public static let clientSpeech = "client_speech_seconds"
  /// Share of the speaking time that is the operator's, 0…1.
  public static let operatorTalkShare = "operator_talk_share"
  public static let operatorPace = "operator_words_per_minute"
  public static let clientPace = "client_words_per_minute"
  public static let longestSilence = "longest_silence_seconds"
  /// The longest silence that the operator breaks: the client waits for them.
  public static let longestOperatorSilence = "longest_operator_silence_seconds"
  /// Silences over 15 seconds that the operator breaks.
  public static let holds = "holds"
  /// How often the operator starts while the client is speaking.
  public static let interruptions = "interruptions"
  /// From the announced transfer to the next words on the company's side.
  public static let transfer = "transfer_seconds"

  /// Hour of the day at which the call began, as its source gives it («9,5» is 9:30).
  public static let startHour = "start_hour"

  /// Every name.
  static let all: Set<String> = [
    turns, operatorTurns, operatorWords, clientWords, operatorWordShare, fillers,
    fillersPer100Words, duration, answer, operatorSpeech, clientSpeech, operatorTalkShare,
    operatorPace, clientPace, longestSilence, longestOperatorSilence, holds, interruptions,
    transfer, startHour,
  ]

  /// A value in the words of a reason.
  static func phrase(_ name: String, _ value: Double) -> String {
    let seconds = Wording.count(Int(value.rounded()), "секунда", "секунды", "секунд")
    switch name {
    case answer: return "ответ через \(Wording.number(value)) с от начала записи"
    case duration: return "разговор длился \(time(value))"
    case operatorSpeech: return "оператор говорил \(time(value))"
    case longestSilence: return "самая долгая тишина — \(seconds)"
    case longestOperatorSilence: return "самая долгая пауза оператора — \(seconds)"
    case transfer: return "соединение заняло \(seconds)"
    case operatorPace: return "темп \(Int(value.rounded())) слов в минуту"
    case interruptions:
      return "перебил клиента " + Wording.count(Int(value), "раз", "раза", "раз")
    case holds: return "удержаний: \(Int(value))"
    case startHour: return "звонок начат в \(clock(value))"
    default: return "\(name) = \(Wording.number(value))"
    }
  }

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
