/* SPDX-License-Identifier: Apache-2.0 */
#include "run/collect/discover.h"

#include <dirent.h>
#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <slrun/nearest.h>

#include "base/error.h"
#include "base/file.h"
#include "run/collect/path.h"

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

/* A walk through directories. */
struct walk {
    struct spec_files *files;
    const struct discover_options *o;
    struct slrun_error *error;
};

static bool is_wanted(const char *name, bool directory)
{
    const char *dot = strrchr(name, '.');
    if (name[0] == '.' || strcmp(name, "stacks") == 0 || strcmp(name, "conftest.lua") == 0)
        return false;
    return directory || (dot && strcmp(dot, ".lua") == 0);
}

static int wanted(const struct dirent *entry)
{
    return is_wanted(entry->d_name, entry->d_type == DT_DIR);
}

static const char *last_part(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool ignored(const struct discover_options *o, const char *path)
{
    char tidy[PATH_MAX];
    for (size_t i = 0; i < o->n_ignore; i++)
        if (path_tidy(o->ignore[i], strlen(o->ignore[i]), tidy, sizeof tidy) == 0 &&
            path_is_in(path, tidy))
            return true;
    for (size_t i = 0; i < o->n_ignore_globs; i++)
        if (path_fits(path, o->ignore_globs[i]))
            return true;
    return false;
}

static int walk(struct walk *w, const char *dir, int depth)
{
    struct dirent **entries;
    int n = depth < DISCOVER_DEPTH_MAX ? scandir(dir, &entries, wanted, alphasort) : -1;
    if (n < 0)
        return error_set(w->error, SLRUN_E_USAGE, "%s: the directory cannot be read", dir);
    int result = 0;
    for (int i = 0; i < n; i++) {
        char path[PATH_MAX];
        bool here = strcmp(dir, ".") == 0;
        snprintf(path, sizeof path, "%s%s%s", here ? "" : dir,
                 here || strcmp(dir, "/") == 0 ? "" : "/", entries[i]->d_name);
        bool readable =
            entries[i]->d_type == DT_DIR || entries[i]->d_type == DT_REG || !file_is_other(path);
        if (result == 0 && readable && !ignored(w->o, path))
            result = entries[i]->d_type == DT_DIR ? walk(w, path, depth + 1)
                                                  : add(w->files, path, NULL, w->error);
        free(entries[i]);
    }
    free(entries);
    return result;
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

/* A file or a directory that is there; `name`: of a case, or NULL. */
static int add_path(struct walk *w, const char *path, bool directory, const char *name)
{
    if (directory && name)
        return error_set(w->error, SLRUN_E_USAGE, "%s::%s: a directory has no cases; name a file",
                         path, name);
    if (strcmp(last_part(path), "conftest.lua") == 0) {
        error_set(w->error, SLRUN_E_USAGE, "%s is no spec: it has the fixtures of those below it",
                  path);
        return error_hint(w->error, "name the directory, or the spec files in it");
    }
    if (!directory && file_is_other(path))
        return error_set(w->error, SLRUN_E_USAGE, "%s is no regular file: specs are Lua files",
                         path);
    if (widen_root(w->files, path, directory, w->error) != 0)
        return -1;
    return directory ? walk(w, path, 0) : add(w->files, path, name, w->error);
}

/* What a pattern stands for, as far as a walk would find it. -2: nothing. */
static int add_pattern(struct walk *w, const char *pattern, const char *name)
{
    glob_t found;
    struct stat st;
    int result = -2;
    if (glob(pattern, 0, NULL, &found) != 0)
        return result;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        const char *path = found.gl_pathv[i];
        if ((result != 0 && result != -2) || ignored(w->o, path) || stat(path, &st) != 0 ||
            !is_wanted(last_part(path), S_ISDIR(st.st_mode)))
            continue;
        result = add_path(w, path, S_ISDIR(st.st_mode), name);
    }
    globfree(&found);
    return result;
}

/* Names the nearest file or folder beside the one that is not there. Always -1. */
static int not_found(struct walk *w, const char *path)
{
    const char *slash = strrchr(path, '/');
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1,
             slash ? path : ".");
    struct slrun_nearest near = {.word = slash ? slash + 1 : path};
    struct dirent **names = NULL;
    int n = scandir(folder, &names, NULL, alphasort);
    for (int i = 0; i < n; i++)
        if (names[i]->d_name[0] != '.' && strcmp(names[i]->d_name, near.word) != 0)
            slrun_nearest_offer(&near, names[i]->d_name);
    error_set(w->error, SLRUN_E_USAGE, "file or directory not found: %s", path);
    if (near.best)
        error_hint(w->error, "did you mean '%.*s%s'?", slash ? (int)(slash - path) + 1 : 0, path,
                   near.best);
    else
        error_hint(w->error, "specs are Lua files; `slrun --help` shows how they are named");
    for (int i = 0; i < n; i++)
        free(names[i]);
    free(names);
    return -1;
}

static int add_arg(struct walk *w, const char *arg)
{
    char path[PATH_MAX];
    struct stat st;
    const char *colons = strstr(arg, "::"), *name = colons ? colons + 2 : NULL;
    if (path_tidy(arg, colons ? (size_t)(colons - arg) : strlen(arg), path, sizeof path) != 0)
        return error_set(w->error, SLRUN_E_USAGE, "a path is too long");
    if (stat(path, &st) == 0)
        return add_path(w, path, S_ISDIR(st.st_mode), name);
    if (errno != ENOENT && errno != ENOTDIR)
        return error_set(w->error, SLRUN_E_USAGE, "%s: %s", path, strerror(errno));
    int result = strpbrk(path, "*?[") ? add_pattern(w, path, name) : -2;
    if (result != -2)
        return result;
    return not_found(w, path);
}

int discover(const struct discover_options *options, struct spec_files *files,
             struct slrun_error *error)
{
    static const char *const specs[] = {"specs"}, *const here[] = {"."};
    const char *const *args = options->args;
    size_t n_args = options->n_args;
    struct walk w = {files, options, error};
    struct stat st;
    *files = (struct spec_files){0};
    if (n_args == 0) {
        args = stat("specs", &st) == 0 && S_ISDIR(st.st_mode) ? specs : here;
        n_args = 1;
    }
    for (size_t i = 0; i < n_args; i++) {
        if (add_arg(&w, args[i]) != 0) {
            discover_free(files);
            return -1;
        }
    }
    if (options->root) {
        free(files->root);
        files->root = strdup(options->root);
    } else if (settle_root(files, error) != 0) {
        discover_free(files);
        return -1;
    }
    return files->root ? 0 : error_set(error, SLRUN_E_MEMORY, "out of memory");
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
