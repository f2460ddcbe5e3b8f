import ArgumentParser
import Exchange
import JSON
import SessionStore
import Words

/// `rapport schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration("schema", .schema, .schemaMore)

  @Flag(help: ArgumentHelp(.schemaMarkdown)) var markdown = false
  @OptionGroup var output: OutputOptions

  func run() throws {
    try FileOutput.write(markdown ? Array(FieldReference.markdown(words: words).utf8) : schema, to: output.output, force: output.force)
  }

  private var schema: [UInt8] {
    var writer = JSONWriter()
    writer.value(SessionSchema.json(version: SessionFormat.version, words: words))
    return writer.finish()
  }
}
