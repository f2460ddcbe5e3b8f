import Drawing
import SessionModel
import SessionStore
import Workbench

/// While the file is read, a second processor draws a workbench that nobody sees. What any first frame needs once - tables, types, the pages of the program
/// itself - is there when the real one is drawn: it comes a seventh sooner.
enum Rehearsal {
  static func begin(now: Instant) {
    guard WorkThread.hasProcessor else { return }
    let words = words
    let thread = WorkThread {
      var session = Session()
      for id in ["s-one", "s-two"].compactMap({ EntityID($0) }) { session.put(Stakeholder(id: id)) }
      let size = Size(width: 120, height: 40)
      let desk = Desk(session, file: OpenFile(name: "", path: nil), size: size, now: now, seed: 0, words: words, themes: [], theme: "")
      var surface = Surface(size)
      desk.draw(on: &surface)
    }
    thread?.detach()
  }
}
