import Foundation

/// Runs `body` often enough to last a second, three times, and prints the best rate. Seconds are
/// those of the processor, so that other programs on the machine matter less: on an idle one they
/// are those of the clock. Returns the rate.
@discardableResult
func timed(_ title: String, units: Int, _ unit: String, body: () -> Int) -> Double {
  var sink = body()
  var best = Double.infinity
  for _ in 0..<3 {
    var rounds = 0
    let start = clock()
    while clock() - start < CLOCKS_PER_SEC {
      sink &+= body()
      rounds += 1
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    best = min(best, seconds / Double(rounds))
  }
  let rate = Double(units) / best
  print("\(title): \(Int(rate)) \(unit)/s")
  // Keeps the work from being optimised away.
  if sink == .min { print("") }
  return rate
}
