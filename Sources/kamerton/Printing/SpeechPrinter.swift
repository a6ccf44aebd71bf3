import Compliance

/// Writes how a call was spoken: times, pace, silences, interruptions, and how precise that is.
struct SpeechPrinter {
  let terminal: Terminal

  func text(_ metrics: [String: Double]) -> String {
    guard metrics[MetricName.turns] != nil else { return "" }
    let rows = rows(metrics)
    guard !rows.isEmpty else { return "" }
    let width = rows.map { Wrapping.visibleCount($0.0) }.max() ?? 0
    return terminal.styled("Речь", .bold) + " (\(precision(metrics)))\n"
      + rows.map { name, value in
        "  \(Wrapping.pad(name, to: width))  "
          + Wrapping.wrap(value, width: terminal.width, indent: width + 4) + "\n"
      }.joined()
  }

  private func precision(_ metrics: [String: Double]) -> String {
    guard let share = metrics[MetricName.wordTimesShare] else {
      return "времени в расшифровке нет, темп и паузы не измерены"
    }
    if share >= 1 { return "по времени слов" }
    return share > 0 ? "время слов есть не у всех реплик" : "по времени реплик, приблизительно"
  }

  private func rows(_ metrics: [String: Double]) -> [(String, String)] {
    var rows: [(String, String)] = []
    func add(_ name: String, _ value: String?) {
      if let value { rows.append((name, value)) }
    }
    add("длительность", metrics[MetricName.duration].map(RussianWriting.time))
    add("ответ", metrics[MetricName.answer].map { "через \(RussianWriting.number($0)) с" })
    let whose =
      metrics[MetricName.clientZone] == nil ? "по часам записи" : "по часам клиента"
    add("начало", metrics[MetricName.startHour].map { "\(clock($0)) \(whose)" })
    add(
      "оператор",
      side(
        metrics, words: MetricName.operatorWords, speech: MetricName.operatorSpeech,
        share: metrics[MetricName.operatorTalkShare], pace: MetricName.operatorPace,
        syllables: MetricName.operatorSyllables))
    add(
      "клиент",
      side(
        metrics, words: MetricName.clientWords, speech: MetricName.clientSpeech,
        share: metrics[MetricName.operatorTalkShare].map { 1 - $0 }, pace: MetricName.clientPace,
        syllables: MetricName.clientSyllables))
    add("паузы", silences(metrics))
    add("удержания", holds(metrics))
    add("перебивания", interruptions(metrics))
    add(
      "последнее слово",
      metrics[MetricName.endedByClient].map { $0 > 0 ? "за клиентом" : "за оператором" })
    return rows
  }

  private func side(
    _ metrics: [String: Double], words: String, speech: String, share: Double?, pace: String,
    syllables: String
  ) -> String? {
    guard let count = metrics[words] else { return nil }
    var parts = [RussianWriting.count(Int(count), "слово", "слова", "слов")]
    if let seconds = metrics[speech] {
      let share = share.map { " (\(RussianWriting.number(($0 * 100).rounded())) % речи)" } ?? ""
      parts.append("говорил \(RussianWriting.time(seconds))\(share)")
    }
    if let text = rate(metrics, pace, decimals: false) {
      let unit = RussianWriting.form(Int(metrics[pace]?.rounded() ?? 0), "слово", "слова", "слов")
      parts.append("\(text) \(unit) в минуту")
    }
    if let text = rate(metrics, syllables, decimals: true) {
      let unit = RussianWriting.form(of: metrics[syllables] ?? 0, "слог", "слога", "слогов")
      parts.append("\(text) \(unit) в секунду")
    }
    return parts.joined(separator: ", ")
  }

  /// «128 (по репликам 100–126–150)».
  private func rate(_ metrics: [String: Double], _ name: String, decimals: Bool) -> String? {
    func written(_ value: Double) -> String {
      RussianWriting.number(decimals ? value : value.rounded())
    }
    guard let mean = metrics[name] else { return nil }
    let spread = MetricName.spread.compactMap { metrics[name + $0.suffix] }.map(written)
    return written(mean)
      + (spread.count == 3 ? " (по репликам \(spread.joined(separator: "–")))" : "")
  }

  private func silences(_ metrics: [String: Double]) -> String? {
    guard let count = metrics[MetricName.silences], let all = metrics[MetricName.silence],
      let longest = metrics[MetricName.longestSilence]
    else { return nil }
    guard count > 0 else { return "нет" }
    return "\(Int(count)), вместе \(RussianWriting.number(all)) с, "
      + "самая долгая \(RussianWriting.number(longest)) с"
  }

  private func holds(_ metrics: [String: Double]) -> String? {
    guard let count = metrics[MetricName.holds] else { return nil }
    guard count > 0, let all = metrics[MetricName.hold],
      let longest = metrics[MetricName.longestHold]
    else { return "нет" }
    var text =
      "\(Int(count)), вместе \(RussianWriting.number(all)) с, "
      + "самое долгое \(RussianWriting.number(longest)) с"
    if let missing = metrics[MetricName.unannouncedHolds], missing > 0 {
      text += ", без предупреждения \(Int(missing))"
    }
    if let missing = metrics[MetricName.unthankedHolds], missing > 0 {
      text += ", без благодарности за ожидание \(Int(missing))"
    }
    return text
  }

  private func interruptions(_ metrics: [String: Double]) -> String? {
    guard let mine = metrics[MetricName.interruptions],
      let theirs = metrics[MetricName.clientInterruptions]
    else { return nil }
    var text = "оператор \(Int(mine))"
    if mine > 0, let seconds = metrics[MetricName.interruption] {
      text += " (\(RussianWriting.number(seconds)) с)"
    }
    return text + ", клиент \(Int(theirs))"
  }

  private func clock(_ hours: Double) -> String {
    let minutes = Int((hours * 60).rounded())
    let rest = minutes % 60
    return "\(minutes / 60):\(rest < 10 ? "0" : "")\(rest)"
  }
}
