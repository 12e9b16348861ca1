#include "CMarkArena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A block is its size, then its bytes; the bytes are aligned, the size sits just before them.
#define ALIGNMENT ((size_t)16)
#define SIZE_FIELD (sizeof(size_t))
#define CHUNK_CAPACITY ((size_t)1 << 20)

typedef struct chunk {
  struct chunk *next;
  size_t capacity;
  _Alignas(16) unsigned char bytes[];
} chunk;

typedef struct {
  chunk *first;
  chunk *current;
  size_t used;           // bytes of current that are taken
  unsigned char *newest; // the block that realloc may grow in place
  size_t depth;
} arena;

static _Thread_local arena *mine;
static pthread_key_t thread_end;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void fail(const char *reason) {
  fprintf(stderr, "daylight: %s while reading Markdown\n", reason);
  abort();
}

static void free_chunks(chunk *c) {
  while (c) {
    chunk *next = c->next;
    free(c);
    c = next;
  }
}

static void free_arena(void *pointer) {
  arena *a = pointer;
  mine = NULL;
  free_chunks(a->first);
  free(a);
}

static void make_key(void) {
  if (pthread_key_create(&thread_end, free_arena) != 0)
    fail("no thread key is left");
}

// Makes room for `need` bytes in `current`: the next kept chunk if it is large enough, else a new one
// in front of it.
static void advance(arena *a, size_t need) {
  chunk *next = a->current ? a->current->next : a->first;
  if (!next || next->capacity < need) {
    size_t capacity = need > CHUNK_CAPACITY ? need : CHUNK_CAPACITY;
    chunk *fresh = malloc(sizeof(chunk) + capacity);
    if (!fresh)
      fail("memory ran out");
    fresh->capacity = capacity;
    fresh->next = next;
    if (a->current)
      a->current->next = fresh;
    else
      a->first = fresh;
    next = fresh;
  }
  a->current = next;
  a->used = 0;
}

static unsigned char *allocate(size_t size) {
  arena *a = mine;
  if (!a || a->depth == 0)
    fail("an allocation was asked for outside a scope");
  if (size > SIZE_MAX - 2 * ALIGNMENT - sizeof(chunk))
    fail("a size overflowed");
  // One unit ends with the size field, then a whole number of units: so every block stays aligned.
  size_t need = ALIGNMENT + ((size + ALIGNMENT - 1) & ~(ALIGNMENT - 1));
  if (!a->current || need > a->current->capacity - a->used)
    advance(a, need);
  unsigned char *block = a->current->bytes + a->used + ALIGNMENT;
  a->used += need;
  memcpy(block - SIZE_FIELD, &size, SIZE_FIELD);
  a->newest = block;
  return block;
}

static size_t size_of(const unsigned char *block) {
  size_t size;
  memcpy(&size, block - SIZE_FIELD, SIZE_FIELD);
  return size;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size)
    fail("a size overflowed");
  unsigned char *block = allocate(count * size);
  memset(block, 0, count * size);
  return block;
}

static void *arena_realloc(void *old, size_t size) {
  if (!old)
    return allocate(size);
  size_t had = size_of(old);
  if (size <= had)
    return old;
  arena *a = mine;
  if (a && a->newest == old) {
    size_t start = (size_t)(a->newest - a->current->bytes);
    size_t room = a->current->capacity - start;
    if (size <= room) {
      size_t end = start + ((size + ALIGNMENT - 1) & ~(ALIGNMENT - 1));
      a->used = end < a->current->capacity ? end : a->current->capacity;
      memcpy(a->newest - SIZE_FIELD, &size, SIZE_FIELD);
      return old;
    }
  }
  unsigned char *block = allocate(size);
  memcpy(block, old, had);
  return block;
}

static void arena_free(void *pointer) { (void)pointer; }

static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};

cmark_mem *daylight_arena_memory(void) { return &memory; }

void daylight_arena_open(void) {
  if (!mine) {
    pthread_once(&once, make_key);
    arena *a = calloc(1, sizeof(arena));
    if (!a || pthread_setspecific(thread_end, a) != 0)
      fail("memory ran out");
    mine = a;
  }
  mine->depth += 1;
}

void daylight_arena_close(void) {
  arena *a = mine;
  if (!a || a->depth == 0)
    fail("a scope was closed twice");
  a->depth -= 1;
  if (a->depth > 0)
    return;
  size_t kept = 0;
  chunk **link = &a->first;
  while (*link) {
    chunk *c = *link;
    if (kept + c->capacity <= daylight_arena_retained) {
      kept += c->capacity;
      link = &c->next;
    } else {
      *link = c->next;
      free(c);
    }
  }
  a->current = NULL;
  a->used = 0;
  a->newest = NULL;
}

daylight_arena_usage daylight_arena_get_usage(void) {
  daylight_arena_usage usage = {0, 0, 0};
  if (!mine)
    return usage;
  usage.depth = mine->depth;
  for (chunk *c = mine->first; c; c = c->next) {
    usage.chunks += 1;
    usage.capacity += c->capacity;
  }
  return usage;
}
