/* SPDX-License-Identifier: Apache-2.0 */
/* Where in a template somebody is who walks through it: for the places of problems. */
#ifndef SLRUN_CLOUDFORMATION_AT_H
#define SLRUN_CLOUDFORMATION_AT_H

#include "template/template.h"

/* One step of the way from the root; steps live on the stack of who walks. */
struct at {
    const struct at *up; /* NULL: this is the root */
    const char *key;     /* in a map; NULL: in a list */
    size_t index;
    const json_t *lines; /* of the node here, or of the nearest around it */
};

struct at at_root(const struct template *t);
struct at at_key(const struct at *up, const char *key);
struct at at_index(const struct at *up, size_t index);

/* The key of the step below the root ("Resources"), or "". */
const char *at_block(const struct at *at);
/* The key of the step below that one (a logical id), or "". */
const char *at_name(const struct at *at);

/* Adds a problem here: with the resource and the property where this is in a resource. Returns
 * false. */
bool at_problem(const struct at *at, struct problems *problems, const char *format, ...)
    SLRUN_PRINTF(3, 4);

#endif
