/// How Russian makes diminutives, backwards and in full: also those that are at home in business
/// speech («домик», «ключик») and those of living beings. Only
/// ``DiminutiveScope/every(except:)`` asks for them.
struct FullDiminutiveRule {
  /// The ending of the lemma; one with ё does not stand for е.
  let ending: String
  /// What the base may have there, the likeliest first.
  let bases: [String]
  let declension: Declension
  let condition: Condition

  /// What a suffix that also makes other words needs to be believed.
  enum Condition {
    case none
    /// The base is a word in use.
    case commonBase
    /// The base is a word in use, unless both are things.
    case commonBaseIfAlive
    /// Both are alive.
    case alive
    /// There is no stuff of which it is one piece: «соломинка», «золотинка».
    case noMass
  }

  /// What kind of word the rule is for. Its base has the gender of the word.
  enum Declension {
    case masculine
    /// In -а, be it «дядечка».
    case feminine
    /// In -о, be it «домишко».
    case neuter
    /// Any, and a base of any gender.
    case any
  }

  private init(
    _ ending: String, _ bases: String, _ declension: Declension, _ condition: Condition = .none
  ) {
    self.ending = ending
    self.bases = bases.split(separator: " ").map { $0 == "∅" ? "" : String($0) }
    self.declension = declension
    self.condition = condition
  }

