import TrafficLogs

/// What decides, beside its browser's name, whether a line is a visitor's page view.
struct LineVerdict: Equatable {
  private let isLoopback: Bool
  private let method: RequestLine.Method?
  private let file: AssetFilter.Kind?
  private let hasNoAgentField: Bool

  init(_ line: CombinedLine, _ bytes: Span<UInt8>) {
    isLoopback = line.client?.isLoopback == true
    let request = RequestLine(bytes, line.request)
    method = request?.method
    file = request.map { AssetFilter.kind(bytes, $0) }
    hasNoAgentField = line.hasNoAgentField
  }
}
