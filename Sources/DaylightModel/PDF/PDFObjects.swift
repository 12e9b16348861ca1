import DaylightSyntax

/// All objects of a PDF, found by reading the file from its beginning to its end: what a table of
/// contents leaves out is found, too.
struct PDFObjects {
  /// By number; of two with one number, the last.
  private(set) var values: [Int: PDFValue] = [:]
  /// All, with those that a later one replaces.
  private(set) var all: [PDFValue] = []
  /// What tells where the parts of the document are: trailers, and the dictionaries of their kind.
  private(set) var trailers: [PDFValue] = []
  private(set) var streams: [(dictionary: PDFValue, data: ArraySlice<UInt8>)] = []
  /// Whether some part could not be read.
  private(set) var hasUnreadable = false

  /// Bytes that all compressed parts together may have when they are read.
  static let mostInflated = 64 << 20

  init(_ bytes: [UInt8]) {
    var reader = PDFReader(bytes)
    var numbers: [Int] = []
    while let token = reader.next() {
      switch token {
      case .number(let number): numbers = numbers.suffix(1) + [number]
      case .keyword("obj") where numbers.count == 2:
        add(numbers[0], &reader)
        numbers = []
      case .keyword("trailer"):
        if let value = reader.value() {
          trailers.append(value)
          all.append(value)
        }
        numbers = []
      default: numbers = []
      }
    }
    var rest = Self.mostInflated
    for stream in streams where stream.dictionary["Type"]?.name == "ObjStm" {
      unpack(stream, &rest)
    }
  }

  private mutating func add(_ number: Int, _ reader: inout PDFReader) {
    guard let value = reader.value() else {
      hasUnreadable = true
      return
    }
    values[number] = value
    all.append(value)
    let start = reader.offset
    guard case .keyword("stream")? = reader.next() else {
      reader.offset = start
      return
    }
    let data = data(of: value, &reader)
    streams.append((value, data))
    if value["Type"]?.name == "XRef" { trailers.append(value) }
  }

  /// The bytes of a stream, after which the reader goes on.
  private func data(of value: PDFValue, _ reader: inout PDFReader) -> ArraySlice<UInt8> {
    if reader.has("\r\n") {
      reader.offset += 2
    } else if reader.has("\n") || reader.has("\r") {
      reader.offset += 1
    }
    let bytes = reader.bytes
    let start = reader.offset
    if let length = value["Length"]?.number, length >= 0, length <= bytes.count - start {
      reader.offset = start + length
      if case .keyword("endstream")? = reader.next() { return bytes[start..<start + length] }
    }
    let end = bytes[start...].firstRange(of: Array("endstream".utf8))
    reader.offset = end?.upperBound ?? bytes.count
    return bytes[start..<(end?.lowerBound ?? bytes.count)]
  }

  /// Adds the objects that are compressed together.
  private mutating func unpack(
    _ stream: (dictionary: PDFValue, data: ArraySlice<UInt8>), _ rest: inout Int
  ) {
    guard let bytes = Self.plain(stream, &rest), let count = stream.dictionary["N"]?.number,
      let first = stream.dictionary["First"]?.number, first >= 0, first <= bytes.count
    else {
      hasUnreadable = true
      return
    }
    var heads = PDFReader(bytes)
    // Objects do not share their bytes: those that do would be read again and again.
    var unread = bytes.count
    for _ in 0..<max(0, min(count, bytes.count)) {
      guard case .number(let number)? = heads.next(), case .number(let offset)? = heads.next(),
        offset >= 0, offset <= bytes.count - first
      else {
        hasUnreadable = true
        return
      }
      var reader = PDFReader(bytes, from: first + offset)
      guard unread >= 0, let value = reader.value() else {
        hasUnreadable = true
        return
      }
      unread -= reader.offset - first - offset
      values[number] = value
      all.append(value)
    }
  }

  /// The bytes of a stream, decompressed; nil if they cannot be.
  ///
  /// - Parameter rest: how many bytes may still be decompressed of this file.
  static func plain(
    _ stream: (dictionary: PDFValue, data: ArraySlice<UInt8>), _ rest: inout Int
  ) -> [UInt8]? {
    switch stream.dictionary["Filter"]?.names ?? [] {
    case []: Array(stream.data)
    case ["FlateDecode"], ["Fl"]:
      // A predictor would have to be undone; it is of no use in text.
      (stream.dictionary["DecodeParms"]?["Predictor"]?.number ?? 1) > 1
        ? nil : inflated(stream.data, &rest)
    default: nil
    }
  }

  private static func inflated(_ data: ArraySlice<UInt8>, _ rest: inout Int) -> [UInt8]? {
    guard let bytes = Inflate.inflated(data, limit: rest) else {
      // How long it was is not known: no more than a thousand bytes for one.
      rest -= min(rest, data.count * 1032)
      return nil
    }
    rest -= bytes.count
    return bytes
  }

  func resolved(_ value: PDFValue?) -> PDFValue? {
    if case .reference(let number)? = value { values[number] } else { value }
  }
}
