/// The fifteen kinds of findings. The raw values stand in files, the database and the API.
public enum Category: String, Sendable, Hashable, Codable, CaseIterable {
  case rudeRepeat = "rude_repeat"
  case diminutive
  case command
  case jargon
  case filler
  case moneyTalk = "money_talk"
  case blame
  case companyFailure = "company_failure"
  case attentionDemand = "attention_demand"
  case refusal
  case noInformation = "no_information"
  case categoricalOrder = "categorical_order"
  case redirect
  case badmouthing
  case profanity
}

/// The seventeen mandatory elements of a call.
public enum Element: String, Sendable, Hashable, Codable, CaseIterable {
  case greeting, company, department, position
  case operatorName = "operator_name"
  case operatorFullName = "operator_full_name"
  case offerHelp = "offer_help"
  case convenience, thanks, farewell
  case inviteAgain = "invite_again"
  case moreQuestions = "more_questions"
  case nextContact = "next_contact"
  case holdWarning = "hold_warning"
  case transferWarning = "transfer_warning"
  case apology
  case politeAddress = "polite_address"
}

/// How much a finding matters to the standard.
public enum Severity: String, Sendable, Hashable, Codable, CaseIterable {
  case none, minor, major, critical
}
