/// Web addresses as attribute values.
enum Address {
  /// Percent-encodes what may not stand in an address: spaces, quotation marks, and bytes outside
  /// ASCII. What is encoded already stays as it is.
  static func encoded(_ address: String) -> String {
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      switch byte {
      case 0x21, 0x23...0x3B, 0x3D, 0x3F...0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes += hexadecimal[Int(byte >> 4)...Int(byte >> 4)]
        bytes += hexadecimal[Int(byte & 15)...Int(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexadecimal = Array("0123456789ABCDEF".utf8)
}
