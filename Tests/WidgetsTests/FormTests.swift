import Drawing
import Testing

@testable import Widgets

private let levels = zip(1...5, ["very low", "low", "middle", "high", "very high"]).map { FormOption("\($0)", $1) }

private func form() -> Form {
  Form(
    [
      FormRow("name", "Name", .text, text: "MdM", help: "As people say it in the room."),
      FormRow(
        "kind", "Kind",
        .choice([FormOption("exporter", "Exporter", detail: "sells abroad"), FormOption("grower", "Grower"), FormOption("packer", "Packing house")]),
        text: "exporter"),
      FormRow("influence", "Influence", .scale(levels), isConfidential: true),
      FormRow("member", "In the cluster", .flag(yes: FormOption("true", "yes"), no: FormOption("false", "no"))),
      FormRow("volume", "Volume", .text, unit: "t a year"),
      FormRow(
        "roles", "Roles",
        .choices([FormOption("anchor", "anchor firm"), FormOption("leader", "leader"), FormOption("broker", "honest broker")])),
      FormRow("more", "More", .heading(folds: true)),
      FormRow(
        "partner", "Partner",
        .suggestions([CompletionItem("Baní Export", value: "s-1"), CompletionItem("Azua", value: "s-2")], mustMatch: true)),
      FormRow("note", "Notes", .longText, text: "One\nTwo"),
    ], folded: ["more"])
}

private let area = screen(60, 14)

@discardableResult
private func type(_ notation: String, _ form: inout Form) -> [Form.Outcome] {
  keys(notation).flatMap { form.handle($0, in: area) }
}

private func changes(_ outcomes: [Form.Outcome]) -> [String] {
  outcomes.compactMap { if case .changed(let id, let text) = $0 { "\(id)=\(text)" } else { nil } }
}

