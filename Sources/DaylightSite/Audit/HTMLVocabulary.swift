/// What the audit does about an element or an attribute.
///
/// Elements are a list of those that are allowed: one that is not here is refused, so that what
/// browsers learn tomorrow is refused too.
enum HTMLVocabulary {
  struct Element: Sendable {
    var role: Role
    /// Stands within a line, so that the words on both sides of its tags belong together.
    var isInline = false

    enum Role: Sendable {
      case plain, html, head, body, title, main, header, footer, aside, nav
      case anchor, link, meta, base, script, style
      case form, input, button
      /// Holds what a reader types or chooses.
      case typed
      /// Shows another document or a program.
      case embedded
      /// Plays.
      case media
      case svg
      /// Moves by itself.
      case moving
      case foreignObject
      /// Read by browsers without scripts only.
      case noscript
      /// Holds markup that nobody sees until a script takes it.
      case template
    }
  }

  static let elements = NameTable<Element>([
    (
      Element(role: .plain),
      """
      address article blockquote br caption center col colgroup dd details dialog dir div dl dt
      fieldset figcaption figure h1 h2 h3 h4 h5 h6 hgroup hr legend li menu ol optgroup
      output p picture pre search section source summary table tbody td tfoot th thead tr ul map
      img image meter progress
      circle clippath defs desc ellipse feblend fecolormatrix fecomposite fedropshadow feflood
      fefuncr fefuncg fefuncb fefunca fegaussianblur feimage femerge femergenode femorphology
      feoffset fetile feturbulence filter g line lineargradient marker mask metadata path pattern
      polygon polyline radialgradient rect stop symbol text textpath tspan use view
      """
    ),
    (
      Element(role: .plain, isInline: true),
      """
      abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt
      ruby s samp small span strike strong sub sup time tt u var wbr
      """
    ),
    (Element(role: .anchor, isInline: true), "a"), (Element(role: .anchor), "area"),
    (Element(role: .html), "html"), (Element(role: .head), "head"),
    (Element(role: .body), "body"), (Element(role: .title), "title"),
    (Element(role: .main), "main"), (Element(role: .header), "header"),
    (Element(role: .footer), "footer"), (Element(role: .aside), "aside"),
    (Element(role: .nav), "nav"), (Element(role: .link), "link"), (Element(role: .meta), "meta"),
    (Element(role: .base), "base"), (Element(role: .script), "script"),
    (Element(role: .style), "style"), (Element(role: .form), "form"),
    (Element(role: .input), "input"), (Element(role: .button), "button"),
    (Element(role: .typed), "textarea select option datalist keygen isindex"),
    (
      Element(role: .embedded), "iframe frame frameset object embed applet param portal fencedframe"
    ),
    (Element(role: .media), "audio video track bgsound"),
    (Element(role: .svg), "svg"),
    (
      Element(role: .moving),
      "animate animatemotion animatetransform animatecolor set mpath discard marquee blink"
    ),
    (Element(role: .foreignObject), "foreignobject"), (Element(role: .template), "template"),
    (Element(role: .noscript), "noscript"),
  ])

  enum Attribute: Sendable {
    /// Says something and loads nothing.
    case text
    /// Loaded by the browser.
    case address
    /// Where `a` and `link` lead; on other elements it is loaded.
    case href
    /// A list of addresses to choose from.
    case candidates
    /// Style, where only an address matters.
    case paint
    /// What a picture says.
    case alternative
    /// What marks an exit.
    case exit
    case style, target, download, ping, manifest, base, submits, typed, referrerPolicy
  }

  /// Attributes that are not here are harmless, unless their value is an address elsewhere.
  static let attributes = NameTable<Attribute>([
    (
      .text,
      """
      class id title content rel label placeholder summary value cite about property resource
      typeof vocab prefix itemtype itemid itemprop datetime d viewbox xmlns xmlns:xlink xmlns:svg
      """
    ),
    (.address, "src poster background lowsrc dynsrc longdesc icon"),
    (.href, "href xlink:href"), (.candidates, "srcset imagesrcset"),
    (
      .paint,
      "fill stroke filter mask clip-path cursor marker marker-start marker-mid marker-end"
    ),
    (.alternative, "alt"), (.exit, "data-exit"), (.style, "style"), (.target, "target"),
    (.download, "download"),
    (.ping, "ping attributionsrc"), (.manifest, "manifest"), (.base, "xml:base"),
    (.submits, "formaction formmethod formtarget formenctype"), (.typed, "contenteditable"),
    (.referrerPolicy, "referrerpolicy"),
  ])
}
