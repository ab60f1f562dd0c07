import Foundation
import Testing

@testable import ReaderFuzzer

@Suite("The fuzzer's seeds, and what it once found")
struct SeedTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("ReaderFuzzer/Seeds")

  private static let names =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? []

  @Test("Each keeps every law", arguments: names)
  func laws(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appendingPathComponent(name)))
    try #require(FuzzedInput(bytes)).check()
  }

  @Test("Every subject has one")
  func subjects() throws {
    let subjects = try Self.names.map { name in
      try FuzzedInput(Array(Data(contentsOf: Self.folder.appendingPathComponent(name))))?.subject
    }
    #expect(Set(subjects.compactMap(\.self)) == Set(FuzzedInput.letters.values))
  }
}
