/// Whether a change of a file can be ignored by its name: hidden files, and what editors write beside
/// the file that they save.
func isPassedOver(_ name: String) -> Bool {
  name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp") || name == "4913"
    || name.hasPrefix("#") && name.hasSuffix("#")
}
