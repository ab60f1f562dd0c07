import Testing

@testable import PoolReports

@Suite("Plots as text")
struct PlotTests {
  private func lines(_ size: Int, mark: Int?, width: Int = 80) -> [String] {
    let shares = (0...size).map { Double($0) / Double(size) }
    return TextPlot(Plot(shares: shares, mark: mark), in: English(), width: width).lines
  }

  @Test("A plot has its columns, and points at the answer")
  func plot() {
    let lines = lines(100, mark: 50)
    #expect(lines.count == 10)
    #expect(lines.allSatisfy { $0.count <= 80 })
    #expect(lines.last?.contains("^ 50") == true)
    #expect(lines.last?.hasSuffix("100 numbers") == true)
  }

  @Test("One number is one number")
  func smallest() {
    #expect(lines(1, mark: 1).last == "        0 1 number")
  }

  @Test("The first column is empty and the last is full, on a page of any width")
  func ends() {
    for width in [40, 80, 200] {
      for line in lines(1000, mark: nil, width: width).prefix(8) {
        #expect(Array(line)[8] == " ")
        #expect(line.count == width - 8 && line.last == "█")
      }
    }
  }
}
