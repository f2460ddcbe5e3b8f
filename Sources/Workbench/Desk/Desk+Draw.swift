import Drawing
import SessionModel
import Widgets
import Words

extension Desk {
  /// The parts of the frame, the same on every screen.
  var frameAreas: (title: Rect, tabs: Rect, body: Rect, message: Rect, hints: Rect) {
    let (title, rest) = Rect(size).split(top: 1)
    let (tabs, below) = rest.split(top: 1)
    let (above, hints) = below.split(bottom: 1)
    let (body, message) = above.split(bottom: 1)
    // The map takes all there is.
    let margin = screen == .map ? Size(width: 0, height: 0) : metrics.margin
    let free = Rect(x: body.x + margin.width, y: body.y + margin.height, width: body.width - 2 * margin.width, height: body.height - margin.height)
    return (title, tabs, free, message.inset(margin.width, 0), hints.inset(margin.width, 0))
  }

  /// How much the screen holds: for the room less, and larger.
  var metrics: Metrics { audience == .facilitator ? .desk : .room(size) }

  /// Columns that the screen counts for when it is decided what stands side by side.
  var breadth: Int { metrics.worth(of: size.width) }

  /// A list with what is known of the selected entry beside it, where there is room for both.
  func pane(_ rect: Rect, share: Int = 60) -> Pane { Pane(rect, screenWidth: showsInspector ? breadth : 0, share: share) }

  /// Two lists one above the other, as `split` has it; or for the room the one that has the keys with what it fills, and the first entries of the other, and
  /// where there is not even room for those, its title.
  ///
  /// - Parameter rows: how many rows each has, headings between them included.
  func stacked(_ rect: Rect, rows: [Int], focused: Int, _ split: (Rect) -> (Rect, Rect)) -> [Rect] {
    guard let shown = metrics.otherEntries else {
      let (upper, lower) = split(rect)
      return [upper, lower]
    }
    let least = metrics.lines(ofList: min(shown, rows[1 - focused]))
    let spare = rect.height - metrics.lines(ofList: rows[focused])
    let other = rect.height - least < metrics.lines(ofList: min(shown + 1, rows[focused])) ? 1 : max(least, spare)
    let (upper, lower) = focused == 0 ? rect.split(bottom: other) : rect.split(top: other)
    return [upper, lower]
  }

  var isTooSmall: Bool { size.width < 60 || size.height < 16 }

  public func draw(on surface: inout Surface) {
    surface.reset(size)
    if isTooSmall {
      drawTooSmall(on: &surface)
      return
    }
    let areas = frameAreas
    drawTitle(in: areas.title, on: &surface)
    tabBar.draw(in: areas.tabs, on: &surface)
    surface.clipped(to: areas.body) { surface in Screens.of(screen).draw(self, in: areas.body, on: &surface) }
    // What lies open says it in a place of its own.
    if layers.isEmpty { message.draw(upFrom: areas.message, on: &surface) } else { message.draw(in: areas.message, on: &surface) }
    // While there is nothing else to say, the facilitator reads below the map who distrusts whom.
    if screen == .map, message.text.isEmpty { MapHead(desk: self).drawDistrust(in: areas.message.inset(1, 0), on: &surface) }
    HintLine(hints, kept: layers.isEmpty ? alwaysHinted : nil, metrics: metrics).draw(in: areas.hints, on: &surface)
    for layer in layers { draw(layer, on: &surface) }
    if !metrics.allowsFaint { surface.raise(.dim, to: .text) }
  }

  private func drawTooSmall(on surface: inout Surface) {
    let text = words.frame(.tooSmall)
    let lines = StyledLine(text).wrapped(width: max(1, size.width))
    for (index, line) in lines.prefix(size.height).enumerated() { _ = line.draw(x: 0, y: index, width: size.width, on: &surface) }
  }

