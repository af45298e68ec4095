/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/registry.h"

#include <ctype.h>
#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include <slrun/nearest.h>

#include "base/buf.h"
#include "base/error.h"

struct registry {
    char *paths[REGISTRY_PATHS_MAX];
    size_t n_paths;
    struct plugin *plugins[REGISTRY_PLUGINS_MAX];
    bool named[REGISTRY_PLUGINS_MAX]; /* the user named the place it came from */
    size_t n_plugins;
    char *banned[REGISTRY_BANS_MAX];
    size_t n_banned;
    bool loaded_all; /* what could be */
};

struct registry *registry_new(void)
{
    return calloc(1, sizeof(struct registry));
}

void registry_free(struct registry *r)
{
    if (!r)
        return;
    while (r->n_plugins > 0)
        loader_close(r->plugins[--r->n_plugins], 1);
    for (size_t i = 0; i < r->n_paths; i++)
        free(r->paths[i]);
    for (size_t i = 0; i < r->n_banned; i++)
        free(r->banned[i]);
    free(r);
}

static size_t index_of(const struct registry *r, const char *name)
{
    size_t i = 0;
    while (i < r->n_plugins && strcmp(r->plugins[i]->entry.name, name) != 0)
        i++;
    return i;
}

/* Loads one file. A plugin that shadows one from a later place of the path is dropped silently;
 * two of one name from places that the user named, or in one directory, are a fault. */
static int load_file(struct registry *r, const char *path, bool named, struct slrun_error *error)
{
    for (size_t i = 0; i < r->n_plugins; i++)
        if (strcmp(r->plugins[i]->path, path) == 0)
            return 0;
    struct plugin *plugin = loader_open(path, error);
    if (!plugin)
        return -1;
    size_t twin = index_of(r, plugin->entry.name);
    if (twin < r->n_plugins) {
        bool fault = named == r->named[twin];
        if (fault)
            error_set(error, SLRUN_E_PLUGIN, "%s: a plugin named '%s' is already loaded, from %s",
                      path, plugin->entry.name, r->plugins[twin]->path);
        loader_close(plugin, 0);
        return fault ? -1 : 0;
    }
    if (r->n_plugins == REGISTRY_PLUGINS_MAX || loader_init(plugin, error) != 0) {
        if (r->n_plugins == REGISTRY_PLUGINS_MAX)
            error_set(error, SLRUN_E_PLUGIN, "%s: more than %d plugins", path,
                      REGISTRY_PLUGINS_MAX);
        loader_close(plugin, 0);
        return -1;
    }
    r->named[r->n_plugins] = named;
    r->plugins[r->n_plugins++] = plugin;
    return 0;
}

static int is_plugin_file(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return dot && dot != entry->d_name && strcmp(dot, ".so") == 0;
}

static int load_directory(struct registry *r, const char *dir, bool named,
                          struct slrun_error *error)
{
    struct dirent **entries;
    int n = scandir(dir, &entries, is_plugin_file, alphasort);
    int result = 0;
    for (int i = 0; i < n; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "%s/%s", dir, entries[i]->d_name);
        if (result == 0)
            result = load_file(r, path, named, error);
        free(entries[i]);
    }
    if (n >= 0)
        free(entries);
    return result;
}

static int add_one(struct registry *r, const char *path, bool named, struct slrun_error *error)
{
    char real[PATH_MAX];
    struct stat st;
    if (!realpath(path, real) || stat(real, &st) != 0) {
        if (!named)
            return 0; /* the directory beside the binary need not exist */
        error_set(error, SLRUN_E_PLUGIN, "plugin path '%s': no such file or directory", path);
        return error_hint(error, "--plugin-path and SLRUN_PLUGIN_PATH take files and directories");
    }
    if (!S_ISDIR(st.st_mode))
        return load_file(r, real, named, error);
    if (r->n_paths == REGISTRY_PATHS_MAX || !(r->paths[r->n_paths] = strdup(real)))
        return error_set(error, SLRUN_E_PLUGIN, "more than %d plugin paths", REGISTRY_PATHS_MAX);
    r->n_paths++;
    return named ? load_directory(r, real, true, error) : 0;
}

int registry_add_path(struct registry *r, const char *paths, bool named, struct slrun_error *error)
{
    while (*paths) {
        size_t n = strcspn(paths, ":");
        char path[PATH_MAX];
        if (n >= sizeof path)
            return error_set(error, SLRUN_E_PLUGIN, "a plugin path is too long");
        if (n > 0) {
            memcpy(path, paths, n);
            path[n] = '\0';
            if (add_one(r, path, named, error) != 0)
                return -1;
        }
        paths += n + (paths[n] == ':');
    }
    return 0;
}

/* The names that could be had, for a message: loaded or as files on the path. */
static void offer_names(const struct registry *r, struct slrun_nearest *near, char *best,
                        size_t size)
{
    for (size_t i = 0; i < r->n_plugins; i++)
        slrun_nearest_offer(near, r->plugins[i]->entry.name);
    if (near->best)
        snprintf(best, size, "%s", near->best);
    for (size_t i = 0; i < r->n_paths; i++) {
        struct dirent **entries;
        int n = scandir(r->paths[i], &entries, is_plugin_file, alphasort);
        for (int j = 0; j < n; j++) {
            *strrchr(entries[j]->d_name, '.') = '\0';
            slrun_nearest_offer(near, entries[j]->d_name);
            if (near->best == entries[j]->d_name) {
                snprintf(best, size, "%s", near->best);
                near->best = best; /* the entry goes */
            }
            free(entries[j]);
        }
        if (n >= 0)
            free(entries);
    }
}

