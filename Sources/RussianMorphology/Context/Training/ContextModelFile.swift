import RussianText

/// Writes a ``ContextModel``.
enum ContextModelFile {
  static func bytes(
    weights: [Float], counted: [UInt64: [TreebankReading]], attribution: String
  ) -> [UInt8] {
    var slots = 16
    while slots < counted.count * 2 { slots *= 2 }
    var table = [(key: UInt64, first: Int, count: Int)](repeating: (0, 0, 0), count: slots)
    var records = [UInt8]()
    var lemmas = [UInt8]()
    var offsets: [[UInt8]: Int] = [:]
    for key in counted.keys.sorted() {
      let readings = counted[key] ?? []
      guard !readings.isEmpty else { continue }
      var slot = Int(truncatingIfNeeded: key >> 20) & (slots - 1)
      while table[slot].count > 0 { slot = (slot + 1) & (slots - 1) }
      table[slot] = (key, records.count / ContextModel.recordSize, readings.count)
      for reading in readings {
        let offset = offsets[reading.lemma] ?? lemmas.count
        if offset == lemmas.count {
          offsets[reading.lemma] = offset
          lemmas += reading.lemma
        }
        records.append64(LemmaKey(folded: reading.lemma).rawValue)
        records.append32(reading.tag.rawValue)
        records.append32(UInt32(offset))
        records.append32(UInt32(reading.lemma.count))
        records.append32(0)
      }
    }
    var body = quantised(weights)
    for slot in table {
      body.append64(slot.key)
      body.append32(UInt32(slot.first))
      body.append32(UInt32(slot.count))
    }
    body += records + lemmas + Array(attribution.utf8)
    var header = ContextModel.magic
    header.append32(ContextModel.version)
    header.append32(UInt32(weights.count.trailingZeroBitCount))
    header.append64(UInt64(ContextModel.headerSize + body.count))
    header.append64(checksum(body))
    for size in [
      slots, records.count / ContextModel.recordSize, lemmas.count, attribution.utf8.count,
    ] {
      header.append32(UInt32(size))
    }
    header.append64(checksum(header))
    header.append64(0)
    return header + body
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    unsafe hash.add(inWords: bytes.span.bytes)
    return hash.value
  }

  /// Weights as signed bytes: the few largest are cut, so that the others keep their difference.
  private static func quantised(_ weights: [Float]) -> [UInt8] {
    let sizes = weights.lazy.map { $0.magnitude }.filter { $0 > 0 }.sorted()
    guard !sizes.isEmpty else { return weights.map { _ in 0 } }
    let limit = max(sizes[min(sizes.count - 1, sizes.count / 2000 * 1999)], .leastNormalMagnitude)
    let scale = 127 / limit
    return weights.map { weight in
      UInt8(bitPattern: Int8(max(-127, min(127, (weight * scale).rounded()))))
    }
  }
}
