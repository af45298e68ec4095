/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against an operation's shapes, before anything is sent. */
#ifndef SLRUN_PLUGIN_CHECK_H
#define SLRUN_PLUGIN_CHECK_H

#include <slrun/op.h>

/* 0, or -1 with `error` filled (USAGE): the path of the value, what is wrong with it, what was
 * expected, the nearest right name. */
int check_args(const struct slrun_op *op, const json_t *args, struct slrun_error *error);

/* "string", "list"...: the name of a shape's type as users see it. */
const char *type_name(enum slrun_type type);

#endif
