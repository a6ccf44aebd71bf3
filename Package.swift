// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]
let memorySafe: [SwiftSetting] = strict + [.strictMemorySafety()]

/// Programs on Linux carry Swift's runtime and Foundation inside: they start twice as fast and run
/// where Swift is not. The linker is LLVM's, which does not warn of what Foundation does.
let standalone: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], .when(platforms: [.linux]))]
  + [
    "CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
    "swiftSynchronization", "stdc++",
  ].map { .linkedLibrary($0, .when(platforms: [.linux])) }

let package = Package(
  name: "Kamerton",
  platforms: [.macOS(.v26)],
  products: [.executable(name: "kamerton", targets: ["kamerton"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(name: "RussianText", swiftSettings: strict),
    .target(name: "RussianMorphology", dependencies: ["RussianText"], swiftSettings: memorySafe),
    .target(
      name: "ServiceStandards",
      dependencies: ["RussianMorphology", "RussianText", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "JSONBytes", swiftSettings: memorySafe),
    .target(
      name: "Transcripts",
      dependencies: [
        "JSONBytes", "RussianText", .product(name: "SwiftCSV", package: "SwiftCSV"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(name: "VectorKernel"),
    .target(
      name: "Compliance",
      dependencies: [
        "ServiceStandards", "Transcripts", "RussianMorphology", "RussianText", "VectorKernel",
      ],
      swiftSettings: strict),
    .target(
      name: "CallStore",
      dependencies: [
        "Compliance", "Transcripts", "RussianMorphology", "RussianText",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Coaching",
      dependencies: [
        "CallStore", "Compliance", "ServiceStandards", "Transcripts", "RussianText",
      ],
      swiftSettings: strict),
    .target(
      name: "KamertonCommands",
      dependencies: [
        "JSONBytes", "RussianText", "RussianMorphology", "ServiceStandards", "Transcripts",
        "Compliance",
        "CallStore", "Coaching",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/kamerton", swiftSettings: strict),
    // Apart from the commands, so that the tests can have them with Swift's shared libraries.
    .executableTarget(
      name: "kamerton", dependencies: ["KamertonCommands"], path: "Sources/program",
      swiftSettings: strict, linkerSettings: standalone),
    .executableTarget(
      name: "speed",
      dependencies: [
        "RussianText", "RussianMorphology", "ServiceStandards", "Transcripts", "Compliance",
      ],
      path: "Benchmarks/Speed", exclude: ["whole-process.py"],
      swiftSettings: strict, linkerSettings: standalone),
    .testTarget(name: "JSONBytesTests", dependencies: ["JSONBytes"], swiftSettings: strict),
    .testTarget(name: "RussianTextTests", dependencies: ["RussianText"], swiftSettings: strict),
    .testTarget(
      name: "RussianMorphologyTests", dependencies: ["RussianMorphology"], swiftSettings: strict),
    .testTarget(
      name: "ServiceStandardsTests", dependencies: ["ServiceStandards"], exclude: ["Odd"],
      swiftSettings: strict),
    .testTarget(
      name: "TranscriptsTests", dependencies: ["Transcripts"], exclude: ["Fixtures", "README.md"],
      swiftSettings: strict),
    .testTarget(
      name: "ComplianceTests", dependencies: ["Compliance", "VectorKernel"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(name: "CallStoreTests", dependencies: ["CallStore"], swiftSettings: strict),
    .testTarget(
      name: "CoachingTests", dependencies: ["Coaching"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["KamertonCommands"], swiftSettings: strict),
  ]
)
