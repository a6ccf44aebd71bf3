import ServiceStandards

/// What the forms of a cache are to one layer of phrases.
struct FormTable: Sendable {
  let layer: PhraseLayer
  private(set) var bits: FormBits
  /// The classes of every form.
  private(set) var classes = SparseBits()
  /// Those of the classes that programs hang on.
  private(set) var hooks = FormHooks()
  private var grammar: GrammarBits
  /// Of the form that is being looked at; kept, since there is room for all bits in it.
  private var collected: CollectedForm
  /// How many forms have their bits.
  private var count = 0

  init(layer: PhraseLayer) {
    self.layer = layer
    bits = FormBits(stride: layer.stride)
    collected = layer.collectedForm
    grammar = GrammarBits(layer.collectedForm)
  }

  /// Finds the bits of the forms that do not have them yet.
  mutating func complete(_ infos: [WordInfo]) {
    while count < infos.count {
      layer.collect(infos[count], into: &collected, grammar: &grammar)
      bits.append(&collected.accepted)
      classes.append(&collected.required)
      hooks.append(
        ofAnyone: classes.last(among: layer.triggers.ofAnyone.hooks),
        ofOperator: classes.last(among: layer.triggers.ofOperator.hooks))
      count += 1
    }
  }
}

/// The bits of one form in a layer, while they are found: those of the matchers that accept it and of
/// tested classes, and those of the classes that programs require.
struct CollectedForm: Sendable {
  var accepted: CollectedBits
  var required: CollectedBits
}

/// What forms are to the matchers that ask for nothing but grammar. Thousands of forms have some
/// hundreds of kinds of readings, and of a kind all are the same to them.
struct GrammarBits: Sendable {
  /// The row of each kind.
  private var rows: [ReadingKind: Int] = [:]
  private var accepted = SparseBits()
  private var required = SparseBits()
  /// Of the kind that is being looked at.
  private var collected: CollectedForm

  /// - Parameter form: without any bits.
  init(_ form: CollectedForm) { collected = form }

  /// Sets the bits of readings of a kind.
  ///
  /// - Parameter find: finds them for a kind that is new.
  mutating func add(
    _ kind: ReadingKind, to form: inout CollectedForm, find: (inout CollectedForm) -> Void
  ) {
    let row = rows[kind] ?? rows.count
    if row == rows.count {
      find(&collected)
      accepted.append(&collected.accepted)
      required.append(&collected.required)
      rows[kind] = row
    }
    accepted.add(row, to: &form.accepted)
    required.add(row, to: &form.required)
  }
}
