#if os(Linux)
  #if canImport(Musl)
    import Musl
  #else
    import Glibc
  #endif

  /// Drives whose files others can change without this machine's kernel noticing.
  enum NetworkDrive {
    private static let types: Set = [
      "9p", "afs", "ceph", "cifs", "davfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs", "sshfs",
      "vboxsf", "virtiofs",
    ]

    /// Whether a folder is on one, judged by what is mounted as its device (proc_pid_mountinfo(5)).
    static func contains(_ folder: String) -> Bool {
      var status = stat()
      guard stat(folder, &status) == 0 else { return false }
      let device = "\(major(status.st_dev)):\(minor(status.st_dev))"
      for line in text(of: "/proc/self/mountinfo").split(separator: "\n") {
        // “36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw”
        let fields = line.split(separator: " ")
        guard fields.count > 3, fields[2] == device[...],
          let mark = fields.lastIndex(of: "-"), mark + 1 < fields.count
        else { continue }
        let type = String(fields[mark + 1])
        return types.contains(type) || type.hasPrefix("fuse")
      }
      return false
    }

    /// As in the kernel's 64-bit device numbers (makedev(3)).
    private static func major(_ device: dev_t) -> UInt64 {
      let device = UInt64(device)
      return device >> 8 & 0xFFF | device >> 32 & 0xFFFF_F000
    }

    private static func minor(_ device: dev_t) -> UInt64 {
      let device = UInt64(device)
      return device & 0xFF | device >> 12 & 0xFFFF_FF00
    }

    private static func text(of path: String) -> String {
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return "" }
      defer { close(descriptor) }
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 16 << 10)
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
        bytes += buffer[..<count]
      }
    }
  }
#endif
