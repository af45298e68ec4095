/* SPDX-License-Identifier: Apache-2.0 */
#include "plugin/loader.h"

#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "plugin/crash.h"
#include "plugin/elf.h"
#include "plugin/host.h"

/* What the structs measured when the major was new: nothing shorter can be whole. */
static const struct {
    size_t plugin, op, service, local;
} least = {sizeof(struct slrun_plugin), offsetof(struct slrun_op, service),
           offsetof(struct slrun_service, query_version), offsetof(struct slrun_local, claims)};

static const struct slrun_plugin *entry_of(const char *path, struct slrun_error *error)
{
    if (elf_check(path, error) != 0)
        return NULL;
    /* RTLD_LOCAL: two plugins may have functions of one name. Without a slash dlopen would search
     * the system's library directories; the registry always gives one. */
    struct crash_watch watch;
    crash_watch(&watch, path, "its constructors");
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    crash_forget(&watch);
    if (!handle) {
        error_set(error, SLRUN_E_PLUGIN, "%s: not a loadable plugin: %s", path, dlerror());
        return NULL;
    }
    const struct slrun_plugin *entry = dlsym(handle, SLRUN_PLUGIN_SYMBOL);
    if (!entry) {
        error_set(error, SLRUN_E_PLUGIN, "%s: no symbol " SLRUN_PLUGIN_SYMBOL, path);
        error_hint(error,
                   "a plugin declares its entry with SLRUN_PLUGIN(...), see <slrun/plugin.h>");
    }
    return entry;
}

static int version_check(const char *path, const struct slrun_plugin *p, struct slrun_error *error)
{
    if (p->abi_major != SLRUN_ABI_MAJOR || p->abi_minor > SLRUN_ABI_MINOR) {
        error_set(error, SLRUN_E_PLUGIN,
                  "%s: made for plugin ABI %u.%u, and this slrun %s has ABI %d.%d", path,
                  p->abi_major, p->abi_minor, SLRUN_VERSION, SLRUN_ABI_MAJOR, SLRUN_ABI_MINOR);
        if (p->abi_major == SLRUN_ABI_MAJOR)
            return error_hint(error, "use a newer slrun, or build the plugin against this one");
        return error_hint(error, "build the plugin again, against this slrun's headers");
    }
    if (p->struct_size < least.plugin || p->op_size < least.op || p->service_size < least.service ||
        p->local_size < least.local)
        return error_set(error, SLRUN_E_PLUGIN,
                         "%s: its entry is cut short (%u bytes, at least %zu are wanted)", path,
                         p->struct_size, least.plugin);
    return 0;
}

/* The header that says what belongs into a slot of the entry. */
static const char *header_of(const char *slot)
{
    static const char *const headers[][2] = {{"local->json", "answer"},
                                             {"local->resources", "resource"},
                                             {"local", "local"},
                                             {"service->", "op"}};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        if (strncmp(slot, headers[i][0], strlen(headers[i][0])) == 0)
            return headers[i][1];
    return "plugin";
}

static int missing(const char *path, const char *op, const char *slot, struct slrun_error *error)
{
    error_set(error, SLRUN_E_PLUGIN, "%s: %s%srequired slot '%s' is NULL", path, op ? op : "",
              op ? ": " : "", slot);
    return error_hint(error, "<slrun/%s.h> says what belongs there", op ? "op" : header_of(slot));
}

static bool name_ok(const char *name)
{
    return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(name);
}

#define HAS(half, size, slot)                                                                      \
    ((size) >= offsetof(struct slrun_local, slot) + sizeof(half)->slot && (half)->slot)

/* A required slot of the tables of a local half that is NULL, or NULL. */
static const char *half_missing(const struct slrun_local *half, size_t size)
{
    const struct slrun_json_service *json = HAS(half, size, json) ? half->json : NULL;
    const struct slrun_resource_type *r = HAS(half, size, resources) ? half->resources : NULL;
    const struct {
        const char *slot;
        bool there;
    } slots[] = {
        {"local->open", half->open != NULL},
        {"local->close", half->close != NULL},
        {"local->reset", half->reset != NULL},
        {"local->serve", half->serve || json},
        {"local->json->service", !json || json->service},
        {"local->json->ops", !json || json->ops},
        {"local->json->operations", !json || json->operations},
        {"local->json->internal", !json || json->internal},
    };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (!slots[i].there)
            return slots[i].slot;
    for (; r && r->type; r++)
        if (!r->create || !r->remove || !r->properties)
            return "local->resources: properties, create or remove";
    return NULL;
}

