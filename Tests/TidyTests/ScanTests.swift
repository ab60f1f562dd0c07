import Testing

/// The scan itself: what it must see, in small.
@Suite("How the tidy test reads Swift")
struct ScanTests {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "A/File.swift", text: text) }

  @Test("Bodies are counted from the first line of the head to the closing brace")
  func bodies() {
    let file = file(
      """
      struct S {
        var stored = 1
        var short: Int { 2 }
        let text = "func f() {"
        func one() -> Int {
          1
        }

        init(
          _ a: Int,
          b: Int
        ) throws {
          if a > b {
            print(a)
          }
        }
        static func wrapped(
          a: Int
        )
          -> Int
        {
          a
        }
      }

      protocol P {
        func required(
          a: Int
        )
        var readable: Int { get }
      }
      """)
    #expect(file.bodies.map(\.line) == [5, 9, 17])
    #expect(file.bodies.map(\.count) == [3, 8, 7])
  }

  @Test("Names are those of code, and of what texts put in")
  func names() {
    let file = file(
      """
      import Module
      // Not Commented.
      public struct Own: Shape {
        var text = "Said \\"Quoted\\" \\(Inside(of: "Deep \\(Deeper.name)").name) Said" + Behind.name
        struct Part {}
      }
      private enum Hidden { case one }
      let other: Hidden
      """)
    #expect(file.declaredTypes == ["Own"])
    #expect(
      file.mentionedNames == ["Module", "Own", "Shape", "Inside", "Deeper", "Behind", "Part"])
  }

  @Test("A public declaration needs a comment above it, or above its attributes")
  func documentation() {
    let file = file(
      """
      public import Module
      /// Documented.
      @frozen
      public struct S {
        public var bare = 1
        /// Documented.
        public internal(set) var other = 2
        var own = 3
      }
      public extension S {}
      """)
    #expect(file.publicDeclarations.map(\.isDocumented) == [true, false, true])
    #expect(file.publicDeclarations.map(\.line) == [4, 5, 7])
    #expect(file.imports == ["Module"])
  }
}
