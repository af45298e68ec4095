/* SPDX-License-Identifier: Apache-2.0 */
/* The context that a call of an operation has, for tests of what the host does in it. */
#ifndef SLRUN_TESTS_PLUGIN_CALL_H
#define SLRUN_TESTS_PLUGIN_CALL_H

#include <slrun/slrun.h>

#include "base/arena.h"
#include "base/error.h"
#include "plugin/host.h"

struct plugin_call {
    struct slrun_ctx ctx;
    struct slrun_error error;
    struct slrun_request request;
};

static const struct slrun_service plugin_call_service = {
    .signing_name = "svc",
    .endpoint_prefix = "svc",
    .target = "Svc_2012",
    .json_version = "1.0",
    .iam_prefix = "svc",
};

static const struct slrun_op plugin_call_op = {.name = "do_it", .api = "DoIt"};

static inline void plugin_call_open(struct plugin_call *c, size_t limit)
{
    *c = (struct plugin_call){.ctx = {.host = host_table(),
                                      .service = &plugin_call_service,
                                      .op = &plugin_call_op,
                                      .region = "us-east-1",
                                      .arena = arena_new(limit)}};
    c->ctx.error = &c->error;
}

static inline void plugin_call_close(struct plugin_call *c)
{
    arena_free(c->ctx.arena);
    error_clear(&c->error);
}

/* cmocka's set-up and teardown of a test whose state is a call: one, with a mebibyte of arena. */
static inline int plugin_call_setup(void **state)
{
    static struct plugin_call call;
    plugin_call_open(&call, 1 << 20);
    *state = &call;
    return 0;
}

static inline int plugin_call_teardown(void **state)
{
    plugin_call_close(*state);
    return 0;
}

#endif
