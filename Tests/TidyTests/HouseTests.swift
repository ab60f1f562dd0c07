import Testing

/// Arrows between rooms go one way, so that each can be read, tested and built without those above.
@Suite("The house has no circle")
struct HouseTests {
  @Test(
    "Modules import only those that they stand upon", arguments: HouseOrder.modules.keys.sorted())
  func modules(module: String) throws {
    let allowed = HouseOrder.modules[module] ?? []
    let files = try SourceTree.files(in: "Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      let imports = Set(file.imports)
      #expect(imports.subtracting(HouseOrder.platform).subtracting(allowed) == [], "\(file.path)")
      guard let others = HouseOrder.filesWithLibraryOfC[module] else { continue }
      let system = imports.intersection(HouseOrder.platform)
      let expected: Set = others.contains(file.name) ? ["Darwin", "Glibc", "Musl"] : []
      #expect(system == expected, "\(file.path)")
    }
  }

  @Test("Every module is one of these")
  func names() throws {
    #expect(try SourceTree.names(in: "Sources") == HouseOrder.modules.keys.sorted())
    #expect(try !SourceTree.text("Package.swift").contains(".package("))
  }

  @Test(
    "Folders mention only types of folders before them", arguments: ["NumberPools", "TrafficLogs"]
  )
  func folders(module: String) throws {
    let order = HouseOrder.folders[module] ?? []
    let files = try SourceTree.files(in: "Sources/\(module)")
    var folderOfType: [String: String] = [:]
    for file in files {
      #expect(order.contains(file.folder), "\(file.path) is in no folder that has a place")
      for name in file.declaredTypes { folderOfType[name] = file.folder }
    }
    for file in files {
      guard let place = order.firstIndex(of: file.folder) else { continue }
      for name in file.mentionedNames {
        guard let folder = folderOfType[name], let other = order.firstIndex(of: folder) else {
          continue
        }
        #expect(other <= place, "\(file.path) mentions \(name), which is in \(folder)")
      }
    }
  }

  @Test("A folder is taken in at a glance", arguments: SourceTree.libraries)
  func sizes(module: String) throws {
    let files = try SourceTree.files(in: "Sources/\(module)")
    for (folder, files) in Dictionary(grouping: files, by: \.folder) {
      #expect(files.count <= 13, "\(module)/\(folder)")
    }
    let lengths = files.map(\.lines.count).sorted()
    #expect(lengths[lengths.count / 2] < 100)
  }
}
