public import NumberPools

extension LogInput {
  /// A table of what a scenario made, which is read like a file of its text.
  ///
  /// - Parameters:
  ///   - name: What messages call it.
  ///   - table: Which of the tables.
  ///   - workload: What the scenario made.
  public static func table(
    name: String, _ table: WorkloadTable, of workload: Workload
  ) -> Self {
    Self(name: name, origin: WorkloadOrigin(table, of: workload))
  }
}
