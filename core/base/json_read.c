/* SPDX-License-Identifier: Apache-2.0 */
/*
 * jansson reads through a function for each byte; yajl reads the same in a fifth of the time and
 * makes no values, which are made here. What the two may read differently (other characters than
 * ASCII, \u, numbers that are no short integers, depth) and whatever is wrong is left to jansson.
 */
#include "base/json_read.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <yajl/yajl_parse.h>

#include "base/json_plain.h"
#include "base/reuse.h"

enum {
    DEPTH_MAX = 64,
    DIGITS_MAX = 18, /* fit into 64 bits */
    KEY_MAX = 256    /* bytes of a key that waits for its value */
};

struct level {
    json_t *json; /* of the level above, but for the first */
    char key[KEY_MAX];
    size_t n_key;
};

struct reading {
    json_t *root; /* a reference */
    size_t depth;
    struct level levels[DEPTH_MAX];
};

/* Takes over `json`. yajl's callbacks answer 0 to end the reading. */
static int put(struct reading *r, json_t *json)
{
    if (r->depth == 0) {
        r->root = json;
        return json != NULL;
    }
    struct level *level = &r->levels[r->depth - 1];
    if (json_is_array(level->json))
        return !json_array_append_new(level->json, json);
    return !json_object_setn_new_nocheck(level->json, level->key, level->n_key, json);
}

static int on_null(void *reading)
{
    return put(reading, json_null());
}

static int on_boolean(void *reading, int value)
{
    return put(reading, json_boolean(value));
}

static int on_number(void *reading, const char *text, size_t size)
{
    bool negative = *text == '-';
    json_int_t value = 0;
    if (size - negative > DIGITS_MAX || (negative && text[1] == '0')) /* -0 */
        return 0;
    for (size_t i = negative; i < size; i++) {
        if (text[i] < '0' || text[i] > '9')
            return 0;
        value = 10 * value + (text[i] - '0');
    }
    return put(reading, json_integer(negative ? -value : value));
}

static int on_string(void *reading, const unsigned char *text, size_t size)
{
    return put(reading, json_stringn_nocheck((const char *)text, size));
}

static int on_key(void *reading, const unsigned char *text, size_t size)
{
    struct reading *r = reading;
    struct level *level = &r->levels[r->depth - 1];
    if (size > sizeof level->key)
        return 0;
    memcpy(level->key, text, size);
    level->n_key = size;
    return 1;
}

static int begin(struct reading *r, json_t *json)
{
    if (r->depth == DEPTH_MAX) {
        json_decref(json);
        return 0;
    }
    if (!put(r, json))
        return 0;
    r->levels[r->depth++].json = json;
    return 1;
}

static int on_object(void *reading)
{
    return begin(reading, json_object());
}

static int on_array(void *reading)
{
    return begin(reading, json_array());
}

/* The last one ends the reading: yajl takes the beginning of a string for nothing behind it. */
static int on_end(void *reading)
{
    struct reading *r = reading;
    return --r->depth > 0;
}

static void *take(void *arg, size_t size)
{
    (void)arg;
    return reuse_alloc(size);
}

static void *resize(void *arg, void *memory, size_t size)
{
    (void)arg;
    return realloc(memory, size);
}

static void give(void *arg, void *memory)
{
    (void)arg;
    reuse_free(memory);
}

static const yajl_callbacks callbacks = {
    .yajl_null = on_null,
    .yajl_boolean = on_boolean,
    .yajl_number = on_number,
    .yajl_string = on_string,
    .yajl_start_map = on_object,
    .yajl_map_key = on_key,
    .yajl_end_map = on_end,
    .yajl_start_array = on_array,
    .yajl_end_array = on_end,
};

/* ASCII that is neither 0 nor a space to yajl alone: eight bytes at once, the rest one by one. */
static bool is_plain(const char *text, size_t size)
{
    size_t i = 0;
    for (uint64_t word; size - i >= sizeof word; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if ((json_plain_zeros(word) | json_plain_zeros(word ^ JSON_PLAIN_EACH('\v')) |
             json_plain_zeros(word ^ JSON_PLAIN_EACH('\f')) | word) &
            JSON_PLAIN_EACH(0x80))
            return false; /* or one before such a byte, so that it is not plain all the same */
    }
    for (; i < size; i++)
        if ((signed char)text[i] <= 0 || text[i] == '\v' || text[i] == '\f')
            return false;
    return true;
}

/* ASCII without \u, and without what is a space to yajl alone. */
static bool is_usual(const char *text, size_t size)
{
    if (!is_plain(text, size))
        return false;
    const char *end = text + size;
    for (const char *at = text; (at = memchr(at, '\\', (size_t)(end - at))); at += 2)
        if (end - at < 2 || at[1] == 'u')
            return false;
    return true;
}

static bool is_space(const char *text, size_t size)
{
    size_t n = 0;
    while (n < size && memchr(" \t\r\n", text[n], 4))
        n++;
    return n == size;
}

/* Objects and arrays alone: of other values not all flags know. */
static json_t *read_usual(const char *text, size_t size)
{
    struct reading r;
    r.root = NULL; /* the levels are written before they are read */
    r.depth = 0;
    yajl_alloc_funcs memory = {take, resize, give, NULL};
    yajl_handle handle = yajl_alloc(&callbacks, &memory, &r);
    if (!handle)
        return NULL;
    yajl_status status = yajl_parse(handle, (const unsigned char *)text, size);
    size_t n = yajl_get_bytes_consumed(handle);
    bool good = status == yajl_status_client_canceled && r.depth == 0 &&
                (json_is_object(r.root) || json_is_array(r.root)) && is_space(text + n, size - n);
    yajl_free(handle);
    if (good)
        return r.root;
    json_decref(r.root);
    return NULL;
}

json_t *json_read(const void *data, size_t size, size_t flags, json_error_t *error)
{
    bool usual =
        data && !(flags & ~(size_t)(JSON_DECODE_ANY | JSON_ALLOW_NUL)) && is_usual(data, size);
    json_t *json = usual ? read_usual(data, size) : NULL;
    return json ? json : json_loadb(data, size, flags, error);
}
