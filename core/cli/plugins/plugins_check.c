/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins check FILE: a checklist with a verdict on each point. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/plugins/plugins.h"
#include "cli/plugins/plugins_elf.h"
#include "cli/plugins/plugins_judge.h"
#include "lua/language/prelude.h"
#include "plugin/elf.h"

struct checklist {
    const char *path;
    struct plugin *plugin;
    unsigned points, failed;
};

static bool tick(struct checklist *c, struct verdict *v, const char *title)
{
    bool ok = verdict_print(v, title);
    c->points++;
    c->failed += !ok;
    return ok;
}

/* ---- loading ---- */

static void try_load(struct verdict *v, void *arg)
{
    struct slrun_error error = {0};
    const struct checklist *c = arg;
    verdict_at(v, "loading it");
    struct plugin *plugin = loader_open(c->path, &error);
    verdict_at(v, "init()");
    if (plugin && loader_init(plugin, &error) == 0 && plugin->entry.fini) {
        verdict_at(v, "fini()");
        plugin->entry.fini(plugin->state);
    }
}

/* In a child first: a plugin that crashes here is a finding as any other. */
static enum exitcode load(struct checklist *c)
{
    struct verdict v = {0};
    struct slrun_error error = {0};
    char title[96];
    verdict_in_child(&v, try_load, c);
    bool alive = v.problems == 0;
    if (alive) {
        c->plugin = loader_open(c->path, &error);
        if (c->plugin && loader_init(c->plugin, &error) != 0) {
            loader_close(c->plugin, 0);
            c->plugin = NULL;
        }
        if (!c->plugin)
            verdict_add(&v, "%s", error.message);
    }
    snprintf(title, sizeof title, "loads: slots and version (this slrun has ABI %d.%d)",
             SLRUN_ABI_MAJOR, SLRUN_ABI_MINOR);
    if (tick(c, &v, title))
        return EXITCODE_OK;
    if (alive)
        return command_fail(&error);
    error_set(&error, SLRUN_E_PLUGIN, "%s: it cannot be loaded without a crash", c->path);
    return command_fail(&error);
}

/* ---- the parts of a loaded plugin ---- */

static void check_op(struct checklist *c, const struct slrun_op *op)
{
    static const struct {
        const char *title;
        void (*judge)(struct verdict *v, const struct judged *j);
    } tables[] = {
        {"names and doc", judge_op_names},
        {"parameters and result", judge_op_params},
        {"token, paging, hold, codes", judge_op_refs},
    };
    const struct {
        const char *title;
        void (*judge)(struct verdict *v, void *judged);
        bool there;
    } calls[] = {{"build", judge_build, true},
                 {"parse", judge_parse, true},
                 {"undo", judge_undo, op->undo != NULL},
                 {"tag", judge_tag, op->tag != NULL}};
    struct judged j = {c->plugin, op};
    struct verdict v = {0};
    char title[160];
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        snprintf(title, sizeof title, "%.60s: %s", op->name, tables[i].title);
        tables[i].judge(&v, &j);
        tick(c, &v, title);
    }
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        if (!calls[i].there)
            continue;
        snprintf(title, sizeof title, "%.60s: %s", op->name, calls[i].title);
        verdict_in_child(&v, calls[i].judge, &j);
        tick(c, &v, title);
    }
}

/* Others that it requires are found as in a run, but this one is the file. */
static void judge_prelude(struct verdict *v, void *plugin)
{
    struct slrun_error error = {0};
    verdict_at(v, "running it");
    struct registry *registry = command_registry(NULL, &error);
    if (!registry || lua_prelude_try(registry, plugin, &error) != 0)
        verdict_add(v, "%s", error.message);
    error_clear(&error);
}

static void check_plugin(struct checklist *c)
{
    struct verdict v = {0};
    judge_entry(&v, c->plugin);
    tick(c, &v, "name, version, doc, service");
    for (size_t i = 0; i < c->plugin->entry.n_ops; i++)
        check_op(c, &c->plugin->ops[i]);
    if (c->plugin->entry.prelude) {
        verdict_in_child(&v, judge_prelude, c->plugin);
        tick(c, &v, "prelude runs");
    }
    if (c->plugin->entry.local) {
        verdict_in_child(&v, judge_local, c->plugin);
        tick(c, &v, "local half");
    }
}

enum exitcode plugins_check(const char *file)
{
    char path[PATH_MAX];
    struct verdict v = {0};
    struct slrun_error error = {0};
    struct checklist c = {.path = realpath(file, path) ? path : file};
    if (elf_check(c.path, &error) != 0)
        verdict_add(&v, "%s", error.message);
    bool is_elf = tick(&c, &v, "is a whole shared object for this machine");
    if (is_elf) {
        plugins_elf_symbols(&v, c.path, SLRUN_PLUGIN_SYMBOL);
        tick(&c, &v, "exports " SLRUN_PLUGIN_SYMBOL " and nothing else");
    }
    enum exitcode code = load(&c);
    if (code != EXITCODE_OK)
        return code;
    check_plugin(&c);
    printf("\n%s %s: %u points, %u failed\n", c.plugin->entry.name, c.plugin->entry.version,
           c.points, c.failed);
    loader_close(c.plugin, 1);
    return c.failed ? EXITCODE_FAILED : EXITCODE_OK;
}
