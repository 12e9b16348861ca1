// toml++ asserts some of what it should refuse, such as a key that begins with `^` in `[^a]` (3.3.0,
// `parse_key`). That must neither end the program nor be taken for granted.
#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? void() : throw UnforeseenText())
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 0
struct UnforeseenText {};
#include "CTOML.h"

#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>
#include <toml++/toml.h>

static char *copied(std::string_view text) {
  char *copy = static_cast<char *>(malloc(text.size() + 1));
  if (!copy)
    abort();
  memcpy(copy, text.data(), text.size());
  copy[text.size()] = 0;
  return copy;
}

daylight_toml daylight_toml_read(const char *text, size_t count) {
  daylight_toml result = {nullptr, nullptr, 0};
  try {
    toml::parse_result parsed = toml::parse(std::string_view(text, count));
    if (!parsed) {
      result.problem = copied(parsed.error().description());
      result.line = parsed.error().source().begin.line;
      return result;
    }
    std::ostringstream json;
    json << toml::json_formatter{parsed.table()};
    result.json = copied(json.str());
  } catch (UnforeseenText) {
    result.problem = copied("a name or a value begins with a sign that cannot begin one");
    result.line = 1;
  }
  return result;
}

void daylight_toml_free(daylight_toml result) {
  free(result.json);
  free(result.problem);
}
