import NIOCore
import NIOPosix
import Platform

/// Why a preview could not begin to listen.
package struct ServerFailure: Error, Sendable {
  /// Without a full stop, as in a diagnostic.
  package let message: String
  package let help: String

  init(_ error: any Error, _ options: PreviewServer.Options) {
    let place = "‘\(options.host)’, port \(options.port)"
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      message = "port \(options.port) and all of the next ports are taken"
      help = "stop another preview, or name another port with --port"
    case EACCES, EPERM:
      message = "the system does not allow to listen at \(place)"
      help = "name a port above 1023 with --port"
    default:
      message = "it is not possible to listen at \(place): \(error)"
      help = "leave out --host to serve this machine alone"
    }
  }
}
