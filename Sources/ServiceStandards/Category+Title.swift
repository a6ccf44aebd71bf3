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
