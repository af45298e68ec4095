/* SPDX-License-Identifier: Apache-2.0 */
/* Memory of an expression or of one evaluation: taken piece by piece, given back all at once. */
#ifndef SLRUN_JSONATA_MEMORY_H
#define SLRUN_JSONATA_MEMORY_H

#include <stddef.h>

struct jn_memory {
    struct jn_chunk *chunks;
    struct jn_cleaner *cleaners;
    char *at;
    size_t left, used, limit; /* bytes: of the chunk; in all; at most */
};

/* Zeroed bytes. NULL: that would be more than the limit, or there is no memory. */
void *jn_memory_take(struct jn_memory *memory, size_t size);
/* Has `clean(what)` called at the end. 0, or -1: no memory, and nothing is kept. */
int jn_memory_at_end(struct jn_memory *memory, void (*clean)(void *), void *what);
void jn_memory_end(struct jn_memory *memory);

#endif
