/// The program's own files among those of a site.
package enum BuiltIn {
  /// What follows the path of such a file in messages: nobody can open it.
  package static let mark = " (built in)"
}
