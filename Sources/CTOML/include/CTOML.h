// TOML to JSON, with toml++, which has only headers.
#ifndef DAYLIGHT_TOML_H
#define DAYLIGHT_TOML_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

// What came of a text. Exactly one of `json` and `problem` is set.
typedef struct {
  // The same values as JSON, which ends with a NUL.
  char *json;
  // Why the text is not TOML, and the line of it, counted from 1.
  char *problem;
  unsigned line;
} daylight_toml;

daylight_toml daylight_toml_read(const char *text, size_t count);
void daylight_toml_free(daylight_toml result);

#ifdef __cplusplus
}
#endif

#endif
