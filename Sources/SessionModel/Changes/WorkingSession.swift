/// A session being worked on: with what can be undone and redone, and the indexes that keep single steps cheap.
public struct WorkingSession: Sendable {
  public private(set) var session: Session
  public private(set) var references: ReferenceIndex
  public private(set) var readings: ReadingIndex
  private var done: [Step] = []
  private var undone: [Step] = []

  /// A transaction and the one that takes it back.
  private struct Step: Sendable {
    var forward: Transaction
    var backward: Transaction
  }

  public init(_ session: Session) {
    self.session = session
    references = ReferenceIndex(session)
    readings = ReadingIndex(session)
  }

  /// What `undo` would take back; nil when there is nothing.
  public var undoTitle: Title? { done.last?.forward.title }
  /// What `redo` would do again; nil when there is nothing.
  public var redoTitle: Title? { undone.last?.forward.title }
  /// The latest steps, newest first.
  public func latest(_ count: Int) -> [Transaction] { done.suffix(count).reversed().map(\.forward) }
  /// Steps done since the session was opened and not undone.
  public var stepCount: Int { done.count }

  public mutating func perform(_ transaction: Transaction) throws(TransactionError) {
    let backward = try run(transaction)
    done.append(Step(forward: transaction, backward: backward))
    undone.removeAll()
  }

  /// Takes back the last step and returns it; nil when there is nothing to undo.
  @discardableResult
  public mutating func undo() throws(TransactionError) -> Transaction? {
    guard let step = done.last else { return nil }
    _ = try run(step.backward)
    done.removeLast()
    undone.append(step)
    return step.forward
  }

  /// Does again what was undone last and returns it; nil when there is nothing to redo.
  @discardableResult
  public mutating func redo() throws(TransactionError) -> Transaction? {
    guard let step = undone.last else { return nil }
    _ = try run(step.forward)
    undone.removeLast()
    done.append(step)
    return step.forward
  }

  private mutating func run(_ transaction: Transaction) throws(TransactionError) -> Transaction {
    let before = self
    let backward = try session.apply(transaction)
    references.follow(transaction, inverse: backward)
    readings.follow(transaction, inverse: backward)
    do throws(TransactionError) {
      try checkPointers(atWhat: backward)
    } catch {
      self = before
      throw error
    }
    return backward
  }

  /// What was removed or lost items must have nothing left that points at it.
  private func checkPointers(atWhat backward: Transaction) throws(TransactionError) {
    var lost = Gone()
    for change in backward.changes {
      guard let old = change.entity else { continue }
      if let new = session.entity(old.ref) { lost.insertItems(of: old, but: new) } else { _ = lost.insert(old) }
    }
    for source in lost.ids.flatMap({ references.sources(of: $0) }) {
      if let entity = session.entity(source) { try session.checkReferences(of: entity) }
    }
  }

  /// The changes that remove these entities with all that depends on them.
  public func removal(of refs: [EntityRef]) -> [Change] { session.removal(of: refs, index: references) }

  /// The changes that put this entity in place of the one with its id.
  public func replacement(of entity: any Entity) -> [Change] { session.replacement(of: entity, index: references) }
}
