import Foundation
import Synchronization

/// Files that Debian's age 1.1.1 has written: `age -p`, `age -p -a` and `age -r` of session.json, with “correct mangó battery”.
enum Fixture {
  static func bytes(_ name: String) -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
    return Array(FileManager.default.contents(atPath: folder.appendingPathComponent(name).path) ?? Data())
  }

  /// As `age --armor` writes it.
  static func armored(_ bytes: [UInt8]) -> [UInt8] {
    let text = Data(bytes).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    return Array("-----BEGIN AGE ENCRYPTED FILE-----\n\(text)\n-----END AGE ENCRYPTED FILE-----\n".utf8)
  }
}

final class Counter: Sendable {
  private let numbers = Mutex<[Int]>([])
  var all: [Int] { numbers.withLock { $0 } }
  func add(_ number: Int) { numbers.withLock { $0.append(number) } }
}

/// The same numbers for the same seed.
struct SplitMix {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
