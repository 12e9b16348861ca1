// In the place of `Utilities/Foundation.swift` of swift-argument-parser, in programs to be given away. That file is all
// that the package needs Foundation for: to print what `--experimental-dump-help` says. It would be a sixth of the
// program.

extension Error {
  func describe() -> String { String(describing: self) }
}

enum JSONEncoder {
  static func encode<T: Encodable>(_ value: T) -> String {
    let node = JSONNode()
    guard (try? value.encode(to: node)) != nil else { return "" }
    return node.text(indent: "")
  }
}

/// A value of a JSON document, which takes its content from what is encoded to it.
private final class JSONNode: Encoder {
  enum Content {
    case literal(String)
    case elements([JSONNode])
    case members([String: JSONNode])
  }

  var content = Content.literal("null")

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(JSONMembers(node: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer { JSONElements(node: self) }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONValue(node: self) }

  /// The node of a member, which is made new.
  func member(_ name: String) -> JSONNode {
    let node = JSONNode()
    if case .members(var members) = content {
      members[name] = node
      content = .members(members)
    } else {
      content = .members([name: node])
    }
    return node
  }

  /// The node of one element more.
  func element() -> JSONNode {
    let node = JSONNode()
    if case .elements(let elements) = content {
      content = .elements(elements + [node])
    } else {
      content = .elements([node])
    }
    return node
  }

  func text(indent: String) -> String {
    let inner = indent + "  "
    switch content {
    case .literal(let text): return text
    case .elements(let elements):
      return "[\n" + elements.map { inner + $0.text(indent: inner) }.joined(separator: ",\n")
        + "\n\(indent)]"
    case .members(let members):
      return "{\n"
        + members.sorted { $0.key < $1.key }
        .map { inner + JSONNode.quoted($0.key) + " : " + $0.value.text(indent: inner) }
        .joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\0"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

private struct JSONMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  init(node: JSONNode) {
    self.node = node
    if case .members = node.content { return }
    node.content = .members([:])
  }

  func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    try value.encode(to: node.member(key.stringValue))
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    node.member(key.stringValue).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    node.member(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { node.member("super") }
  func superEncoder(forKey key: Key) -> any Encoder { node.member(key.stringValue) }
}

private struct JSONElements: UnkeyedEncodingContainer {
  let node: JSONNode
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(node: JSONNode) {
    self.node = node
    node.content = .elements([])
  }

  private mutating func next() -> JSONNode {
    count += 1
    return node.element()
  }

  mutating func encodeNil() { _ = next() }

  mutating func encode<T: Encodable>(_ value: T) throws { try value.encode(to: next()) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { next().container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { next() }
}

private struct JSONValue: SingleValueEncodingContainer {
  let node: JSONNode
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { node.content = .literal("null") }

  /// Numbers and truth values are written as Swift prints them, which is what JSON wants, too.
  func encode<T: Encodable>(_ value: T) throws {
    switch value {
    case let text as String: node.content = .literal(JSONNode.quoted(text))
    case is Bool, is any BinaryInteger, is any BinaryFloatingPoint:
      node.content = .literal("\(value)")
    default: try value.encode(to: node)
    }
  }
}
