#include "CFuzzer.h"

// Of clang's runtimes: libFuzzer's, and those of a build with coverage, which are absent in any other.
int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*body)(const unsigned char *, size_t));
void __sanitizer_cov_8bit_counters_init(unsigned char *start, unsigned char *end);
__attribute__((weak)) unsigned char *__llvm_profile_begin_counters(void);
__attribute__((weak)) unsigned char *__llvm_profile_end_counters(void);

int daylight_fuzz(
    int *count, char ***arguments, int (*body)(const unsigned char *bytes, size_t count)) {
  // A counter of coverage has eight bytes, and libFuzzer takes each for a counter of its own: those
  // above the lowest tell it of code that was run 256 times.
  if (__llvm_profile_begin_counters)
    __sanitizer_cov_8bit_counters_init(
        __llvm_profile_begin_counters(), __llvm_profile_end_counters());
  return LLVMFuzzerRunDriver(count, arguments, body);
}
