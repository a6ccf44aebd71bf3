/// How Russian makes diminutives, backwards: an ending of the lemma and what stood in its place.
struct DiminutiveRule {
  /// The ending of the diminutive's lemma, folded.
  let ending: String
  /// What the base may have had there, the likeliest first.
  let bases: [String]
  let gender: Grammemes
  /// Strong suffixes make nothing but diminutives. Weak ones also make many words that live on
  /// their own (-к-, -ик, -ок), so they need an inanimate base and a word that is inanimate too.
  let strength: Strength

  enum Strength {
    case strong, weak
    /// Believed only in words the dictionary does not have: «вопросец», but not «образец».
    case unknownOnly
  }

  private init(_ ending: String, _ bases: String, _ gender: Grammemes, _ strength: Strength) {
    self.ending = ending
    self.bases = bases.split(separator: " ").map { $0 == "∅" ? "" : String($0) }
    self.gender = gender
    self.strength = strength
  }

  /// Rules for nouns; longer endings stand before their own ends.
  static let nouns: [Self] = [
    // Masculine.
    Self("ашечек", "ашек ах", .masculine, .strong),
    Self("очек", "ок ек ∅", .masculine, .strong),  // звоночек, номерочек
    Self("ечек", "ек ец ень ок ∅ ь", .masculine, .strong),  // денёчек, мешочек
    Self("ичек", "ик ∅", .masculine, .strong),  // паспортичек
    Self("ушек", "∅", .masculine, .strong),  // хлебушек
    Self("юшек", "∅ ь", .masculine, .strong),
    Self("ышек", "∅", .masculine, .strong),
    Self("ишко", "∅ ь", .masculine, .strong),  // городишко, домишко
    Self("ишка", "∅ ь", .masculine, .strong),
    Self("льчик", "л", .masculine, .weak),  // терминальчик
    Self("чик", "∅ ец", .masculine, .strong),  // договорчик, огурчик
    Self("ик", "∅ ь", .masculine, .weak),  // документик, рублик
    Self("жок", "г", .masculine, .weak),  // творожок
    Self("чок", "к", .masculine, .weak),  // ярлычок
    Self("шок", "х", .masculine, .weak),  // слушок
    Self("ок", "∅", .masculine, .weak),  // адресок
    Self("ек", "ь й ∅", .masculine, .weak),  // денёк, чаёк
    Self("ец", "∅", .masculine, .unknownOnly),  // вопросец
    // Feminine.
    Self("жечка", "жка га", .feminine, .strong),  // бумажечка
    Self("шечка", "шка ха", .feminine, .strong),
    Self("чечка", "чка ка ца", .feminine, .strong),
    Self("ечка", "йка ка я а", .feminine, .strong),  // копеечка, неделечка
    Self("очка", "ка а ь", .feminine, .strong),  // заявочка, секундочка
    Self("ичка", "ица", .feminine, .strong),  // страничка
    Self("онька", "а ь", .feminine, .strong),
    Self("енька", "а я ь", .feminine, .strong),
    Self("жонка", "га", .feminine, .strong),  // бумажонка
    Self("чонка", "ка ца", .feminine, .strong),
    Self("шонка", "ха", .feminine, .strong),
    Self("ишка", "ь", .feminine, .strong),
    Self("ушка", "а ь", .feminine, .strong),
    Self("юшка", "я ь", .feminine, .strong),
    Self("ежка", "ьга", .feminine, .strong),  // денежка
    Self("ерка", "ра", .feminine, .weak),  // циферка
    Self("енка", "ня", .feminine, .weak),  // сотенка
    Self("ийка", "ия", .feminine, .weak),  // фамилийка
    Self("чка", "ка", .feminine, .weak),  // ипотечка
    Self("елька", "ля", .feminine, .weak),
    Self("жка", "га", .feminine, .weak),  // бумажка
    Self("шка", "ха", .feminine, .weak),
    Self("ька", "я", .feminine, .weak),  // неделька
    Self("ка", "а", .feminine, .weak),  // минутка, квартирка
    // Neuter.
    Self("ошечко", "ошко но", .neuter, .strong),  // окошечко
    Self("ечко", "о я ько", .neuter, .strong),  // местечко, времечко
    Self("очко", "ко о", .neuter, .strong),
    Self("ышко", "о це", .neuter, .strong),  // пятнышко, солнышко
    Self("ишко", "о", .neuter, .strong),  // письмишко
    Self("ушко", "о е", .neuter, .strong),
    Self("юшко", "е", .neuter, .strong),
    Self("ошко", "но", .neuter, .strong),  // окошко
    Self("чико", "цо", .neuter, .strong),
    Self("чко", "ко цо", .neuter, .weak),  // облачко
    Self("ецо", "о", .neuter, .strong),  // письмецо
    Self("ьице", "ие", .neuter, .strong),  // заявленьице
    Self("ьце", "о", .neuter, .strong),  // дельце
    Self("цо", "о", .neuter, .strong),  // словцо
  ]

  /// Endings of adjectives' lemmas, those with a consonant restored first.
  static let adjectives: [(ending: String, bases: [String])] =
    restoredEndings + [
      ("ошенький", ["ый", "ий"]), ("охонький", ["ый", "ий"]),
      ("енький", ["ый", "ий", "ой"]), ("онький", ["ий", "ой", "ый"]),
    ]

  /// Endings of adverbs, likewise.
  static let adverbs: [(ending: String, bases: [String])] =
    restoredEndings + [
      ("онечко", ["о"]), ("енечко", ["о", "е"]), ("ожечко", ["ожко", "ого"]),
      ("енько", ["о", "е"]), ("онько", ["о"]), ("ечко", ["о"]), ("очко", ["ко", "о"]),
    ]

  /// Consonants that change before adjectives' and adverbs' suffixes: лёгкий → лёгонький,
  /// короткий → коротенький.
  private static let restoredEndings: [(ending: String, bases: [String])] = [
    ("гонький", ["гкий"]), ("гонько", ["гко"]), ("зенько", ["зко"]), ("зенький", ["зкий"]),
    ("хонько", ["хо"]), ("хонечко", ["хо"]),
    ("тенький", ["ткий"]), ("тенько", ["тко"]), ("ненький", ["нкий"]), ("ненько", ["нко"]),
  ]
}
