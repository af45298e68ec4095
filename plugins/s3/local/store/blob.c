/* SPDX-License-Identifier: Apache-2.0 */
/* Files of large bodies. */
#include "store/blob.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, NAME_SIZE = 24, MODE_FILE = 0600, MODE_DIRECTORY = 0700 };

struct blobs {
    int directory; /* -1: files have no names */
    int64_t last;  /* number that was given */
};

struct blobs *blobs_open(const char *directory, struct slrun_error *error)
{
    char path[PATH_SIZE];
    struct blobs *blobs = calloc(1, sizeof *blobs);
    if (blobs == NULL) {
        error->kind = SLRUN_E_MEMORY;
        return NULL;
    }
    blobs->directory = -1;
    if (directory == NULL)
        return blobs;
    bool fits = snprintf(path, sizeof path, "%s/s3", directory) < (int)sizeof path;
    if (fits && (mkdir(path, MODE_DIRECTORY) == 0 || errno == EEXIST))
        blobs->directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (blobs->directory < 0) {
        error->kind = SLRUN_E_IO;
        (void)snprintf(error->message, sizeof error->message, "s3: cannot open %.1024s/s3: %s",
                       directory, strerror(errno));
        free(blobs);
        return NULL;
    }
    return blobs;
}

void blobs_close(struct blobs *blobs)
{
    if (blobs != NULL && blobs->directory >= 0)
        (void)close(blobs->directory);
    free(blobs);
}

static void name_of(int64_t number, char name[NAME_SIZE])
{
    (void)snprintf(name, NAME_SIZE, "%016" PRIx64, (uint64_t)number);
}

static int create_nameless(void)
{
    char path[PATH_SIZE];
    const char *directory = getenv("TMPDIR");
    if (directory == NULL || directory[0] != '/')
        directory = "/tmp";
    if (snprintf(path, sizeof path, "%s/slrun-s3-XXXXXX", directory) >= (int)sizeof path)
        return -1;
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        (void)unlink(path);
    return fd;
}

int blobs_create(struct blobs *blobs, int64_t *number)
{
    char name[NAME_SIZE];
    int fd;
    if (blobs->directory < 0) {
        fd = create_nameless();
        *number = fd;
        return fd;
    }
    do {
        *number = ++blobs->last;
        name_of(*number, name);
        fd = openat(blobs->directory, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, MODE_FILE);
    } while (fd < 0 && errno == EEXIST);
    return fd;
}

void blobs_done(struct blobs *blobs, int fd)
{
    if (blobs->directory >= 0 && fd >= 0)
        (void)close(fd);
}

bool blobs_are_kept(const struct blobs *blobs)
{
    return blobs->directory >= 0;
}

bool blobs_sync(const struct blobs *blobs, int fd)
{
    if (blobs->directory < 0)
        return true;
    return fdatasync(fd) == 0 && (fsync(blobs->directory) == 0 || errno == EINVAL);
}

int blobs_read(struct blobs *blobs, int64_t number)
{
    char name[NAME_SIZE];
    if (blobs->directory < 0)
        return fcntl((int)number, F_DUPFD_CLOEXEC, 0);
    name_of(number, name);
    return openat(blobs->directory, name, O_RDONLY | O_CLOEXEC);
}

void blobs_remove(struct blobs *blobs, int64_t number)
{
    char name[NAME_SIZE];
    if (blobs->directory < 0) {
        (void)close((int)number);
        return;
    }
    name_of(number, name);
    (void)unlinkat(blobs->directory, name, 0);
}

void blobs_sweep(struct blobs *blobs, bool (*used)(void *arg, int64_t number), void *arg)
{
    DIR *directory = blobs->directory < 0 ? NULL : fdopendir(dup(blobs->directory));
    const struct dirent *entry;
    if (directory == NULL)
        return;
    while ((entry = readdir(directory)) != NULL) {
        char *end;
        int64_t number = (int64_t)strtoull(entry->d_name, &end, 16);
        if (*end != '\0' || end - entry->d_name != 16)
            continue; /* not ours */
        blobs->last = number > blobs->last ? number : blobs->last;
        if (!used(arg, number))
            (void)unlinkat(blobs->directory, entry->d_name, 0);
    }
    (void)closedir(directory);
}
