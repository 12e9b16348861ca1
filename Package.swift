// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A copy that needs no Foundation, which makes the program smaller; scripts/dist makes it.
let argumentParser: Package.Dependency =
  Context.environment["ARGUMENT_PARSER"].map { .package(path: $0) }
  ?? .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")

// Versions are exact because Package.resolved is not committed.
let package = Package(
  name: "daylight",
  platforms: [.macOS(.v15)],
  dependencies: [
    argumentParser,
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CHunspell", pkgConfig: "hunspell",
      providers: [.apt(["libhunspell-dev"]), .brew(["hunspell"])]),
    .systemLibrary(
      name: "CTurboJPEG", pkgConfig: "libturbojpeg",
      providers: [.apt(["libturbojpeg0-dev"]), .brew(["jpeg-turbo"])]),
    .systemLibrary(
      name: "CLibWebP", pkgConfig: "libwebp",
      providers: [.apt(["libwebp-dev"]), .brew(["webp"])]),
    .systemLibrary(
      name: "CLibPNG", pkgConfig: "libpng",
      providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .systemLibrary(
      name: "CGumbo", pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    // toml++ has only headers, so nothing is linked but this.
    .target(name: "CTOML"),
    .target(name: "CMarkArena", dependencies: ["CCMarkGFM"]),
    // The system's C library under one name, its clocks and processors, and the one parallel map.
    .target(name: "Platform", swiftSettings: strict),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: strict),
    .target(
      name: "DaylightSyntax",
      dependencies: ["Platform", "CCMarkGFM", "CLibYAML", "CMarkArena"],
      swiftSettings: strict),
    // Finished files to findings. It knows nothing of pages, so it cannot trust what made them.
    .target(name: "DaylightAudit", dependencies: ["DaylightSyntax"], swiftSettings: strict),
    .testTarget(
      name: "DaylightAuditTests", dependencies: ["DaylightAudit", "DaylightSyntax"],
      exclude: ["Violations", "Plants.txt"], swiftSettings: strict),
    // What a site says before any body is parsed, and what a parsed body is.
    .target(
      name: "DaylightModel", dependencies: ["Platform", "DaylightSyntax"], swiftSettings: strict),
    .testTarget(
      name: "DaylightModelTests",
      dependencies: ["DaylightModel", "DaylightSite", "DaylightSyntax", "Platform", "TestSupport"],
      swiftSettings: strict),
    // A photograph to the files that are published of it.
    .target(
      name: "DaylightPhotos",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "CTurboJPEG", "CLibWebP", "CLibPNG",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightPhotosTests",
      dependencies: ["DaylightPhotos", "DaylightModel", "DaylightSyntax", "TestSupport"],
      exclude: ["Pictures"], swiftSettings: strict),
    // The body of a document to a page.
    .target(
      name: "DaylightPages", dependencies: ["Platform", "DaylightSyntax", "DaylightModel"],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightPagesTests",
      dependencies: [
        "DaylightPages", "DaylightModel", "DaylightTheme", "DaylightSite", "DaylightSyntax",
        "TestSupport",
      ],
      swiftSettings: strict),
    // A page to its bytes, and the files that belong to the whole site.
    .target(
      name: "DaylightTheme", dependencies: ["Platform", "DaylightSyntax", "DaylightModel"],
      resources: [
        .embedInCode("Scripts/exit.js"), .embedInCode("Scripts/checklist.js"),
        .embedInCode("Styles/landmarks.css"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightThemeTests",
      dependencies: [
        "DaylightTheme", "DaylightModel", "DaylightSite", "DaylightSyntax", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "DaylightSite",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightAudit", "DaylightModel", "DaylightPages",
        "DaylightTheme",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightSiteTests",
      dependencies: [
        "DaylightSite", "DaylightPages", "DaylightTheme", "DaylightModel", "DaylightAudit",
        "DaylightSyntax", "Platform", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightSyntaxTests",
      dependencies: ["DaylightSyntax", "TestSupport", "CMarkArena"],
      swiftSettings: strict),
    // The files of a site of another tool to those of ours, and a report.
    .target(
      name: "DaylightImport",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "CCMarkGFM", "CGumbo", "CExpat", "CTOML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightImportTests",
      dependencies: ["DaylightImport", "DaylightSyntax", "TestSupport"],
      exclude: ["Sites"], swiftSettings: strict),
    .target(
      name: "DaylightBuild",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightAudit", "DaylightModel", "DaylightPhotos",
        "DaylightTheme", "DaylightSite", "DaylightImport",
      ],
      swiftSettings: strict),
    // The theme and the starters as bytes in the program.
    .target(name: "CStarter"),
    // Answers to the files of a new site, and the theme that sites use if they have none.
    .target(
      name: "DaylightStarter",
      dependencies: ["CStarter", "DaylightSyntax", "DaylightModel", "DaylightTheme"],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightStarterTests",
      dependencies: [
        "DaylightStarter", "DaylightModel", "DaylightSite", "DaylightSyntax", "DaylightTheme",
        "Platform", "TestSupport",
      ],
      swiftSettings: strict),
    // The dictionaries of the system, which only a check needs.
    .target(
      name: "DaylightSpelling", dependencies: ["Platform", "DaylightSyntax", "CHunspell"],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightSpellingTests", dependencies: ["DaylightSpelling", "DaylightSyntax"],
      swiftSettings: strict),
    // The finished site to where readers find it.
    .target(
      name: "DaylightPublish",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "DaylightTheme", "DaylightBuild",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightPublishTests",
      dependencies: [
        "DaylightPublish", "DaylightBuild", "DaylightModel", "DaylightSyntax", "DaylightTheme",
        "TestSupport",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "daylight",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "DaylightTheme", "DaylightSite",
        "DaylightBuild", "DaylightImport", "DaylightPreview", "DaylightPublish", "DaylightSpelling",
        "DaylightStarter",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightCommandTests",
      dependencies: [
        "daylight", "DaylightModel", "DaylightSyntax", "Platform",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightBuildTests",
      dependencies: [
        "DaylightBuild", "DaylightAudit", "DaylightImport", "DaylightModel", "DaylightPages",
        "DaylightPhotos", "DaylightTheme", "DaylightSite", "Platform", "TestSupport",
      ],
      swiftSettings: strict),
    .target(
      name: "DaylightPreview",
      dependencies: [
        "DaylightBuild", "DaylightModel", "DaylightPages", "DaylightTheme", "DaylightSite",
        "DaylightSyntax", "Platform",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      resources: [
        .embedInCode("Resources/health.css"), .embedInCode("Resources/preview.css"),
        .embedInCode("Resources/preview.js"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DaylightPreviewTests",
      dependencies: [
        "DaylightPreview", "DaylightBuild", "DaylightModel", "DaylightTheme", "DaylightSite",
        "DaylightSyntax", "Platform", "TestSupport",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "DaylightTheme", "DaylightSite",
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "ProofSupport",
      dependencies: [
        "Platform", "DaylightSyntax", "DaylightModel", "DaylightSite", "DaylightBuild",
      ],
      path: "Tests/Proof/Support", swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// Any bytes, in everything that reads what others wrote.
let fuzzed: [Target.Dependency] = [
  "ProofSupport", "Platform", "DaylightSyntax", "DaylightAudit", "DaylightModel", "DaylightImport",
  "DaylightPhotos", "DaylightPages", "DaylightTheme", "DaylightSite", "DaylightBuild",
  "DaylightPreview",
  .product(name: "NIOCore", package: "swift-nio"),
  .product(name: "NIOEmbedded", package: "swift-nio"),
]

// What `make fuzz` and `make proof` need. Ordinary builds try only what fuzzing has kept.
if Context.environment["DAYLIGHT_PROOF"] == nil {
  package.targets.append(
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed, path: "Tests/Proof/Fuzz",
      exclude: ["main.swift"], swiftSettings: strict))
} else {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Proof/CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: fuzzed + ["CFuzzer"], path: "Tests/Proof/Fuzz",
      exclude: ["ReplayTests.swift"], swiftSettings: strict),
    // What the program reads in a document, for comparison with what others read in it.
    .executableTarget(
      name: "probe",
      dependencies: [
        "ProofSupport", "Platform", "DaylightSyntax", "DaylightAudit", "DaylightModel",
        "DaylightPages", "DaylightTheme", "DaylightSite", "DaylightBuild",
      ],
      path: "Tests/Proof/Probe", swiftSettings: strict),
  ]
}
