extension Category {
  /// What a QA specialist calls it, in Russian.
  public var title: String {
    switch self {
    case .rudeRepeat: "грубое обращение и повтор"
    case .diminutive: "уменьшительные слова"
    case .command: "командный тон"
    case .jargon: "жаргон и просторечие"
    case .filler: "слова-паразиты"
    case .moneyTalk: "разговор о деньгах"
    case .blame: "обвинение клиента"
    case .companyFailure: "неудачи компании"
    case .attentionDemand: "требование внимания"
    case .refusal: "отказ"
    case .noInformation: "«нет информации»"
    case .categoricalOrder: "категоричные выражения"
    case .redirect: "отсылка на другой номер"
    case .badmouthing: "дурное о компании и партнёрах"
    case .profanity: "нецензурная лексика"
    }
  }
}

extension Category {
  /// The category of a name as files write it or as people call it, or of the words that its title
  /// begins with: «жаргон»; nil where there is none.
  init?(name: String) {
    let name = name.lowercased()
    if let known = Self.allCases.first(where: { $0.rawValue == name || $0.title == name }) {
      self = known
      return
    }
    let begun = Self.allCases.filter { $0.title.hasPrefix(name + " ") }
    guard begun.count == 1 else { return nil }
    self = begun[0]
  }

  /// What to say of a name that no category has.
  static func unknown(_ name: String) -> String {
    let names = allCases.map(\.rawValue) + allCases.map(\.title)
    let list = allCases.map { "\($0.rawValue) (\($0.title))" }.joined(separator: ", ")
    return
      "неизвестная категория «\(name)»\(Misspelling.hint(for: name, among: names)); есть: \(list)"
  }
}

extension YAMLReader {
  /// A category, by either of its names.
  func category() throws(StandardError) -> Category {
    let text = try string()
    guard let category = Category(name: text) else { throw error(Category.unknown(text)) }
    return category
  }
}

extension Element {
  /// What a QA specialist calls it, in Russian.
  public var title: String {
    switch self {
    case .greeting: "приветствие"
    case .company: "название компании"
    case .department: "подразделение"
    case .position: "должность"
    case .operatorName: "имя сотрудника"
    case .operatorFullName: "полное имя сотрудника"
    case .offerHelp: "предложение помощи"
    case .convenience: "удобно ли говорить"
    case .thanks: "благодарность"
    case .farewell: "прощание"
    case .inviteAgain: "приглашение обращаться ещё"
    case .moreQuestions: "остались ли вопросы"
    case .nextContact: "следующий контакт"
    case .holdWarning: "предупреждение об ожидании"
    case .transferWarning: "предупреждение о переводе"
    case .apology: "извинение или сочувствие"
    case .politeAddress: "обращение по имени"
    }
  }
}
