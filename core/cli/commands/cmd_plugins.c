/* SPDX-License-Identifier: Apache-2.0 */
/* slrun plugins: what plugins there are, what they offer, how one is begun and judged. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/plugins/plugins.h"

#define FIELD(name) offsetof(struct plugins_options, name)

static const struct arg_option options[] = {
    {0, "plugin-path", NULL, ARG_STRING, FIELD(plugin_path), "PATH",
     "plugin files or directories, separated by ':'"},
    {0, "json", NULL, ARG_FLAG, FIELD(json), NULL, "as JSON"},
    {0, "dir", NULL, ARG_STRING, FIELD(dir), "DIR", "new: make the folder NAME in DIR"},
    {0, "cpp", NULL, ARG_FLAG, FIELD(cpp), NULL, "new: in C++ instead of C"},
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

/* "new" and "check" are words of this command, so no plugin can be asked for by these names. */
static enum exitcode wrong_words(const char *word, struct slrun_error *error)
{
    if (strcmp(word, "new") == 0)
        error_set(error, SLRUN_E_USAGE, "plugins new takes one name");
    else if (strcmp(word, "check") == 0)
        error_set(error, SLRUN_E_USAGE, "plugins check takes one file");
    else
        error_set(error, SLRUN_E_USAGE, "plugins takes a plugin and an operation, and no more");
    error_hint(error, "`slrun plugins --help` shows its forms");
    return command_fail(error);
}

static enum exitcode with_registry(const struct arg_rest *rest, const struct plugins_options *o,
                                   struct slrun_error *error)
{
    struct registry *registry = command_registry(o->plugin_path, error);
    if (!registry)
        return command_fail(error);
    enum exitcode code;
    if (rest->n > 0)
        code = plugins_show(registry, rest->words[0], rest->n > 1 ? rest->words[1] : NULL, o);
    else if (registry_load_all(registry, error) != 0)
        code = command_fail(error);
    else
        code = plugins_list(registry, o);
    registry_free(registry);
    return code;
}

static enum exitcode dispatch(const struct command *self, const void *given,
                              const struct arg_rest *rest, struct slrun_error *error)
{
    const struct plugins_options *o = given;
    const char *word = rest->n ? rest->words[0] : "";
    bool make = strcmp(word, "new") == 0, check = strcmp(word, "check") == 0;
    if (o->help)
        return command_help(self);
    if (rest->n > 2 || ((make || check) && rest->n != 2))
        return wrong_words(word, error);
    if (make)
        return plugins_new(rest->words[1], o);
    if (o->dir || o->cpp) {
        error_set(error, SLRUN_E_USAGE, "--%s goes with `slrun plugins new`",
                  o->dir ? "dir" : "cpp");
        return command_fail(error);
    }
    return check ? plugins_check(rest->words[1]) : with_registry(rest, o, error);
}

static enum exitcode command_plugins_main(const struct command *self, int argc, char **argv)
{
    struct plugins_options o = {0};
    enum exitcode code = command_read(self, &(struct arg_line){argc, argv, &o}, dispatch);
    if (fflush(stdout) != 0 && code == EXITCODE_OK)
        code = EXITCODE_INTERNAL;
    return code;
}

const struct command command_plugins = {
    .name = "plugins",
    .usage = "plugins [NAME [OPERATION]]",
    .about = "Lists plugins, their operations and parameters; makes and checks plugins.\n"
             "\n"
             "  slrun plugins                   every plugin that can be found\n"
             "  slrun plugins NAME              the operations of one\n"
             "  slrun plugins NAME OPERATION    parameters and result of an operation\n"
             "  slrun plugins new NAME          writes the skeleton of a plugin\n"
             "  slrun plugins check FILE.so     judges a plugin: 0 sound, 1 faulty, 4 not loadable",
    .options = options,
    .run = command_plugins_main,
    .words = COMMAND_PLUGINS,
};
