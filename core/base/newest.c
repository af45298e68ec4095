/* SPDX-License-Identifier: Apache-2.0 */
/* Which of several files was changed last. */
#include "base/newest.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static int64_t changed(const struct stat *st)
{
    return (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec;
}

/* When a file was changed, in nanoseconds since 1970; 0: there is none. */
static int64_t newest_of(const char *path)
{
    struct stat st;
    return stat(path, &st) ? 0 : changed(&st);
}

static bool newest_is_directory(const char *path)
{
    struct stat st;
    return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* When the last file below a directory was changed, but for those in the subdirectory `but` and in
 * .git. Symbolic links are not followed. Past NEWEST_FILES_MAX: INT64_MAX. */
static int64_t newest_below(const char *directory, const char *but)
{
    char *const roots[] = {(char *)directory, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    int64_t newest = 0;
    int seen = 0;
    for (FTSENT *e; walk && (e = fts_read(walk));) {
        if (e->fts_info == FTS_D && (!strcmp(e->fts_name, but) || !strcmp(e->fts_name, ".git")))
            fts_set(walk, e, FTS_SKIP);
        else if (e->fts_info == FTS_F && changed(e->fts_statp) > newest)
            newest = changed(e->fts_statp);
        if (++seen > NEWEST_FILES_MAX) {
            newest = INT64_MAX;
            break;
        }
    }
    if (walk)
        fts_close(walk);
    return newest;
}

static bool there(const char *directory, const char *file, char *path, size_t size)
{
    int n = snprintf(path, size, "%s/%s", directory, file);
    return n > 0 && (size_t)n < size && access(path, R_OK) == 0 && !file_is_other(path);
}

bool newest_template(const char *place, char *path, size_t size)
{
    static const char *const names[] = {"template.yaml", "template.yml", "template.json"};
    if (!newest_is_directory(place)) {
        int n = snprintf(path, size, "%s", place);
        return n > 0 && (size_t)n < size && access(place, R_OK) == 0 && !file_is_other(place);
    }
    if (there(place, ".aws-sam/build/template.yaml", path, size) &&
        newest_below(place, ".aws-sam") <= newest_of(path))
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (there(place, names[i], path, size))
            return true;
    return false;
}
