extension FieldCase {
  /// What is to be given away without anybody in it.
  static let copies = [
    FieldCase(
      "rows without a header are no table", ["a.csv": "02/03/2026 10:15,John,Smith,555-0105\n"],
      "anonymize a.csv",
      .refused(65, "neither a web log nor a table").notSaying("Smith", "John", "555")),
    FieldCase(
      "such rows given as page views", ["a.csv": "02/03/2026 10:15,John,Smith,555-0105\n"],
      "size --format page-views a.csv",
      .refused(65, "its first line is no header").notSaying("Smith", "John", "555")),
    FieldCase(
      "a mail address among the names of columns",
      ["a.csv": "at,visitor_id,joe%40x.org,Smith\n2026-03-02T10:15:00Z,v1,1,2\n"],
      "anonymize a.csv",
      Outcome(said: ["column 3, column 4", "What may remain"], unsaid: ["joe", "Smith"])),
    FieldCase(
      "dates that can be read in two ways",
      ["a.csv": "at,visitor_id\n02/03/2026 10:15,v1\n03/03/2026 10:15,v2\n"], "anonymize a.csv",
      .refused(64, "--date-order")),
    FieldCase(
      "dates that contradict each other",
      ["a.csv": "at,visitor_id\n14/03/2026 10:15,v1\n03/14/2026 10:15,v2\n"], "anonymize a.csv",
      .refused(65, "others with the month first")),
    FieldCase(
      "a report under a title",
      ["a.csv": "Report for Joe\n\nat,visitor_id\n2026-03-02T10:15:00Z,v1\n"], "anonymize a.csv",
      Outcome(said: ["What may remain"], unsaid: ["Joe"])),
  ]
}
