// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode plus what the next language mode will require.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "number-pools",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NumberPools", targets: ["NumberPools"]),
    .library(name: "TrafficLogs", targets: ["TrafficLogs"]),
    .library(name: "LogFiles", targets: ["LogFiles"]),
    .library(name: "LogAnonymizer", targets: ["LogAnonymizer"]),
    .library(name: "PoolReports", targets: ["PoolReports"]),
    .library(name: "SystemThreads", targets: ["SystemThreads"]),
    .executable(name: "numberpool", targets: ["numberpool"]),
  ],
  targets: [
    // The flow is a line: logs in, model, answers out. The two sides of it never import each other.
    .target(name: "LogFiles", dependencies: ["TrafficLogs"], swiftSettings: strict),
    .target(
      name: "LogAnonymizer", dependencies: ["NumberPools", "TrafficLogs"], swiftSettings: strict),
    .target(name: "TrafficLogs", dependencies: ["NumberPools"], swiftSettings: strict),
    .target(name: "NumberPools", swiftSettings: strict),
    .target(name: "PoolReports", dependencies: ["NumberPools"], swiftSettings: strict),
    // The core starts no thread: whoever has some lends it these.
    .target(name: "SystemThreads", dependencies: ["NumberPools"], swiftSettings: strict),
    .executableTarget(
      name: "numberpool",
      dependencies: [
        "NumberPools", "TrafficLogs", "LogFiles", "LogAnonymizer", "PoolReports", "SystemThreads",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "NumberPoolBenchmarks",
      dependencies: ["NumberPools", "TrafficLogs", "LogFiles", "SystemThreads"],
      path: "Benchmarks/NumberPoolBenchmarks",
      swiftSettings: strict
    ),
    .executableTarget(
      name: "PeerOnePass",
      dependencies: ["NumberPools"],
      path: "Benchmarks/Peers/PeerOnePass",
      swiftSettings: strict
    ),

    // Tests, by level.
    .target(
      name: "NumberPoolTestSupport",
      dependencies: ["NumberPools"],
      path: "Tests/NumberPoolTestSupport",
      swiftSettings: strict
    ),
    .testTarget(
      name: "NumberPoolsTests",
      dependencies: ["NumberPools", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "TrafficLogsTests",
      dependencies: ["NumberPools", "TrafficLogs", "LogFiles", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LogFilesTests",
      dependencies: ["NumberPools", "TrafficLogs", "LogFiles", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "LogAnonymizerTests",
      dependencies: ["NumberPools", "TrafficLogs", "LogAnonymizer", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    // What the fuzzer runs; the tests run it over its seeds.
    .executableTarget(
      name: "ReaderFuzzer",
      dependencies: ["NumberPools", "TrafficLogs", "LogFiles", "LogAnonymizer"],
      path: "Tests/ReaderFuzzer",
      exclude: ["Seeds", "run"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ReaderFuzzerTests",
      dependencies: ["ReaderFuzzer"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "SystemThreadsTests",
      dependencies: ["SystemThreads"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "PoolReportsTests",
      dependencies: ["PoolReports", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "ValidationTests",
      dependencies: ["NumberPools", "NumberPoolTestSupport"],
      swiftSettings: strict
    ),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "numberpool", "NumberPools", "TrafficLogs", "LogFiles", "PoolReports", "SystemThreads",
        "NumberPoolTestSupport",
      ],
      swiftSettings: strict
    ),
    // What a package that depends on this one can do, by public interfaces only.
    .testTarget(
      name: "ClientTests",
      dependencies: ["NumberPools", "TrafficLogs", "LogFiles", "PoolReports", "SystemThreads"],
      swiftSettings: strict
    ),
    // What went wrong in the field, a row each.
    .testTarget(
      name: "FieldCases",
      dependencies: ["numberpool", "NumberPoolTestSupport"],
      path: "Tests/FieldCases",
      swiftSettings: strict
    ),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
