/* SPDX-License-Identifier: Apache-2.0 */
/* A local cloud with one service, which says again what it is told and makes things. */
#ifndef SLRUN_TESTS_ECHO_CLOUD_H
#define SLRUN_TESTS_ECHO_CLOUD_H

#include "harness/cmocka_all.h"

#include <uv.h>

#include <slrun/slrun.h>

#include "local/cloud.h"

/* say { Word = } is answered with {"said": ...}, "fail" with an error, and "wait" is parked until
 * somebody says "go". "open" is answered by the first half of {"said": ...}; "close" brings the
 * other, and "cut" ends it without. */
struct echo {
    struct slrun_exchange *parked;
    unsigned served, gone;
};
extern struct echo echo;

/* What it makes: one type, and the end of the list. */
extern const struct slrun_resource_type echo_types[];

struct env {
    uv_loop_t *loop;
    struct auth *auth;
    struct cloud *cloud;
    const struct slrun_cloud *api;
};

void env_open(struct env *env);
void env_close(struct env *env);

/* Runs the loop until something has happened so often; fails the test after a while. */
void env_run_until(struct env *env, const unsigned *count, unsigned wanted);

#endif