  private func drawTitle(in rect: Rect, on surface: inout Surface) {
    surface.fill(rect, Style(.title))
    let title = view.title.isEmpty ? words.frame(.untitled) : view.title
    let isForRoom = audience != .facilitator
    var right = isForRoom ? [words.frame(.roomMode)] : []
    if !isForRoom || isFileStateForRoom { right.append(fileState) }
    if showsRunningTime, let running = runningTime { right.insert("▸ " + running.text, at: 0) }
    let rightText = right.joined(separator: "   ")
    let rightWidth = TextWidth.columns(rightText)
    surface.put(rightText, x: rect.right - rightWidth - 1, y: rect.y, Style(isForRoom ? .roomMode : .title))
    let name = isForRoom ? " " : " Rapport  "
    let nameWidth = surface.put(name, x: rect.x, y: rect.y, Style(.title, .bold))
    let text = view.place.isEmpty ? title : title + " · " + view.place
    surface.put(text, x: rect.x + nameWidth, y: rect.y, Style(.title), width: rect.width - nameWidth - 3 - rightWidth)
  }

  /// That all is well need not be said to the room, nor anything of the file on the wall, where nobody could do anything about it.
  private var isFileStateForRoom: Bool {
    if file.isOnWall { return false }
    let isWell = file.journalTrouble == nil && !file.isChangedOnDisk && !file.isReadOnly
    return !isWell || (isChanged && size.width >= 80)
  }

  /// On a narrow screen there is room for the time only where little else stands beside it.
  var showsRunningTime: Bool { size.width >= (audience == .facilitator ? 80 : 60) }

  private var fileState: String {
    var parts: [String] = []
    switch file.standing {
    case .following(let who): parts = [who.map { words.safety(.following) + " " + $0 } ?? words.safety(.openElsewhere), words.frame(.readOnly)]
    case .lookingOn: parts = [words.safety(.following), words.frame(.readOnly)]
    case .newer: parts = [words.safety(.newer), words.frame(.readOnly)]
    case .own where file.isReadOnly: parts = [words.frame(.readOnly)]
    case .own:
      if file.isProtected { parts.append(words.safety(.isProtected)) }
      if file.isScratch { parts.append(words.frame(.scratch)) }
      if file.journalTrouble != nil { parts.append(words.safety(.journalNotWritten)) }
      if file.isChangedOnDisk { parts.append(words.safety(.fileChanged)) }
      parts.append(isChanged ? words.frame(.unsaved) : words.frame(.saved))
    }
    return parts.joined(separator: " · ")
  }

  /// While a digit sets something here it opens no screen, and no tab says that it would.
  var tabBar: TabBar {
    let taken = file.isOnWall ? nil : Screens.of(screen).digitScale(self)?.range
    let items = tabs.map { tab in
      guard let taken, let digit = Int(tab.key), taken.contains(digit) else { return tab }
      var tab = tab
      tab.key = "·"
      return tab
    }
    return TabBar(items, active: screen.order, namesAll: metrics.namesEveryTab)
  }

  /// The keys that do something here now, the screen's own first.
  private var hints: [Hint] {
    if let layer = layers.last { return layerHint(layer).map { [Hint("", $0)] } ?? [] }
    let digits = file.isOnWall ? nil : Screens.of(screen).digitScale(self).map { Hint($0.keys, words.setting($0.name)) }
    return [digits].compactMap(\.self) + hintedCommands.compactMap { hinted in
      hinted.command.isWorthHinting(self) && hinted.command.unavailable(self) == nil ? Hint(hinted.key, words.hint(hinted.command.name)) : nil
    }
  }

  /// While a day runs before the room, what is caught and the next item; else the screen's own keys, and none on the wall.
  private var hintedCommands: [Registry.Hinted] {
    guard audience != .facilitator else { return Registry.hinted(on: screen) }
    if file.isOnWall { return [] }
    return isWorkshopRunning && !file.isReadOnly ? Registry.hintedInRoom : Registry.hinted(on: screen)
  }

  /// Help and the way out stay on the line however narrow it is, before the room also the way out of room mode.
  private var alwaysHinted: Hint {
    let room = audience == .facilitator || file.isOnWall ? "" : "  " + KeyNotation.label(of: Key(.function(5))) + " " + words.hint(.roomMode)
    return Hint("?", words.hint(.help) + room + "  " + KeyNotation.label(of: Key.control("q")) + " " + words.hint(.quit))
  }

  /// Pages carry their keys in their own lower edge.
  private func layerHint(_ layer: Layer) -> String? {
    switch layer {
    case .form, .items, .text, .paste, .help, .comparison, .settle, .page, .ballot, .assumptions, .proposal: nil
    case .finder, .pick: words.frame(.listHints)
    case .dialog: words.frame(.menuHints)
    case .capture: nil
    case .pair(let editor):
      switch editor.step {
      case .other: words.frame(.listHints)
      case .kind: words.frame(.menuHints)
      case .level: nil
      }
    case .handOut: words.frame(.menuHints)
    }
  }

