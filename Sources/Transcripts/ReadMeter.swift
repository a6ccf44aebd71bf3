internal import Synchronization

/// Counts the bytes that are read of files, for whoever shows how far it is.
public final class ReadMeter: Sendable {
  private let count = Atomic(0)

  public init() {}

  /// Bytes read so far.
  public var bytes: Int { count.load(ordering: .relaxed) }

  func add(_ bytes: Int) { count.add(bytes, ordering: .relaxed) }
}
