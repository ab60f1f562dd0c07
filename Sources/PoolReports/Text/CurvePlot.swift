/// A curve from 0 % to 100 % as a picture of 10 lines.
struct CurvePlot {
  private let size: Int
  private let mark: Int?
  private let share: (Int) -> Double
  private static let columns = 64
  private static let rows = 8

  /// Creates a plot.
  ///
  /// - Parameters:
  ///   - size: The largest pool size shown, at least 1.
  ///   - mark: The size to point at.
  ///   - share: The share at a size, from 0 to 1.
  init(upTo size: Int, mark: Int?, share: @escaping (Int) -> Double) {
    self.size = size
    self.mark = mark
    self.share = share
  }

  var lines: [String] {
    let columns = min(Self.columns, size + 1)
    let heights = (0..<columns).map { column in
      Int((share(sizeShown(column, of: columns)) * Double(Self.rows * 8)).rounded(.down))
    }
    var lines = (0..<Self.rows).reversed().map { row in
      let label =
        row == Self.rows - 1 ? " 100 % |" : row == Self.rows / 2 - 1 ? "  50 % |" : "       |"
      let bar = heights.map { height in String(Self.block(height - row * 8)) }.joined()
      return label + bar
    }
    lines.append("   0 % +" + String(repeating: "-", count: columns))
    var axis = Array(repeating: Character(" "), count: 8 + columns + 12)
    func write(_ text: String, at start: Int) {
      for (offset, character) in text.enumerated() where start + offset < axis.count {
        axis[start + offset] = character
      }
    }
    let last = Figures.count(size)
    write("0", at: 8)
    write("\(last) numbers", at: max(10, 8 + columns - last.count))
    if let mark, mark > 0, mark < size {
      let column = 8 + mark * (columns - 1) / size
      let label = "^ \(Figures.count(mark))"
      let before = "\(Figures.count(mark)) ^"
      if column + label.count < 8 + columns - last.count {
        write(label, at: column)
      } else if column - before.count > 9, column < 8 + columns - last.count {
        write(before, at: column - before.count + 1)
      }
    }
    var text = String(axis)
    while text.last == " " { text.removeLast() }
    lines.append(text)
    return lines
  }

  private func sizeShown(_ column: Int, of columns: Int) -> Int {
    columns == 1 ? size : column * size / (columns - 1)
  }

  /// A block of so many eighths.
  private static func block(_ eighths: Int) -> Character {
    Array(" ▁▂▃▄▅▆▇█")[min(max(eighths, 0), 8)]
  }
}
