// swift-tools-version: 6.2
// Trains the language model. A package of its own, so that the main one builds without it;
// `Sources/Language` is a link to the module, so that both share what the features are.
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Training is arithmetic on arrays; the package is a root that nobody depends on.
let fast = strict + [.unsafeFlags(["-Ounchecked"])]

let package = Package(
  name: "training",
  targets: [
    .target(name: "Language", swiftSettings: fast),
    .executableTarget(
      name: "train-language-model", dependencies: ["Language"], path: "Sources/Trainer",
      swiftSettings: fast),
    .testTarget(
      name: "TrainerTests", dependencies: ["train-language-model"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
