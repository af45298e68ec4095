/* SPDX-License-Identifier: Apache-2.0 */
/* Directories on the disk: making, removing, summing up. */
#ifndef SLRUN_LAMBDA_TREE_H
#define SLRUN_LAMBDA_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <slrun/host.h>

/* Makes a directory with those above it. */
bool tree_make(const char *path);
/* Makes the directories above a file. */
bool tree_make_above(const char *path);
/* Removes a directory with all that is in it; symbolic links are not followed. */
void tree_remove(const char *path);
bool tree_is_directory(const char *path);
bool tree_is_file(const char *path);
/* Writes a file. */
bool tree_write(const char *path, const void *data, size_t size);
/* Writes a file, or a directory with all that is in it, to the disk; its own name excepted. */
bool tree_sync(const char *path);
/* The same of the names in a directory alone. */
bool tree_sync_names(const char *path);
/* Files below `path` whose names end so (".py"), but for those in folders node_modules. Only the
 * first 400 of them are read, and 4 MiB in all; the first 20,000 files are looked at. */
struct tree_search {
    const struct slrun_host *host;
    const char *path, *suffix;
    bool (*hit)(void *arg, const char *data, size_t size); /* true: that is enough */
    void *arg;
};
/* Whether hit() said so. */
bool tree_search(const struct tree_search *search);
/* Whether one of them holds a text. */
bool tree_mentions(const struct slrun_host *host, const char *path, const char *suffix,
                   const char *text);

/* What tells one state of a directory from another: names, sizes and times of its files (the first
 * 20,000 of them), and their bytes in all. NULL: it cannot be read; free() it. */
char *tree_listing(const char *path, uint64_t *bytes);

#endif
