import DaylightSyntax
import Testing

@Suite struct EnglishFormsTests {
  @Test(arguments: [
    ("bond", ["bonds", "bond's", "bonds'"]),
    ("trauma bond", ["trauma bonds", "trauma bond's", "trauma bonds'"]),
    ("abuse", ["abuses", "abuse's", "abuses'"]),
    ("therapy", ["therapies", "therapy's", "therapies'"]),
    ("survey", ["surveys", "survey's", "surveys'"]),
    ("harness", ["harnesses", "harness's", "harness'", "harnesses'"]),
    ("reflex", ["reflexes", "reflex's", "reflexes'"]),
    ("approach", ["approaches", "approach's", "approaches'"]),
    ("flash", ["flashes", "flash's", "flashes'"]),
    ("crisis", ["crises", "crisis's", "crisis'", "crises'"]),
    ("PTSD", ["PTSDs", "PTSD's", "PTSDs'"]),
    ("DIY", ["DIYs", "DIY's", "DIYs'"]),
    ("inner child", ["inner children", "inner child's", "inner children's"]),
    ("Person", ["People", "Person's", "People's"]),
    ("naïveté", ["naïvetés", "naïveté's", "naïvetés'"]),
    ("4F", ["4Fs", "4F's", "4Fs'"]),
  ])
  func `a term has its plural and possessives`(term: String, forms: [String]) {
    #expect(EnglishForms.forms(of: term) == forms)
  }

  @Test func `a term that ends in punctuation has no forms`() {
    #expect(EnglishForms.forms(of: "why me?") == [])
    #expect(EnglishForms.forms(of: "") == [])
  }
}
