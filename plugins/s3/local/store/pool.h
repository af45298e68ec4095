/* SPDX-License-Identifier: Apache-2.0 */
/* Memory of one request: everything taken from a pool is freed with it. */
#ifndef SLRUN_S3_POOL_H
#define SLRUN_S3_POOL_H

#include <stdbool.h>
#include <stddef.h>

#include <jansson.h>
#include <slrun/abi.h>

enum { POOL_MAX = 64 << 20 }; /* bytes one request may take */

/* What memory that is given to a pool has to be aligned to. */
enum { POOL_ALIGN = 16 };

struct pool_block;

struct pool {
    struct pool_block *blocks;
    json_t *kept; /* an array of what pool_json() took over */
    char *at;     /* where the next piece begins, */
    size_t left;  /* and what there is from there on: at first what the pool's owner gave, if any */
    size_t total;
    bool failed; /* some memory was not to be had */
};

/* Bytes with their length; `data` is never NULL and a NUL stands behind it, but there may be others
 * inside. */
struct slice {
    const char *data;
    size_t size;
};

void pool_free(struct pool *pool);

/* Memory, or NULL: out of memory or past POOL_MAX. The first is zeroed. */
void *pool_alloc(struct pool *pool, size_t size);
void *pool_take(struct pool *pool, size_t size);

/* A copy with a NUL behind it; of a string; NULL: no memory. */
char *pool_copy(struct pool *pool, const char *data, size_t size);
char *pool_text(struct pool *pool, const char *text);
char *pool_format(struct pool *pool, const char *format, ...) SLRUN_PRINTF(2, 3);

/* Takes over a reference (NULL passes through); gives it back as a borrowed one. */
json_t *pool_json(struct pool *pool, json_t *json);

/* A value and its JSON text; NULL: no memory, or no JSON. */
json_t *pool_parse(struct pool *pool, const char *text);
const char *pool_dump(struct pool *pool, const json_t *json);

int slice_compare(struct slice a, struct slice b);
bool slice_begins(struct slice slice, struct slice prefix);

#endif
