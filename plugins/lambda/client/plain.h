/* SPDX-License-Identifier: Apache-2.0 */
/* Values of the ABI as plain JSON: bytes as base64, tagged maps as objects. */
#ifndef SLRUN_LAMBDA_PLAIN_H
#define SLRUN_LAMBDA_PLAIN_H

#include <slrun/slrun.h>

/* A copy without tags: what a handler gets of a table. A new reference, or NULL after fail(). */
json_t *plain_value(struct slrun_ctx *ctx, const json_t *value);

/* The same of a value of that shape, whose members of type BLOB become base64 also where they are
 * plain strings. */
json_t *plain_shaped(struct slrun_ctx *ctx, const struct slrun_shape *shape, const json_t *value);

#endif
