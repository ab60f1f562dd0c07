/// Who may know whom: what stands further down may mention what stands above it.
enum HouseOrder {
  /// The folders of the core, and of the readers.
  static let folders: [String: [String]] = [
    "NumberPools": [
      "Model", "Support", "Traffic", "Touches", "Dataset", "Rules", "Pool", "Replay", "Matching",
      "Curve", "Sizing", "Scenario", "Workload", "Schemes", "Comparison", "Days", "Redrawing",
      "Forecast", "Studies",
    ],
    "TrafficLogs": [
      "Bytes", "Input", "JSON", "Addresses", "Times", "Delimited", "Tags", "Counts", "WebLines",
      "Log", "WebLog", "Tables", "Calls", "Truth", "JSONLines", "Formats", "Datasets", "Scenarios",
      "Workloads",
    ],
  ]

  /// What each module of the package imports of it at most.
  static let modules: [String: Set<String>] = [
    "NumberPools": [],
    "TrafficLogs": ["NumberPools"],
    "LogFiles": ["TrafficLogs"],
    "LogAnonymizer": ["NumberPools", "TrafficLogs"],
    "PoolReports": ["NumberPools"],
    "SystemThreads": ["NumberPools"],
    "numberpool": [
      "NumberPools", "TrafficLogs", "LogFiles", "LogAnonymizer", "PoolReports", "SystemThreads",
    ],
  ]

  /// What stands outside of the package.
  static let platform: Set = ["Foundation", "Darwin", "Glibc", "Musl", "Synchronization"]

  /// The files that import more than the package's modules where those need no system: each for
  /// something that the standard library doesn't have.
  static let filesWithLibraryOfC: [String: Set<String>] = [
    "NumberPools": [],
    "TrafficLogs": ["ByteSearch"],
    "LogAnonymizer": [],
    "PoolReports": [],
  ]
}
