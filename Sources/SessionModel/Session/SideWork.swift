import Synchronization

/// How work is handed to another thread, by those who have threads; the model starts none itself.
public struct SideWork: Sendable {
  /// Begins the work and gives what waits until it is done, however often; nil when no thread is to be had.
  public typealias Begin = @Sendable (_ work: @escaping @Sendable () -> Void) -> (@Sendable () -> Void)?

  private let begin: Begin

  public init(_ begin: @escaping Begin) { self.begin = begin }

  /// Begins to make a value; nil when no thread is to be had.
  func make<Value: Sendable>(_ body: @escaping @Sendable () -> Value) -> SideValue<Value>? {
    let made = SideValue<Value>.Made()
    guard let wait = begin({ made.put(body()) }) else { return nil }
    return SideValue(made: made, wait: wait)
  }
}

/// A value that another thread makes.
struct SideValue<Value: Sendable>: Sendable {
  fileprivate final class Made: Sendable {
    private let value = Mutex<Value?>(nil)

    func put(_ made: Value) { value.withLock { $0 = made } }
    func take() -> Value? {
      value.withLock { value in
        defer { value = nil }
        return value
      }
    }
  }

  fileprivate let made: Made
  let wait: @Sendable () -> Void

  /// The value once it is made, to one who asks; nil to all who ask later.
  func take() -> Value? {
    wait()
    return made.take()
  }
}
