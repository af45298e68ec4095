/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Memory for very many small objects, for callers that know the size of what they give back, as Lua
 * does. A small object has nothing in front of it and is rounded up to 8 bytes only, where malloc
 * takes 8 to 24 bytes more. What is freed is kept for objects of the same size, and cut into
 * smaller ones before more memory is asked for. Large ones are malloc's.
 */
#ifndef SLRUN_BASE_POOL_H
#define SLRUN_BASE_POOL_H

#include <stddef.h>
#include <stdint.h>

enum {
    POOL_ALIGN = 8,  /* of small objects */
    POOL_SMALL = 512 /* bytes of the largest of them */
};

struct pool_chunk;

/* All zero at first; owned by its user. */
struct pool {
    void *free[POOL_SMALL / POOL_ALIGN]; /* lists, by size */
    uint64_t some;                       /* a bit for each list that is not empty */
    unsigned char *next;
    size_t left;  /* bytes behind `next` */
    size_t chunk; /* bytes of the newest */
    struct pool_chunk *chunks;
};

/* As realloc() and free(): `memory` (NULL: none yet) of `old` bytes becomes one of `size` bytes, or
 * is freed where that is 0. NULL when out of memory, and `memory` is unchanged. */
void *pool_resize(struct pool *pool, void *memory, size_t old, size_t size);

/* Frees all small objects; large ones must have been freed. */
void pool_free(struct pool *pool);

#endif
