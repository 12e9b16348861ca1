extension Template {
  /// The part of the template that prints one item of a list, as a template of its own: so an item
  /// that many pages show is rendered only once (`TemplateValue.rendered`).
  ///
  /// - Returns: nil unless exactly one section iterates over the list, and that section prints only
  ///   values of the items.
  package func item(of list: TemplateName, in owner: TemplateName) -> Template? {
    guard entries.isEmpty, let (body, depth) = place(of: list, in: owner) else { return nil }
    var item = self
    item.operations = operations[body].map { $0.moved(by: -Int32(body.lowerBound)) } + [.endCall]
    for operation in item.operations {
      guard let path = operation.path.map(Int.init), paths[path].first != nil else { continue }
      guard paths[path].depth >= depth else { return nil }
      item.paths[path].depth = paths[path].depth - depth
    }
    return item
  }

  /// The body of the only section over the list, and the depth of its items.
  private func place(
    of list: TemplateName, in owner: TemplateName
  ) -> (body: Range<Int>, depth: Int32)? {
    var place: (Range<Int>, Int32)?
    var depth: Int32 = 0
    for (index, operation) in operations.enumerated() {
      switch operation {
      case .section(let path, let end):
        depth += 1
        guard names(of: paths[Int(path)]).contains(list) else { continue }
        guard place == nil, paths[Int(path)].depth == 0,
          names(of: paths[Int(path)]) == [owner, list]
        else { return nil }
        place = (index + 1..<Int(end), depth)
      case .endSection: depth -= 1
      case .text, .escaped, .raw, .inverted, .lineStart, .call, .endCall: break
      }
    }
    return place
  }

  private func names(of path: ValuePath) -> [TemplateName] {
    (path.first.map { [$0] } ?? []) + path.rest.map { names[Int($0)] }
  }
}

extension Template.Operation {
  /// The value that it refers to.
  fileprivate var path: Int32? {
    switch self {
    case .escaped(let path), .raw(let path), .section(let path, _), .inverted(let path, _): path
    case .text, .endSection, .lineStart, .call, .endCall: nil
    }
  }

  fileprivate func moved(by distance: Int32) -> Self {
    switch self {
    case .section(let path, let end): .section(path: path, end: end + distance)
    case .inverted(let path, let end): .inverted(path: path, end: end + distance)
    case .text, .escaped, .raw, .endSection, .lineStart, .call, .endCall: self
    }
  }
}