@Test("a form is filled in from top to bottom: text, choice, digit, flag, ticks")
func fillingIn() {
  var form = form()
  let outcomes = type(" SA<Enter>gro<Enter><Enter>4+-<Down>y<Tab>120<Enter> <Down> <Enter>", &form)
  #expect(Set(changes(outcomes)).isSuperset(of: [
    "name=MdM SA", "kind=grower", "influence=4", "influence=5", "member=true", "volume=120", "roles=leader",
  ]))
  #expect(outcomes.filter { $0 == .committed(id: "kind") }.count == 1)
  #expect(form.focusedID == "roles")
  var surface = Surface(Size(width: 60, height: 14))
  form.draw(in: area, on: &surface)
  #expect(surface.lines == block("""
       Name            MdM SA
       Kind            Grower
     ◆ Influence       ●●●●○ 4 high
       In the cluster  [x] yes
       Volume          120 t a year
       Roles           leader
     ▸ More ──────────────────────────────────────────────────







    """))
}

@Test("what is half typed stays, and the caller's finding about it is shown where it is")
func halfTyped() {
  var form = form()
  form.focus("volume")
  #expect(changes(type("12,", &form)) == ["volume=1", "volume=12", "volume=12,"])
  form.setError("That is not a number.", for: "volume")
  type("<Down>", &form)
  #expect(form["volume"]?.text == "12,")
  #expect(form.hasErrors)
  #expect(drawn(60, 14) { rect, surface in form.draw(in: rect, on: &surface) }[4] == "!  Volume          12, t a year")
  #expect(form.focusFirstError() && form.focusedID == "volume")
  let lines = drawn(60, 14) { rect, surface in form.draw(in: rect, on: &surface) }
  #expect(lines[12] == "   That is not a number.")
  type("5", &form)
  #expect(form["volume"]?.text == "12,5")
}

@Test("a choice opens its list over the form, narrows it, and Esc leaves the answer as it was")
func choosing() {
  var form = form()
  type("<Down>gr", &form)
  let lines = drawn(60, 14) { rect, surface in form.draw(in: rect, on: &surface) }
  #expect(lines.prefix(6) == block("""
       Name            MdM
       Kind            gr
     ◆ Influence       ┌─────────────────────────────────────┐
       In the cluster  │ Grower                              │
       Volume          └─────────────────────────────────────┘
       Roles
    """)[...])
  #expect(type("<Esc>", &form) == [.handled])
  #expect(form["kind"]?.text == "exporter")
  #expect(changes(type("<Right><Right><Right><Left>", &form)) == ["kind=grower", "kind=packer", "kind=exporter", "kind=packer"])
  #expect(changes(type("zz", &form)) == ["kind=z", "kind=zz"])
  #expect(type("<Esc>", &form) == [.cancel])
}

@Test("a reference keeps which of the suggestions was meant, until it is changed by hand")
func referring() {
  var form = form()
  form.focus("partner")
  #expect(changes(type("bani<Enter>", &form)).last == "partner=Baní Export")
  #expect(form["partner"]?.value == "s-1")
  type("x", &form)
  #expect(form["partner"]?.value == nil)
  #expect(form["partner"]?.text == "Baní Exportx")
}

@Test("saving takes what is selected in an open list along")
func savingWithList() {
  var form = form()
  type("<Down>pack", &form)
  #expect(type("<C-s>", &form) == [.changed(id: "kind", text: "packer"), .save])
  #expect(type("<F2>", &form) == [.save])
}

@Test("the section of lesser fields opens with Enter and closes again; Enter on the last row saves")
func sections() {
  var form = form()
  form.focus("roles")
  type("<Down>", &form)
  #expect(form.focusedID == "more")
  type("<Enter><Down><Down>", &form)
  #expect(form.focusedID == "note")
  #expect(type("<Enter>", &form) == [.openLongText(id: "note")])
  #expect(type("!", &form) == [.changed(id: "note", text: "One\nTwo!"), .openLongText(id: "note")])
  form.focus("more")
  type("<Left>", &form)
  #expect(type("<Up>3<Up><Up><Down>", &form).contains(.committed(id: "roles")))
  var short = Form([FormRow("a", "A"), FormRow("b", "B")])
  #expect(type("x<Enter>y<Enter>", &short).suffix(2) == [.committed(id: "b"), .save])
}

@Test("letters that mean nothing in a row do not become commands of the screen behind")
func swallowing() {
  var form = form()
  form.focus("influence")
  #expect(type("q9", &form) == [.handled, .handled])
  #expect(form.handle(.control("p"), in: area).isEmpty)
}

@Test("a scale is set by digit, nudged, and cleared")
func scaling() {
  var form = form()
  form.focus("influence")
  #expect(changes(type("++-5+<BS>-", &form)) == [
    "influence=1", "influence=2", "influence=1", "influence=5", "influence=", "influence=5",
  ])
}

@Test("the caller gives other suggestions while one types, and they open")
func liveSuggestions() {
  var form = Form([FormRow("p", "Partner", .suggestions([], mustMatch: false))])
  type("fru", &form)
  form.update("p") { $0.control = .suggestions([CompletionItem("Frutas", value: "s-9")], mustMatch: false) }
  #expect(form.isListOpen)
  #expect(type("<Enter>", &form) == [.committed(id: "p"), .save])
  #expect(form["p"]?.text == "fru")
  #expect(type("t<Down><Enter>", &form).last == .changed(id: "p", text: "Frutas"))
}

@Test("a list that has no room below opens above, and on a small screen the row one is in stays seen")
func smallScreen() {
  var form = Form((0..<30).map { FormRow("r\($0)", "Row \($0)", .choice((0..<6).map { FormOption("\($0)", "option \($0)") })) })
  let area = screen(40, 10)
  for key in keys("<C-End> ") { _ = form.handle(key, in: area) }
  let lines = drawn(40, 10) { rect, surface in form.draw(in: rect, on: &surface) }
  #expect(lines == block("""
       Row 22  ┌─────────────────────────┐ │
       Row 23  │ option 0                ┃ │
       Row 24  │ option 1                ┃ │
       Row 25  │ option 2                ┃ │
       Row 26  │ option 3                ┃ │
       Row 27  │ option 4                │ │
       Row 28  └─────────────────────────┘ ┃
       Row 29                           ‹› ┃


    """))
}

@Test("a click goes to a row and into its text")
func formMouse() {
  var form = form()
  let outcomes = form.handle(MouseEvent(.press, at: Point(x: 20, y: 4)), in: area)
  #expect(outcomes == [.committed(id: "name")] && form.focusedID == "volume")
  _ = form.handle(MouseEvent(.press, at: Point(x: 20, y: 0)), in: area)
  type("x", &form)
  #expect(form["name"]?.text == "MxdM")
  _ = form.handle(MouseEvent(.press, at: Point(x: 8, y: 6)), in: area)
  #expect(form.folded.isEmpty)
}
