import TrafficLogs

/// Requests: a method and a protocol that are known, and an address.
extension WebLineAnonymizer {
  func appendRequest(
    _ bytes: Span<UInt8>, _ request: Range<Int>, to output: inout [UInt8]
  ) {
    output.append(UInt8(ascii: "\""))
    if let parts = RequestLine(bytes, request) {
      appendMethod(bytes, request.lowerBound..<(parts.target.lowerBound - 1), parts.method, &output)
      output.append(UInt8(ascii: " "))
      let address = output.count
      links.append(bytes, parts.target, to: &output)
      // An address that is nothing but a fragment is dropped whole, and still asks for a page.
      if output.count == address { output.append(UInt8(ascii: "/")) }
      if parts.target.upperBound < request.upperBound {
        let version = parts.target.upperBound..<request.upperBound
        let isUsual = Self.protocols.contains { Self.isEqual(bytes, version, $0) }
        if isUsual { output.append(bytes, version) } else { output += Self.protocols[0] }
      }
    } else {
      output.append(UInt8(ascii: "-"))
    }
    output.append(UInt8(ascii: "\""))
  }

  private func appendMethod(
    _ bytes: Span<UInt8>, _ name: Range<Int>, _ method: RequestLine.Method,
    _ output: inout [UInt8]
  ) {
    if Self.methods.contains(where: { Self.isEqual(bytes, name, $0) }) {
      return output.append(bytes, name)
    }
    switch method {
    case .get: output.append(contentsOf: "GET".utf8)
    case .post: output.append(contentsOf: "POST".utf8)
    case .other: output.append(contentsOf: "OTHER".utf8)
    }
  }

  private static let protocols = [" HTTP/1.1", " HTTP/1.0", " HTTP/2.0", " HTTP/2", " HTTP/3.0"]
    .map { Array($0.utf8) }
  private static let methods = "GET POST HEAD PUT DELETE OPTIONS PATCH CONNECT TRACE PROPFIND"
    .split(separator: " ").map { Array($0.utf8) }

  private static func isEqual(_ bytes: Span<UInt8>, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    bytes.extracting(range).withUnsafeBufferPointer { $0.elementsEqual(text) }
  }
}
