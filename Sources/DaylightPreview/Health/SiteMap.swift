import DaylightModel
import DaylightSite
import DaylightSyntax

/// The pages and terms of a site, and the links between their texts.
struct SiteMap {
  struct Node {
    let source: String
    let title: String
    let address: String
    let isTerm: Bool
    /// Whether no text links here. Lists made by templates do not count: they contain every page.
    var isOrphan = false
    /// The numbers of the nodes that it links to, and that link to it, in order.
    var leadsTo: [Int] = []
    var comesFrom: [Int] = []
  }

  struct Group {
    let title: String
    var nodes: Range<Int>
  }

  /// Pages group by group, then terms.
  private(set) var nodes: [Node] = []
  /// The pages of the top folder, then the sections, in the order of the site.
  private(set) var groups: [Group] = []
  let terms: Range<Int>

  var linkCount: Int { nodes.reduce(0) { $0 + $1.leadsTo.count } }
  var orphans: [Node] { nodes.filter(\.isOrphan) }

  init(_ build: SiteBuild) {
    let index = build.index.value
    var members: [String: [PageEntry]] = [:]
    var order: [String] = []
    for entry in index.entries where entry.kind.traits.isOnMap {
      let group = entry.kind == .section ? entry.source : entry.section ?? ""
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(entry)
    }
    for group in order {
      let entries = members[group] ?? []
      let start = nodes.count
      nodes += entries.map { Node($0, isTerm: false) }
      groups.append(Group(title: index[group]?.title ?? "Pages", nodes: start..<nodes.count))
    }
    let firstTerm = nodes.count
    nodes += index.entries.filter { $0.kind.traits.isTerm }.map { Node($0, isTerm: true) }
    terms = firstTerm..<nodes.count
    connect(build)
  }

  private mutating func connect(_ build: SiteBuild) {
    let index = build.index.value
    let numbers = Dictionary(
      nodes.enumerated().map { ($1.source, $0) }, uniquingKeysWith: { first, _ in first })
    for number in nodes.indices {
      let source = nodes[number].source
      guard let page = build.page(source) else { continue }
      let linked = page.mentions.filter(\.isLinked).compactMap {
        index.glossary[slug: $0.term]?.source
      }
      let written = index.documents[source]?.targets(index.glossary) ?? []
      let targets = Set((page.links.map(\.target) + linked + written).compactMap { numbers[$0] })
      nodes[number].leadsTo = targets.subtracting([number]).sorted()
      for target in nodes[number].leadsTo { nodes[target].comesFrom.append(number) }
    }
    let menu = Set(
      (index.configuration.navigation + index.configuration.footer).compactMap {
        RelativePath.resolve($0.value, from: "content/site.yaml")
      })
    for number in nodes.indices where nodes[number].comesFrom.isEmpty {
      let source = nodes[number].source
      let isListed = index[source]?.kind.traits.isLinkedByTemplates ?? false
      nodes[number].isOrphan = !isListed && !menu.contains(source)
    }
  }
}

extension SiteMap.Node {
  fileprivate init(_ entry: PageEntry, isTerm: Bool) {
    source = entry.source
    title = entry.title
    address = entry.previewAddress
    self.isTerm = isTerm
  }
}

extension Document {
  /// The pages that its front matter links to, by `source`.
  fileprivate func targets(_ glossary: Glossary) -> [String] {
    switch frontMatter {
    case .page(let page):
      (page.steps + [page.next].compactMap(\.self)).compactMap {
        RelativePath.resolve($0.value, from: file.path)
      }
    case .term(let term):
      term.see.compactMap { glossary[slug: $0.value]?.source }
    }
  }
}

extension PageEntry {
  /// The address of the page in the preview.
  var previewAddress: String {
    var address = Array("/".utf8)
    address.append(percentEncoding: route.path)
    return String(decoding: address, as: UTF8.self)
  }
}
