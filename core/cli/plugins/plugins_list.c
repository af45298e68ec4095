/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins: the table. */
#include <stdio.h>
#include <string.h>

#include "cli/plugins/plugins.h"
#include "cli/plugins/plugins_json.h"

static enum exitcode as_json(const struct registry *registry)
{
    json_t *list = json_array();
    for (size_t i = 0; i < registry_count(registry); i++)
        json_array_append_new(list, plugins_json(registry_at(registry, i), false));
    return plugins_json_print(list) == 0 ? EXITCODE_OK : EXITCODE_INTERNAL;
}

static int wider(int width, const char *text)
{
    int n = (int)strnlen(text, 60);
    return n > width ? n : width;
}

enum exitcode plugins_list(const struct registry *registry, const struct plugins_options *options)
{
    size_t n = registry_count(registry);
    int name = 4, version = 7, path = 4;
    if (options->json)
        return as_json(registry);
    if (n == 0) {
        printf("no plugins; --plugin-path and SLRUN_PLUGIN_PATH name places to look\n");
        return EXITCODE_OK;
    }
    for (size_t i = 0; i < n; i++) {
        const struct plugin *p = registry_at(registry, i);
        name = wider(name, p->entry.name);
        version = wider(version, p->entry.version);
        path = wider(path, p->path);
    }
    printf("%-*s  %-*s  OPERATIONS  LOCAL  %-*s  DOC\n", name, "NAME", version, "VERSION", path,
           "PATH");
    for (size_t i = 0; i < n; i++) {
        const struct plugin *p = registry_at(registry, i);
        printf("%-*s  %-*s  %10zu  %-5s  %-*s  %s\n", name, p->entry.name, version,
               p->entry.version, p->entry.n_ops, p->entry.local ? "yes" : "no", path, p->path,
               p->entry.doc);
    }
    return EXITCODE_OK;
}
