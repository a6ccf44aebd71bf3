internal import GRDB
internal import GRDBSQLite
internal import RussianMorphology

/// The FTS5 tokenizer «kamerton»: every word of a text goes in under its form, all its lemmas and
/// the base of a diminutive, at one place (<https://www.sqlite.org/fts5.html#custom_tokenizers>).
///
/// GRDB's `FTS5CustomTokenizer` makes tokenizers from a type alone; ours needs a dictionary, so it
/// is registered with a context, and no global variable holds the dictionary.
final class LemmaTokenizer {
  static let name = "kamerton"

  /// Terms in one piece of memory.
  private struct Terms {
    var bytes: [CChar] = []
    var ends: [Int] = []

    init(_ terms: [String]) {
      for term in terms {
        bytes.append(contentsOf: term.utf8.lazy.map(CChar.init(bitPattern:)))
        ends.append(bytes.count)
      }
    }
  }

  private let indexing: WordIndexing
  private var cache: [LemmaKey: Terms] = [:]
  private let capacity = 100_000

  private init(_ indexing: WordIndexing) {
    self.indexing = indexing
  }

  private typealias Callback =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  private func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, flags: CInt, context: UnsafeMutableRawPointer?,
    callback: Callback
  ) -> CInt {
    var code = SQLITE_OK
    SearchWords.forEach(in: text) { word in
      let terms =
        if flags & FTS5_TOKENIZE_QUERY == 0 {
          textTerms(word)
        } else if flags & FTS5_TOKENIZE_PREFIX != 0 {
          Terms([word.text])
        } else {
          Terms(indexing.terms(ofQuery: word.text))
        }
      code = emit(terms, CInt(word.start), CInt(word.end), context, callback)
      return code == SQLITE_OK
    }
    return code
  }

  private func emit(
    _ terms: Terms, _ start: CInt, _ end: CInt, _ context: UnsafeMutableRawPointer?,
    _ callback: Callback
  ) -> CInt {
    terms.bytes.withUnsafeBufferPointer { bytes in
      var flags: CInt = 0
      var position = 0
      for termEnd in terms.ends {
        let term = bytes.baseAddress.map { $0 + position }
        let code = callback(context, flags, term, CInt(termEnd - position), start, end)
        if code != SQLITE_OK { return code }
        position = termEnd
        flags = FTS5_TOKEN_COLOCATED
      }
      return SQLITE_OK
    }
  }

  private func textTerms(_ word: borrowing SearchWords.Word) -> Terms {
    let key = LemmaKey(folded: word.folded)
    if let known = cache[key] { return known }
    var terms = indexing.terms(ofText: word.text)
    for part in word.parts {
      for term in indexing.terms(ofText: part) where !terms.contains(term) { terms.append(term) }
    }
    if cache.count == capacity { cache.removeAll(keepingCapacity: true) }
    let made = Terms(terms)
    cache[key] = made
    return made
  }

  /// What the connection keeps for making tokenizers.
  private final class Context {
    let indexing: WordIndexing
    init(_ indexing: WordIndexing) { self.indexing = indexing }
  }

  /// Makes the tokenizer known to a connection.
  static func register(in db: Database, indexing: WordIndexing) throws {
    let api = FTS5.api(db)
    let context = Unmanaged.passRetained(Context(indexing)).toOpaque()
    var methods = fts5_tokenizer(
      xCreate: { context, _, _, result in
        guard let context, let result else { return SQLITE_ERROR }
        let indexing = Unmanaged<Context>.fromOpaque(context).takeUnretainedValue().indexing
        result.pointee = OpaquePointer(Unmanaged.passRetained(LemmaTokenizer(indexing)).toOpaque())
        return SQLITE_OK
      },
      xDelete: { tokenizer in
        guard let tokenizer else { return }
        Unmanaged<LemmaTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).release()
      },
      xTokenize: { tokenizer, context, flags, text, count, callback in
        guard let tokenizer, let callback else { return SQLITE_ERROR }
        guard let text, count > 0 else { return SQLITE_OK }
        return UnsafeRawBufferPointer(start: text, count: Int(count)).withMemoryRebound(
          to: UInt8.self
        ) { bytes in
          Unmanaged<LemmaTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer)).takeUnretainedValue()
            .tokenize(bytes, flags: flags, context: context, callback: callback)
        }
      })
    let code = api.pointee.xCreateTokenizer(
      UnsafeMutablePointer(mutating: api), name, context, &methods,
      { context in
        guard let context else { return }
        Unmanaged<Context>.fromOpaque(context).release()
      })
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }
}
