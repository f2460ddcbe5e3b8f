import Synchronization

/// What is worked out when somebody first asks for it, and then kept. Copies of a value share it, so that it is worked out once for all.
final class Later<Value: Sendable>: Sendable {
  private let made: Mutex<Value?>

  init(_ value: Value? = nil) { made = Mutex(value) }

  /// The value; `make` works it out when it is not there.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }

  /// Changes the value where it lies if it is there. To be called by its only owner.
  func change(_ body: (inout Value) -> Void) {
    made.withLock { made in
      guard var value = made else { return }
      // Held once only, so that what is in it changes in place.
      made = nil
      body(&value)
      made = value
    }
  }

  /// The same value for somebody who goes on alone.
  var copy: Later { Later(made.withLock { $0 }) }
}
