/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One parsing or evaluation: its memory, what it has used up, and how it failed. The first error
 * stays; from then on values are JN_NOTHING and whoever goes on in a loop looks at jn_failed().
 */
#ifndef SLRUN_JSONATA_RUN_H
#define SLRUN_JSONATA_RUN_H

#include "jsonata/jsonata.h"
#include "jsonata/memory.h"
#include "jsonata/values/value.h"

struct jn_failure {
    const char *code; /* NULL: none */
    long position;    /* -1: not known */
    struct jn value, value2, token, message;
    size_t index;     /* of an argument, from 1 */
    const char *type; /* of members of an array, in the plural */
    const char *function;
};

struct jn_run {
    struct jn_memory memory;
    struct jn_failure failure;
    const struct jsonata_world *world; /* NULL while parsing */
    uint64_t steps, steps_max;
    int depth, depth_max;
    int labels; /* of parents, given away by the parser */
    struct jn_frame *root;
};

void *jn_take(struct jn_run *run, size_t size);
bool jn_failed(const struct jn_run *run);
/* Fails, unless it has failed before; JN_NOTHING. */
struct jn jn_fail(struct jn_run *run, const char *code);
struct jn jn_fail_value(struct jn_run *run, const char *code, struct jn value);
struct jn jn_fail_at(struct jn_run *run, const char *code, long position);
struct jn jn_fail_with(struct jn_run *run, const struct jn_failure *failure);
/* That many steps more. False: the run has failed, perhaps by this. */
bool jn_step(struct jn_run *run, uint64_t steps);
/* One level deeper, until jn_leave(). False: as above, and there is nothing to leave. */
bool jn_enter(struct jn_run *run);
void jn_leave(struct jn_run *run);
/* The failure in words. */
void jn_tell(struct jn_run *run, struct jsonata_error *error);

#endif
