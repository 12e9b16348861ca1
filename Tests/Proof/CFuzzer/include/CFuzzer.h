#pragma once

#include <stddef.h>

/// Reads the options of libFuzzer from the arguments, and calls `body` with one input after another.
///
/// libFuzzer is clang's runtime without a `main` (libclang_rt.fuzzer_no_main), and `scripts/fuzz` says
/// where it is. Which code an input reached it knows from the compiler, or else from the counters of
/// a build with coverage.
int daylight_fuzz(
    int *count, char ***arguments, int (*body)(const unsigned char *bytes, size_t count));
