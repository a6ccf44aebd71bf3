extension MorphologicalDictionary {
  /// A form of the dictionary, folded: a walk from its first letter to an end, where `choose`
  /// picks one of so many ways each time. For tests over the whole dictionary.
  package func form(choosing choose: (_ count: Int) -> Int) -> String {
    var letters = [UInt8]()
    var state = forms.root
    while true {
      var ways = (1...45).map(UInt8.init).filter { forms.next(state, $0) != 0 }
      if forms.value(state) != Automaton.noValue { ways.append(0) }
      guard !ways.isEmpty else { break }
      let letter = ways[choose(ways.count)]
      guard letter != 0 else { break }
      letters.append(letter)
      state = forms.next(state, letter)
    }
    var bytes = [UInt8]()
    Alphabet.utf8(letters, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
