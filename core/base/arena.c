/* SPDX-License-Identifier: Apache-2.0 */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 512, USUAL_TEXT = 256, ALIGN = _Alignof(max_align_t) };

struct block {
    struct block *next;
    size_t used, size;
    _Alignas(max_align_t) unsigned char bytes[];
};

struct adopted {
    struct adopted *next;
    void *memory;
};

struct slrun_arena {
    struct block *blocks; /* the first is the one that is being filled */
    struct adopted *adopted;
    size_t size; /* of all blocks */
    size_t left;
};

struct slrun_arena *arena_new(size_t limit)
{
    struct slrun_arena *arena = calloc(1, sizeof *arena);
    if (arena)
        arena->left = limit;
    return arena;
}

void arena_free(struct slrun_arena *arena)
{
    if (!arena)
        return;
    for (struct adopted *a = arena->adopted; a; a = a->next)
        free(a->memory);
    for (struct block *next, *b = arena->blocks; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}

static struct block *block_add(struct slrun_arena *arena, size_t size)
{
    size_t want = arena->size ? arena->size : FIRST_BLOCK; /* doubles all that there is */
    if (want > arena->left)
        want = arena->left;
    if (want < size)
        want = size;
    struct block *b = malloc(sizeof *b + want);
    if (!b)
        return NULL;
    *b = (struct block){.next = arena->blocks, .size = want};
    arena->blocks = b;
    arena->size += want;
    return b;
}

/* As it comes. */
static void *take(struct slrun_arena *arena, size_t size)
{
    if (size > SIZE_MAX - ALIGN)
        return NULL;
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    if (size > arena->left)
        return NULL;
    struct block *b = arena->blocks;
    if (!b || b->size - b->used < size)
        b = block_add(arena, size);
    if (!b)
        return NULL;
    void *p = b->bytes + b->used;
    b->used += size;
    arena->left -= size;
    return p;
}

void *arena_alloc(struct slrun_arena *arena, size_t size)
{
    void *p = take(arena, size);
    return p ? memset(p, 0, size) : NULL;
}

char *arena_copy(struct slrun_arena *arena, const void *data, size_t size)
{
    char *p = size == SIZE_MAX ? NULL : take(arena, size + 1);
    if (!p)
        return NULL;
    if (size)
        memcpy(p, data, size);
    p[size] = '\0';
    return p;
}

char *arena_str(struct slrun_arena *arena, const char *str)
{
    return arena_copy(arena, str, strlen(str));
}

char *arena_vformat(struct slrun_arena *arena, const char *fmt, va_list args)
{
    va_list again;
    va_copy(again, args);
    char usual[USUAL_TEXT];
    int n = vsnprintf(usual, sizeof usual, fmt, args);
    char *p = n < 0 ? NULL : take(arena, (size_t)n + 1);
    if (p && (size_t)n < sizeof usual)
        memcpy(p, usual, (size_t)n + 1);
    else if (p)
        vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

char *arena_format(struct slrun_arena *arena, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    char *p = arena_vformat(arena, fmt, args);
    va_end(args);
    return p;
}

void *arena_adopt(struct slrun_arena *arena, void *memory)
{
    struct adopted *a = memory ? arena_alloc(arena, sizeof *a) : NULL;
    if (!a) {
        free(memory);
        return NULL;
    }
    *a = (struct adopted){.next = arena->adopted, .memory = memory};
    arena->adopted = a;
    return memory;
}