  private func keysText(_ keeping: CaptureLayer.Keeping) -> FrameText {
    switch keeping {
    case .entity: .entryLineKeys
    case .note, .text: .noteLineKeys
    case .nothing: .lineKeys
    }
  }

  private func draw(_ layer: Layer, on surface: inout Surface) {
    let screenRect = Rect(size)
    switch layer {
    case .form(let form):
      let box = Desk.formBox(in: screenRect)
      drawBox(box, title(of: form), hints: words.frame(form.form.isTicking ? .tickHints : .formHints), on: &surface)
      form.form.draw(in: Desk.formBody(in: screenRect), bounds: screenRect, on: &surface)
    case .items(let editor): draw(editor, on: &surface)
    case .text(let editor):
      drawBox(Desk.formBox(in: screenRect), words.label(editor.field), hints: words.frame(.textHints), on: &surface)
      editor.area.draw(in: Desk.formBody(in: screenRect), on: &surface, placeholder: words.help(editor.field))
    case .finder(let layer):
      layer.finder.draw(
        in: Finder.box(in: screenRect), on: &surface, title: layer.title, placeholder: layer.placeholder, empty: layer.empty)
    case .pick(let picker): draw(picker, on: &surface)
    case .dialog(let question): question.dialog.draw(in: screenRect, on: &surface)
    case .capture(let capture):
      let area = Rect(x: 0, y: size.height - 2, width: size.width, height: 2)
      capture.line.draw(in: area, bounds: screenRect, keys: words.frame(keysText(capture.purpose.keeping)), on: &surface)
    case .pair(let editor): draw(editor, on: &surface)
    case .comparison(let layer): draw(layer, on: &surface)
    case .settle(let layer): draw(layer, on: &surface)
    case .paste(let preview): draw(preview, on: &surface)
    case .page(let page): draw(page, on: &surface)
    case .ballot(let editor): draw(editor, on: &surface)
    case .handOut(let layer): layer.menu.draw(in: screenRect, on: &surface)
    case .assumptions(let layer): draw(layer, on: &surface)
    case .proposal(let layer): draw(layer, on: &surface)
    case .help(let viewport):
      drawBox(helpBox, words.frame(.helpTitle), hints: words.frame(.helpKeys), on: &surface)
      viewport.draw(in: helpBox.inset(2, 1), on: &surface)
    }
  }

  private func title(of form: RecordForm) -> String {
    switch form.purpose {
    case .new: words.frame(.newEntry) + " · " + words.recordName(form.description.name, count: 1)
    case .edit(let ref): name(ref) + " · " + words.recordName(form.description.name, count: 1)
    case .several(let refs): words.frame(.editSeveral) + " · " + String(refs.count)
    case .item, .proposed: words.recordName(form.description.name, count: 1)
    }
  }

  private func draw(_ picker: ColumnPicker, on surface: inout Surface) {
    let box = Desk.pickerBox(in: Rect(size), rows: picker.fields.count)
    drawBox(box, words.frame(.columnsTitle), hints: "", on: &surface)
    let shown = Set(lists[picker.kind]?.columns ?? [])
    picker.table.draw(
      in: box.inset(1, 1), on: &surface, columns: [TableColumn(id: "field", title: "", width: .flexible(weight: 1, min: 10))], rowCount: picker.fields.count
    ) { row, _ in
      let field = picker.fields[row]
      return TableCell((shown.contains(field.key) ? "✓ " : "  ") + words.label(field))
    }
  }

  /// A bordered page over what lies behind, with its keys in the lower edge.
  func drawBox(_ box: Rect, _ title: String, hints keys: String, on surface: inout Surface) {
    var hints = keys
    let line = frameAreas.message
    if message.kind == .warning || message.kind == .error, !message.text.isEmpty, box.bottom > line.y {
      // Where the box lies over the message line, its own edge says what must not be missed.
      hints = message.text
      surface.fill(line, Style.text)
    }
    surface.fill(box, Style.text)
    surface.frame(box, Style(.borderFocused), title: title)
    if !hints.isEmpty, box.height > 2 {
      surface.put(" " + hints + " ", x: box.x + 2, y: box.bottom - 1, Style(.hintText), width: box.width - 4)
    }
  }
}
