/* SPDX-License-Identifier: Apache-2.0 */
/* `slrun local TEMPLATE`: puts a stack up by the operations of the service "cloudformation", as any
 * client would. */
#ifndef SLRUN_LOCAL_DEPLOY_H
#define SLRUN_LOCAL_DEPLOY_H

#include "local/cloud.h"

enum { DEPLOY_NAME_MAX = 101, DEPLOY_LOOK_MS = 20 /* between looks at a stack in the making */ };

struct deploy_options {
    const char *template;     /* absolute path; borrowed until done() */
    const json_t *parameters; /* names to strings; or NULL */
    /* Required. Called once, on a later turn of the loop: with the stack as describe_stacks shows
     * it, or with an error that says what failed; both borrowed. */
    void (*done)(void *arg, const json_t *stack, const struct slrun_error *error);
    void *arg;
};

/* Creates the stack, or updates the one that is there from an earlier run (--data). 0, or -1: out
 * of memory, and no done() comes. */
int deploy(struct cloud *cloud, const struct deploy_options *options);

#endif
