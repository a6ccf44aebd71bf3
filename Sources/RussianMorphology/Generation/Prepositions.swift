import RussianText

/// What the grammar says of prepositions: the cases they govern and the spelling that fits what
/// follows («с заявкой», «со счёта», «об оплате»).
public enum Prepositions {
  /// The cases that `word`, folded, governs as a preposition; nil when it is none or takes many.
  public static func cases(of word: String) -> Grammemes? { governed[word] }

  /// Whether a noun behind this preposition, folded, is in its second prepositional case: «в прошлом
  /// году», «в котором часу», «на краю».
  ///
  /// - Parameter noun: its lemma, folded.
  public static func takesSecondCase(_ noun: String, after preposition: String) -> Bool {
    secondCases.contains {
      $0.prepositions.contains(preposition) && $0.nouns.contains(noun)
    }
  }

  private static let secondCases: [(prepositions: Set<String>, nouns: Set<String>)] = [
    (["в", "во"], ["год", "час", "угол", "шкаф", "лес", "сад", "порт", "снег", "пруд", "ряд"]),
    (["на"], ["год", "угол", "мост", "край", "берег", "пол", "пруд"]),
  ]

  /// How the preposition `written` is spelled before `next`, in the case of its letters; nil when
  /// it is no preposition that changes.
  ///
  ///     Prepositions.spelling(of: "о", before: "администраторе")  // «об»
  public static func spelling(of written: String, before next: String) -> String? {
    let following = Array(Folding.folded(next))
    guard let first = following.first, first.isLetter,
      let family = families.first(where: { $0.contains(Folding.folded(written)) })
    else { return nil }
    let second = following.dropFirst().first { $0.isLetter }
    let isCluster = second.map { !vowels.contains($0) && $0 != "ь" } ?? false
    let wanted: String
    switch family[0] {
    case "о": wanted = "аоуэи".contains(first) ? "об" : "о"
    case "с": wanted = "сзшжщ".contains(first) && isCluster || first == "щ" ? "со" : "с"
    case "в": wanted = "вф".contains(first) && isCluster ? "во" : "в"
    default: wanted = family[0]
    }
    // «обо», «ко», «изо» stand before «мне», «всем»: what is put there is never that.
    guard written.first?.isUppercase == true, let head = wanted.first else { return wanted }
    return head.uppercased() + wanted.dropFirst()
  }

  private static let vowels: Set<Character> = ["а", "е", "и", "о", "у", "ы", "э", "ю", "я"]

  private static let families = [
    ["о", "об", "обо"], ["с", "со"], ["в", "во"], ["к", "ко"], ["из", "изо"], ["от", "ото"],
    ["под", "подо"], ["над", "надо"], ["перед", "передо"],
  ]

  private static let governed: [String: Grammemes] = {
    var result: [String: Grammemes] = [:]
    let table: [(String, Grammemes)] = [
      (
        "без для до из изо от ото у около после кроме вместо возле против насчет ради среди вокруг "
          + "мимо внутри вне ввиду вследствие относительно касательно помимо", .genitive
      ),
      ("к ко благодаря согласно вопреки навстречу", .dative),
      ("про через сквозь", .accusative),
      ("над надо перед передо между", .instrumental),
      ("при о об обо", .prepositional),
      ("в во на", [.accusative, .prepositional, .secondPrepositional]),
      ("за под подо", [.accusative, .instrumental]),
      ("с со", [.instrumental, .genitive]),
      // «по приезде» is told by its form; «по заявке» is the dative.
      ("по", [.dative, .accusative]),
    ]
    for (words, cases) in table {
      for word in words.split(separator: " ") { result[String(word)] = cases }
    }
    return result
  }()
}
