import Drawing
import Testing

@testable import Widgets

private let tabs = TabBar(
  "Overview/Overv. Map/Map Stakeholders/Stakeh. Trust/Trust Markets/Markets Initiatives/Init. Plan/Plan Workshop/Worksh. Advice/Advice"
    .split(separator: " ").enumerated().map { index, names in
      let names = names.split(separator: "/").map(String.init)
      return TabItem(key: "\(index + 1)", name: names[0], shortName: names[1], badge: index == 8 ? "7" : "")
    }, active: 2)

@Test("tabs keep their numbers, the active one its name or what stands for it, however narrow", arguments: [
  (120, " 1 Overview  2 Map  3 Stakeholders  4 Trust  5 Markets  6 Initiatives  7 Plan  8 Workshop  9 Advice 7"),
  (80, " 1 Overv. 2 Map 3 Stakeh. 4 Trust 5 Markets 6 Init. 7 Plan 8 Worksh. 9 Advice 7"),
  (60, " 1 Ov 2 Ma 3 Stakeh. 4 Tr 5 Ma 6 In 7 Pl 8 Wo 9 Ad 7"),
])
func tabBar(width: Int, expected: String) {
  #expect(drawn(width, 1) { rect, surface in tabs.draw(in: rect, on: &surface) } == [expected])
}

@Test("no tab moves when another one is opened, as long as short names fit")
func tabsStay() {
  let places = tabs.items.indices.map { active in TabBar(tabs.items, active: active).slots(width: 80).map(\.x) }
  #expect(Set(places).count == 1)
}

@Test("a click on a tab finds it")
func tabClick() {
  let rect = Rect(x: 0, y: 1, width: 80, height: 1)
  #expect(tabs.index(at: Point(x: 16, y: 1), in: rect) == 2)
  #expect(tabs.index(at: Point(x: 16, y: 0), in: rect) == nil)
}

@Test("hints go from the end where there is no room, and the way to help stays")
func hints() {
  let line = HintLine([Hint("←→↑↓", "move"), Hint("a", "add"), Hint("c", "connect")], kept: Hint("?", "help"))
  #expect([60, 25, 6].map { width in drawn(width, 1) { rect, surface in line.draw(in: rect, on: &surface) }[0] } == [
    "←→↑↓ move  a add  c connect  ? help", "←→↑↓ move  a add  ? help", "? help",
  ])
}

@Test("a scroll bar's thumb touches an end only when the text does")
func thumb() {
  for total in [11, 50, 1000, 1_000_000] {
    func at(_ top: Int) -> Range<Int> { Scrollbar(total: total, visible: 10, top: top).thumb(height: 10) }
    #expect(at(0).lowerBound == 0 && at(total - 10).upperBound == 10)
    if total > 11 { #expect(at(1).lowerBound > 0 && at(total - 11).upperBound < 10) }
  }
  #expect(!Scrollbar(total: 5, visible: 10, top: 0).isNeeded)
}

@Test("a bar is fine to an eighth, shows a little of anything above nothing, and survives odd numbers")
func bars() {
  func bar(_ share: Double) -> String {
    drawn(4, 1) { rect, surface in StatBar(share: share).draw(in: rect, on: &surface) }[0]
  }
  #expect([0, 0.001, 0.5, 0.53125, 1, 7, .nan].map(bar) == ["", "▏", "██", "██▏", "████", "████", ""])
}

@Test("under 100 columns the inspector folds away")
func pane() {
  let narrow = Pane(screen(99, 20), screenWidth: 99)
  #expect(narrow.inspector == nil && narrow.list == screen(99, 20))
  let wide = Pane(screen(120, 20), screenWidth: 120)
  #expect(wide.list.width + 1 == wide.divider?.right)
  #expect(wide.inspector?.right == 120 && (wide.inspector?.width ?? 0) >= 40)
}
