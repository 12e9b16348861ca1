// The physical floor: what any generator must do that reads Markdown, turns it into HTML and writes
// a page for each file. No front matter, links, templates, lists or checks: one constant page round
// each text. Two threads share the files; cmark-gfm's memory comes from an arena for each thread.
//
//   cc -O2 -pthread floor.c -o floor -lcmark-gfm-extensions -lcmark-gfm
//   floor SOURCE OUTPUT [--skip-same] [--padding BYTES]
//
// --skip-same reads what is there and leaves files alone whose bytes would not change.
// --padding makes the constant page so many bytes larger.

#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Exported by the library, declared in no header.
void cmark_manage_extensions_special_characters(cmark_parser *parser, int add);
void cmark_syntax_extension_set_special_inline_chars(cmark_syntax_extension *, cmark_llist *);

enum { THREADS = 2, PATH_LENGTH = 4096, CHUNK = 1 << 20, NOT_THERE = -1 };

static void fail(const char *what) {
  perror(what);
  exit(1);
}

// An arena for each thread: memory is handed out in turn and taken back all at once.

typedef struct Chunk {
  struct Chunk *next;
  size_t capacity;
  _Alignas(16) char bytes[];
} Chunk;

static _Thread_local Chunk *first_chunk, *chunk;
static _Thread_local size_t used;

static void *arena_calloc(size_t count, size_t size) {
  size_t wanted = count * size, total = (wanted + 16 + 15) & ~(size_t)15;
  if (!chunk || used + total > chunk->capacity) {
    Chunk *next = chunk ? chunk->next : NULL;
    if (!next || next->capacity < total) {
      size_t capacity = total > CHUNK ? total : CHUNK;
      Chunk *made = malloc(sizeof *made + capacity);
      if (!made) fail("malloc");
      *made = (Chunk){.next = next, .capacity = capacity};
      if (chunk) chunk->next = made;
      else first_chunk = made;
      next = made;
    }
    chunk = next;
    used = 0;
  }
  char *memory = chunk->bytes + used;
  used += total;
  *(size_t *)memory = wanted;
  return memset(memory + 16, 0, wanted);
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return arena_calloc(1, size);
  size_t old_size = *(size_t *)((char *)old - 16);
  return size <= old_size ? old : memcpy(arena_calloc(1, size), old, old_size);
}

static void arena_free(void *memory) { (void)memory; }

static void arena_reset(void) {
  chunk = first_chunk;
  used = 0;
}

static cmark_mem arena = {arena_calloc, arena_realloc, arena_free};

// The files.

static const char *source, *output;
static bool skip_same;
static size_t padding_size;
static char *padding;
static char **paths;  // Relative to the source, without “.md”.
static int path_count;

static int note_file(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)place;
  size_t length = strlen(path);
  if (kind != FTW_F || length < 3 || strcmp(path + length - 3, ".md")) return 0;
  if ((path_count & (path_count - 1)) == 0)
    paths = realloc(paths, (path_count ? 2 * path_count : 1) * sizeof *paths);
  const char *relative = path + strlen(source) + 1;
  paths[path_count++] = strndup(relative, strlen(relative) - 3);
  return 0;
}

typedef struct {
  char *bytes;
  size_t capacity;
} Buffer;

static char *reserve(Buffer *buffer, size_t capacity) {
  if (buffer->capacity < capacity)
    buffer->bytes = realloc(buffer->bytes, buffer->capacity = 2 * capacity);
  return buffer->bytes;
}

// The number of bytes, or NOT_THERE.
static ssize_t read_file(const char *path, Buffer *buffer) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return NOT_THERE;
  struct stat status;
  fstat(file, &status);
  ssize_t count = read(file, reserve(buffer, status.st_size + 1), status.st_size);
  close(file);
  if (count < 0) fail(path);
  buffer->bytes[count] = 0;
  return count;
}

static void make_folders(char *path) {
  for (char *slash = path + 1; (slash = strchr(slash, '/')); slash++) {
    *slash = 0;
    mkdir(path, 0777);
    *slash = '/';
  }
}

static void write_page(const char *relative, const char *page, size_t size, Buffer *previous) {
  char path[PATH_LENGTH];
  snprintf(path, sizeof path, "%s/%s/index.html", output, relative);
  if (skip_same && read_file(path, previous) == (ssize_t)size && !memcmp(previous->bytes, page, size))
    return;
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0 && errno == ENOENT) {
    make_folders(path);
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }
  if (file < 0 || write(file, page, size) != (ssize_t)size) fail(path);
  close(file);
}

