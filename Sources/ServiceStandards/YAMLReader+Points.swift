/// Reading of what decides the points of a scorecard: what would make them senseless is refused.
extension YAMLReader {
  /// Percent, not a share: a pass mark of 0.8 would let every call pass.
  func passMark() throws(StandardError) -> Double {
    let mark = try double()
    guard (0...100).contains(mark) else {
      throw error("зачёт (pass) — от 0 до 100 процентов, а стоит \(NotationNumber.written(mark))")
    }
    guard mark == 0 || mark > 1 else {
      throw error(
        "зачёт (pass) — в процентах; вы имели в виду \(NotationNumber.written(mark * 100))?")
    }
    return mark
  }

  func weight() throws(StandardError) -> Double {
    let weight = try double()
    guard weight >= 0 else {
      throw error("вес (weight) не бывает отрицательным: он прибавлял бы за нарушение")
    }
    return weight
  }

  /// The share of the points that each finding takes.
  func each() throws(StandardError) -> Double {
    guard let value = value("each") else { return 1 }
    let each = try value.double()
    guard each > 0, each <= 1 else {
      throw value.error(
        "each — доля баллов, которую отнимает каждая находка: она больше нуля и не больше 1")
    }
    return each
  }

  /// Phrases of a check, which would be the same in every call without any.
  func anyPhrases(_ key: String) throws(StandardError) -> [StandardPhrase] {
    let phrases = try phrases(key)
    guard !phrases.isEmpty else {
      throw try required(key).error("здесь ожидалась хотя бы одна фраза")
    }
    return phrases
  }
}
