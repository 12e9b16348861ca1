// Loaded into the program (LD_PRELOAD), this fails or kills at one call that writes.
//
// FAULT_AT is the number of the call, from 1 on; FAULT_ERROR the error it fails with, or 0 for a
// kill; FAULT_ON “once”, or “on” for every call from there on. FAULT_COUNT is a file in which the
// number of calls is left.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long at, error;
static int goesOn;

__attribute__((constructor)) static void begin(void) {
  const char *value = getenv("FAULT_AT");
  at = value ? atol(value) : 0;
  value = getenv("FAULT_ERROR");
  error = value ? atol(value) : 0;
  value = getenv("FAULT_ON");
  goesOn = value && !strcmp(value, "on");
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!path) return;
  FILE *file = fopen(path, "w");
  if (!file) return;
  fprintf(file, "%ld", (long)calls);
  fclose(file);
}

// Whether this call is to fail; errno is set then.
static int fails(void) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (at == 0 || (goesOn ? number < at : number != at)) return 0;
  if (error == 0) kill(getpid(), SIGKILL);
  errno = (int)error;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int openat(int folder, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails()) return -1;
  return REAL(openat)(folder, path, flags, mode);
}

int openat64(int folder, const char *path, int flags, ...) {
  va_list list;
  va_start(list, flags);
  mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;
  va_end(list);
  if ((flags & (O_WRONLY | O_RDWR | O_CREAT)) && fails()) return -1;
  return REAL(openat64)(folder, path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t count) {
  if (file > 2 && fails()) {
    // A disk that fills up takes a part first.
    if (error == ENOSPC && count > 1) REAL(write)(file, bytes, count / 2);
    return -1;
  }
  return REAL(write)(file, bytes, count);
}

int renameat(int from, const char *old, int to, const char *name) {
  return fails() ? -1 : REAL(renameat)(from, old, to, name);
}

int mkdirat(int folder, const char *path, mode_t mode) {
  return fails() ? -1 : REAL(mkdirat)(folder, path, mode);
}

int mkdir(const char *path, mode_t mode) { return fails() ? -1 : REAL(mkdir)(path, mode); }

int unlinkat(int folder, const char *path, int flags) {
  return fails() ? -1 : REAL(unlinkat)(folder, path, flags);
}

int rmdir(const char *path) { return fails() ? -1 : REAL(rmdir)(path); }

int ftruncate(int file, off_t length) { return fails() ? -1 : REAL(ftruncate)(file, length); }

int fsync(int file) { return fails() ? -1 : REAL(fsync)(file); }
