/* SPDX-License-Identifier: Apache-2.0 */
#include <stdlib.h>
#include <string.h>

#include "jsonata/memory.h"

/* With AddressSanitizer each piece is a chunk of its own, so that it sees what leaves its piece. */
#if defined(__SANITIZE_ADDRESS__)
enum { CHUNK = 0 };
#else
enum { CHUNK = 16384 };
#endif

struct jn_chunk {
    struct jn_chunk *next;
    _Alignas(max_align_t) char bytes[];
};

struct jn_cleaner {
    struct jn_cleaner *next;
    void (*clean)(void *);
    void *what;
};

/* Not of zeros yet: most expressions use a small part of a chunk. */
static char *chunk_new(struct jn_memory *memory, size_t size)
{
    struct jn_chunk *chunk = malloc(sizeof *chunk + size);
    if (!chunk)
        return NULL;
    chunk->next = memory->chunks;
    memory->chunks = chunk;
    return chunk->bytes;
}

/* A piece of a chunk, or a chunk of its own. */
static char *piece_new(struct jn_memory *memory, size_t size)
{
    if (size > CHUNK / 4)
        return chunk_new(memory, size);
    if (size > memory->left) {
        memory->at = chunk_new(memory, CHUNK);
        memory->left = memory->at ? CHUNK : 0;
        if (!memory->at)
            return NULL;
    }
    char *taken = memory->at;
    memory->at += size;
    memory->left -= size;
    return taken;
}

void *jn_memory_take(struct jn_memory *memory, size_t size)
{
    size = (size + sizeof(max_align_t) - 1) / sizeof(max_align_t) * sizeof(max_align_t);
    if (size > memory->limit - memory->used)
        return NULL;
    memory->used += size;
    char *taken = piece_new(memory, size);
    return taken ? memset(taken, 0, size) : NULL;
}

int jn_memory_at_end(struct jn_memory *memory, void (*clean)(void *), void *what)
{
    struct jn_cleaner *cleaner = jn_memory_take(memory, sizeof *cleaner);
    if (!cleaner)
        return -1;
    *cleaner = (struct jn_cleaner){memory->cleaners, clean, what};
    memory->cleaners = cleaner;
    return 0;
}

void jn_memory_end(struct jn_memory *memory)
{
    for (struct jn_cleaner *c = memory->cleaners; c; c = c->next)
        c->clean(c->what);
    for (struct jn_chunk *c = memory->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    *memory = (struct jn_memory){.limit = memory->limit};
}
