// The files of the repository that the program carries with it: its theme and its starters.
//
// The compiler copies them in (#embed of C23), and looks at them again when one was edited.

#ifndef DAYLIGHT_STARTER_H
#define DAYLIGHT_STARTER_H

#include <stddef.h>

struct daylight_starter_file {
  // From the root of the repository.
  const char *path;
  const unsigned char *bytes;
  size_t count;
};

size_t daylight_starter_file_count(void);

// In the order of the bytes of their paths.
struct daylight_starter_file daylight_starter_file_at(size_t index);

#endif