enum { CALLED_SHORTEST = 4 }; /* letters of a name that is looked for in documentation */

/* Letters and digits of a text, in small letters, up to a colon. */
static void plain_word(const char *text, char *to, size_t size)
{
    size_t n = 0;
    for (; *text && *text != ':' && n + 1 < size; text++)
        if (isalnum((unsigned char)*text))
            to[n++] = (char)tolower((unsigned char)*text);
    to[n] = '\0';
}

/* The plugin whose documentation begins with a name that has this one in it: "eventbridge" of
 * "Amazon EventBridge: ...". */
static const char *called(struct registry *r, const char *name)
{
    char wanted[NAME_MAX + 1], doc[NAME_MAX + 1];
    struct slrun_error ignored = {0};
    plain_word(name, wanted, sizeof wanted);
    if (strlen(wanted) < CALLED_SHORTEST)
        return NULL;
    (void)registry_load_all(r, &ignored); /* what cannot be loaded is not called so either */
    for (size_t i = 0; i < r->n_plugins; i++) {
        plain_word(r->plugins[i]->entry.doc, doc, sizeof doc);
        if (strstr(doc, wanted))
            return r->plugins[i]->entry.name;
    }
    return NULL;
}

static void not_found(struct registry *r, const char *name, struct slrun_error *error)
{
    struct buf places = BUF_INIT(SLRUN_ERROR_MESSAGE_MAX);
    char best[NAME_MAX + 1] = "";
    struct slrun_nearest near = {.word = name};
    for (size_t i = 0; i < r->n_paths; i++)
        buf_printf(&places, "%s%s", i ? ", " : "", r->paths[i]);
    error_set(error, SLRUN_E_PLUGIN, "no plugin '%s' (searched: %s)", name,
              places.len ? buf_str(&places) : "nowhere");
    buf_free(&places);
    offer_names(r, &near, best, sizeof best);
    const char *plugin = *best ? best : called(r, name);
    if (plugin)
        error_hint(error, "did you mean '%s'? `slrun plugins` lists them all", plugin);
    else
        error_hint(error, "`slrun plugins` lists them all; --plugin-path adds a directory");
}

int registry_ban(struct registry *r, const char *name, struct slrun_error *error)
{
    if (r->n_banned == REGISTRY_BANS_MAX || !(r->banned[r->n_banned] = strdup(name)))
        return error_set(error, SLRUN_E_USAGE, "more than %d plugins that are not wanted",
                         REGISTRY_BANS_MAX);
    r->n_banned++;
    return 0;
}

const struct plugin *registry_find(struct registry *r, const char *name, struct slrun_error *error)
{
    for (size_t b = 0; b < r->n_banned; b++) {
        if (strcmp(r->banned[b], name) == 0) {
            error_set(error, SLRUN_E_PLUGIN, "the plugin '%s' is switched off (-p no:%s)", name,
                      name);
            return NULL;
        }
    }
    size_t i = index_of(r, name);
    if (i < r->n_plugins)
        return r->plugins[i];
    for (size_t p = 0; p < r->n_paths; p++) {
        char path[PATH_MAX];
        struct stat st;
        int n = snprintf(path, sizeof path, "%s/%s.so", r->paths[p], name);
        if (n < 0 || (size_t)n >= sizeof path || strchr(name, '/') || stat(path, &st) != 0)
            continue;
        if (load_file(r, path, false, error) != 0)
            return NULL;
        i = index_of(r, name);
        if (i < r->n_plugins)
            return r->plugins[i];
        error_set(error, SLRUN_E_PLUGIN, "%s: the plugin in it has another name", path);
        return NULL;
    }
    not_found(r, name, error);
    return NULL;
}

int registry_load_all(struct registry *r, struct slrun_error *error)
{
    for (size_t i = 0; i < r->n_paths; i++)
        if (load_directory(r, r->paths[i], false, error) != 0)
            return -1;
    return 0;
}

size_t registry_count(const struct registry *r)
{
    return r->n_plugins;
}

const struct plugin *registry_at(const struct registry *r, size_t i)
{
    return i < r->n_plugins ? r->plugins[i] : NULL;
}

static const struct plugin *find_cloudformation(const struct registry *r, const char *service)
{
    for (size_t i = 0; i < r->n_plugins; i++) {
        const char *called = r->plugins[i]->service.cloudformation;
        if (called && strcasecmp(called, service) == 0)
            return r->plugins[i];
    }
    return NULL;
}

const struct plugin *registry_of_cloudformation(struct registry *r, const char *service)
{
    struct slrun_error error = {0};
    const struct plugin *plugin = find_cloudformation(r, service);
    if (plugin || r->loaded_all)
        return plugin;
    r->loaded_all = true;
    (void)registry_load_all(r, &error); /* what cannot be loaded serves nothing */
    return find_cloudformation(r, service);
}

const struct slrun_op *plugin_op(const struct plugin *plugin, const char *name,
                                 const char **nearest)
{
    struct slrun_nearest near = {.word = name};
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        if (strcmp(plugin->ops[i].name, name) == 0)
            return &plugin->ops[i];
        slrun_nearest_offer(&near, plugin->ops[i].name);
    }
    if (nearest)
        *nearest = near.best;
    return NULL;
}