  /// In order: an ending stands before its own ends, an exception before its rule.
  static let all: [Self] = [
    Self("ашечек", "ашек ах", .masculine),
    Self("ашек", "ан ах", .masculine),
    Self("ышечек", "ышек", .masculine),
    Self("ушечек", "ушек", .masculine),
    Self("очек", "ок ек ∅", .masculine),
    Self("ечек", "ек ец ень ок ∅ ь", .masculine),
    Self("ичек", "ик ∅", .masculine),
    Self("адушек", "адья", .any),
    Self("ушек", "∅ ей ень", .masculine),
    Self("ешек", "ень й ей", .masculine),
    Self("жек", "г", .masculine),
    Self("ошек", "ох", .masculine),
    Self("юшек", "∅ ь", .masculine),
    Self("ышек", "ыш ей ∅ ь", .masculine),
    Self("адышек", "адья", .any),
    Self("ушко", "∅", .masculine),
    Self("тенёк", "тень", .any),
    Self("ишко", "∅ ь й", .masculine),
    Self("ьишко", "ей", .masculine),
    Self("нишко", "ень", .masculine),
    Self("ришко", "ер ор", .masculine),
    Self("лишко", "ел ол", .masculine),
    Self("жишко", "г", .masculine),
    Self("шишко", "х", .masculine),
    Self("чишко", "к ц ец", .any),
    Self("нишка", "ень", .masculine),
    Self("ьишка", "ей", .masculine),
    Self("ришка", "ер ор", .masculine),
    Self("лишка", "ел ол", .masculine),
    Self("жишка", "г", .masculine),
    Self("шишка", "х", .masculine),
    Self("ишка", "∅ ь й", .masculine),
    Self("йчишка", "яц", .masculine),
    Self("юшка", "ь й яц", .masculine),
    Self("лушка", "л ель", .masculine),
    Self("ушка", "∅ ей ец ь", .masculine, .alive),
    Self("кончик", "конец", .masculine),
    Self("венчик", "венец", .masculine),
    Self("ульчик", "ул", .masculine),
    Self("чик", "∅ ец", .masculine),
    Self("жик", "ж", .masculine),
    Self("шик", "ш", .masculine),
    Self("щик", "щ", .masculine),
    Self("ик", "ь", .masculine),
    Self("ик", "∅", .masculine, .commonBaseIfAlive),
    Self("жок", "г", .masculine),
    Self("ачок", "ак", .masculine),
    Self("ячок", "як", .masculine),
    Self("чок", "к", .masculine),
    Self("шок", "х ш", .masculine, .commonBase),
    Self("ок", "∅", .masculine, .commonBase),
    Self("ешок", "ень", .masculine),
    Self("чек", "к ц", .masculine),
    Self("енёк", "ень ∅", .masculine),
    Self("елёк", "ел ол ель ль", .masculine),
    Self("анёк", "∅", .masculine),
    Self("орёк", "рь", .masculine),
    Self("ёк", "ь й", .masculine),
    Self("ек", "∅", .masculine, .commonBase),
    Self("онышко", "но", .neuter),
    Self("жечка", "жка га", .feminine),
    Self("шечка", "шка ха", .feminine),
    Self("чечка", "чка ка ца", .feminine),
    Self("щечка", "ска", .feminine),
    Self("лечка", "лька", .feminine),
    Self("елечка", "ля", .feminine),
    Self("еечка", "ейка ея", .feminine),
    Self("енечка", "ня", .feminine),
    Self("йечка", "йка", .feminine),
    Self("аечка", "айка", .feminine),
    Self("оечка", "ойка", .feminine),
    Self("ечка", "йка ка ька я а ца", .feminine),
    Self("очка", "ка а ь ица", .feminine),
    Self("ичка", "ица", .feminine),
    Self("онька", "а ь я ка ня", .feminine),
    Self("реченька", "река", .feminine),
    Self("еченька", "еченье", .any),
    Self("ченька", "чь ка ца чка", .feminine),
    Self("женька", "га жка", .feminine),
    Self("шенька", "ша ха шка", .feminine),
    Self("сенька", "ся", .feminine),
    Self("ленька", "льня", .feminine),
    Self("енька", "а я ь ня", .feminine),
    Self("жонка", "га", .feminine),
    Self("чонка", "ка ца", .feminine),
    Self("шонка", "ха", .feminine),
    Self("ьишка", "ья", .feminine),
    Self("жишка", "га жка", .feminine),
    Self("шишка", "ха шка", .feminine),
    Self("елишка", "ля", .feminine),
    Self("ишка", "а ь я", .feminine),
    Self("чишка", "к ка ец ца", .any),
    Self("вишка", "овь", .feminine),
    Self("адушка", "адья", .any),
    Self("едушка", "едь", .any),
    Self("чушка", "ка чь", .feminine),
    Self("ушка", "а ь уха я ня уга ка", .feminine),
    Self("ушка", "ь", .any, .alive),
    Self("инушка", "инка", .feminine),
    Self("ьюшка", "ья ей", .any),
    Self("юшка", "я ь юха йка ья", .feminine),
    Self("юшка", "ь й", .any, .alive),
    Self("ежка", "ьга", .feminine),
    Self("чурка", "чь", .feminine),
    Self("ашка", "ка", .feminine),
    Self("инка", "ина", .feminine, .noMass),
    Self("овка", "овица", .feminine, .commonBase),
    Self("ерка", "ра", .feminine, .commonBase),
    Self("енка", "ня", .feminine, .commonBase),
    Self("ийка", "ия", .feminine, .commonBase),
    Self("чка", "ка", .feminine, .commonBase),
    Self("елька", "ля", .feminine, .commonBase),
    Self("жка", "га", .feminine, .commonBase),
    Self("шка", "ха", .feminine, .commonBase),
    Self("лька", "ль", .feminine),
    Self("ька", "я ь", .feminine, .commonBase),
    Self("ка", "а", .feminine, .commonBase),
    Self("ошечко", "ошко но", .neuter),
    Self("лечко", "льцо", .neuter),
    Self("ечко", "о е я ько це", .neuter),
    Self("чечко", "ко це", .neuter),
    Self("очко", "ко о", .neuter),
    Self("ышко", "о це я", .neuter),
    Self("лышко", "ло", .neuter),
    Self("нышко", "но", .neuter),
    Self("ьишко", "ье ие", .neuter),
    Self("ишко", "о", .neuter),
    Self("чишко", "це ко", .neuter),
    Self("ушко", "о е", .neuter),
    Self("юшко", "е", .neuter),
    Self("ошко", "но", .neuter),
    Self("чико", "цо", .neuter),
    Self("чко", "ко цо", .neuter, .commonBase),
    Self("ецо", "о е", .neuter),
    Self("ьице", "ье ие", .neuter),
    Self("ольце", "ло", .neuter),
    Self("ельце", "ло", .neuter),
    Self("енце", "но", .neuter),
    Self("ице", "о е", .neuter),
    Self("ьце", "о", .neuter),
    Self("онце", "окно но", .neuter),
    Self("нце", "но", .neuter),
    Self("лце", "ло", .neuter),
    Self("тце", "то", .neuter),
    Self("ерце", "ро", .neuter),
    Self("рце", "ро", .neuter),
    Self("це", "о", .neuter),
    Self("ьцо", "о", .neuter),
    Self("енцо", "но", .neuter),
    Self("чцо", "чо ко", .neuter),
    Self("цо", "о", .neuter),
    Self("ец", "∅", .masculine, .commonBase),
    Self("ица", "а ь", .feminine, .commonBase),
  ]
}
