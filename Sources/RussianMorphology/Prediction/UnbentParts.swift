/// Nouns that stay as they are before a hyphen: «сим-картами», «пин-кода», «дизель-поездом», while
/// «вагоном-цистерной» bends in both. Grammar does not tell them apart.
enum UnbentParts {
  /// Whether a folded word before a hyphen stays as it is.
  static func contain(_ part: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(part.count)
    for index in part.indices { bytes.append(part[index]) }
    return all.contains(bytes)
  }

  private static let all = Set(
    """
    альфа арт бета бизнес блиц блок бонус бренд вайбер веб видео гамма дельта демо джаз дизайн \
    дизель дисконт драйв зум импорт инжиниринг инстаграм интернет кабель клиринг комфорт \
    консалтинг контакт коворкинг кол колл кредит кросс кешбек кешбэк кэшбек кэшбэк кеш кэш лизинг \
    люкс маркетинг медиа мониторинг онлайн офис офлайн оффлайн пилот пин поп прайс премиум пресс \
    принт промо пуш рок роуминг сервис сим скайп скан слайд смарт спам спорт старт сток стоп \
    стресс стрим телеграм тест тайм ток топ транзит трек тренинг тур тюнинг факс фан фитнес флеш \
    флэш хит чат шеф шок шоп шопинг штаб штрих экспорт экспресс ютуб яндекс
    """.split(separator: " ").map { Array($0.utf8) })
}
