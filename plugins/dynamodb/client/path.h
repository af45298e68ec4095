/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where in the arguments or in an answer a value stands, so that an error can name it:
 * "Item.tags[3]". A path is a chain of nodes on the stack, the innermost first; it costs nothing
 * until an error is told.
 */
#ifndef SLRUN_DYNAMODB_PATH_H
#define SLRUN_DYNAMODB_PATH_H

#include <slrun/slrun.h>

/* `key` names a member; if it is NULL the node is the element `index`, counted from 0. */
struct attr_path {
    const struct attr_path *up; /* NULL: the outermost */
    const char *key;
    size_t index;
};

/* Fails the call with "PATH: what"; returns NULL, so that it ends a conversion. */
json_t *attr_path_fail(struct slrun_ctx *ctx, enum slrun_errno kind, const struct attr_path *path,
                       const char *what);

#endif
