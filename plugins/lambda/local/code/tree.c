/* SPDX-License-Identifier: Apache-2.0 */
/* Directories on the disk. */
#include "local/code/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    PATH_MAX_BYTES = 4096,
    LISTED_MAX = 20000,
    SEARCHED_MAX = 400,
    SEARCHED_BYTES_MAX = 4 << 20
};

static bool make_up_to(const char *path, size_t size)
{
    char part[PATH_MAX_BYTES];
    if (size >= sizeof part)
        return false;
    memcpy(part, path, size);
    part[size] = '\0';
    return mkdir(part, 0755) == 0 || errno == EEXIST;
}

bool tree_make_above(const char *path)
{
    for (const char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/'))
        if (!make_up_to(path, (size_t)(slash - path)))
            return false;
    return true;
}

bool tree_make(const char *path)
{
    return tree_make_above(path) && make_up_to(path, strlen(path)) && tree_is_directory(path);
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

static FTS *walk(const char *path)
{
    char copy[PATH_MAX_BYTES];
    char *paths[] = {copy, NULL};
    int n = snprintf(copy, sizeof copy, "%s", path);
    if (n <= 0 || (size_t)n >= sizeof copy)
        return NULL;
    return fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
}

void tree_remove(const char *path)
{
    FTS *fts = *path ? walk(path) : NULL;
    for (FTSENT *e = fts ? fts_read(fts) : NULL; e; e = fts_read(fts))
        if (e->fts_info == FTS_D)
            (void)chmod(e->fts_accpath, 0700);
        else if (e->fts_info == FTS_DP)
            (void)rmdir(e->fts_accpath);
        else
            (void)unlink(e->fts_accpath);
    if (fts)
        fts_close(fts);
}

bool tree_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool tree_is_file(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool tree_write(const char *path, const void *data, size_t size)
{
    FILE *file = fopen(path, "wb");
    bool ok = file && (size == 0 || fwrite(data, size, 1, file) == 1);
    return file && fclose(file) == 0 && ok;
}

static bool sync_one(const char *path)
{
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    bool ok = fd >= 0 && (fsync(fd) == 0 || errno == EINVAL);
    if (fd >= 0)
        (void)close(fd);
    return ok;
}

bool tree_sync_names(const char *path)
{
    return sync_one(path);
}

bool tree_sync(const char *path)
{
    FTS *fts = walk(path);
    bool ok = fts != NULL;
    for (FTSENT *e = ok ? fts_read(fts) : NULL; e && ok; e = fts_read(fts))
        if (e->fts_info == FTS_F || e->fts_info == FTS_DP)
            ok = sync_one(e->fts_accpath);
    if (fts)
        fts_close(fts);
    return ok;
}

static bool ends_with(const char *name, size_t size, const char *suffix)
{
    size_t n = strlen(suffix);
    return size >= n && strcmp(name + size - n, suffix) == 0;
}

static bool is_source(FTS *fts, FTSENT *e, const char *suffix)
{
    if (e->fts_info == FTS_D && strcmp(e->fts_name, "node_modules") == 0)
        (void)fts_set(fts, e, FTS_SKIP);
    return (e->fts_info == FTS_F || e->fts_info == FTS_SL) &&
           ends_with(e->fts_name, e->fts_namelen, suffix);
}

bool tree_search(const struct tree_search *s)
{
    FTS *fts = tree_is_directory(s->path) ? walk(s->path) : NULL;
    size_t left = SEARCHED_BYTES_MAX, n = 0, seen = 0;
    bool found = false;
    for (FTSENT *e = fts ? fts_read(fts) : NULL;
         e && !found && n < SEARCHED_MAX && seen++ < LISTED_MAX; e = fts_read(fts)) {
        struct slrun_error error = {.kind = SLRUN_E_NONE};
        size_t size = 0;
        if (!is_source(fts, e, s->suffix))
            continue;
        char *data = s->host->file_read(e->fts_path, left, &size, &error);
        found = data && s->hit(s->arg, data, size);
        left -= data ? size : 0;
        n++;
        free(data);
    }
    if (fts)
        fts_close(fts);
    return found;
}

static bool holds(void *arg, const char *data, size_t size)
{
    const char *text = arg;
    return memmem(data, size, text, strlen(text)) != NULL;
}

bool tree_mentions(const struct slrun_host *host, const char *path, const char *suffix,
                   const char *text)
{
    return tree_search(&(struct tree_search){host, path, suffix, holds, (void *)(uintptr_t)text});
}

char *tree_listing(const char *path, uint64_t *bytes)
{
    FTS *fts = tree_is_directory(path) ? walk(path) : NULL;
    char *text = NULL;
    size_t size = 0, n = 0, root = strlen(path);
    FILE *out = fts ? open_memstream(&text, &size) : NULL;
    *bytes = 0;
    for (FTSENT *e = out ? fts_read(fts) : NULL; e && n < LISTED_MAX; e = fts_read(fts)) {
        if (e->fts_info != FTS_F && e->fts_info != FTS_SL)
            continue;
        const struct stat *st = e->fts_statp;
        (void)fprintf(out, "%s %" PRId64 " %" PRId64 ".%09ld\n", e->fts_path + root,
                      (int64_t)st->st_size, (int64_t)st->st_mtim.tv_sec, st->st_mtim.tv_nsec);
        *bytes += (uint64_t)st->st_size;
        n++;
    }
    if (out)
        (void)fclose(out);
    if (fts)
        fts_close(fts);
    return text;
}
