/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of `slrun plugins`: each is one thing that it can be asked. */
#ifndef SLRUN_CLI_PLUGINS_H
#define SLRUN_CLI_PLUGINS_H

#include <stdbool.h>

#include "cli/exitcode.h"
#include "plugin/registry.h"

struct plugins_options {
    const char *plugin_path; /* as --plugin-path, or NULL */
    const char *dir;         /* of `new`: where the folder is made, or NULL: here */
    bool cpp, json, help;
};

/* `slrun plugins`: one line for each. */
enum exitcode plugins_list(const struct registry *registry, const struct plugins_options *options);

/* `slrun plugins NAME` and `slrun plugins NAME OPERATION` (NULL: all of them, briefly). */
enum exitcode plugins_show(struct registry *registry, const char *name, const char *operation,
                           const struct plugins_options *options);

/* `slrun plugins new NAME`: the skeleton of a plugin in the folder NAME. */
enum exitcode plugins_new(const char *name, const struct plugins_options *options);

/* `slrun plugins check FILE`: 0, 1: something in it is wrong, 4: it cannot be loaded. */
enum exitcode plugins_check(const char *file);

#endif
