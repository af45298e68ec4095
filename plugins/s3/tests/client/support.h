/* SPDX-License-Identifier: Apache-2.0 */
/* A call's context over the real host table, for tests that run build() and parse() with bytes. */
#ifndef SLRUN_S3_TEST_SUPPORT_H
#define SLRUN_S3_TEST_SUPPORT_H

#include <slrun/slrun.h>

struct call {
    struct slrun_ctx ctx;
    struct slrun_error error;
};

/* Opens a call of the operation with that name (NULL: of the first); close it with call_close().
 * It must not move in memory between. 0, or -1 if there is no such operation. */
int call_open(struct call *call, const char *op);
void call_close(struct call *call);

/* Builds a request from arguments in JSON text. 0, or -1 with call->error filled. */
int call_build(struct call *call, const char *args, struct slrun_request *req);

/* Parses an answer; a new reference, or NULL with call->error filled. Its headers stand in JSON
 * text, {"name": "value"}, or NULL. */
json_t *call_parse(struct call *call, int status, const char *headers, const char *body);
json_t *call_parse_bytes(struct call *call, struct slrun_response *resp, const json_t *headers);

/* Compact JSON with sorted keys, shortest numbers; free() it. NULL for NULL. */
char *json_text(const json_t *json);

#endif
