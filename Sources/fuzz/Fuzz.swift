import CSupport

#if canImport(Glibc)
  import Glibc
#endif

/// Gives hostile bytes to what reads files. `make fuzz` builds it with libFuzzer, which looks for bytes that crash; built plainly it takes the
/// files named on the command line once each, to look at what was found. `RAPPORT_FUZZ` says what the bytes are taken for.
@main
enum Fuzz {
  static let kind = getenv("RAPPORT_FUZZ").flatMap { FuzzKind(rawValue: String(cString: $0)) } ?? .session

  static func main() {
    #if FUZZING
      var count = CommandLine.argc
      var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
      exit(LLVMFuzzerRunDriver(&count, &arguments, takeInput))
    #else
      for path in CommandLine.arguments.dropFirst() {
        guard let file = fopen(path, "rb") else { continue }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let got = fread(&buffer, 1, buffer.count, file), got > 0 { bytes += buffer[..<got] }
        print("\(kind.rawValue): \(path), \(bytes.count) bytes")
        kind.take(bytes)
      }
    #endif
  }
}

/// One input; libFuzzer also looks for it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Fuzz.kind.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
