/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/options/config_file.h"

#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/file.h"
#include "base/yaml_nodes.h"

json_t *config_node(const char *text, size_t size, const char *name, struct slrun_error *error)
{
    const struct yaml_source source = {text, size, name, CONFIG_NODES_MAX, CONFIG_DEPTH_MAX, false};
    return yaml_nodes_read(&source, error);
}

static int read_file(struct config_file *file, struct slrun_error *error)
{
    struct buf text = BUF_INIT(CONFIG_SIZE_MAX);
    int number = file_read(file->path, &text);
    if (text.failed)
        error_set(error, SLRUN_E_USAGE, "%s: more than %d bytes", file->path, CONFIG_SIZE_MAX);
    else if (number)
        error_set(error, SLRUN_E_USAGE, "%s: the configuration file cannot be read: %s", file->path,
                  file_why(number));
    else
        file->root = config_node(buf_str(&text), text.len, file->path, error);
    buf_free(&text);
    return file->root ? 0 : -1;
}

/* Keeps in `dir` what it has in common with the directory `other`. */
static void common(char *dir, const char *other)
{
    size_t n = 0, end = 0;
    for (; dir[n] && dir[n] == other[n]; n++)
        if (dir[n] == '/')
            end = n;
    if ((!dir[n] && (!other[n] || other[n] == '/')) || (!other[n] && dir[n] == '/'))
        end = n;
    dir[end ? end : 1] = '\0';
}

/* The directory that the arguments have in common; those that are not there do not count. */
static void ancestor(const struct config_where *where, char dir[PATH_MAX])
{
    bool any = false;
    for (size_t i = 0; i < where->n_args; i++) {
        char path[PATH_MAX], real[PATH_MAX];
        struct stat st;
        const char *colons = strstr(where->args[i], "::");
        size_t n = colons ? (size_t)(colons - where->args[i]) : strlen(where->args[i]);
        if (n >= sizeof path)
            continue;
        memcpy(path, where->args[i], n);
        path[n] = '\0';
        if (!realpath(path, real) || stat(real, &st) != 0)
            continue;
        char *slash = S_ISDIR(st.st_mode) ? NULL : strrchr(real, '/');
        if (slash)
            slash[slash == real] = '\0';
        if (any)
            common(dir, real);
        else
            snprintf(dir, PATH_MAX, "%s", real);
        any = true;
    }
    if (!any && !getcwd(dir, PATH_MAX))
        dir[0] = '\0';
}

/* Notes the file, absolute, if it is there; below the working directory it is shown without that.
 */
static bool note(struct config_file *file, const char *folder, const char *path)
{
    char here[PATH_MAX];
    size_t n = getcwd(here, sizeof here) ? strlen(here) : 0;
    bool below = n > 1 && strncmp(path, here, n) == 0 && path[n] == '/';
    if (access(path, F_OK) != 0)
        return false;
    file->folder = strdup(folder);
    file->path = strdup(below ? path + n + 1 : path);
    return true;
}

static void look_upward(struct config_file *file, char *dir)
{
    while (*dir) {
        char path[PATH_MAX + sizeof CONFIG_FILE_NAME + 1];
        char *slash = strrchr(dir, '/');
        snprintf(path, sizeof path, "%s%s" CONFIG_FILE_NAME, dir, dir[1] ? "/" : "");
        if (note(file, dir, path) || !dir[1])
            return;
        slash[slash == dir] = '\0';
    }
}

int config_file_open(const struct config_where *where, struct config_file *file,
                     struct slrun_error *error)
{
    char dir[PATH_MAX], real[PATH_MAX];
    *file = (struct config_file){0};
    if (where->file) {
        if (!realpath(where->file, real))
            return error_set(error, SLRUN_E_USAGE, "%s: the configuration file cannot be read: %s",
                             where->file, strerror(errno));
        snprintf(dir, sizeof dir, "%s", real);
        char *slash = strrchr(dir, '/');
        slash[slash == dir] = '\0';
        note(file, dir, real);
    } else {
        ancestor(where, dir);
        look_upward(file, dir);
    }
    if (!file->path)
        return 0;
    if (read_file(file, error) == 0)
        return 0;
    config_file_close(file);
    return -1;
}

void config_file_close(struct config_file *file)
{
    free(file->path);
    free(file->folder);
    json_decref(file->root);
    *file = (struct config_file){0};
}
