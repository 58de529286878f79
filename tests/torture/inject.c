// Preloaded into a program, makes one call of the C library fail: FAIL=malloc:17 the 17th malloc,
// once. With COUNTS=FILE the numbers of calls go there instead, a line each. Counting begins with
// main(), which this program begins with signal(): what runs before it cannot be helped. The calls
// of a child count as its parent's, until it is another program.

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define CALLS(call)                                                                               \
  call(malloc) call(malloc_in_folder) call(read) call(write) call(open) call(stat) call(readlink) \
      call(realpath) call(getcwd) call(opendir) call(readdir) call(mkstemp) call(tmpfile)         \
          call(fopen) call(fdopen) call(fread) call(fwrite) call(fflush) call(fclose) call(fsync) \
              call(fchmod) call(rename) call(link) call(pipe2) call(fork) call(poll) call(waitid) \
                  call(pthread_create) call(dlopen) call(mkdtemp) call(mkdir) call(flock)         \
                      call(socketpair) call(setpgid) call(chdir) call(unshare) call(mount)

#define NUMBER(name) call_##name,
enum call { CALLS(NUMBER) call_count };
#define NAME(name) #name,
static const char* const names[call_count] = {CALLS(NAME)};

static atomic_int armed;
static atomic_long* made;  // Shared with children.
static long failing[call_count];

// Whether the thread has made a temporary folder, and started nothing in it yet: of so many calls
// of malloc few fail, and none perhaps of those that could leave it behind.
static _Thread_local int in_folder __attribute__((tls_model("initial-exec")));

static int fails(enum call call) {
  return armed && atomic_fetch_add(&made[call], 1) + 1 == failing[call];
}

static void write_counts(void) {
  armed = 0;
  FILE* file = fopen(getenv("COUNTS"), "w");
  if (!file) _exit(99);
  for (int call = 0; call < call_count; ++call)
    fprintf(file, "%s %ld\n", names[call], (long)made[call]);
  fclose(file);
}

