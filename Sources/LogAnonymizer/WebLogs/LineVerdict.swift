import TrafficLogs

/// What decides whether a line is a visitor's page view.
struct LineVerdict: Equatable {
  private let isLoopback: Bool
  private let method: RequestLine.Method?
  private let file: AssetFilter.Kind?
  private let agent: [UInt8]?
  private let hasNoAgentField: Bool

  init(_ line: CombinedLine, _ bytes: Span<UInt8>) {
    isLoopback = line.client?.isLoopback == true
    let request = RequestLine(bytes, line.request)
    method = request?.method
    file = request.map { AssetFilter.kind(bytes, $0) }
    agent = line.agent.map { bytes.extracting($0).withUnsafeBufferPointer { Array($0) } }
    hasNoAgentField = line.hasNoAgentField
  }
}
