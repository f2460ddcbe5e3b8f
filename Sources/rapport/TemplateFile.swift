import Exchange
import SessionStore
import Words

/// A template of somebody's own, named on the command line.
enum TemplateFile {
  /// What a document makes of it, or of the built-in one when none is named; `name` is then what an error in that is said to be in.
  static func fill(
    _ path: String?, else name: String, _ render: ([UInt8]?) throws(ReportError) -> String
  ) throws(Refusal) -> String {
    var bytes: [UInt8]?
    if let path {
      do throws(FileFault) { bytes = try PosixFile().read(path, limit: 4 << 20).bytes } catch { throw Refusal(error) }
    }
    do throws(ReportError) { return try render(bytes) } catch {
      throw Refusal("\(path ?? name):\(error.line):\(error.column): \(error.sentence(words))", .data)
    }
  }
}
