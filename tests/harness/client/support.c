/* SPDX-License-Identifier: Apache-2.0 */
/* A call's context over the real host table. */
#include "support.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "plugin/host.h"

enum { ARENA_LIMIT = 64 * 1024 * 1024, HEADERS_MAX = 64 };

int call_open_in(struct call *call, const struct call_table *table, const char *op)
{
    *call = (struct call){.ctx = {.host = host_table()}};
    for (size_t i = 0; i < table->n_ops && call->ctx.op == NULL; i++)
        if (op == NULL || strcmp(table->ops[i].name, op) == 0)
            call->ctx.op = &table->ops[i];
    if (call->ctx.op == NULL)
        return -1;
    call->ctx.service = call->ctx.op->service != NULL ? call->ctx.op->service : table->service;
    call->ctx.region = "us-east-1";
    call->ctx.arena = arena_new(ARENA_LIMIT);
    call->ctx.error = &call->error;
    return call->ctx.arena != NULL ? 0 : -1;
}

void call_close(struct call *call)
{
    arena_free(call->ctx.arena);
    json_decref(call->error.detail);
    *call = (struct call){.ctx = {.host = NULL}};
}

int call_build(struct call *call, const char *args, struct slrun_request *req)
{
    *req = (struct slrun_request){.method = NULL};
    json_t *json = json_loads(args, JSON_DECODE_ANY, NULL);
    if (json == NULL) {
        return call->ctx.host->fail(&call->ctx, SLRUN_E_INTERNAL, "the test's JSON is wrong: %s",
                                    args);
    }
    int rc = call->ctx.op->build(&call->ctx, json, req);
    json_decref(json);
    return rc;
}

json_t *call_parse(struct call *call, int status, const char *body)
{
    struct slrun_response resp = {.status = status, .body = body, .size = strlen(body)};
    return call->ctx.op->parse(&call->ctx, &resp);
}

json_t *call_parse_answer(struct call *call, struct slrun_response *resp, const json_t *headers)
{
    struct slrun_header list[HEADERS_MAX];
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)headers, name, value)
        if (resp->n_headers < HEADERS_MAX)
            list[resp->n_headers++] = (struct slrun_header){name, json_string_value(value)};
    resp->headers = list;
    return call->ctx.op->parse(&call->ctx, resp);
}

char *sorted_text(const json_t *json)
{
    return json == NULL ? NULL
                        : json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY |
                                               JSON_REAL_PRECISION(15));
}
