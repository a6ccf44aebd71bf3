/// Speech that the detectors of elements ask for by name: phrases under `cues` of an element.
/// `Lexicons/README.md`, «The cues», tells of each whose turn it stands in, where, and what it decides.
public enum ElementCue: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
  /// The client turns down what the operator offers in the turn before: that turn does not say it.
  case declined
  /// Words under it are not the element.
  case barred
  /// Another voice presents itself: the call has been put through.
  case presentsAgain = "presents_again"
  /// Findings make it apply only in calls where the client says one of these.
  case findingsWhenClientSays = "findings_when_client_says"
  /// The client is content: findings before it have been settled.
  case clientSettled = "client_settled"
  /// The client asks who speaks.
  case clientAsks = "client_asks"
  /// Words of an opening that are no part of a company's name.
  case frame
  /// No company's name; nor is such a noun a surname.
  case never
  /// Around a name: of another company than the one that answers.
  case foreign
  /// Around a name: of the company that answers.
  case own
  /// A first name, whatever the dictionary says.
  case firstNames = "first_names"
  /// A surname, whatever the dictionary says.
  case surnames
  /// A name goes on with it.
  case insideNames = "inside_names"
  /// No name, though the dictionary guesses so.
  case noNames = "no_names"
  /// No surname, though a noun stands beside the operator's first name.
  case noSurname = "no_surname"
  /// Right before the operator's own name, also one that is a common noun.
  case ownBeforeAny = "own_before_any"
  /// Right before the operator's own name.
  case ownBefore = "own_before"
  /// Its first and last word stand around the operator's own name.
  case ownBetween = "own_between"
  /// Right after the operator's own name.
  case ownAfter = "own_after"
  /// Right after the operator's own name, in whatever case the dictionary takes it for.
  case ownAfterAny = "own_after_any"
  /// Around the operator's own name in another case, where there is no punctuation.
  case ownMisheard = "own_misheard"
  /// Right before the operator's own name in any case.
  case ownWith = "own_with"
  /// Where it matches too, the operator's own name is a surname.
  case ownSurname = "own_surname"
  /// Right before a name that is the operator's own if nothing speaks against it.
  case ownBeforeWeak = "own_before_weak"
  /// The same, after it.
  case ownAfterWeak = "own_after_weak"
  /// The same, before it, in the turn that opens a call.
  case ownBeforeFirst = "own_before_first"
  /// After a firm's words, and the first name after those is the operator's own.
  case ownAfterFirm = "own_after_firm"
  /// After a name: a firm, so that the name after the greeting is the caller's own.
  case firms
  /// Around a name that is not the operator's own.
  case notOwn = "not_own"
  /// Around a third person's name, told by what they do.
  case titled
  /// Around a third person's name.
  case third
  /// Beside the question who speaks: the answer may stand in the instrumental.
  case clientAsksWith = "client_asks_with"
  /// Right before the operator's own name in such an answer.
  case answersWith = "answers_with"
  /// Beside the question who speaks: the surname is asked for.
  case asksSurname = "asks_surname"
  /// Right before the operator's own name in an answer.
  case askedBefore = "asked_before"
  /// Where the words before the name end with it, the name is a surname.
  case ownSurnameWord = "own_surname_word"
  /// Anywhere in an answer: the surname that opens it may look like a first name.
  case firstNameWord = "first_name_word"
  /// The operator asks for the client's name.
  case operatorAsks = "operator_asks"
  /// Right before the client's own name.
  case clientBefore = "client_before"
  /// The same, where the name is known as one.
  case clientBeforeKnown = "client_before_known"
  /// Right after the client's own name.
  case clientAfter = "client_after"
  /// Around a name in an outgoing call: the client's.
  case called
  /// The client says yes to a name.
  case clientConfirms = "client_confirms"
  /// Right before the name of the client who is asked for.
  case asksFor = "asks_for"
  /// Right before the name of the client who is addressed.
  case addressBefore = "address_before"
  /// Right after it.
  case addressAfter = "address_after"
  /// Around a name in a turn without punctuation: the client is addressed.
  case addressed
  /// Where it matches too, the word before is the operator's own surname.
  case surnameExplained = "surname_explained"
  /// Opens an answer: a name may follow.
  case answersLead = "answers_lead"
  /// Right after the word that opens an answer: that word is the surname.
  case explainsName = "explains_name"
  /// The operator asks for a third person's name.
  case operatorAsksThird = "operator_asks_third"
  /// In the answer to that: the name is the client's after all.
  case answersSelf = "answers_self"
  /// The client asks who speaks and names nobody.
  case asksWho = "asks_who"
  /// Right after the client's own surname, said again to explain it.
  case clientSurname = "client_surname"
  /// The client asks whom the operator wants.
  case clientAsksWhom = "client_asks_whom"

  /// The elements under which it is asked for; nil for all that phrases find.
  public var elements: Set<Element>? {
    switch self {
    case .declined, .barred: nil
    case .findingsWhenClientSays, .clientSettled: [.nextContact]
    case .presentsAgain: [.transferWarning, .operatorName]
    case .clientAsks: [.company, .operatorName]
    case .frame, .never, .foreign, .own: [.company]
    default: [.operatorName]
    }
  }
}
