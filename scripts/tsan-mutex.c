// Loaded into tests under the thread sanitizer (LD_PRELOAD), this tells it of what waits for a mutex.
//
// The fast path of Swift's Mutex is compiled into the program, where the sanitizer sees it. Its slow path, for a mutex
// that another thread holds, is in the library of Swift, which is not built for the sanitizer: without this, whatever a
// mutex guards looks like a race as soon as somebody had to wait for it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>

// Other programs, which tests run, have no sanitizer.
__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context)) void *mutex

typedef SWIFT void Lock(uint32_t state, SELF);
typedef SWIFT void Unlock(SELF);

SWIFT void lockSlow(uint32_t state, SELF) __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
SWIFT void unlockSlow(SELF) __asm__("$s15Synchronization12_MutexHandleV11_unlockSlowyyF");

SWIFT void lockSlow(uint32_t state, SELF) {
  Lock *next = (Lock *)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
  next(state, mutex);
  if (__tsan_acquire) __tsan_acquire(mutex);
}

SWIFT void unlockSlow(SELF) {
  Unlock *next = (Unlock *)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
  if (__tsan_release) __tsan_release(mutex);
  next(mutex);
}
