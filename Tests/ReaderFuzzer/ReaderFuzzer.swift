import Foundation

/// Reads made-up bytes in every way that there is, for as long as one likes.
///
/// Built by `Tests/ReaderFuzzer/run` with the toolchain's fuzzer, which makes up the bytes. Built
/// without, it reads the files that it is given: so a crash can be looked at again.
@main
enum ReaderFuzzer {
  static func main() throws {
    #if FUZZING
      var count = CommandLine.argc
      var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
      _ = fuzz(&count, &arguments) { bytes, count in
        ReaderFuzzer.check(Array(UnsafeBufferPointer(start: bytes, count: count))) {
          $0.isDrawnForAll
        }
      }
    #else
      for path in CommandLine.arguments.dropFirst() {
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        let isForFuzzer = Self.check(bytes) { _ in true } == 0
        print(path, isForFuzzer ? "keeps every law" : "isn't for the fuzzer")
      }
    #endif
  }

  /// - Returns: 0, or -1 for bytes that needn't be varied further.
  private static func check(_ bytes: [UInt8], thoroughly: (FuzzedInput) -> Bool) -> Int32 {
    guard let input = FuzzedInput(bytes) else { return -1 }
    do {
      try input.check(thoroughly: thoroughly(input))
      return 0
    } catch {
      fatalError("\(error)")
    }
  }
}

#if FUZZING
  /// The fuzzer's own main function.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func fuzz(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ check: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32
#endif
