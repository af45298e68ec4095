/* SPDX-License-Identifier: Apache-2.0 */
/* The list of subcommands: a new one is a row here. */
#include <string.h>

#include <slrun/nearest.h>

#include "cli/command.h"

const struct command *const commands[] = {
    &command_completion, &command_deploy,
    &command_destroy,    &command_help_of,
    &command_iam,        &command_init,
    &command_local,      &command_matrix,
    &command_merge,      &command_plugins,
    &command_stubs,      &command_sweep,
    &command_watch,      NULL,
};

const char *command_near(const char *name)
{
    struct slrun_nearest near = {.word = name};
    for (const struct command *const *c = commands; *c; c++)
        slrun_nearest_offer(&near, (*c)->name);
    return near.best;
}

const struct command *command_find(const char *name)
{
    for (const struct command *const *c = commands; *c; c++)
        if (strcmp((*c)->name, name) == 0)
            return *c;
    return strcmp(name, command_worker.name) == 0 ? &command_worker : NULL;
}
