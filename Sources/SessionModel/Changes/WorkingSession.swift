import JSON

/// A session being worked on: with what can be undone and redone, and the indexes that keep single steps cheap.
public struct WorkingSession: Sendable {
  public private(set) var session: Session
  // Worked out when first asked for: the first frame of a large session asks for neither.
  private var laterReferences = Later<ReferenceIndex>()
  private var laterReadings = Later<ReadingIndex>()
  private var done: [Step] = []
  private var undone: [Step] = []
  /// What the latest steps touched, undone and redone ones included, the newest last.
  private var touches: [Touch] = []

  private struct Touch: Sendable {
    /// That the step led to.
    var revision: Int
    var entities: Set<EntityRef>
  }

  /// So many steps are told of; what looks at the session less often has to look at all of it.
  private static let rememberedTouches = 64

  /// A transaction and the one that takes it back.
  private struct Step: Sendable {
    var forward: Transaction
    var backward: Transaction
  }

  public init(_ session: Session) { self.session = session }

  public var references: ReferenceIndex { laterReferences.value { ReferenceIndex(session) } }
  public var readings: ReadingIndex { laterReadings.value { ReadingIndex(session) } }

  /// What `undo` would take back; nil when there is nothing.
  public var undoTitle: Title? { done.last?.forward.title }
  /// What `redo` would do again; nil when there is nothing.
  public var redoTitle: Title? { undone.last?.forward.title }
  /// The latest steps, newest first.
  public func latest(_ count: Int) -> [Transaction] { done.suffix(count).reversed().map(\.forward) }
  /// Steps done since the session was opened and not undone.
  public var stepCount: Int { done.count }

  /// The entities that were inserted, replaced or removed after a revision, and those that readings that were are of.
  /// Nil when it was too many steps ago to tell.
  public func touched(since revision: Int) -> Set<EntityRef>? {
    if revision == session.revision { return [] }
    guard let first = touches.first, revision >= first.revision - 1, revision < session.revision else { return nil }
    return touches.reduce(into: []) { if $1.revision > revision { $0.formUnion($1.entities) } }
  }

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

  /// What `undo` would do to the session; nil when there is nothing to undo.
  public var nextUndo: Transaction? { done.last?.backward }

  /// Does a recorded step again. Steps may be taken back that were done before the first one replayed.
  public mutating func replay(_ step: RecordedStep) throws(TransactionError) {
    switch step.act {
    case .did: try perform(step.transaction)
    case .undid:
      if let last = done.last, last.backward.changes == step.transaction.changes { return _ = try undo() }
      let forward = try run(step.transaction)
      undone.append(Step(forward: forward, backward: step.transaction))
    case .redid:
      if let last = undone.last, last.forward.changes == step.transaction.changes { return _ = try redo() }
      let backward = try run(step.transaction)
      done.append(Step(forward: step.transaction, backward: backward))
    }
  }

  /// Takes the members that this version does not know from another state of the same file.
  public mutating func take(extra: [JSONMember]) { session.extra = extra }

  private mutating func run(_ transaction: Transaction) throws(TransactionError) -> Transaction {
    // The indexes follow back instead of being kept: a second copy would make every step copy them whole.
    let before = session
    let backward = try session.apply(transaction)
    follow(transaction, backward)
    do throws(TransactionError) {
      try checkPointers(atWhat: backward)
    } catch {
      follow(backward, transaction)
      session = before
      throw error
    }
    noteTouch(transaction, backward)
    return backward
  }

  private mutating func noteTouch(_ transaction: Transaction, _ backward: Transaction) {
    var touch = Touch(revision: session.revision, entities: [])
    for change in transaction.changes + backward.changes {
      touch.entities.insert(change.ref)
      guard let subject = (change.entity as? Reading)?.subject else { continue }
      if let ref = session.resolve(subject, among: [.stakeholder, .indicator]) { touch.entities.insert(ref) }
    }
    touches.append(touch)
    if touches.count > Self.rememberedTouches { touches.removeFirst(touches.count - Self.rememberedTouches) }
  }

  private mutating func follow(_ transaction: Transaction, _ inverse: Transaction) {
    Self.change(&laterReferences) { $0.follow(transaction, inverse: inverse) }
    Self.change(&laterReadings) { $0.follow(transaction, inverse: inverse) }
  }

  /// Changes an index that has been asked for; one that has not will be made of the session as it is then.
  private static func change<Index>(_ later: inout Later<Index>, _ body: (inout Index) -> Void) {
    if !isKnownUniquelyReferenced(&later) { later = later.copy }
    later.change(body)
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
