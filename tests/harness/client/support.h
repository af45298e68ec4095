/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A call's context over the real host table, for tests that run build() and parse() of a client
 * half with bytes. A plugin's unit tests say whose operations they mean by CLIENT_SERVICE,
 * CLIENT_OPS and CLIENT_N_OPS (slrun_client_support() in cmake/SlrunTest.cmake).
 */
#ifndef SLRUN_TESTS_CLIENT_SUPPORT_H
#define SLRUN_TESTS_CLIENT_SUPPORT_H

#include <slrun/slrun.h>

struct call {
    struct slrun_ctx ctx;
    struct slrun_error error;
};

/* What a client half offers. */
struct call_table {
    const struct slrun_service *service;
    const struct slrun_op *ops;
    size_t n_ops;
};

/* Opens a call of the operation with that name (NULL: of the first); close it with call_close().
 * It must not move in memory between. 0, or -1 if there is no such operation. */
int call_open_in(struct call *call, const struct call_table *table, const char *op);
void call_close(struct call *call);

#ifdef CLIENT_OPS
#include "client/ops.h"
#define call_open(call, op)                                                                        \
    call_open_in(call, &(const struct call_table){&CLIENT_SERVICE, CLIENT_OPS, CLIENT_N_OPS}, op)
#endif

/* Builds a request from arguments in JSON text. 0, or -1 with call->error filled. */
int call_build(struct call *call, const char *args, struct slrun_request *req);

/* Parses an answer; a new reference, or NULL with call->error filled. */
json_t *call_parse(struct call *call, int status, const char *body);

/* The same with all that an answer has; `headers` is {"name": "value"} or NULL. */
json_t *call_parse_answer(struct call *call, struct slrun_response *resp, const json_t *headers);

/* Compact JSON with sorted keys, shortest numbers; free() it. NULL for NULL. */
char *sorted_text(const json_t *json);

#endif
