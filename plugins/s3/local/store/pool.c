/* SPDX-License-Identifier: Apache-2.0 */
/* Memory in blocks that grow. */
#include "store/pool.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MIN = 4096, FORMAT_SMALL = 256 };

struct pool_block {
    struct pool_block *next;
    _Alignas(POOL_ALIGN) char data[];
};

void pool_free(struct pool *pool)
{
    while (pool->blocks != NULL) {
        struct pool_block *block = pool->blocks;
        pool->blocks = block->next;
        free(block);
    }
    json_decref(pool->kept);
    *pool = (struct pool){.blocks = NULL};
}

static bool grow(struct pool *pool, size_t size)
{
    size_t room = size > BLOCK_MIN ? size : BLOCK_MIN;
    struct pool_block *block = room > POOL_MAX - pool->total ? NULL : malloc(sizeof *block + room);
    if (block == NULL)
        return false;
    block->next = pool->blocks;
    pool->blocks = block;
    pool->at = block->data;
    pool->left = room;
    pool->total += room;
    return true;
}

void *pool_take(struct pool *pool, size_t size)
{
    size_t room = (size + POOL_ALIGN) / POOL_ALIGN * POOL_ALIGN;
    if (size > POOL_MAX || (room > pool->left && !grow(pool, room))) {
        pool->failed = true;
        return NULL;
    }
    char *memory = pool->at;
    pool->at += room;
    pool->left -= room;
    return memory;
}

void *pool_alloc(struct pool *pool, size_t size)
{
    void *memory = pool_take(pool, size);
    return memory == NULL ? NULL : memset(memory, 0, size);
}

char *pool_copy(struct pool *pool, const char *data, size_t size)
{
    char *copy = pool_take(pool, size < POOL_MAX ? size + 1 : SIZE_MAX);
    if (copy != NULL && size > 0)
        memcpy(copy, data, size);
    if (copy != NULL)
        copy[size] = '\0';
    return copy;
}

char *pool_text(struct pool *pool, const char *text)
{
    return pool_copy(pool, text, strlen(text));
}

char *pool_format(struct pool *pool, const char *format, ...)
{
    char small[FORMAT_SMALL];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(small, sizeof small, format, arguments);
    va_end(arguments);
    if (size >= 0 && (size_t)size < sizeof small)
        return pool_copy(pool, small, (size_t)size);
    char *text = size < 0 ? NULL : pool_take(pool, (size_t)size + 1);
    if (text != NULL) {
        va_start(arguments, format);
        (void)vsnprintf(text, (size_t)size + 1, format, arguments);
        va_end(arguments);
    }
    return text;
}

json_t *pool_json(struct pool *pool, json_t *json)
{
    if (pool->kept == NULL)
        pool->kept = json_array();
    /* append_new drops the reference where it fails */
    return json != NULL && json_array_append_new(pool->kept, json) == 0 ? json : NULL;
}

json_t *pool_parse(struct pool *pool, const char *text)
{
    return pool_json(pool, json_loads(text, 0, NULL));
}

const char *pool_dump(struct pool *pool, const json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT);
    const char *copy = text == NULL ? NULL : pool_text(pool, text);
    free(text);
    return copy;
}

int slice_compare(struct slice a, struct slice b)
{
    size_t common = a.size < b.size ? a.size : b.size;
    int order = common == 0 ? 0 : memcmp(a.data, b.data, common);
    return order != 0 ? order : a.size < b.size ? -1 : a.size > b.size;
}

bool slice_begins(struct slice slice, struct slice prefix)
{
    return slice.size >= prefix.size &&
           (prefix.size == 0 || memcmp(slice.data, prefix.data, prefix.size) == 0);
}
