/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/directory.h"
#include "base/error.h"
#include "base/file.h"

enum { CACHE_PATH_MAX = 256 };

/* Files that tell others what the directory is: people, git, and programs that make backups. */
static const struct {
    const char *name, *text;
} about[] = {
    {"README.md",
     "What slrun keeps from one run for the next (`--lf`, `--ff`, `--nf`, `--sw`, `slrun iam`).\n"
     "It may be deleted, and belongs into no repository.\n"},
    {".gitignore", "*\n"},
    {"CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"
                     "# This file marks a cache directory: https://bford.info/cachedir/\n"},
};

static void path_of(const char *name, const char *suffix, char path[CACHE_PATH_MAX])
{
    snprintf(path, CACHE_PATH_MAX, CACHE_DIRECTORY "/%s%s", name, suffix);
}

json_t *cache_read(const char *name)
{
    char path[CACHE_PATH_MAX];
    path_of(name, "", path);
    FILE *file = file_open(path);
    json_t *found = file ? json_loadf(file, JSON_DECODE_ANY, NULL) : NULL;
    if (file)
        (void)fclose(file);
    return found;
}

static int failed(const char *path, struct slrun_error *error)
{
    return error_set(error, SLRUN_E_IO, "the cache %s cannot be written: %s", path,
                     strerror(errno));
}

static void tell_about(void)
{
    char path[CACHE_PATH_MAX];
    for (size_t i = 0; i < sizeof about / sizeof *about; i++) {
        path_of(about[i].name, "", path);
        FILE *file = fopen(path, "wxe");
        if (file) {
            fputs(about[i].text, file);
            fclose(file);
        }
    }
}

/* A descriptor that holds the lock; -1 with errno. */
static int lock(void)
{
    char path[CACHE_PATH_MAX];
    path_of("lock", "", path);
    if (directory_make(CACHE_DIRECTORY, 0777) != 0)
        return -1;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd >= 0)
        while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
            ;
    return fd;
}

static int replace(const char *name, const json_t *now, struct slrun_error *error)
{
    char path[CACHE_PATH_MAX], fresh[CACHE_PATH_MAX];
    path_of(name, "", path);
    path_of(name, ".new", fresh);
    FILE *file = fopen(fresh, "we");
    if (!file)
        return failed(path, error);
    int bad = json_dumpf(now, file, JSON_INDENT(2) | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    bad |= fputc('\n', file) == EOF;
    bad |= fclose(file);
    if (bad || rename(fresh, path) != 0) {
        int why = errno;
        unlink(fresh);
        errno = why;
        return failed(path, error);
    }
    return 0;
}

int cache_change(const char *name, json_t *(*change)(void *arg, json_t *before), void *arg,
                 struct slrun_error *error)
{
    int fd = lock(), result = 0;
    if (fd < 0)
        return failed(CACHE_DIRECTORY, error);
    tell_about();
    json_t *before = cache_read(name), *now = change(arg, before);
    if (now)
        result = replace(name, now, error);
    json_decref(before);
    json_decref(now);
    close(fd);
    return result;
}
