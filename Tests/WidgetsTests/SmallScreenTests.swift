import Drawing
import Testing

@testable import Widgets

@Test("every widget draws at any size, also at none, and takes its keys there")
func anySize() {
  let items = [FinderItem("株式会社 Baní"), FinderItem("مانجو", detail: "x", note: "k", unavailable: "no")]
  let columns = [TableColumn(id: "a", title: "A", sorting: .descending), TableColumn(id: "b", title: "B", width: .fixed(7))]
  let all = keys("a<Down> <PgDn><End>漢<Enter><Up><Left><PgUp>b<Tab>")
  for width in [0, 1, 2, 3, 5, 9, 20, 60] {
    for height in [0, 1, 2, 3, 5, 16] {
      let area = screen(width, height)
      var form = Form([
        FormRow("t", "Text"), FormRow("c", "Choice", .choice([FormOption("1", "a"), FormOption("2", "b")]), help: "Help."),
        FormRow("s", "Scale", .scale([FormOption("1", "low")]), text: "1", unit: "points"),
      ])
      var (table, text, view, finder) = (Table(), TextArea("a b\nc"), Viewport(["one two", "three"]), Finder(items))
      var capture = CaptureLine(label: "Add")
      var menu = Menu(title: "Menu", items: [MenuItem("z", "zz", detail: "d")])
      let dialog = Dialog(title: "T", message: ["Some words"], buttons: [DialogButton("o", "OK")])
      for key in all {
        _ = form.handle(key, in: area)
        _ = table.handle(key, rowCount: 9, in: area)
        _ = text.handle(key, in: area)
        _ = view.handle(key, in: area)
        _ = finder.handle(key, rows: Finder.list(in: area).height)
        _ = capture.handle(key)
        capture.suggest([CompletionItem("ab")])
        _ = menu.handle(key, rows: height)
        var surface = Surface(Size(width: width, height: height))
        form.draw(in: area, on: &surface)
        table.draw(in: area, on: &surface, columns: columns, rowCount: 9) { row, _ in TableCell("r\(row)") }
        text.draw(in: area, on: &surface)
        view.draw(in: area, on: &surface)
        finder.draw(in: Finder.box(in: area), on: &surface, title: "Find")
        capture.draw(in: area.split(bottom: 1).1, bounds: area, on: &surface)
        menu.draw(in: area, on: &surface)
        dialog.draw(in: area, on: &surface)
        MessageLine("done").draw(in: area, on: &surface)
        TabBar([TabItem(key: "1", name: "One")], active: 0).draw(in: area, on: &surface)
        #expect(surface.lines.count == height)
      }
    }
  }
}
