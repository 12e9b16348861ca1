import CFuzzer
import Platform

// libFuzzer starts this program again with its own options, so the target comes from outside.
let name = getenv("DAYLIGHT_FUZZ_TARGET").map { String(cString: $0) } ?? ""
guard FuzzTarget.chosen != nil else {
  let names = FuzzTarget.all.map(\.name).joined(separator: " ")
  print("DAYLIGHT_FUZZ_TARGET is ‘\(name)’. It has to be one of these: \(names)")
  exit(64)
}
var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  daylight_fuzz(&count, &arguments) { bytes, count in
    FuzzTarget.chosen?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })
