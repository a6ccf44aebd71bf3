import Foundation
import Testing

struct DatabaseFailureTests {
  let program: Program

  init() throws { program = try Program() }

  /// Needs a root user, who can make a small disk.
  @Test(.enabled(if: getuid() == 0))
  func keepsWhatFitsOnAFullDisk() throws {
    try program.write(
      "a.ndjson",
      (1...5000).map { line("\($0)", "Алло, оформим заявочку номер \($0)") }
        .joined(separator: "\n"))
    let script = """
      mkdir disk && mount -t tmpfs -o size=4m tmpfs disk || exit 99
      '\(Program.path)' score a.ndjson --database disk/a.sqlite
      code=$?
      '\(Program.path)' search заявка --limit 1 --database disk/a.sqlite
      umount disk
      exit $code
      """
    let answer = try program.run("/bin/sh", ["-c", script])
    // A container may forbid mounting.
    if answer.code == 99 { return }
    #expect(answer.code == 70)
    #expect(
      answer.errors
        == "kamerton: база disk/a.sqlite: на диске нет места, записанное раньше цело\n")
    #expect(answer.output.hasPrefix("Найден"))
  }

  @Test func saysThatItMayNotWrite() throws {
    try program.write("a.ndjson", line("1"))
    let script = """
      mkdir closed && chmod 555 closed
      if [ "$(id -u)" = 0 ]; then
        chmod 777 .
        setpriv --reuid=65534 --regid=65534 --clear-groups \
          '\(Program.path)' score a.ndjson --database closed/a.sqlite
      else
        '\(Program.path)' score a.ndjson --database closed/a.sqlite
      fi
      """
    let answer = try program.run("/bin/sh", ["-c", script])
    #expect(answer.code == 64)
    #expect(
      answer.errors
        == "kamerton: база closed/a.sqlite не открывается: нет такой папки или прав на неё\n")
  }
}
