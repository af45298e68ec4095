/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Bodies that say they are aws-chunked, as bytes from anywhere. Whole or in pieces of any length,
 * what is found must be the same, and no more than was sent. Needs slrun_local.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "local/protocol/chunked.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was found, as a sum: events in their order, bytes in theirs. */
struct found {
    uint64_t sum, bytes, expected;
};

static void mix(struct found *f, const void *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        f->sum = (f->sum ^ ((const uint8_t *)data)[i]) * UINT64_C(1099511628211);
}

static bool begin(void *arg, uint64_t chunk, const char *signature)
{
    struct found *f = arg;
    f->expected += chunk;
    mix(f, "[", 1);
    mix(f, signature, strlen(signature));
    return true;
}

static bool piece(void *arg, const void *data, size_t size)
{
    struct found *f = arg;
    f->bytes += size;
    mix(f, data, size);
    return true;
}

static bool end(void *arg)
{
    struct found *f = arg;
    if (f->bytes != f->expected)
        abort();
    mix(f, "]", 1);
    return true;
}

static bool trailer(void *arg, const char *name, const char *value)
{
    struct found *f = arg;
    mix(f, name, strlen(name) + 1);
    mix(f, value, strlen(value) + 1);
    return *name != '\0';
}

/* In pieces of `step` bytes; each in memory of its own size, so that reading past it is seen. */
static enum chunked_state decode(const uint8_t *data, size_t size, size_t step, struct found *f)
{
    const struct chunked_sink sink = {begin, piece, end, trailer, f};
    struct chunked c = {.sink = &sink};
    for (size_t at = 0; at < size; at += step) {
        size_t n = size - at < step ? size - at : step;
        char *copy = malloc(n);
        if (copy == NULL)
            break;
        memcpy(copy, data + at, n);
        chunked_take(&c, copy, n);
        free(copy);
    }
    return c.state;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const size_t steps[] = {1, 2, 7, 64};
    struct found whole = {0, 0, 0};
    enum chunked_state state = decode(data, size, size > 0 ? size : 1, &whole);
    if (whole.bytes > size)
        abort();
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        struct found pieces = {0, 0, 0};
        if (decode(data, size, steps[i], &pieces) != state || pieces.sum != whole.sum ||
            pieces.bytes != whole.bytes)
            abort();
    }
    return 0;
}
