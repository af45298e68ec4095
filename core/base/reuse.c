/* SPDX-License-Identifier: Apache-2.0 */
#include "base/reuse.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#ifdef __has_feature /* clang */
#define HAS_FEATURE(name) __has_feature(name)
#else
#define HAS_FEATURE(name) 0
#endif

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !HAS_FEATURE(address_sanitizer)
#include <malloc.h>

/* Those of a size, each with a pointer to the next. */
struct kept {
    void *first;
    unsigned n;
};

static _Thread_local struct kept kept[REUSE_SIZES + 1];

void *reuse_alloc(size_t size)
{
    size_t step = (size + REUSE_STEP - 1) / REUSE_STEP;
    if (step > REUSE_SIZES)
        return malloc(size);
    struct kept *k = &kept[step];
    void *memory = k->first;
    if (!memory)
        return malloc(step * REUSE_STEP);
    memcpy(&k->first, memory, sizeof k->first);
    k->n--;
    return memory;
}

void reuse_free(void *memory)
{
    size_t step = malloc_usable_size(memory) / REUSE_STEP; /* of NULL: 0 */
    if (!step || step > REUSE_SIZES || kept[step].n == REUSE_MOST) {
        free(memory);
        return;
    }
    struct kept *k = &kept[step];
    memcpy(memory, &k->first, sizeof k->first);
    k->first = memory;
    k->n++;
}

#else

void *reuse_alloc(size_t size)
{
    return malloc(size);
}

void reuse_free(void *memory)
{
    free(memory);
}

#endif

void reuse_for_json(void)
{
    json_set_alloc_funcs(reuse_alloc, reuse_free);
}
