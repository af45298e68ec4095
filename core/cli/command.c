/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/command.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <uv.h>

#include "base/error.h"

/* Where plugins lie, seen from the directory of the binary: the build tree, the install tree. */
static const char *const beside[] = {"../lib/slrun/plugins", "../" SLRUN_LIBDIR "/slrun/plugins"};

enum exitcode command_fail(const struct slrun_error *error)
{
    fprintf(stderr, "slrun: %s\n", error->message);
    if (*error->hint)
        fprintf(stderr, "  hint: %s\n", error->hint);
    switch (error->kind) {
    case SLRUN_E_USAGE:
    case SLRUN_E_PLUGIN:
    case SLRUN_E_CREDENTIALS:
        return EXITCODE_USAGE;
    default:
        return EXITCODE_INTERNAL;
    }
}

enum exitcode command_read(const struct command *self, const struct arg_line *line,
                           command_work *work)
{
    struct arg_rest rest = {0};
    struct slrun_error error = {0};
    if (args_parse(self->options, line, &rest, &error) != 0)
        return command_fail(&error);
    enum exitcode code = work(self, line->options, &rest, &error);
    free(rest.words);
    error_clear(&error);
    return code;
}

enum exitcode command_help(const struct command *command)
{
    printf("usage: slrun %s\n\n%s\n\n", command->usage, command->about);
    args_help(command->options);
    return EXITCODE_OK;
}

enum exitcode command_version(void)
{
    puts("slrun " SLRUN_VERSION);
    return EXITCODE_OK;
}

static int add_beside(struct registry *registry, struct slrun_error *error)
{
    char exe[PATH_MAX], path[PATH_MAX * 2];
    size_t n = sizeof exe;
    if (uv_exepath(exe, &n) != 0)
        return 0;
    char *slash = strrchr(exe, '/');
    if (!slash)
        return 0;
    *slash = '\0';
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++) {
        if (i > 0 && strcmp(beside[i], beside[0]) == 0)
            continue;
        snprintf(path, sizeof path, "%s/%s", exe, beside[i]);
        if (registry_add_path(registry, path, false, error) != 0)
            return -1;
    }
    return 0;
}

struct registry *command_registry(const char *plugin_path, struct slrun_error *error)
{
    const char *env = getenv("SLRUN_PLUGIN_PATH");
    struct registry *registry = registry_new();
    if (!registry) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    if ((plugin_path && registry_add_path(registry, plugin_path, true, error) != 0) ||
        (env && registry_add_path(registry, env, true, error) != 0) ||
        add_beside(registry, error) != 0) {
        registry_free(registry);
        return NULL;
    }
    return registry;
}
