/* SPDX-License-Identifier: Apache-2.0 */
#include "base/pool.h"

#include <stdlib.h>
#include <string.h>

#ifdef __has_feature /* clang */
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

#if defined(__SANITIZE_ADDRESS__) || HAS_FEATURE(address_sanitizer)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(memory, size)   ((void)(memory), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(memory, size) ((void)(memory), (void)(size))
#endif

enum { CHUNK_FIRST = 8 * 1024, CHUNK_MOST = 64 * 1024 };

struct pool_chunk {
    struct pool_chunk *next;
    _Alignas(POOL_ALIGN) unsigned char bytes[];
};

static size_t rounded(size_t size)
{
    return (size + POOL_ALIGN - 1) & ~(size_t)(POOL_ALIGN - 1);
}

_Static_assert(POOL_SMALL / POOL_ALIGN == 64, "a bit for each size");

static size_t place_of(size_t size)
{
    return size / POOL_ALIGN - 1;
}

static void give(struct pool *pool, void *memory, size_t size)
{
    size_t place = place_of(size);
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    memcpy(memory, &pool->free[place], sizeof pool->free[place]);
    pool->free[place] = memory;
    pool->some |= (uint64_t)1 << place;
    ASAN_POISON_MEMORY_REGION(memory, size);
}

/* One of the list there, which is not empty. */
static void *take_free(struct pool *pool, size_t place)
{
    void *memory = pool->free[place];
    ASAN_UNPOISON_MEMORY_REGION(memory, (place + 1) * POOL_ALIGN);
    memcpy(&pool->free[place], memory, sizeof pool->free[place]);
    if (!pool->free[place])
        pool->some &= ~((uint64_t)1 << place);
    return memory;
}

/* Cuts the smallest free object that leaves something useful behind it; NULL: there is none. */
static void *cut(struct pool *pool, size_t size)
{
    size_t least = place_of(size) + 2;
    uint64_t larger = least < 64 ? pool->some >> least : 0;
    if (!larger)
        return NULL;
    size_t place = least + (size_t)__builtin_ctzll(larger);
    unsigned char *memory = take_free(pool, place);
    give(pool, memory + size, (place + 1) * POOL_ALIGN - size);
    return memory;
}

/* The rest of the chunk before becomes an object of its size. */
static int add_chunk(struct pool *pool)
{
    size_t size = pool->chunk ? pool->chunk * 2 : CHUNK_FIRST;
    if (size > CHUNK_MOST)
        size = CHUNK_MOST;
    struct pool_chunk *chunk = malloc(size);
    if (!chunk)
        return -1;
    if (pool->left > 0)
        give(pool, pool->next, pool->left);
    chunk->next = pool->chunks;
    pool->chunks = chunk;
    pool->chunk = size;
    pool->next = chunk->bytes;
    pool->left = size - sizeof *chunk;
    ASAN_POISON_MEMORY_REGION(pool->next, pool->left);
    return 0;
}

static void *take(struct pool *pool, size_t size)
{
    if (pool->free[place_of(size)])
        return take_free(pool, place_of(size));
    void *memory = pool->left < size ? cut(pool, size) : NULL;
    if (memory)
        return memory;
    if (pool->left < size && add_chunk(pool) != 0)
        return NULL;
    memory = pool->next;
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    pool->next += size;
    pool->left -= size;
    return memory;
}

static void *get(struct pool *pool, size_t size)
{
    return size <= POOL_SMALL ? take(pool, rounded(size)) : malloc(size);
}

static void put(struct pool *pool, void *memory, size_t size)
{
    if (size <= POOL_SMALL)
        give(pool, memory, rounded(size));
    else
        free(memory);
}

void *pool_resize(struct pool *pool, void *memory, size_t old, size_t size)
{
    if (!memory)
        return size ? get(pool, size) : NULL;
    if (size == 0) {
        put(pool, memory, old);
        return NULL;
    }
    if (old > POOL_SMALL && size > POOL_SMALL)
        return realloc(memory, size);
    if (old <= POOL_SMALL && size <= POOL_SMALL && rounded(old) == rounded(size))
        return memory;
    void *other = get(pool, size);
    if (!other)
        return NULL;
    memcpy(other, memory, old < size ? old : size);
    put(pool, memory, old);
    return other;
}

void pool_free(struct pool *pool)
{
    for (struct pool_chunk *next, *c = pool->chunks; c; c = next) {
        next = c->next;
        free(c);
    }
    *pool = (struct pool){0};
}
