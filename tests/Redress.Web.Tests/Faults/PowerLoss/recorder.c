/*
 * Loaded before a program's own libraries, this notes whatever the program writes to the files of one folder, in the
 * order in which it does: what was written where, cut off, made to reach the disk, removed. From that the state of the disk
 * can be made again for any moment, and what a cut of the power would have left of it.
 *
 * RECORDER_FOLDER names the folder, RECORDER_LOG the file that the notes go to. Compile with: cc -shared -fPIC
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MOST_FILES 65536

struct note {
    uint32_t what; /* O opened, W written, T cut off at, S synced, U removed */
    uint32_t file;
    uint64_t at;
    uint64_t length; /* of the bytes that follow: what was written, or a path */
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int notes = -1;
static uint32_t files[MOST_FILES]; /* by descriptor; 0 for those of no interest */
static uint32_t last;

__attribute__((constructor)) static void start(void)
{
    const char *path = getenv("RECORDER_LOG");
    folder = getenv("RECORDER_FOLDER");
    if (folder && path)
        notes = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* The index of the write-ahead log is shared memory, made anew after a crash. */
static int is_ours(const char *path)
{
    size_t length = strlen(path);
    return notes >= 0 && strncmp(path, folder, strlen(folder)) == 0 &&
           !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static uint32_t file_of(int fd) { return fd >= 0 && fd < MOST_FILES ? files[fd] : 0; }

static void put(const void *bytes, size_t length)
{
    while (length > 0) {
        ssize_t done = syscall(SYS_write, notes, bytes, length);
        if (done <= 0)
            abort();
        bytes = (const char *)bytes + done;
        length -= done;
    }
}

static void note(uint32_t what, uint32_t file, uint64_t at, const void *bytes, uint64_t length)
{
    struct note head = {what, file, at, length};
    put(&head, sizeof head);
    put(bytes, length);
}

static int open_and_note(const char *path, int flags, mode_t mode)
{
    int fd = syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (fd >= 0 && fd < MOST_FILES && is_ours(path)) {
        pthread_mutex_lock(&turn);
        files[fd] = ++last;
        note('O', last, 0, path, strlen(path));
        pthread_mutex_unlock(&turn);
    }
    return fd;
}

int open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_and_note(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return open_and_note(path, flags, mode);
}

int close(int fd)
{
    if (file_of(fd)) {
        pthread_mutex_lock(&turn);
        files[fd] = 0;
        pthread_mutex_unlock(&turn);
    }
    return syscall(SYS_close, fd);
}

/* What is done and its note are one turn, so that notes are in the order of what was done. */
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at)
{
    uint32_t file = file_of(fd);
    if (!file)
        return syscall(SYS_pwrite64, fd, bytes, length, at);
    pthread_mutex_lock(&turn);
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, length, at);
    if (done > 0)
        note('W', file, at, bytes, done);
    pthread_mutex_unlock(&turn);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (!file_of(fd))
        return syscall(SYS_write, fd, bytes, length);
    ssize_t done = pwrite64(fd, bytes, length, lseek(fd, 0, SEEK_CUR));
    if (done > 0)
        lseek(fd, done, SEEK_CUR);
    return done;
}

int ftruncate64(int fd, off64_t length)
{
    uint32_t file = file_of(fd);
    if (!file)
        return syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&turn);
    int failed = syscall(SYS_ftruncate, fd, length);
    if (!failed)
        note('T', file, length, 0, 0);
    pthread_mutex_unlock(&turn);
    return failed;
}

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int sync_and_note(int fd, long call)
{
    uint32_t file = file_of(fd);
    if (!file)
        return syscall(call, fd);
    pthread_mutex_lock(&turn);
    int failed = syscall(call, fd);
    if (!failed)
        note('S', file, 0, 0, 0);
    pthread_mutex_unlock(&turn);
    return failed;
}

int fsync(int fd) { return sync_and_note(fd, SYS_fsync); }

int fdatasync(int fd) { return sync_and_note(fd, SYS_fdatasync); }

int unlink(const char *path)
{
    if (!is_ours(path))
        return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    pthread_mutex_lock(&turn);
    int failed = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (!failed)
        note('U', 0, 0, path, strlen(path));
    pthread_mutex_unlock(&turn);
    return failed;
}
