/* SPDX-License-Identifier: Apache-2.0 */
/* From arguments to spec files. */
#ifndef SLRUN_RUN_DISCOVER_H
#define SLRUN_RUN_DISCOVER_H

#include <slrun/error.h>
#include <stddef.h>

enum { DISCOVER_FILES_MAX = 100000, DISCOVER_DEPTH_MAX = 32 };

/* A file to load, and which of its cases were asked for. */
struct spec_file {
    char *path;
    char **names; /* case names behind "::"; NULL: all */
    size_t n_names;
};

struct spec_files {
    struct spec_file *files;
    size_t n;
    char *root; /* absolute: conftest.lua files hold from here on */
};

struct discover_options {
    const char *const *args; /* n_args of them */
    size_t n_args;
    const char *const *ignore; /* files and folders that are passed over */
    size_t n_ignore;
    const char *const *ignore_globs; /* patterns of the same */
    size_t n_ignore_globs;
    const char *root; /* in place of the one below, absolute; or NULL */
};

/*
 * Arguments: files, directories (searched for *.lua, but for conftest.lua, hidden folders and
 * folders named "stacks"), patterns of both (glob(7)), and node ids `path::name[param]`. Files come
 * in the order of the arguments, those of a directory and a pattern by name, each file once. What
 * is ignored is still found where an argument names it, as with pytest. Without arguments: the
 * folder specs, or the working directory where there is none.
 *
 * The root is the working directory; for arguments outside of it the directory that they have in
 * common. 0, or -1 with `error` filled.
 */
int discover(const struct discover_options *options, struct spec_files *files,
             struct slrun_error *error);
void discover_free(struct spec_files *files);

#endif