static int half_check(const char *path, const struct slrun_plugin *p, struct slrun_error *error)
{
    const struct slrun_local *half = p->local;
    size_t size = p->local_size;
    const char *slot = half_missing(half, size);
    if (slot)
        return missing(path, NULL, slot, error);
    if (HAS(half, size, begin) && !(HAS(half, size, data) && HAS(half, size, dropped)))
        return missing(path, NULL, "local->data and local->dropped, which begin() needs", error);
    return 0;
}

static int slots_check(const char *path, const struct slrun_plugin *p, struct slrun_error *error)
{
    const struct {
        const char *slot;
        bool there;
    } slots[] = {
        {"name", p->name != NULL},       {"version", p->version != NULL}, {"doc", p->doc != NULL},
        {"service", p->service != NULL}, {"ops", p->ops && p->n_ops > 0},
    };
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (!slots[i].there)
            return missing(path, NULL, slots[i].slot, error);
    if (!name_ok(p->name))
        return error_set(error, SLRUN_E_PLUGIN, "%s: '%s' is no name for a plugin (a-z, 0-9, _)",
                         path, p->name);
    if (!p->service->signing_name)
        return missing(path, NULL, "service->signing_name", error);
    if (!p->service->endpoint_prefix)
        return missing(path, NULL, "service->endpoint_prefix", error);
    return p->local ? half_check(path, p, error) : 0;
}

static int op_check(const char *path, const struct slrun_op *op, struct slrun_error *error)
{
    const struct {
        const char *slot;
        bool there;
    } slots[] = {
        {"api", op->api != NULL},     {"doc", op->doc != NULL},     {"params", op->params != NULL},
        {"build", op->build != NULL}, {"parse", op->parse != NULL},
    };
    if (!op->name)
        return missing(path, "an operation", "name", error);
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
        if (!slots[i].there)
            return missing(path, op->name, slots[i].slot, error);
    return 0;
}

static size_t at_most(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Copies the plugin's tables into structs of our size; its own may be shorter or longer. */
static int widen(struct plugin *plugin, const struct slrun_plugin *p)
{
    memcpy(&plugin->entry, p, at_most(p->struct_size, sizeof plugin->entry));
    memcpy(&plugin->service, p->service, at_most(p->service_size, sizeof plugin->service));
    plugin->entry.service = &plugin->service;
    if (p->local) {
        memcpy(&plugin->local, p->local, at_most(p->local_size, sizeof plugin->local));
        plugin->entry.local = &plugin->local;
    }
    plugin->ops = calloc(p->n_ops, sizeof *plugin->ops);
    if (!plugin->ops)
        return -1;
    for (size_t i = 0; i < p->n_ops; i++)
        memcpy(&plugin->ops[i], (const char *)p->ops + i * p->op_size,
               at_most(p->op_size, sizeof *plugin->ops));
    plugin->entry.ops = plugin->ops;
    return 0;
}

struct plugin *loader_open(const char *path, struct slrun_error *error)
{
    const struct slrun_plugin *p = entry_of(path, error);
    if (!p || version_check(path, p, error) != 0 || slots_check(path, p, error) != 0)
        return NULL;
    struct plugin *plugin = calloc(1, sizeof *plugin);
    if (plugin)
        plugin->path = strdup(path);
    if (!plugin || !plugin->path || widen(plugin, p) != 0) {
        error_set(error, SLRUN_E_MEMORY, "%s: no memory to load it", path);
        loader_close(plugin, 0);
        return NULL;
    }
    for (size_t i = 0; i < plugin->entry.n_ops; i++) {
        if (op_check(path, &plugin->ops[i], error) != 0) {
            loader_close(plugin, 0);
            return NULL;
        }
    }
    return plugin;
}

int loader_init(struct plugin *plugin, struct slrun_error *error)
{
    struct slrun_error why = {0};
    struct crash_watch watch;
    if (!plugin->entry.init)
        return 0;
    crash_watch(&watch, plugin->path, "init()");
    int failed = plugin->entry.init(host_table(), &plugin->state, &why);
    crash_forget(&watch);
    if (!failed)
        return 0;
    error_set(error, SLRUN_E_PLUGIN, "%s: could not start: %s", plugin->path,
              *why.message ? why.message : "it does not say why");
    if (*why.hint)
        error_hint(error, "%s", why.hint);
    error_clear(&why);
    return -1;
}

void loader_close(struct plugin *plugin, int initialised)
{
    if (!plugin)
        return;
    if (initialised && plugin->entry.fini)
        plugin->entry.fini(plugin->state);
    free(plugin->ops);
    free(plugin->path);
    free(plugin);
}
