import NumberPools

extension CallVolume {
  /// What programs are told of it.
  var record: Record {
    [
      "calls": .count(calls), "per_day": .value(.mean(perDay)),
      "busiest_hour": .count(busiestHour),
      "median_duration_s": .value(medianDuration.map(Value.interval) ?? .unknown),
    ]
  }
}
