/* SPDX-License-Identifier: Apache-2.0 */
#include "run/discover.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static struct spec_file *file_of(struct spec_files *files, const char *path)
{
    for (size_t i = files->n; i-- > 0;)
        if (strcmp(files->files[i].path, path) == 0)
            return &files->files[i];
    return NULL;
}

/* `name` NULL: all cases of the file. */
static int add(struct spec_files *files, const char *path, const char *name,
               struct slrun_error *error)
{
    struct spec_file *file = name || files->n < 64 ? file_of(files, path) : NULL;
    if (!file) {
        if (files->n == DISCOVER_FILES_MAX)
            return error_set(error, SLRUN_E_USAGE, "more than %d spec files", DISCOVER_FILES_MAX);
        if ((files->n & (files->n - 1)) == 0) {
            void *more = realloc(files->files, (files->n ? files->n * 2 : 1) * sizeof *file);
            if (!more)
                return error_set(error, SLRUN_E_MEMORY, "out of memory");
            files->files = more;
        }
        file = &files->files[files->n];
        *file = (struct spec_file){.path = strdup(path)};
        if (!file->path)
            return error_set(error, SLRUN_E_MEMORY, "out of memory");
        files->n++;
    } else if (file->n_names == 0) {
        return 0; /* all of it is selected already */
    }
    if (!name) {
        while (file->n_names > 0)
            free(file->names[--file->n_names]);
        return 0;
    }
    char **names = realloc(file->names, (file->n_names + 1) * sizeof *names);
    if (!names)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    file->names = names;
    file->names[file->n_names] = strdup(name);
    return file->names[file->n_names++] ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static int wanted(const struct dirent *entry)
{
    const char *name = entry->d_name, *dot = strrchr(name, '.');
    if (name[0] == '.' || strcmp(name, "stacks") == 0 || strcmp(name, "conftest.lua") == 0)
        return 0;
    return entry->d_type == DT_DIR || (dot && strcmp(dot, ".lua") == 0);
}

static int walk(struct spec_files *files, const char *dir, int depth, struct slrun_error *error)
{
    struct dirent **entries;
    int n = depth < DISCOVER_DEPTH_MAX ? scandir(dir, &entries, wanted, alphasort) : -1;
    if (n < 0)
        return error_set(error, SLRUN_E_USAGE, "%s: the directory cannot be read", dir);
    int result = 0;
    size_t slash = strlen(dir);
    while (slash > 0 && dir[slash - 1] == '/')
        slash--;
    for (int i = 0; i < n; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%.*s/%s", (int)slash, dir, entries[i]->d_name);
        if (result == 0)
            result = entries[i]->d_type == DT_DIR ? walk(files, path, depth + 1, error)
                                                  : add(files, path, NULL, error);
        free(entries[i]);
    }
    free(entries);
    return result;
}

static bool is_conftest(const char *path)
{
    const char *slash = strrchr(path, '/');
    return strcmp(slash ? slash + 1 : path, "conftest.lua") == 0;
}

/* Keeps in `root` what it has in common with the directory `dir`. */
static void common(char *root, const char *dir)
{
    size_t n = 0, end = 0;
    for (; root[n] && root[n] == dir[n]; n++)
        if (root[n] == '/')
            end = n;
    if (!root[n] && (dir[n] == '/' || !dir[n]))
        end = n;
    else if (!dir[n] && root[n] == '/')
        end = n;
    root[end ? end : 1] = '\0';
}

static int widen_root(struct spec_files *files, const char *path, bool directory,
                      struct slrun_error *error)
{
    char real[PATH_MAX];
    if (!realpath(path, real))
        return error_set(error, SLRUN_E_USAGE, "%s: the path cannot be read", path);
    char *slash = directory ? NULL : strrchr(real, '/');
    if (slash)
        slash[slash == real] = '\0';
    if (files->root)
        common(files->root, real);
    else
        files->root = strdup(real);
    return files->root ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

/* The working directory, where all of it lies below. */
static int settle_root(struct spec_files *files, struct slrun_error *error)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    const char *root = files->root;
    if (n > 0 && (!root || (strncmp(root, here, n) == 0 && (root[n] == '/' || !root[n])))) {
        free(files->root);
        files->root = strdup(here);
    }
    return files->root ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static int add_arg(struct spec_files *files, const char *arg, struct slrun_error *error)
{
    char path[PATH_MAX];
    struct stat st;
    const char *colons = strstr(arg, "::");
    size_t n = colons ? (size_t)(colons - arg) : strlen(arg);
    if (n >= sizeof path)
        return error_set(error, SLRUN_E_USAGE, "a path is too long");
    memcpy(path, arg, n);
    path[n] = '\0';
    if (stat(path, &st) != 0) {
        error_set(error, SLRUN_E_USAGE, "file or directory not found: %s", path);
        return error_hint(error, "specs are Lua files; `slrun --help` shows how they are named");
    }
    if (S_ISDIR(st.st_mode) && colons)
        return error_set(error, SLRUN_E_USAGE, "%s: a directory has no cases; name a file", arg);
    if (is_conftest(path)) {
        error_set(error, SLRUN_E_USAGE, "%s is no spec: it has the fixtures of those below it",
                  path);
        return error_hint(error, "name the directory, or the spec files in it");
    }
    if (widen_root(files, path, S_ISDIR(st.st_mode), error) != 0)
        return -1;
    if (S_ISDIR(st.st_mode))
        return walk(files, path, 0, error);
    return add(files, path, colons ? colons + 2 : NULL, error);
}

int discover(const char *const *args, size_t n_args, struct spec_files *files,
             struct slrun_error *error)
{
    static const char *const specs[] = {"specs"}, *const here[] = {"."};
    struct stat st;
    *files = (struct spec_files){0};
    if (n_args == 0) {
        args = stat("specs", &st) == 0 && S_ISDIR(st.st_mode) ? specs : here;
        n_args = 1;
    }
    for (size_t i = 0; i < n_args; i++) {
        if (add_arg(files, args[i], error) != 0) {
            discover_free(files);
            return -1;
        }
    }
    if (settle_root(files, error) != 0) {
        discover_free(files);
        return -1;
    }
    return 0;
}

void discover_free(struct spec_files *files)
{
    for (size_t i = 0; i < files->n; i++) {
        for (size_t k = 0; k < files->files[i].n_names; k++)
            free(files->files[i].names[k]);
        free(files->files[i].names);
        free(files->files[i].path);
    }
    free(files->files);
    free(files->root);
    *files = (struct spec_files){0};
}
