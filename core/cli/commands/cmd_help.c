/* SPDX-License-Identifier: Apache-2.0 */
/* slrun help [COMMAND], which is slrun [COMMAND] --help; and the manual page. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/manual.h"

struct help_command {
    bool help, manual;
};

#define FIELD(name) offsetof(struct help_command, name)

static const struct arg_option options[] = {
    {0, "man", NULL, ARG_FLAG, FIELD(manual), NULL, "the manual page, as troff's source"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

/* The length of the first sentence. */
static size_t sentence(const char *text)
{
    size_t n = strcspn(text, ".:");
    while (text[n] && text[n + 1] && text[n + 1] != ' ' && text[n + 1] != '\n') /* slrun.yaml */
        n += 1 + strcspn(text + n + 1, ".:");
    return n;
}

static enum exitcode all(void)
{
    command_help(&command_run);
    printf("\ncommands:\n");
    for (const struct command *const *c = commands; *c; c++) {
        char head[32], text[256];
        snprintf(head, sizeof head, "  slrun %s", (*c)->name);
        snprintf(text, sizeof text, "%.*s", (int)sentence((*c)->about), (*c)->about);
        args_print(head, 20, text);
    }
    printf("\n`slrun help COMMAND` tells the options of one.\n");
    return EXITCODE_OK;
}

static enum exitcode unknown(const char *name, struct slrun_error *error)
{
    const char *near = command_near(name);
    error_set(error, SLRUN_E_USAGE, "there is no command '%.60s'", name);
    if (near)
        error_hint(error, "did you mean '%s'?", near);
    else
        error_hint(error, "`slrun help` lists them");
    return command_fail(error);
}

static enum exitcode tell(const struct command *self, const void *given,
                          const struct arg_rest *rest, struct slrun_error *error)
{
    const struct help_command *o = given;
    if (o->help)
        return command_help(self);
    if (o->manual)
        return manual_print() == 0 ? EXITCODE_OK : EXITCODE_INTERNAL;
    if (rest->n > 1) {
        error_set(error, SLRUN_E_USAGE, "help takes one command");
        return command_fail(error);
    }
    if (rest->n == 0)
        return all();
    const struct command *command = command_find(rest->words[0]);
    return command && command->about ? command_help(command) : unknown(rest->words[0], error);
}

static enum exitcode command_help_main(const struct command *self, int argc, char **argv)
{
    struct help_command o = {0};
    return command_read(self, &(struct arg_line){argc, argv, &o}, tell);
}

const struct command command_help_of = {
    .name = "help",
    .usage = "help [COMMAND]",
    .about = "Tells what a command does and its options, as `slrun COMMAND --help` does.",
    .options = options,
    .run = command_help_main,
    .words = COMMAND_NAMES,
};
