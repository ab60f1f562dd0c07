/// Cuts JSON into the objects of one array, or of none, whatever lines they are on.
///
/// Only strings and braces are looked at: whether an object is JSON is for its reader to say.
struct JSONObjectCutter {
  /// Whether an array has begun that hasn't ended.
  private(set) var isInsideArray = false
  private var depth = 0
  private var isInsideString = false
  private var isEscaped = false
  /// The bytes so far of an object that isn't whole yet.
  private var object: [UInt8] = []
  private var isCutOff = false
  /// The line that is read, from 1, and that the object began in.
  private var line = 1
  private var firstLine = 1

  /// Whether lines don't hold one object each.
  ///
  /// - Parameter beginning: How the text begins.
  static func isNeeded(for beginning: Span<UInt8>) -> Bool {
    var cutter = Self()
    var hasObject = false
    for index in beginning.indices {
      let byte = beginning[index]
      if byte == newline, cutter.depth > 0 || hasObject { return cutter.depth > 0 }
      if hasObject, byte == UInt8(ascii: "{"), cutter.depth == 0 { return true }
      if cutter.take(byte) { hasObject = true }
    }
    // Of one line that is longer than that, nothing but an array has more than one object.
    return cutter.isInsideArray && !hasObject
  }

  /// Reads what is left of an opened input, to its end.
  ///
  /// - Parameters:
  ///   - source: What to read.
  ///   - progress: Told every now and then how many bytes of the file have been read.
  ///   - handle: Given each object, or whatever else there is in its place; whether it is too long
  ///     and is cut off; and the line that it begins in.
  mutating func read(
    _ source: inout ByteSource, progress: (Int) -> Void,
    handle: (_ object: Span<UInt8>, _ isCutOff: Bool, _ line: Int) -> Void
  ) throws(InputError) {
    var block = [UInt8](repeating: 0, count: LineReader.blockSize)
    var blocks = 0
    while true {
      let count = try block.withUnsafeMutableBufferPointer { (all) throws(InputError) in
        try source.read(into: all)
      }
      if count == 0 { break }
      for byte in block[..<count] where take(byte) || (depth == 0 && byte == newline) {
        handOver(to: handle)
      }
      blocks += 1
      if blocks & 15 == 0 { progress(source.position) }
    }
    handOver(to: handle)
  }

  private mutating func handOver(
    to handle: (_ object: Span<UInt8>, _ isCutOff: Bool, _ line: Int) -> Void
  ) {
    if object.isEmpty { return }
    handle(object.span, isCutOff, firstLine)
    object.removeAll(keepingCapacity: true)
    isCutOff = false
  }

  /// Takes a byte.
  ///
  /// - Returns: Whether it ends an object.
  private mutating func take(_ byte: UInt8) -> Bool {
    if byte == newline { line += 1 }
    if depth == 0 {
      switch byte {
      case UInt8(ascii: "["):
        isInsideArray = true
        return false
      case UInt8(ascii: "]"):
        isInsideArray = false
        return false
      case UInt8(ascii: ","), 0...0x20: return false
      case UInt8(ascii: "{"): depth = 1
      // Whatever else is there goes with what follows it, which can't be understood then.
      default: break
      }
      if object.isEmpty { firstLine = line }
      keep(byte)
      return false
    }
    keep(byte)
    if isInsideString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == JSONScanner.quote {
        isInsideString = false
      }
      return false
    }
    switch byte {
    case JSONScanner.quote: isInsideString = true
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"):
      depth -= 1
      return depth == 0
    default: break
    }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if object.count < LineReader.longestLine { object.append(byte) } else { isCutOff = true }
  }
}

private let newline = UInt8(ascii: "\n")
