/* SPDX-License-Identifier: Apache-2.0 */
/* Plugins and operations as JSON documents, for `slrun plugins --json`. */
#ifndef SLRUN_CLI_PLUGINS_JSON_H
#define SLRUN_CLI_PLUGINS_JSON_H

#include <stdbool.h>

#include <jansson.h>

#include "plugin/loader.h"

enum { PLUGINS_DEPTH_MAX = 12 }; /* of lists in lists and members of members that are shown */

/* The members that are being shown, innermost first: a structure may hold itself. */
struct plugins_above {
    const struct plugins_above *up;
    const struct slrun_param *members;
    unsigned depth;
};

/* The members of `shape`, where they are to be shown below `above`; else NULL. */
const struct slrun_param *plugins_members(const struct slrun_shape *shape,
                                          const struct plugins_above *above);

/* New references; NULL: out of memory. `whole`: with every operation in full. */
json_t *plugins_json(const struct plugin *plugin, bool whole);
json_t *plugins_json_op(const struct plugin *plugin, const struct slrun_op *op);

/* Prints it, indented, and releases it; 0, or -1 when it is NULL or cannot be written. */
int plugins_json_print(json_t *json);

#endif
