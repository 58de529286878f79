// Preloaded into a program, makes one call of the C library fail: FAIL=malloc:17 the 17th malloc,
// once. With COUNTS=FILE the numbers of calls go there instead, a line each. Counting begins with
// main(), which this program begins with signal(): what runs before it cannot be helped.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum call {
  MALLOC,
  READ,
  OPEN,
  OPENDIR,
  READDIR,
  FDOPEN,
  FWRITE,
  FFLUSH,
  FCLOSE,
  FSYNC,
  RENAME,
  CALLS
};
static const char* const names[CALLS] = {"malloc",  "read",   "open",   "opendir",
                                         "readdir", "fdopen", "fwrite", "fflush",
                                         "fclose",  "fsync",  "rename"};

static atomic_int armed;
static atomic_long made[CALLS];
static long failing[CALLS];

static int fails(enum call call) {
  return armed && atomic_fetch_add(&made[call], 1) + 1 == failing[call];
}

static int with_error(int error) {
  errno = error;
  return -1;
}

static void write_counts(void) {
  armed = 0;
  FILE* file = fopen(getenv("COUNTS"), "w");
  if (!file) _exit(99);
  for (int call = 0; call < CALLS; ++call) fprintf(file, "%s %ld\n", names[call], (long)made[call]);
  fclose(file);
}

sighandler_t signal(int number, sighandler_t handler) {
  sighandler_t (*real)(int, sighandler_t) = dlsym(RTLD_NEXT, "signal");
  if (armed) return real(number, handler);
  const char* what = getenv("FAIL");
  for (int call = 0; call < CALLS && what; ++call) {
    const size_t size = strlen(names[call]);
    if (strncmp(what, names[call], size) == 0 && what[size] == ':')
      failing[call] = atol(what + size + 1);
  }
  if (getenv("COUNTS")) atexit(write_counts);
  armed = 1;
  return real(number, handler);
}

// Not by dlsym, which may itself ask for memory.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* memory, size_t size);

static void* no_memory(void) {
  errno = ENOMEM;
  return NULL;
}

void* malloc(size_t size) { return fails(MALLOC) ? no_memory() : __libc_malloc(size); }
void* calloc(size_t count, size_t size) {
  return fails(MALLOC) ? no_memory() : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) {
  return fails(MALLOC) ? no_memory() : __libc_realloc(memory, size);
}

#define REAL(name)               \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t read(int file, void* buffer, size_t size) {
  REAL(read);
  return fails(READ) ? with_error(EIO) : real(file, buffer, size);
}

#define DEFINE_OPEN(name)                                          \
  int name(const char* path, int flags, ...) {                     \
    REAL(name);                                                    \
    va_list rest;                                                  \
    va_start(rest, flags);                                         \
    const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0; \
    va_end(rest);                                                  \
    return fails(OPEN) ? with_error(EMFILE) : real(path, flags, mode); \
  }

DEFINE_OPEN(open)
DEFINE_OPEN(open64)

DIR* opendir(const char* path) {
  REAL(opendir);
  if (!fails(OPENDIR)) return real(path);
  errno = EIO;
  return NULL;
}

struct dirent* readdir(DIR* folder) {
  REAL(readdir);
  if (!fails(READDIR)) return real(folder);
  errno = EIO;
  return NULL;
}

struct dirent64* readdir64(DIR* folder) {
  REAL(readdir64);
  if (!fails(READDIR)) return real(folder);
  errno = EIO;
  return NULL;
}

FILE* fdopen(int file, const char* mode) {
  REAL(fdopen);
  if (!fails(FDOPEN)) return real(file, mode);
  errno = ENOMEM;
  return NULL;
}

size_t fwrite(const void* data, size_t size, size_t count, FILE* stream) {
  REAL(fwrite);
  if (stream == stderr || !fails(FWRITE)) return real(data, size, count, stream);
  errno = ENOSPC;
  return 0;
}

int fflush(FILE* stream) {
  REAL(fflush);
  return fails(FFLUSH) ? with_error(ENOSPC) : real(stream);
}

int fclose(FILE* stream) {
  REAL(fclose);
  const int result = real(stream);
  return fails(FCLOSE) ? with_error(ENOSPC) : result;
}

int fsync(int file) {
  REAL(fsync);
  return fails(FSYNC) ? with_error(EIO) : real(file);
}

int rename(const char* from, const char* to) {
  REAL(rename);
  return fails(RENAME) ? with_error(EACCES) : real(from, to);
}
