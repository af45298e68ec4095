/* SPDX-License-Identifier: Apache-2.0 */
/* Completions that have to be looked for: cases of specs, plugins, their operations. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/completion/complete.h"
#include "cli/runner.h"

static void offer_cases(struct complete *c, const struct collection *collection)
{
    struct buf id = BUF_INIT(COMPLETE_TEXT_MAX);
    for (size_t i = 0; i < collection->n_items; i++) {
        buf_clear(&id);
        buf_printf(&id, "%s::%s", spec_path(collection->items[i].spec),
                   collection->items[i].sc->name);
        complete_offer(c, buf_str(&id), NULL);
    }
    buf_free(&id);
}

/* What `slrun --co -q PATH` would list. What specs print while they are read goes nowhere; a spec
 * that does not end is ended with the process. */
void complete_ids(struct complete *c)
{
    const char *colons = strstr(c->word, "::");
    char *path = colons ? strndup(c->word, (size_t)(colons - c->word)) : NULL;
    char *argv[] = {(char[]){"--collect-only"}, (char[]){"--"}, path, NULL};
    struct runner r = {0};
    int out = dup(STDOUT_FILENO), nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    alarm(COMPLETE_SECONDS);
    if ((path || !colons) && runner_read(&r, path ? 3 : 1, argv) == 0 && runner_open(&r) == 0 &&
        collect(&r.env, &r.files, &r.collection, &r.error) == 0)
        offer_cases(c, &r.collection);
    runner_close(&r);
    alarm(0);
    fflush(stdout);
    dup2(out, STDOUT_FILENO);
    close(out);
    close(nowhere);
    free(path);
}

static void offer_plugins(struct complete *c, const struct registry *registry)
{
    complete_offer(c, "new", "writes the skeleton of a plugin");
    complete_offer(c, "check", "judges a plugin");
    for (size_t i = 0; i < registry_count(registry); i++)
        complete_offer(c, registry_at(registry, i)->entry.name,
                       registry_at(registry, i)->entry.doc);
}

void complete_plugins(struct complete *c, const char *name)
{
    struct slrun_error error = {0};
    struct registry *registry = command_registry(NULL, &error);
    const struct plugin *plugin = registry && name ? registry_find(registry, name, &error) : NULL;
    if (!name && registry && registry_load_all(registry, &error) == 0)
        offer_plugins(c, registry);
    for (size_t i = 0; plugin && i < plugin->entry.n_ops; i++)
        complete_offer(c, plugin->ops[i].name, plugin->ops[i].doc);
    registry_free(registry);
    error_clear(&error);
}
