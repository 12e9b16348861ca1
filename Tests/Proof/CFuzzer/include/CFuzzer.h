/// libFuzzer, as clang's runtime has it without a `main` (libclang_rt.fuzzer_no_main). `scripts/fuzz`
/// says where it is.

#pragma once

#include <stddef.h>

/// Reads the options of libFuzzer from the arguments, and calls `body` with one input after another.
int LLVMFuzzerRunDriver(
    int *count, char ***arguments, int (*body)(const unsigned char *bytes, size_t count));
