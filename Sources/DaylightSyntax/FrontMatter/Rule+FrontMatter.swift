extension Rule {
  /// Every rule that reading a file’s encoding, front matter or YAML can raise.
  package static let frontMatter: [Rule] = [
    .emptyFile, .invalidUTF8, .nulByte, .unclosedFrontMatter,
    .invalidYAML, .tabIndentation, .commentInValue, .duplicateKey, .yamlAlias, .yamlTag,
    .yamlTooDeep, .yamlTooLarge,
    .unknownKey, .misplacedKey, .missingField, .wrongType, .invalidDate, .unknownWord,
  ]
}
