import DaylightSyntax

enum StructuredData {
  static func element(for entry: PageEntry, _ page: Page?, _ index: SiteIndex, _ graph: SiteGraph) -> TemplateValue { .none }
}
