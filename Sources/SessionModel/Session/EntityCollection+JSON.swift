import JSON

/// From so many bytes on a second thread reads the end of an array, and from so many entities on one writes it: below, starting it takes as long.
private let shortestShared = 256 << 10
private let fewestShared = 1_000

extension EntityCollection where E: Entity {
  /// Reads an array of entities; of several with one id the first is kept. `ids` gets the id of each element in the order of the file.
  ///
  /// - Parameter aside: reads the second half of a long array meanwhile.
  public init(from reader: inout JSONReader, ids: inout [EntityID], aside: SideWork? = nil) throws(JSONError) {
    self = try E.readAll(from: &reader, ids: &ids, aside: aside)
  }

  /// Writes an array of all entities in the order of their ids.
  ///
  /// - Parameter aside: writes the second half of a long array meanwhile.
  public func write(to writer: inout JSONWriter, aside: SideWork? = nil) { E.writeAll(self, to: &writer, aside: aside) }
}

extension Entity {
  public static func readAll(
    from reader: inout JSONReader, ids: inout [EntityID], aside: SideWork?
  ) throws(JSONError) -> EntityCollection<Self> {
    let slots = description.slots
    var all = EntityCollection<Self>()
    var isAtElement = true
    try reader.beginArray()
    let middle = aside == nil ? nil : reader.middleElement(ofAtLeast: shortestShared)
    let end = middle.flatMap { readEnd(reader.ahead(at: $0), slots, aside) }
    // Nobody may read on when the text is gone.
    defer { end?.wait() }
    isAtElement = try reader.nextElement()
    try readElements(&reader, slots, &isAtElement, until: end == nil ? .max : middle ?? .max) { all.keep($0, &ids) }
    // The middle was a guess: what was read from there counts only when an element begins there.
    if isAtElement, reader.offset == middle, let (boxes, place) = end?.take() ?? nil {
      for box in boxes { all.keep(box, &ids) }
      reader.leaveArray(at: place)
    } else {
      try readElements(&reader, slots, &isAtElement, until: .max) { all.keep($0, &ids) }
    }
    return all
  }

  /// Has the rest of an array read on another thread; nothing comes of it when something is wrong there, which is then found again in its turn.
  private static func readEnd(
    _ ahead: JSONReader, _ slots: RecordSlots, _ aside: SideWork?
  ) -> SideValue<(boxes: [Box<Self>], place: Int)?>? {
    // The bytes that it looks at stay until it has been waited for.
    nonisolated(unsafe) let ahead = ahead
    return aside?.make {
      var reader = ahead
      var boxes: [Box<Self>] = []
      do throws(JSONError) {
        var isAtElement = try reader.nextElement()
        try readElements(&reader, slots, &isAtElement, until: .max) { boxes.append($0) }
      } catch {
        return nil
      }
      return (boxes, reader.offsetRead)
    }
  }

  /// Reads elements as long as they begin before `end`; afterwards `isAtElement` tells whether there is one more.
  @inline(__always)
  private static func readElements(
    _ reader: inout JSONReader, _ slots: RecordSlots, _ isAtElement: inout Bool, until end: Int, _ take: (Box<Self>) -> Void
  ) throws(JSONError) {
    // One place for all, out of which each is moved into its box.
    let place = UnsafeMutablePointer<Self>.allocate(capacity: 1)
    defer { place.deallocate() }
    while isAtElement, reader.offset < end {
      place.initialize(to: Self(id: .session))
      do throws(JSONError) { _ = try slots.read(at: place, &reader) } catch {
        place.deinitialize(count: 1)
        throw error
      }
      take(Box(place.move()))
      isAtElement = try reader.nextElement()
    }
  }

  public static func writeAll(_ all: EntityCollection<Self>, to writer: inout JSONWriter, aside: SideWork?) {
    let slots = description.slots
    writer.beginArray()
    let middle = all.middle
    let end = all.count < fewestShared ? nil : aside?.make { [writer] in
      var writer = writer.following()
      all.forEachBox(in: middle...) { $0.value.write(to: &writer, slots) }
      return writer
    }
    all.forEachBox(in: ..<(end == nil ? .max : middle)) { $0.value.write(to: &writer, slots) }
    if let end = end?.take() { writer.append(end) }
    writer.endArray()
  }
}