sighandler_t signal(int number, sighandler_t handler) {
  sighandler_t (*real)(int, sighandler_t) = dlsym(RTLD_NEXT, "signal");
  static int begun;
  if (begun) return real(number, handler);
  begun = 1;
  made = mmap(NULL, call_count * sizeof *made, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
              -1, 0);
  if (made == MAP_FAILED) _exit(99);
  // git begins with signal(), too, and takes what it could not write for written.
  if (strcmp(program_invocation_short_name, "git") == 0) return real(number, handler);
  const char* what = getenv("FAIL");
  for (int call = 0; call < call_count && what; ++call) {
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

static int lacks_memory(void) {
  return (in_folder && fails(call_malloc_in_folder)) | fails(call_malloc);
}

void* malloc(size_t size) { return lacks_memory() ? no_memory() : __libc_malloc(size); }
void* calloc(size_t count, size_t size) {
  return lacks_memory() ? no_memory() : __libc_calloc(count, size);
}
void* realloc(void* memory, size_t size) {
  return lacks_memory() ? no_memory() : __libc_realloc(memory, size);
}

// A function that fails, as `call`, with `value` and errno, and else is what it was.
#define FAILING(type, name, parameters, arguments, call, value, error) \
  type name parameters {                                               \
    static type(*real) parameters;                                     \
    if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);     \
    if (!fails(call_##call)) return real arguments;                    \
    errno = error;                                                     \
    return value;                                                      \
  }

FAILING(ssize_t, read, (int file, void* buffer, size_t size), (file, buffer, size), read, -1, EIO)
FAILING(ssize_t, write, (int file, const void* data, size_t size), (file, data, size), write, -1,
        EIO)

// Also what stat() of a file was before.
FAILING(int, stat, (const char* path, struct stat* status), (path, status), stat, -1, EIO)
FAILING(int, stat64, (const char* path, struct stat64* status), (path, status), stat, -1, EIO)
FAILING(int, lstat, (const char* path, struct stat* status), (path, status), stat, -1, EIO)
FAILING(int, lstat64, (const char* path, struct stat64* status), (path, status), stat, -1, EIO)
FAILING(int, fstat, (int file, struct stat* status), (file, status), stat, -1, EIO)
FAILING(int, fstat64, (int file, struct stat64* status), (file, status), stat, -1, EIO)
FAILING(ssize_t, readlink, (const char* path, char* to, size_t size), (path, to, size), readlink,
        -1, EIO)
FAILING(char*, realpath, (const char* path, char* to), (path, to), realpath, NULL, EIO)
FAILING(char*, getcwd, (char* to, size_t size), (to, size), getcwd, NULL, ENOENT)

FAILING(DIR*, opendir, (const char* path), (path), opendir, NULL, EIO)
FAILING(struct dirent*, readdir, (DIR * folder), (folder), readdir, NULL, EIO)
FAILING(struct dirent64*, readdir64, (DIR * folder), (folder), readdir, NULL, EIO)

FAILING(int, mkstemp, (char* pattern), (pattern), mkstemp, -1, ENOSPC)
FAILING(int, mkstemp64, (char* pattern), (pattern), mkstemp, -1, ENOSPC)
FAILING(FILE*, tmpfile, (void), (), tmpfile, NULL, ENOSPC)
FAILING(FILE*, tmpfile64, (void), (), tmpfile, NULL, ENOSPC)
FAILING(FILE*, fopen, (const char* path, const char* mode), (path, mode), fopen, NULL, EMFILE)
FAILING(FILE*, fopen64, (const char* path, const char* mode), (path, mode), fopen, NULL, EMFILE)
FAILING(FILE*, fdopen, (int file, const char* mode), (file, mode), fdopen, NULL, ENOMEM)
FAILING(int, fflush, (FILE * stream), (stream), fflush, EOF, ENOSPC)
FAILING(int, fsync, (int file), (file), fsync, -1, EIO)
FAILING(int, fchmod, (int file, mode_t mode), (file, mode), fchmod, -1, EPERM)
FAILING(int, rename, (const char* from, const char* to), (from, to), rename, -1, EACCES)
FAILING(int, link, (const char* from, const char* to), (from, to), link, -1, EACCES)

FAILING(int, pipe2, (int ends[2], int flags), (ends, flags), pipe2, -1, EMFILE)
FAILING(int, poll, (struct pollfd * files, nfds_t count, int wait), (files, count, wait), poll, -1,
        ENOMEM)
FAILING(int, waitid, (idtype_t type, id_t id, siginfo_t* info, int options),
        (type, id, info, options), waitid, -1, ECHILD)
FAILING(int, mkdir, (const char* path, mode_t mode), (path, mode), mkdir, -1, ENOSPC)
FAILING(int, flock, (int file, int how), (file, how), flock, -1, ENOLCK)
FAILING(int, socketpair, (int domain, int type, int protocol, int ends[2]),
        (domain, type, protocol, ends), socketpair, -1, EMFILE)
FAILING(int, setpgid, (pid_t id, pid_t group), (id, group), setpgid, -1, EPERM)
FAILING(int, chdir, (const char* path), (path), chdir, -1, EACCES)
FAILING(int, unshare, (int flags), (flags), unshare, -1, EPERM)
FAILING(int, mount,
        (const char* what, const char* where, const char* type, unsigned long flags,
         const void* with),
        (what, where, type, flags, with), mount, -1, EPERM)
FAILING(int, pthread_create,
        (pthread_t * thread, const pthread_attr_t* with, void* (*run)(void*), void* given),
        (thread, with, run, given), pthread_create, EAGAIN, EAGAIN)
FAILING(void*, dlopen, (const char* path, int flags), (path, flags), dlopen, NULL, EMFILE)

char* mkdtemp(char* pattern) {
  char* (*real)(char*) = dlsym(RTLD_NEXT, "mkdtemp");
  if (!fails(call_mkdtemp)) {
    char* const made_now = real(pattern);
    in_folder = made_now != NULL;
    return made_now;
  }
  errno = ENOSPC;
  return NULL;
}

pid_t fork(void) {
  pid_t (*real)(void) = dlsym(RTLD_NEXT, "fork");
  in_folder = 0;
  if (!fails(call_fork)) return real();
  errno = EAGAIN;
  return -1;
}

#define FAILING_OPEN(name)                                                     \
  int name(const char* path, int flags, ...) {                                 \
    static int (*real)(const char*, int, ...);                                 \
    if (!real) real = (int (*)(const char*, int, ...))dlsym(RTLD_NEXT, #name); \
    va_list rest;                                                              \
    va_start(rest, flags);                                                     \
    const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;            \
    va_end(rest);                                                              \
    if (!fails(call_open)) return real(path, flags, mode);                     \
    errno = EMFILE;                                                            \
    return -1;                                                                 \
  }

FAILING_OPEN(open)
FAILING_OPEN(open64)

// What can be told by the stream only: messages are written to standard error whatever happens, and
// what has been read is told from the end of a file.

size_t fread(void* data, size_t size, size_t count, FILE* stream) {
  static size_t (*real)(void*, size_t, size_t, FILE*);
  if (!real) real = (size_t(*)(void*, size_t, size_t, FILE*))dlsym(RTLD_NEXT, "fread");
  if (!fails(call_fread)) return real(data, size, count, stream);
  // As a disk does that cannot be read: nothing comes, and the stream says that it failed.
  const int lost = open("/", O_RDONLY | O_CLOEXEC);
  dup2(lost, fileno(stream));
  close(lost);
  setvbuf(stream, NULL, _IONBF, 0);
  return real(data, size, count, stream);
}

// The stream whose disk is full: it stays so until it is closed.
static _Atomic(FILE*) full;

static int is_full(FILE* stream) {
  if (stream == stderr || (stream != full && !fails(call_fwrite))) return 0;
  full = stream;
  errno = ENOSPC;
  return 1;
}

size_t fwrite(const void* data, size_t size, size_t count, FILE* stream) {
  static size_t (*real)(const void*, size_t, size_t, FILE*);
  if (!real) real = (size_t(*)(const void*, size_t, size_t, FILE*))dlsym(RTLD_NEXT, "fwrite");
  return is_full(stream) ? 0 : real(data, size, count, stream);
}

int fputs(const char* text, FILE* stream) {
  return fwrite(text, 1, strlen(text), stream) == strlen(text) ? 1 : EOF;
}

int fputc(int character, FILE* stream) {
  const unsigned char byte = (unsigned char)character;
  return fwrite(&byte, 1, 1, stream) == 1 ? byte : EOF;
}

int __fprintf_chk(FILE* stream, int flag, const char* format, ...) {
  (void)flag;
  if (is_full(stream)) return -1;
  va_list rest;
  va_start(rest, format);
  const int count = vfprintf(stream, format, rest);
  va_end(rest);
  return count;
}

int fclose(FILE* stream) {
  static int (*real)(FILE*);
  if (!real) real = (int (*)(FILE*))dlsym(RTLD_NEXT, "fclose");
  if (stream == full) full = NULL;
  const int result = real(stream);
  if (!fails(call_fclose)) return result;
  errno = ENOSPC;
  return EOF;
}
