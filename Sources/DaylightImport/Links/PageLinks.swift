import DaylightSyntax

/// What the addresses in one page lead to.
///
/// A link to a place on a page is written with a mark, because the headings of all pages have to be
/// known first.
final class PageLinks: BlockReader.LinkReader {
  private let table: LinkTable
  private let page: ForeignPage
  /// The path of the page in the new site.
  private let target: String
  private let notes: PageNotes
  /// The places that links of this page lead to, by the number in their marks.
  private(set) var places: [(page: String, fragment: String, line: Int)] = []

  init(_ table: LinkTable, _ page: ForeignPage, target: String) {
    self.table = table
    self.page = page
    self.target = target
    notes = page.notes
  }

  func link(to address: String) -> BlockReader.LinkOutcome {
    let address = address.hasPrefix("//") ? "https:" + address : address
    if address == "#" || address == "#top" { return .none(nil) }
    if let scheme = Address.scheme(of: address), scheme.utf8.count > 1 {
      return link(to: address, scheme: scheme)
    }
    let (path, fragment) = split(address)
    if path.isEmpty { return .address(mark(target, fragment)) }
    return outcome(table.target(of: path, from: page), fragment)
  }

  private func link(to address: String, scheme: String) -> BlockReader.LinkOutcome {
    let rest = String(address.dropUTF8(scheme.utf8.count + 1))
    switch scheme {
    case "http", "https":
      guard let path = table.ownPath(of: address) else {
        return rest.hasPrefix("//") && rest.utf8.count > 2
          ? .address(Address.encoded(address)) : .none(.link)
      }
      let (own, fragment) = split(path)
      if let found = table.target(of: own, from: page) { return outcome(found, fragment) }
      return .address(Address.encoded(address))
    case "mailto":
      let mail = Address.decoded(rest.prefix { $0 != "?" }).trimmed
      return mail.isEmpty ? .none(nil) : .mail(mail)
    case "tel", "sms": return .address(address.filter { $0 != " " })
    case "source":
      let (path, fragment) = split(rest)
      return outcome(table.target(of: path, from: page) ?? table.page(ofFile: path), fragment)
    case "wiki":
      let (path, fragment) = split(rest)
      if path.isEmpty { return .address(mark(target, fragment)) }
      return outcome(table.target(named: path, from: page), fragment)
    case "term":
      guard let term = table.terms[rest.skeleton] else { return .none(.link) }
      return .address("term:" + term)
    default: return .none(.link)
    }
  }

  private func outcome(_ found: LinkTable.Target?, _ fragment: String) -> BlockReader.LinkOutcome {
    switch found {
    case .page(let path)?: return .address(mark(path, fragment))
    case .file(let source)?:
      guard let path = table.place(of: source) else { return .none(.file) }
      return .address(RelativePath.reference(to: path, from: target).addressEscaped)
    case nil: return .none(.link)
    }
  }

  func picture(at address: String) -> BlockReader.LinkOutcome {
    let address = address.hasPrefix("//") ? "https:" + address : address
    if let scheme = Address.scheme(of: address), scheme.utf8.count > 1, scheme != "wiki",
      scheme != "source"
    {
      guard scheme == "http" || scheme == "https" else { return .none(.file) }
      if let path = table.ownPath(of: address),
        case .file(let file)? = table.target(of: path, from: page),
        let place = table.place(of: file)
      {
        return .address(RelativePath.reference(to: place, from: target))
      }
      return .elsewhere(Address.encoded(address))
    }
    let isNamed = address.hasPrefix("wiki:")
    let (path, _) = split(isNamed ? String(address.dropFirst(5)) : address)
    let found = isNamed ? table.target(named: path, from: page) : table.target(of: path, from: page)
    guard case .file(let file)? = found, let place = table.place(of: file) else {
      return .none(.file)
    }
    return .address(RelativePath.reference(to: place, from: target))
  }

  /// The path without `?…`, decoded, and what follows `#`.
  private func split(_ address: String) -> (path: String, fragment: String) {
    let hash = address.firstIndex(of: "#") ?? address.endIndex
    let path = address[..<hash].prefix { $0 != "?" }
    return (Address.decoded(path), Address.decoded(address[hash...].dropFirst()))
  }

  private func mark(_ path: String, _ fragment: String) -> String {
    let reference = path == target ? "" : RelativePath.reference(to: path, from: target)
    if fragment.isEmpty || fragment == "top" {
      return reference.isEmpty ? target.fileName : reference
    }
    places.append((path, fragment, notes.line))
    return "\(reference)\u{E000}\(places.count - 1)\u{E001}"
  }
}
