import NIOCore
import NIOPosix
import Platform

/// Why the preview server could not start.
package struct ServerFailure: Error, Sendable {
  /// Without a full stop, as in a diagnostic.
  package let message: String
  package let help: String

  init(_ error: any Error, _ options: PreviewServer.Options) {
    let place = "‘\(options.host)’, port \(options.port)"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      message = "port \(options.port) and the ports after it are taken"
      help = "stop another preview, or name another port with --port"
    case EACCES, EPERM:
      message = "the system does not allow listening on \(place)"
      help = "name a port above 1023 with --port"
    case EADDRNOTAVAIL:
      message = "‘\(options.host)’ is no address of this machine"
      help = "leave out --host to serve only this machine"
    default:
      message = "cannot listen on \(place): \(error)"
      help = "leave out --host to serve only this machine"
    }
  }
}
