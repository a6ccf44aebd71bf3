internal import RussianText

/// The words by which plain dialogues name the two sides.
enum SpeakerLabel {
  /// Whose label it is and, when it says so, the person's name: «Оператор (Анна)», «Менеджер Ольга».
  static func role(of label: String) -> (speaker: Speaker, name: String?)? {
    let words = label.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "#" || $0 == "№") }
    guard let first = words.first else { return nil }
    let whole = Folding.folded(words.joined(separator: " "))
    if let speaker = labels[whole] { return (speaker, nil) }
    guard words.count <= 5, first.count > 2, let speaker = labels[Folding.folded(String(first))]
    else { return nil }
    let others = words.dropFirst()
    // «Оператор сказал: …» is speech; «Оператор Анна», «Оператор 2», «Оператор КЦ» are labels.
    guard others.allSatisfy({ $0.first.map { !$0.isLetter || $0.isUppercase } ?? false }) else {
      return nil
    }
    let name = others.filter {
      $0.first?.isLetter == true && $0.dropFirst().contains { $0.isLowercase }
    }
    return (speaker, name.isEmpty ? nil : name.joined(separator: " "))
  }

  /// «Спикер 1», «SPEAKER_00», «Канал 2 (левый)»: a side, but which one the label does not say.
  static func isAnonymous(_ label: String) -> Bool {
    let words = Folding.folded(label).split { !($0.isLetter || $0.isNumber) }
    guard let first = words.first, words.count <= 3,
      anonymous.contains(where: { first.hasPrefix($0) })
    else { return false }
    return words.dropFirst().allSatisfy {
      $0.count == 1 || $0.allSatisfy(\.isNumber) || sides.contains(String($0))
    }
  }

  private static let anonymous = [
    "спикер", "speaker", "spk", "канал", "channel", "голос", "участник", "диктор",
  ]
  private static let sides: Set<String> = ["левый", "правый", "left", "right"]

  private static let labels: [String: Speaker] = {
    var result: [String: Speaker] = [:]
    for word in [
      "оператор", "менеджер", "специалист", "агент", "сотрудник", "сотрудница", "консультант",
      "диспетчер", "администратор", "секретарь", "продавец", "работник", "поддержка",
      "техподдержка",
      "служба поддержки", "контакт-центр", "колл-центр", "кц", "компания", "эксперт", "инспектор",
      "о", "оп", "опер", "мен", "менедж", "спец", "сотр", "конс", "operator", "agent", "manager",
      "main agent", "employee", "support", "o",
    ] {
      result[word] = .operator
    }
    for word in [
      "клиент", "клиентка", "абонент", "покупатель", "заказчик", "заявитель", "посетитель",
      "пользователь", "звонящий", "собеседник", "потребитель", "гражданин", "гражданка", "гость",
      "грузоотправитель", "пассажир", "заемщик", "житель", "к", "кл", "клт", "аб", "client",
      "customer", "caller", "user", "k",
    ] {
      result[word] = .client
    }
    for word in ["третий голос", "third voice"] { result[word] = .other }
    return result
  }()
}
