/* SPDX-License-Identifier: Apache-2.0 */
/* Memory that is freed at once: of a parsed expression, of a parsed statement. */
#ifndef SLRUN_DYNAMODB_EXPR_CHUNKS_H
#define SLRUN_DYNAMODB_EXPR_CHUNKS_H

#include <stddef.h>

struct chunk;

/* Zeroed memory for any type; NULL without memory. *chunks begins as NULL. */
void *chunks_alloc(struct chunk **chunks, size_t size);

void chunks_free(struct chunk *chunks);

#endif
