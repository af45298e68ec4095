/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect/conftest.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"

void conftests_init(struct conftests *c, char *root)
{
    *c = (struct conftests){.root = root};
}

void conftests_free(struct conftests *c)
{
    while (c->n > 0)
        free(c->paths[--c->n]);
    free(c->dir);
    c->dir = NULL;
}

/* Adds the file of the absolute directory dir[0..n), if there is one, named as seen from here. */
static int add(struct conftests *c, const char *dir, size_t n, const char *here)
{
    char path[PATH_MAX];
    size_t skip = strlen(here);
    if (snprintf(path, sizeof path, "%.*s/conftest.lua", (int)n, dir) >= (int)sizeof path ||
        access(path, F_OK) != 0)
        return 0;
    const char *shown = path;
    if (strncmp(path, here, skip) == 0 && path[skip] == '/')
        shown = path + skip + 1;
    if (c->n == CONFTESTS_MAX || !(c->paths[c->n] = strdup(shown)))
        return -1;
    c->n++;
    return 0;
}

/* Each directory from the root to `dir`. */
static int walk(struct conftests *c, const char *dir, struct slrun_error *error)
{
    char here[PATH_MAX];
    size_t root = strcmp(c->root, "/") == 0 ? 0 : strlen(c->root), n = strlen(dir);
    if (!getcwd(here, sizeof here))
        return error_set(error, SLRUN_E_USAGE, "the working directory cannot be read");
    if (strncmp(dir, c->root, root) != 0 || (dir[root] != '/' && dir[root] != '\0'))
        root = n; /* a link that leads out of the root: its own directory only */
    for (size_t i = root; i <= n; i++)
        if ((i == n || dir[i] == '/') && add(c, dir, i, here) != 0)
            return error_set(error, SLRUN_E_USAGE, "more than %d conftest.lua files above a spec",
                             CONFTESTS_MAX);
    return 0;
}

int conftests_find(struct conftests *c, const char *spec, struct slrun_error *error)
{
    char real[PATH_MAX];
    const char *slash = strrchr(spec, '/');
    size_t n = slash ? (size_t)(slash - spec) + 1 : 0;
    if (c->dir && strlen(c->dir) == n && strncmp(c->dir, spec, n) == 0)
        return 0;
    conftests_free(c);
    c->dir = n ? strndup(spec, n) : strdup("");
    if (!c->dir)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    if (!realpath(n ? c->dir : ".", real))
        return error_set(error, SLRUN_E_USAGE, "%s: the directory cannot be read", spec);
    return walk(c, real, error);
}
