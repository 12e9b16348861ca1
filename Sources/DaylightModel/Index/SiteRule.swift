package import DaylightSyntax

/// A check of what is known of a site before any body is read. `CheckStage` lists them.
package protocol SiteRule: SendableMetatype {
  static func check(_ index: SiteIndex) -> [Diagnostic]
}
