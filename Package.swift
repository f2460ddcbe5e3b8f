// swift-tools-version: 6.1
import PackageDescription

// One folder a module under Sources/, arrows only downward; Tests/ProgramTests reads every import against this table.
let package = Package(
  name: "rapport",
  products: [.executable(name: "rapport", targets: ["rapport"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // The program
    .executableTarget(
      name: "rapport",
      dependencies: [
        "Workbench", "Terminal", "Exchange", "SessionStore", "Sealing", "ChainAnalysis", "MapLayout", "SessionModel", "Library", "Words",
        "Drawing", "JSON", "CSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "rapport-bench", dependencies: ["Workbench", "SessionStore", "SessionModel", "MapLayout", "Drawing", "JSON", "CSupport"]),
    .executableTarget(
      name: "fuzz",
      dependencies: ["Workbench", "Exchange", "SessionStore", "Sealing", "SessionModel", "Library", "Words", "Drawing", "JSON", "CSupport"]),

    // What a person sees and touches
    .target(
      name: "Workbench",
      dependencies: [
        "Widgets", "Exchange", "ChainAnalysis", "MapLayout", "SessionModel", "Library", "Words", "Drawing", "JSON",
      ]),
    .target(name: "Terminal", dependencies: ["Drawing", "CNcurses", "CSupport"]),
    .target(name: "Widgets", dependencies: ["Drawing"]),

    // How a session travels, lasts and is understood
    .target(
      name: "Exchange",
      dependencies: ["ChainAnalysis", "MapLayout", "SessionModel", "Drawing", "Words", "JSON"],
      resources: [
        .embedInCode("Templates/report.html.mustache"), .embedInCode("Templates/report.md.mustache"), .embedInCode("Templates/report.txt.mustache"),
        .embedInCode("Templates/minutes.html.mustache"), .embedInCode("Templates/minutes.md.mustache"), .embedInCode("Templates/minutes.txt.mustache"),
        .embedInCode("Templates/handout.html.mustache"), .embedInCode("Templates/handout.txt.mustache"),
      ]),
    .target(name: "SessionStore", dependencies: ["Sealing", "SessionModel", "JSON", "CSupport"]),
    .target(name: "ChainAnalysis", dependencies: ["SessionModel"]),
    .target(name: "MapLayout", dependencies: ["SessionModel"]),
    .target(
      name: "SessionModel",
      dependencies: ["JSON"]),

    // What all of them stand on
    .target(
      name: "Library", dependencies: ["Drawing", .product(name: "TOMLKit", package: "TOMLKit")],
      resources: ["dark", "light", "projector", "mono"].map { .embedInCode("../../themes/\($0).toml") } 
        + [.embedInCode("../../methods/methods.toml"), .embedInCode("../../initiatives/kinds.toml")]),
    .target(name: "Words", dependencies: ["ChainAnalysis", "SessionStore", "Sealing", "SessionModel", "JSON"]),
    .target(name: "Drawing"),
    .target(name: "JSON"),
    .target(
      name: "Sealing",
      dependencies: [.product(name: "Crypto", package: "swift-crypto"), .product(name: "CryptoExtras", package: "swift-crypto")]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CSupport"),

    // Tests mirror Sources
    .testTarget(name: "JSONTests", dependencies: ["JSON"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "CNcurses"]),
    .testTarget(name: "WidgetsTests", dependencies: ["Widgets"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"]),
    .testTarget(name: "LibraryTests", dependencies: ["Library"]),
    .testTarget(name: "WordsTests", dependencies: ["Words"]),
    .testTarget(name: "SessionModelTests", dependencies: ["SessionModel"]),
    .testTarget(name: "SealingTests", dependencies: ["Sealing"], exclude: ["Fixtures"]),
    .testTarget(name: "SessionStoreTests", dependencies: ["SessionStore", "Sealing"]),
    .testTarget(
      name: "ChainAnalysisTests", dependencies: ["ChainAnalysis", "SessionStore"],
      exclude: ["Network/Networks.json", "Network/networks.py"]),
    .testTarget(name: "MapLayoutTests", dependencies: ["MapLayout", "SessionStore"]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange", "SessionStore"]),
    .testTarget(
      name: "WorkbenchTests", dependencies: ["Workbench", "ChainAnalysis", "SessionStore", "Words"], exclude: ["Goldens/Expected"]),
    .testTarget(name: "ProgramTests", dependencies: ["rapport", "SessionStore", "Sealing", "SessionModel", "JSON"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// A member counts only where its module is imported: otherwise a `contains` that another module's import has made visible quietly links all of
// Foundation and ICU into the program.
for target in package.targets where target.type != .test && !["CNcurses", "CSupport"].contains(target.name) {
  target.swiftSettings = [.enableUpcomingFeature("MemberImportVisibility")]
}