// One page.

static const int options = CMARK_OPT_FOOTNOTES;
static cmark_syntax_extension *extensions[3];
static const char head[] =
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<title>Page | Plain Reading Room</title>\n</head>\n<body>\n<header>\n"
    "<a href=\"#main\">Skip to content</a>\n<a href=\"/\">Plain Reading Room</a>\n"
    "<nav aria-label=\"Main\"><ul>\n<li><a href=\"/understanding/\">Understanding</a></li>\n"
    "<li><a href=\"/signs/\">Signs</a></li>\n<li><a href=\"/healing/\">Healing</a></li>\n"
    "<li><a href=\"/relationships/\">Relationships</a></li>\n"
    "<li><a href=\"/practice/\">Practice</a></li>\n</ul></nav>\n</header>\n"
    "<main id=\"main\">\n<article>\n<h1>Page</h1>\n";
static const char tail[] =
    "</article>\n</main>\n<footer>\n"
    "<p>These pages are for learning and are no substitute for care.</p>\n"
    "<p>Plain Reading Room</p>\n</footer>\n</body>\n</html>\n";

static cmark_parser *make_parser(cmark_mem *memory) {
  cmark_parser *parser = cmark_parser_new_with_mem(options, memory);
  for (int i = 0; i < 3; i++) cmark_parser_attach_syntax_extension(parser, extensions[i]);
  return parser;
}

static void build_page(const char *relative, Buffer *text, Buffer *page, Buffer *previous) {
  char path[PATH_LENGTH];
  snprintf(path, sizeof path, "%s/%s.md", source, relative);
  ssize_t size = read_file(path, text);
  if (size < 0) fail(path);
  const char *end = strncmp(text->bytes, "---\n", 4) ? NULL : strstr(text->bytes + 4, "\n---\n");
  const char *body = end ? end + 5 : text->bytes;

  cmark_parser *parser = make_parser(&arena);
  cmark_parser_feed(parser, body, text->bytes + size - body);
  cmark_node *document = cmark_parser_finish(parser);
  const char *html = cmark_render_html_with_mem(
      document, options, cmark_parser_get_syntax_extensions(parser), &arena);
  size_t length = strlen(html), total = sizeof head - 1 + padding_size + length + sizeof tail - 1;
  char *sink = reserve(page, total);
  sink = mempcpy(sink, head, sizeof head - 1);
  sink = mempcpy(sink, padding, padding_size);
  sink = mempcpy(sink, html, length);
  memcpy(sink, tail, sizeof tail - 1);
  arena_reset();
  write_page(relative, page->bytes, total, previous);
}

static atomic_int next_path;

static void *work(void *unused) {
  Buffer text = {0}, page = {0}, previous = {0};
  for (int i; (i = atomic_fetch_add(&next_path, 1)) < path_count;)
    build_page(paths[i], &text, &page, &previous);
  return unused;
}

// cmark-gfm keeps the characters that extensions watch for in a table for the whole process, and
// edits it in every parse. Written once, and left alone from then on, threads can share it.
static void prepare_library(void) {
  static const char *names[] = {"table", "autolink", "tasklist"};
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < 3; i++) extensions[i] = cmark_find_syntax_extension(names[i]);
  cmark_parser *parser = make_parser(cmark_get_default_mem_allocator());
  cmark_manage_extensions_special_characters(parser, 1);
  for (int i = 0; i < 3; i++) cmark_syntax_extension_set_special_inline_chars(extensions[i], NULL);
  cmark_parser_free(parser);
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: floor SOURCE OUTPUT [--skip-same] [--padding BYTES]\n");
    return 64;
  }
  source = arguments[1];
  output = arguments[2];
  for (int i = 3; i < count; i++) {
    if (!strcmp(arguments[i], "--skip-same")) skip_same = true;
    if (!strcmp(arguments[i], "--padding") && i + 1 < count) padding_size = strtoul(arguments[++i], NULL, 10);
  }
  padding = memset(malloc(padding_size + 1), ' ', padding_size);
  if (nftw(source, note_file, 16, FTW_PHYS)) fail(source);
  prepare_library();
  pthread_t threads[THREADS];
  for (int i = 0; i < THREADS; i++) pthread_create(&threads[i], NULL, work, NULL);
  for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
}
