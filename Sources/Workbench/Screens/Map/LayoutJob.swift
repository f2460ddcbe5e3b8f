import MapLayout
import Synchronization

/// A layout of a large network, made behind while the facilitator goes on: what it works on, how far it is, and how to stop it.
public final class LayoutJob: Sendable {
  let roster: ChainRoster
  private let share = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)

  init(_ roster: ChainRoster) { self.roster = roster }

  /// 0…100
  var percent: Int { share.load(ordering: .relaxed) }

  /// What is reached by now becomes the result.
  func stop() { isStopped.store(true, ordering: .relaxed) }

  /// Works on any thread until it is done or stopped.
  public func run() -> NetworkPlan {
    NetworkPlan(roster) { done in
      share.store(Int(done * 100), ordering: .relaxed)
      return !isStopped.load(ordering: .relaxed)
    }
  }
}

extension Desk {
  /// Work that is to be done behind now; nil when there is none. The result is given back by `receive`.
  public var layoutJob: LayoutJob? { map.job }

  /// Takes in a layout, unless another one has been asked for since.
  public mutating func receive(_ plan: NetworkPlan, of job: LayoutJob) {
    guard map.job === job else { return }
    map.job = nil
    map.plan = plan
    map.forget()
    prepare()
  }
}
