/// A curve from 0 % to 100 % as a picture of 10 lines.
struct TextPlot {
  private let plot: Plot
  private let wording: any Wording
  /// The columns between the scale and the words behind the axis.
  private let columns: Int
  private static let rows = 8
  /// What stands before the first column: the scale.
  private static let margin = 8

  /// Prepares a picture.
  ///
  /// - Parameters:
  ///   - plot: What it shows.
  ///   - wording: The language of its words.
  ///   - width: The columns of the page, from 40.
  init(_ plot: Plot, in wording: any Wording, width: Int) {
    self.plot = plot
    self.wording = wording
    columns = min(width - 2 * Self.margin, plot.shares.count)
  }

  var lines: [String] {
    let heights = (0..<columns).map { column in
      Int((plot.shares[size(at: column)] * Double(Self.rows * 8)).rounded(.down))
    }
    let lines = (0..<Self.rows).reversed().map { row in
      let label =
        row == Self.rows - 1 ? " 100 % |" : row == Self.rows / 2 - 1 ? "  50 % |" : "       |"
      return label + heights.map { height in String(Self.block(height - row * 8)) }.joined()
    }
    return lines + ["   0 % +" + String(repeating: "-", count: columns), axis]
  }

  /// The smallest and the largest size, and the one to point at where there is room for it.
  private var axis: String {
    let largest = plot.largestSize
    let last = wording.count(largest)
    let noun = wording.form(of: .number, beside: largest)
    let end = Self.margin + columns
    var axis = [Character](repeating: " ", count: end + last.count + noun.count + 3)
    func write(_ text: String, at start: Int) {
      for (offset, character) in text.enumerated() where start + offset < axis.count {
        axis[start + offset] = character
      }
    }
    write("0", at: Self.margin)
    write("\(last) \(noun)", at: max(Self.margin + 2, end - last.count))
    if let mark = plot.mark, mark > 0, mark < largest {
      let column = Self.margin + mark * (columns - 1) / largest
      let after = "^ \(wording.count(mark))"
      let before = "\(wording.count(mark)) ^"
      if column + after.count < end - last.count {
        write(after, at: column)
      } else if column - before.count > Self.margin + 1, column < end - last.count {
        write(before, at: column - before.count + 1)
      }
    }
    while axis.last == " " { axis.removeLast() }
    return String(axis)
  }

  private func size(at column: Int) -> Int {
    column * plot.largestSize / (columns - 1)
  }

  /// A block of so many eighths.
  private static func block(_ eighths: Int) -> Character {
    Array(" ▁▂▃▄▅▆▇█")[min(max(eighths, 0), 8)]
  }
}
