/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect/path.h"

#include <fnmatch.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Takes the last folder off; false: there is none to take off. */
static bool go_up(char *out, size_t *n, bool absolute)
{
    size_t at = *n;
    while (at > 0 && out[at - 1] != '/')
        at--;
    const char *last = out + at;
    if (*n == at || strncmp(last, "..", *n - at) == 0)
        return absolute && *n <= 1;
    *n = at > (size_t)absolute ? at - 1 : at;
    return true;
}

/* One part of the path behind another. */
static void append(char *out, size_t *n, const char *part, size_t len)
{
    if (*n > 0 && out[*n - 1] != '/')
        out[(*n)++] = '/';
    memcpy(out + *n, part, len);
    *n += len;
}

static void shorten(char *out, size_t *n)
{
    char here[PATH_MAX];
    size_t skip = getcwd(here, sizeof here) ? strlen(here) : 0;
    if (skip < 2 || *n < skip || strncmp(out, here, skip) != 0)
        return;
    if (*n == skip || out[skip] == '/') {
        size_t cut = *n == skip ? skip : skip + 1;
        memmove(out, out + cut, *n - cut);
        *n -= cut;
    }
}

int path_tidy(const char *path, size_t n, char *out, size_t size)
{
    size_t len = 0;
    bool absolute = n > 0 && path[0] == '/';
    if (n + 2 > size)
        return -1;
    if (absolute)
        out[len++] = '/';
    for (size_t at = 0, end; at < n; at = end + 1) {
        for (end = at; end < n && path[end] != '/'; end++)
            ;
        size_t part = end - at;
        if (part == 0 || (part == 1 && path[at] == '.'))
            continue;
        if (part == 2 && strncmp(path + at, "..", 2) == 0 && go_up(out, &len, absolute))
            continue;
        append(out, &len, path + at, part);
    }
    if (absolute)
        shorten(out, &len);
    if (len == 0)
        out[len++] = '.';
    out[len] = '\0';
    return 0;
}

bool path_is_in(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    if (strcmp(folder, ".") == 0)
        return *path != '/' && strncmp(path, "..", 2) != 0;
    return strncmp(path, folder, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

static const char *absolute(const char *path, char *out, size_t size)
{
    char here[PATH_MAX];
    if (*path == '/' || !getcwd(here, sizeof here))
        return path;
    return (size_t)snprintf(out, size, "%s/%s", here, path) < size ? out : path;
}

bool path_fits(const char *path, const char *pattern)
{
    char whole[2 * PATH_MAX], whole_pattern[2 * PATH_MAX];
    return fnmatch(absolute(pattern, whole_pattern, sizeof whole_pattern),
                   absolute(path, whole, sizeof whole), 0) == 0;
}

static bool has_git(const char *folder)
{
    char path[PATH_MAX];
    struct stat st;
    int n = snprintf(path, sizeof path, "%s/.git", folder);
    return n > 0 && (size_t)n < sizeof path && stat(path, &st) == 0;
}

void path_here(char *directory, size_t n_directory, char *root, size_t n_root)
{
    char folder[PATH_MAX];
    *directory = *root = '\0';
    if (!getcwd(folder, sizeof folder) || strlen(folder) >= n_directory || strlen(folder) >= n_root)
        return;
    memcpy(directory, folder, strlen(folder) + 1);
    memcpy(root, folder, strlen(folder) + 1);
    for (char *slash; !has_git(folder); *slash = '\0')
        if ((slash = strrchr(folder, '/')) == NULL || slash == folder)
            return;
    memcpy(root, folder, strlen(folder) + 1);
}
