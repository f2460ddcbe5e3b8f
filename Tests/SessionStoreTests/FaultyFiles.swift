import Synchronization

@testable import SessionStore

/// The system's files, of which chosen calls fail, are interrupted or fall short.
final class FaultyFiles: FileSystem {
  enum Call: String, CaseIterable {
    case openToRead, createNew, openFolder, openToAppend, read, write, sync, syncFolder, syncBytes, truncate, lock, close, rename, link
    case makeFolder, setMode, status
  }

  struct Plan: Sendable {
    /// Fails with this number from the given call of its kind on (0 is the first), so many times.
    var failures: [Call: (errno: Int32, from: Int, times: Int)] = [:]
    /// At most so many bytes a read or write.
    var shortest = Int.max
    /// Every other call of each kind is interrupted.
    var interrupts = false
  }

  private struct State {
    var plan = Plan()
    var counts: [Call: Int] = [:]
    var folders: Set<FileDescriptor> = []
  }

  private let system = SystemFiles()
  private let state = Mutex(State())

  init(_ plan: Plan = Plan()) { self.plan = plan }

  var plan: Plan {
    get { state.withLock { $0.plan } }
    set {
      state.withLock {
        $0.plan = newValue
        $0.counts = [:]
      }
    }
  }

  private func fault(_ call: Call) -> ErrorNumber? {
    state.withLock { state in
      let count = state.counts[call, default: 0]
      state.counts[call] = count + 1
      if state.plan.interrupts, count % 2 == 0 { return ErrorNumber(4) }
      let index = state.plan.interrupts ? count / 2 : count
      guard let failure = state.plan.failures[call], index >= failure.from, index < failure.from + failure.times else { return nil }
      return ErrorNumber(failure.errno)
    }
  }

  private func unless<T>(_ call: Call, _ body: () -> Result<T, ErrorNumber>) -> Result<T, ErrorNumber> {
    if let error = fault(call) { return .failure(error) }
    return body()
  }

  func openToRead(_ path: String) -> Result<FileDescriptor, ErrorNumber> { unless(.openToRead) { system.openToRead(path) } }
  func createNew(_ path: String, mode: UInt32) -> Result<FileDescriptor, ErrorNumber> {
    unless(.createNew) { system.createNew(path, mode: mode) }
  }
  func openFolder(_ path: String) -> Result<FileDescriptor, ErrorNumber> {
    unless(.openFolder) {
      let result = system.openFolder(path)
      if case .success(let folder) = result { state.withLock { _ = $0.folders.insert(folder) } }
      return result
    }
  }
  func read(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer) -> Result<Int, ErrorNumber> {
    let size = min(buffer.count, plan.shortest)
    return unless(.read) { system.read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])) }
  }
  func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer) -> Result<Int, ErrorNumber> {
    let size = min(bytes.count, plan.shortest)
    return unless(.write) { system.write(file, UnsafeRawBufferPointer(rebasing: bytes[..<size])) }
  }
  func sync(_ file: FileDescriptor) -> Result<Void, ErrorNumber> {
    let isFolder = state.withLock { $0.folders.contains(file) }
    return unless(isFolder ? .syncFolder : .sync) { system.sync(file) }
  }
  func openToAppend(_ path: String) -> Result<FileDescriptor, ErrorNumber> { unless(.openToAppend) { system.openToAppend(path) } }
  func syncBytes(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { unless(.syncBytes) { system.syncBytes(file) } }
  func truncate(_ file: FileDescriptor, to size: Int) -> Result<Void, ErrorNumber> { unless(.truncate) { system.truncate(file, to: size) } }
  func lock(_ file: FileDescriptor) -> Result<Void, ErrorNumber> { unless(.lock) { system.lock(file) } }
  func link(_ old: String, to new: String) -> Result<Void, ErrorNumber> { unless(.link) { system.link(old, to: new) } }
  func makeFolder(_ path: String, mode: UInt32) -> Result<Void, ErrorNumber> { unless(.makeFolder) { system.makeFolder(path, mode: mode) } }
  func names(in folder: String) -> Result<[String], ErrorNumber> { system.names(in: folder) }
  func close(_ file: FileDescriptor) -> Result<Void, ErrorNumber> {
    state.withLock { _ = $0.folders.remove(file) }
    let result = system.close(file)
    if let error = fault(.close) { return .failure(error) }
    return result
  }
  func rename(_ old: String, to new: String) -> Result<Void, ErrorNumber> { unless(.rename) { system.rename(old, to: new) } }
  func remove(_ path: String) -> Result<Void, ErrorNumber> { system.remove(path) }
  func status(_ file: FileDescriptor) -> Result<FileStatus, ErrorNumber> { unless(.status) { system.status(file) } }
  func status(_ path: String, followsLinks: Bool) -> Result<FileStatus, ErrorNumber> { system.status(path, followsLinks: followsLinks) }
  func mayWrite(_ path: String) -> Result<Void, ErrorNumber> { system.mayWrite(path) }
  func readLink(_ path: String) -> Result<String, ErrorNumber> { system.readLink(path) }
  func setMode(_ file: FileDescriptor, _ mode: UInt32) -> Result<Void, ErrorNumber> { unless(.setMode) { system.setMode(file, mode) } }
  func setOwner(_ file: FileDescriptor, user: UInt32, group: UInt32) -> Result<Void, ErrorNumber> {
    system.setOwner(file, user: user, group: group)
  }
  func copyAttributes(from path: String, to file: FileDescriptor) { system.copyAttributes(from: path, to: file) }
  func randomNumber() -> UInt64 { system.randomNumber() }
}
