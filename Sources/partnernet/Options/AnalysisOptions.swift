import ArgumentParser
import Dispatch
import PartnerNetwork

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Whether measures look at strength.
struct WeightOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a tie counts: its strength, or 1 each (none).", valueName: "strength|none"))
  var weights: WeightRule = .strength
}

/// Which way measures look along ties.
struct DirectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Look along incoming ties (who receives), outgoing ones (who supplies), or both.",
      valueName: "in|out|both"))
  var direction: ProjectionDirection = .both
}

/// The seed of whatever is drawn by lot.
struct SeedOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The seed; the same seed gives the same result.", valueName: "n"))
  var seed: UInt64 = 1
}

/// How many threads to work on.
struct ThreadOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many threads to use; the result is the same for any. (default: one for each core)",
      valueName: "n"))
  var threads: Int?

  var count: Int { threads ?? ThreadOptions.coreCount }

  /// One for each core, for what has no such option too.
  static var coreCount: Int { max(1, min(64, ProcessInfo.processInfo.activeProcessorCount)) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("cannot work on \(threads) threads; give a number from 1 to 1024")
    }
  }
}
