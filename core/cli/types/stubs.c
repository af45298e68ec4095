/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/types/stubs.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/directory.h"
#include "base/error.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/types/annotate.h"

extern const char types_language_lua[], types_event_lua[], types_local_cloud_lua[];

enum { FILE_NAME_ROOM = 300 };

static const struct {
    const char *file, *text;
} language[] = {
    {"language.lua", types_language_lua},
    {"slrun/event.lua", types_event_lua},
    {"slrun/local_cloud.lua", types_local_cloud_lua},
    {"slrun/config.lua", "-- Written by `slrun stubs`.\n---@meta slrun.config\n\n"
                         "---What -D and `config` of slrun.yaml say.\n"
                         "---@type table<string, any>\nlocal config = {}\nreturn config\n"},
};

/* Only what slrun stubs has written is written over. */
static int check_ours(const char *path, struct slrun_error *error)
{
    char head[256] = "";
    FILE *file = file_open(path);
    if (!file)
        return 0;
    size_t n = fread(head, 1, sizeof head - 1, file);
    fclose(file);
    head[n] = '\0';
    if (strstr(head, "`slrun stubs`"))
        return 0;
    return error_set(error, SLRUN_E_USAGE, "%s is not of `slrun stubs`; it stays as it is", path);
}

static int write_one(const char *folder, const char *name, const char *text,
                     struct slrun_error *error)
{
    char path[PATH_MAX + FILE_NAME_ROOM];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    if (check_ours(path, error) != 0)
        return -1;
    FILE *file = fopen(path, "w");
    bool written = file && fputs(text, file) >= 0;
    if (file && fclose(file) != 0)
        written = false;
    return written ? 0 : error_set(error, SLRUN_E_IO, "%s: %s", path, strerror(errno));
}

static int write_plugin(const char *folder, const struct plugin *plugin, struct slrun_error *error)
{
    struct buf text = BUF_INIT(ANNOTATE_MAX);
    char name[FILE_NAME_ROOM];
    snprintf(name, sizeof name, "slrun/%s.lua", plugin->entry.name);
    annotate_plugin(&text, plugin);
    int result = text.failed ? error_set(error, SLRUN_E_TOO_LARGE, "%s: too much", name)
                             : write_one(folder, name, buf_str(&text), error);
    buf_free(&text);
    return result;
}

static int write_all(const char *folder, const struct registry *registry, struct slrun_error *error)
{
    char modules[PATH_MAX + FILE_NAME_ROOM];
    snprintf(modules, sizeof modules, "%s/slrun", folder);
    if (directory_make(modules, 0777) != 0)
        return error_set(error, SLRUN_E_USAGE, "%s: %s", modules, strerror(errno));
    for (size_t i = 0; i < sizeof language / sizeof *language; i++)
        if (write_one(folder, language[i].file, language[i].text, error) != 0)
            return -1;
    for (size_t i = 0; i < registry_count(registry); i++)
        if (write_plugin(folder, registry_at(registry, i), error) != 0)
            return -1;
    return 0;
}

int stubs_write(const char *folder, const char *plugin_path, size_t *n_plugins,
                struct slrun_error *error)
{
    if (strlen(folder) >= PATH_MAX)
        return error_set(error, SLRUN_E_USAGE, "the name of the folder is too long");
    struct registry *registry = command_registry(plugin_path, error);
    int result = registry && registry_load_all(registry, error) == 0
                     ? write_all(folder, registry, error)
                     : -1;
    *n_plugins = registry ? registry_count(registry) : 0;
    registry_free(registry);
    return result;
}
