/// The CSS that a theme may use. As with elements, what is not listed is refused, so that what
/// browsers add in the future is refused too. `landmarks.css` sets on `html` and `body` each of
/// these that could hide their content.
enum StyleVocabulary {
  static func knows(_ property: String) -> Bool {
    if properties.contains(property) { return true }
    guard property.hasPrefix("-"), let end = property.dropFirst().firstIndex(of: "-") else {
      return false
    }
    return properties.contains(String(property[property.index(after: end)...]))
      || vendor.contains(property)
  }

  static let atRules: Set<String> = [
    "charset", "container", "counter-style", "font-face", "font-feature-values",
    "font-palette-values", "layer", "media", "namespace", "page", "property", "scope",
    "starting-style", "supports", "annotation", "styleset", "stylistic", "swash", "ornaments",
    "character-variant", "historical-forms",
    // Rules of their own refuse these.
    "import", "keyframes", "-webkit-keyframes", "-moz-keyframes", "-o-keyframes",
    "view-transition",
  ]

  /// At-rules that contain descriptors.
  static let descriptions: Set<String> = [
    "counter-style", "font-face", "font-feature-values", "font-palette-values", "page", "property",
    "annotation", "styleset", "stylistic", "swash", "ornaments", "character-variant",
    "historical-forms", "view-transition",
  ]

  /// Whether a function is known to be harmless in a property. `attr()` is, if it shows words.
  static func knows(function name: String, in property: String) -> Bool {
    if name == "attr" { return property == "content" }
    return functions.contains(name)
      || ["-webkit-", "-moz-", "-o-"].contains {
        name.hasPrefix($0) && functions.contains(String(name.dropFirst($0.utf8.count)))
      }
  }

  /// Those inside their own element. Others, such as the buttons by which a browser scrolls, are
  /// beside it, where everything else of the page covers them.
  static let pseudoElements: Set<String> = [
    "after", "backdrop", "before", "cue", "details-content", "file-selector-button", "first-letter",
    "first-line", "grammar-error", "highlight", "marker", "part", "placeholder", "selection",
    "slotted",
    "spelling-error", "target-text", "-moz-focus-inner", "-moz-focus-outer", "-moz-placeholder",
    "-moz-progress-bar", "-moz-selection", "-webkit-details-marker", "-webkit-file-upload-button",
    "-webkit-inner-spin-button", "-webkit-input-placeholder", "-webkit-meter-bar",
    "-webkit-meter-optimum-value", "-webkit-outer-spin-button", "-webkit-progress-bar",
    "-webkit-progress-value", "-webkit-search-cancel-button", "-webkit-search-decoration",
    "-webkit-calendar-picker-indicator", "-webkit-datetime-edit", "-webkit-date-and-time-value",
    "-ms-expand",
  ]

