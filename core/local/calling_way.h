/* SPDX-License-Identifier: Apache-2.0 */
/* The way of a call to its service and back: each step is a turn of its own. */
#ifndef SLRUN_LOCAL_CALLING_WAY_H
#define SLRUN_LOCAL_CALLING_WAY_H

#include "local/calling.h"
#include "local/exchange.h"
#include "local/turn.h"
#include "net/client/http_client.h"

/* It waits for its turn to be served, then for the service, then for its turn to be told. */
struct slrun_calling {
    struct turn_task task;
    struct cloud *cloud;
    struct slrun_calling *prev, *next;
    const struct cloud_service *service;
    const struct slrun_op *op;
    struct slrun_arena *arena;
    struct slrun_ctx ctx;
    struct slrun_request request;
    struct slrun_response response;
    struct slrun_error error;
    json_t *args;
    struct exchange *exchange; /* while the service has it */
    const char *region, *account, *caller;
    const struct slrun_iam_caller *behalf; /* for whom, where that is judged (judge.h); or NULL */
    bool wire;
    void (*done)(void *arg, const json_t *result, const struct slrun_error *error);
    /* Of a request that is no operation. */
    void (*responded)(void *arg, const struct slrun_response *response,
                      const struct slrun_error *error);
    void *arg;
    struct http_call http; /* of one to something else on this machine (outward.h), */
    bool outward;          /* while it is there */
};

/* Takes it out of its cloud's list and turn. */
void calling_free(struct slrun_calling *c);

/* Its request goes to the service, which answers when it likes. */
void calling_serve(struct turn_task *task);

/* Tells what became of it (the answer, parsed, or the error), and frees it. */
void calling_finish(struct turn_task *task);

#endif
