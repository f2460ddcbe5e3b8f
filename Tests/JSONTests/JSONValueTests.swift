import JSON
import Testing

@Suite struct JSONValueTests {
  @Test("a document comes back as the same bytes, its numbers as spelled and its keys in order")
  func roundTrip() throws {
    let text = """
      {
        "b": 1.50,
        "a": [1e400, -0, "x\\n\\u202e"],
        "list": [
          {
            "id": "s-1"
          },
          {}
        ],
        "none": [],
        "é": null
      }

      """
    let value = try JSONValue(parsing: Array(text.utf8))
    #expect(String(decoding: value.serialized(), as: UTF8.self) == text)
    #expect(value["b"]?.number == "1.50")
  }
}
