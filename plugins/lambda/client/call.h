/* SPDX-License-Identifier: Apache-2.0 */
/* build() and parse() of all operations, led by the tables of wire.h. */
#ifndef SLRUN_LAMBDA_CALL_H
#define SLRUN_LAMBDA_CALL_H

#include <slrun/slrun.h>

/* The request: method, path, query, headers, and the rest as JSON. Invoke's Payload is the body: a
 * string or bytes as they stand, anything else as JSON. */
int lambda_build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req);

/* The result of an answer; errors are of kind SERVICE. Of Invoke: Payload is the value where it is
 * JSON, else bytes; LogResult is text; FunctionError is no error of the call. */
json_t *lambda_parse(struct slrun_ctx *ctx, const struct slrun_response *resp);

/* How what was created is removed, and the tags that a function or a mapping gets. A mapping has
 * no name, so only its tags say whose it is, and layers only their name. */
int lambda_undo_function(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                         struct slrun_undo *undo);
int lambda_undo_alias(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo);
int lambda_undo_layer(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                      struct slrun_undo *undo);
int lambda_undo_mapping(struct slrun_ctx *ctx, const json_t *args, const json_t *result,
                        struct slrun_undo *undo);
int lambda_tag(struct slrun_ctx *ctx, json_t *args, const json_t *tags);

/* grants.c */
extern const struct slrun_grant lambda_grants[];

#endif
