/// Prefixes that may open a word whose rest the dictionary has («автопробег», «супервыгодный»).
enum KnownPrefixes {
  /// The lengths in bytes of the known prefixes of a folded `form`, longest first.
  static func lengths(in form: Span<UInt8>) -> [Int] {
    var result = [Int]()
    for prefix in all {
      // What is left must have three letters.
      guard prefix.count + 6 <= form.count, prefix[1] == form[1] else { continue }
      var index = 0
      while index < prefix.count, prefix[index] == form[index] { index += 1 }
      if index == prefix.count { result.append(index) }
    }
    return result
  }

  private static let all = """
    авиа авто аква анти анти- антропо арт арт- архи астро аудио аэро без бес био вело взаимо \
    видео вице- вне внутри вперед впереди гекто гелио гео гетеро гига гигро гипер гипо гомо \
    дву двух де дез дека деци дис до евро за зоо интер инфра квази квази- кило кино контр \
    контр- космо космо- крипто лейб- лже лже- макро макси макси- мало мега медиа медиа- меж \
    мета мета- метео метро микро милли мини мини- много моно мото мульти нано нарко не небез \
    недо нейро нео низко обер- обще одно около орто палео пан пара пента пере пиро поли полу \
    порно после пост пост- пра пра- пред пресс- противо противо- прото псевдо псевдо- радио \
    разно ре ретро ретро- само санти сверх сверх- спец суб супер супер- супра теле тетра \
    топ- транс транс- ультра унтер- штаб- экзо эко эконом- экс экс- экстра экстра- электро \
    эндо энерго этно
    """.split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
}
