import ArgumentParser
import CallStore
import Foundation
import RussianMorphology
import ServiceStandards
import Transcripts

/// How the program ends: 0 all done; 1 done, but some inputs were refused; 64 wrong usage, or a
/// standard with a mistake; 70 a fault of ours or of the machine.
extension ExitCode {
  static let refused = ExitCode(1)
  static let usage = ExitCode(64)
  static let fault = ExitCode(70)
}

/// Messages on standard error.
enum Complaint {
  static func write(_ message: String) {
    FileHandle.standardError.write(Data("kamerton: \(Terminal.clean(message))\n".utf8))
  }
}

/// Runs a command's body and turns what it throws into a message and an exit code.
func reporting(_ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as StoreError {
    Complaint.write(error.message)
    throw error.code == .failed ? ExitCode.fault : ExitCode.usage
  } catch let error as StandardError {
    Complaint.write("\(error)")
    // What a person writes is theirs to mend; tables and models come with the program.
    let isWritten = error.place?.file.hasSuffix(".yaml") == true && error.code != .unreadable
    throw error.code == .notFound || isWritten ? ExitCode.usage : ExitCode.fault
  } catch let error as DictionaryError {
    Complaint.write("\(error)")
    throw ExitCode.fault
  } catch let error as ContextModelError {
    Complaint.write("\(error)")
    throw ExitCode.fault
  } catch let error as OutputFailure {
    Complaint.write("ответ не записывается: \(SystemFailure.reason(error.code))")
    throw ExitCode.fault
  }
}
