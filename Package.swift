// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of the project and the tests that stand beside it.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], tests: [Target.Dependency] = [],
  resources: [Resource] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: strict),
    .testTarget(
      name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + tests,
      resources: resources, swiftSettings: strict),
  ]
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "partnernet",
  products: [
    .executable(name: "partnernet", targets: ["partnernet"]),
    .library(name: "GraphAnalytics", targets: ["GraphAnalytics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Text to statements.
    module("PartnerModel"),
    module("Documents", ["PartnerModel"]),
    module("Language", tests: ["LanguageData"]),
    [.target(name: "LanguageData", exclude: ["tables"])],
    module("Extraction", ["PartnerModel", "Documents", "Language", "LanguageData", yams]),
    module("NetworkStore", ["PartnerModel", grdb, sqlite]),
    // Statements to networks.
    module("GraphAnalytics", resources: [.copy("Reference")]),
    module("PartnerNetwork", ["PartnerModel", "GraphAnalytics"]),
    module("ExchangeFormats", ["PartnerModel", "PartnerNetwork"]),
    // Networks to pictures.
    [
      .systemLibrary(
        name: "CGraphviz", pkgConfig: "libgvc",
        providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])])
    ],
    module("Graphviz", ["CGraphviz"]),
    module("NetworkMaps", ["PartnerModel", "PartnerNetwork", "Graphviz"]),
    module("NetworkReports", ["PartnerModel", "PartnerNetwork"]),
    // The command line.
    [
      .executableTarget(
        name: "partnernet",
        dependencies: [
          "PartnerModel", "Documents", "Language", "Extraction", "NetworkStore", "PartnerNetwork",
          "ExchangeFormats", "Graphviz", "NetworkMaps", "NetworkReports", argumentParser,
        ],
        swiftSettings: strict),
      .testTarget(
        name: "partnernetTests", dependencies: ["partnernet"], swiftSettings: strict),
    ],
  ].flatMap { $0 },
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