  private static let functions = Set(
    """
    abs acos anchor anchor-size asin atan atan2 blur brightness calc calc-size circle clamp color
    color-mix conic-gradient contrast contrast-color cos counter counters cross-fade cubic-bezier
    drop-shadow ellipse env exp fit-content grayscale hsl hsla hue-rotate hwb hypot
    image image-set inset invert lab lch light-dark linear linear-gradient log matrix matrix3d max min
    minmax mod oklab oklch opacity paint path perspective polygon pow progress radial-gradient ray rect
    rem repeat repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient rgb rgba
    rotate rotate3d rotatex rotatey rotatez round saturate scale scale3d scalex scaley scalez scroll
    sepia sibling-count sibling-index sign sin skew skewx skewy sqrt src steps stylistic styleset swash
    symbols tan translate translate3d translatex translatey translatez type url var view xywh
    annotation character-variant ornaments
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private static let properties: Set<String> = {
    var names = Set(single.split(whereSeparator: \.isWhitespace).map(String.init))
    for side in [
      "", "-top", "-right", "-bottom", "-left", "-block", "-block-start", "-block-end", "-inline",
      "-inline-start", "-inline-end",
    ] {
      for name in ["margin", "padding", "scroll-margin", "scroll-padding", "inset"] {
        names.insert(name + side)
      }
      for part in ["", "-color", "-style", "-width"] { names.insert("border" + side + part) }
    }
    return names
  }()

  private static let single = """
    accent-color align-content align-items align-self alignment-baseline all anchor-name animation
    animation-composition animation-delay animation-direction animation-duration
    animation-fill-mode animation-iteration-count animation-name animation-play-state
    animation-timeline animation-timing-function appearance aspect-ratio backdrop-filter
    backface-visibility background background-attachment background-blend-mode background-clip
    background-color background-image background-origin background-position background-position-x
    background-position-y background-repeat background-size baseline-shift baseline-source behavior
    binding block-size border-bottom-left-radius border-bottom-right-radius border-collapse
    border-end-end-radius border-end-start-radius border-image border-image-outset
    border-image-repeat border-image-slice border-image-source border-image-width border-radius
    border-spacing border-start-end-radius border-start-start-radius border-top-left-radius
    border-top-right-radius bottom box-decoration-break box-shadow box-sizing break-after
    break-before break-inside caption-side caret-color clear clip clip-path clip-rule color
    color-adjust color-interpolation color-interpolation-filters color-rendering color-scheme
    column-count column-fill column-gap column-rule column-rule-color column-rule-style
    column-rule-width column-span column-width columns contain contain-intrinsic-block-size
    contain-intrinsic-height contain-intrinsic-inline-size contain-intrinsic-size
    contain-intrinsic-width container container-name container-type content content-visibility
    counter-increment counter-reset counter-set cursor cx cy d direction display dominant-baseline
    empty-cells field-sizing fill fill-opacity fill-rule filter flex flex-basis flex-direction
    flex-flow flex-grow flex-shrink flex-wrap float flood-color flood-opacity font font-family
    font-feature-settings font-kerning font-language-override font-optical-sizing font-palette
    font-size font-size-adjust font-stretch font-style font-synthesis font-synthesis-small-caps
    font-synthesis-style font-synthesis-weight font-variant font-variant-alternates
    font-variant-caps font-variant-east-asian font-variant-emoji font-variant-ligatures
    font-variant-numeric font-variant-position font-variation-settings font-weight
    forced-color-adjust gap grid grid-area grid-auto-columns grid-auto-flow grid-auto-rows
    grid-column grid-column-end grid-column-gap grid-column-start grid-gap grid-row grid-row-end
    grid-row-gap grid-row-start grid-template grid-template-areas grid-template-columns
    grid-template-rows hanging-punctuation height hyphenate-character hyphenate-limit-chars hyphens
    image-orientation image-rendering initial-letter inline-size interpolate-size isolation
    justify-content justify-items justify-self left letter-spacing lighting-color line-break
    line-clamp line-height line-height-step list-style list-style-image list-style-position
    list-style-type margin-trim marker marker-end marker-mid marker-start mask mask-border
    mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-repeat mask-size
    mask-type math-depth math-shift math-style max-block-size max-height max-inline-size max-width
    min-block-size min-height min-inline-size min-width mix-blend-mode object-fit object-position
    offset offset-anchor offset-distance offset-path offset-position offset-rotate opacity order
    orphans outline outline-color outline-offset outline-style outline-width overflow
    overflow-anchor overflow-block overflow-clip-margin overflow-inline overflow-wrap overflow-x
    overflow-y overscroll-behavior overscroll-behavior-block overscroll-behavior-inline
    overscroll-behavior-x overscroll-behavior-y page page-break-after page-break-before
    page-break-inside paint-order perspective perspective-origin place-content place-items
    place-self pointer-events position position-anchor position-area position-try
    print-color-adjust quotes r resize right rotate row-gap ruby-align ruby-position rx ry scale
    scroll-behavior scroll-snap-align scroll-snap-stop scroll-snap-type scrollbar-color
    scrollbar-gutter scrollbar-width shape-image-threshold shape-margin shape-outside
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size
    table-layout text-align text-align-last text-anchor text-autospace text-box text-box-edge
    text-box-trim text-combine-upright text-decoration text-decoration-color text-decoration-line
    text-decoration-skip text-decoration-skip-ink text-decoration-style text-decoration-thickness
    text-emphasis text-emphasis-color text-emphasis-position text-emphasis-style text-indent
    text-justify text-orientation text-overflow text-rendering text-shadow text-size-adjust
    text-spacing-trim text-transform text-underline-offset text-underline-position text-wrap
    text-wrap-mode text-wrap-style top touch-action transform transform-box transform-origin
    transform-style transition transition-behavior transition-delay transition-duration
    transition-property transition-timing-function translate unicode-bidi user-select vector-effect
    vertical-align visibility white-space white-space-collapse widows width will-change word-break
    word-spacing word-wrap writing-mode x y z-index zoom
    """

  /// Without a twin that has no prefix.
  private static let vendor: Set<String> = [
    "-webkit-font-smoothing", "-moz-osx-font-smoothing", "-webkit-tap-highlight-color",
    "-webkit-text-fill-color", "-webkit-text-stroke", "-webkit-text-stroke-color",
    "-webkit-text-stroke-width", "-webkit-box-orient", "-webkit-box-flex", "-webkit-box-align",
    "-webkit-box-pack", "-webkit-box-reflect", "-webkit-overflow-scrolling", "-webkit-locale",
    "-webkit-touch-callout", "-webkit-margin-start", "-webkit-margin-end", "-ms-overflow-style",
    "-webkit-padding-start", "-webkit-padding-end", "-ms-interpolation-mode", "-moz-tab-size",
    "-webkit-line-clamp", "-webkit-text-decorations-in-effect", "-moz-user-focus",
  ]
}
