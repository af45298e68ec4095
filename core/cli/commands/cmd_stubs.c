/* SPDX-License-Identifier: Apache-2.0 */
/* slrun stubs [DIR]: what an editor with the Lua language server wants to know of specs. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/types/stubs.h"

struct stubs_command {
    const char *plugin_path;
    bool help;
};

#define FIELD(name) offsetof(struct stubs_command, name)

static const struct arg_option options[] = {
    {0, "plugin-path", NULL, ARG_STRING, FIELD(plugin_path), "PATH",
     "plugin files or directories, separated by ':'"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

static enum exitcode write_them(const struct command *self, const void *given,
                                const struct arg_rest *rest, struct slrun_error *error)
{
    const struct stubs_command *o = given;
    if (o->help)
        return command_help(self);
    const char *folder = rest->n ? rest->words[0] : STUBS_FOLDER;
    if (rest->n > 1) {
        error_set(error, SLRUN_E_USAGE, "stubs takes one folder");
        return command_fail(error);
    }
    size_t n = 0;
    if (stubs_write(folder, o->plugin_path, &n, error) != 0)
        return command_fail(error);
    printf("%s: the language of specs and %zu plugins\n", folder, n);
    return EXITCODE_OK;
}

static enum exitcode command_stubs_main(const struct command *self, int argc, char **argv)
{
    struct stubs_command o = {0};
    return command_read(self, &(struct arg_line){argc, argv, &o}, write_them);
}

const struct command command_stubs = {
    .name = "stubs",
    .usage = "stubs [DIRECTORY]",
    .about = "Writes type stubs for the Lua language server: the language of specs, and the "
             "operations of\nall plugins, into " STUBS_FOLDER
             ", so that editors complete and check specs. What it wrote\nbefore is replaced; "
             ".luarc.json says where they are (slrun init writes one):\n"
             "\n"
             "  { \"workspace.library\": [\"" STUBS_FOLDER "\"] }",
    .options = options,
    .run = command_stubs_main,
    .words = COMMAND_FOLDERS,
};
