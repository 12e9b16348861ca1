// A thread-local bump arena behind cmark's memory interface.
//
// Parsing and printing one document makes thousands of small allocations that all end together.
// Between the outermost daylight_arena_open and its daylight_arena_close on a thread, they are cut
// one after another from chunks of that thread, and the close gives all of them back at once.
//
// Rules
// - Memory belongs to the thread that opened the scope. A tree must be used on that thread only.
// - Scopes nest by counting: an inner close frees nothing, and everything lives until the outermost
//   close. So a tree of an outer scope may be edited inside an inner one.
// - free does nothing. realloc grows the newest block in place and otherwise copies; the old block
//   stays readable until the scope ends. calloc returns zeroed memory. Blocks are aligned as malloc's.
// - When memory runs out, a size overflows, or an allocation is asked for outside a scope, the
//   process says so and aborts, as cmark's own allocator does: cmark never looks at a null result.
// - The outermost close keeps at most daylight_arena_retained bytes for the thread's next document;
//   a thread that ends gives all back.

#ifndef DAYLIGHT_CMARK_ARENA_H
#define DAYLIGHT_CMARK_ARENA_H

#include <cmark-gfm.h>
#include <stddef.h>

static const size_t daylight_arena_retained = 4 << 20;

// Opens a scope on the calling thread.
void daylight_arena_open(void);

// Closes the newest scope of the calling thread.
void daylight_arena_close(void);

// The memory interface to hand to cmark; the same value on every thread.
cmark_mem *daylight_arena_memory(void);

// What the calling thread holds at the moment, for tests.
typedef struct {
  size_t chunks;
  size_t capacity;
  size_t depth;
} daylight_arena_usage;

daylight_arena_usage daylight_arena_get_usage(void);

#endif
