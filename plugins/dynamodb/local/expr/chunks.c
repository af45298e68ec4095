/* SPDX-License-Identifier: Apache-2.0 */
#include "chunks.h"

#include <stdalign.h>
#include <stdlib.h>

/* An expression is 4 KB at most; most fit in one chunk. */
#define CHUNK_SIZE 4000

struct chunk {
    struct chunk *next;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

static struct chunk *add_chunk(struct chunk **chunks, size_t least)
{
    size_t size = least > CHUNK_SIZE ? least : CHUNK_SIZE;
    struct chunk *chunk = calloc(1, sizeof *chunk + size);
    if (chunk != NULL) {
        chunk->size = size;
        chunk->next = *chunks;
        *chunks = chunk;
    }
    return chunk;
}

void *chunks_alloc(struct chunk **chunks, size_t size)
{
    struct chunk *chunk = *chunks;
    size = (size + alignof(max_align_t) - 1) / alignof(max_align_t) * alignof(max_align_t);
    if (chunk == NULL || chunk->size - chunk->used < size)
        chunk = add_chunk(chunks, size);
    if (chunk == NULL)
        return NULL;
    void *memory = chunk->bytes + chunk->used;
    chunk->used += size;
    return memory;
}

void chunks_free(struct chunk *chunks)
{
    while (chunks != NULL) {
        struct chunk *next = chunks->next;
        free(chunks);
        chunks = next;
    }
}
