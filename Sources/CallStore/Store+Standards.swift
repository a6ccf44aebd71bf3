internal import GRDB

/// How many kept calls are judged by one version of a standard.
public struct StandardUse: Sendable, Hashable {
  public var standard: String
  public var version: String
  public var calls: Int

  public init(standard: String, version: String, calls: Int) {
    self.standard = standard
    self.version = version
    self.calls = calls
  }
}

extension Store {
  /// By which versions of which standards the kept calls are judged.
  public func standardUses() throws(StoreError) -> [StandardUse] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT standard, standardVersion, count(*) AS calls
          FROM call GROUP BY standard, standardVersion ORDER BY standard, standardVersion
          """
      ).map { row in
        StandardUse(
          standard: row["standard"], version: row["standardVersion"], calls: row["calls"])
      }
    }
  }

  /// Calls whose score is of another version of their standard than the present one.
  ///
  /// - Parameter present: the present version; nil where it is not known, and then nothing can be
  ///   said.
  public func outdated(present: (String) -> String?) throws(StoreError) -> [StandardUse] {
    var versions: [String: String?] = [:]
    return try standardUses().filter { use in
      let version = versions[use.standard] ?? present(use.standard)
      versions[use.standard] = .some(version)
      return version != nil && version != use.version
    }
  }
}
