/// The lower triangle whose product with its transpose is a symmetric, positive definite matrix.
struct CholeskyFactor: Sendable {
  /// How many rows there are.
  let count: Int
  /// The rows of the triangle, each as long as the matrix is wide.
  private(set) var rows: [Double]

  /// Factors a matrix.
  ///
  /// A covariance may be singular to the last digit: what rounding makes negative counts as next to
  /// nothing.
  ///
  /// - Parameters:
  ///   - matrix: Row by row; only its lower triangle is read.
  ///   - count: How many rows it has.
  /// - Complexity: O(count^3).
  init(of matrix: [Double], count: Int) {
    self.count = count
    rows = matrix
    var rows = rows.mutableSpan
    for column in 0..<count {
      for row in column..<count {
        var rest = rows[row * count + column]
        for inner in 0..<column {
          rest -= rows[row * count + inner] * rows[column * count + inner]
        }
        if row == column {
          rows[row * count + column] = max(rest, 1e-12).squareRoot()
        } else {
          rows[row * count + column] = rest / rows[column * count + column]
        }
      }
    }
  }

  /// The logarithm of the determinant of the matrix.
  ///
  /// - Complexity: O(count).
  var logarithmOfDeterminant: Double {
    (0..<count).reduce(0) { $0 + 2 * Logarithm.of(rows[$1 * count + $1]) }
  }

  /// What the triangle has to be multiplied by to give a vector.
  ///
  /// - Complexity: O(count^2).
  func solved(for vector: [Double]) -> [Double] {
    var solution = vector
    for row in 0..<count {
      var rest = solution[row]
      for inner in 0..<row { rest -= rows[row * count + inner] * solution[inner] }
      solution[row] = rest / rows[row * count + row]
    }
    return solution
  }

  /// The product of the triangle with a vector: from independent deviates to such as vary together.
  ///
  /// - Complexity: O(count^2).
  func product(with vector: [Double]) -> [Double] {
    (0..<count).map { row in
      (0...row).reduce(0) { $0 + rows[row * count + $1] * vector[$1] }
    }
  }
}
