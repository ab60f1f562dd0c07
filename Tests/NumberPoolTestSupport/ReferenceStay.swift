/// A session's signs of life with no gap longer than the session timeout, found one by one.
struct ReferenceStay {
  /// When pages were viewed.
  var views: [Int64] = []
  /// When there was another sign of life, those without effect left out.
  var heartbeats: [Int64] = []

  /// Cuts the signs of life of one session.
  static func stays(
    views: [ReferencePool.View], heartbeats: [ReferencePool.Heartbeat], timeout: Int64
  ) -> [Self] {
    var signs: [(from: Int64, rank: Int, to: Int64)] = views.map { ($0.minute, 0, $0.minute) }
    signs += heartbeats.map { ($0.since, 1, $0.minute) }
    signs.sort { ($0.from, $0.rank) < ($1.from, $1.rank) }
    var stays: [Self] = []
    var alive = Int64.min / 4
    for sign in signs {
      let isLate = sign.from - alive > timeout
      if sign.rank == 0 {
        if isLate { stays.append(Self()) }
        stays[stays.count - 1].views.append(sign.from)
      } else if isLate {
        continue
      } else {
        stays[stays.count - 1].heartbeats.append(sign.to)
      }
      alive = max(alive, sign.to)
    }
    return stays
  }
}
