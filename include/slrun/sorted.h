/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Pointers in an order, found by bisection: what a service of the local cloud has under
 * names. Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_SORTED_H
#define SLRUN_SORTED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* Zeroed at first. The caller owns what the entries point to, and free()s `all` at the end. */
struct slrun_sorted {
    void **all;
    size_t n, room;
};

/* Below 0, 0 or above 0, as the entry comes before the key, is the one, or comes behind it. */
typedef int (*slrun_sorted_compare)(const void *entry, const void *key);

/* The place of the entry, or where it would be. */
static inline size_t slrun_sorted_place(const struct slrun_sorted *s, const void *key,
                                        slrun_sorted_compare compare)
{
    size_t low = 0, high = s->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(s->all[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The entry, or NULL where there is none. */
static inline void *slrun_sorted_find(const struct slrun_sorted *s, const void *key,
                                      slrun_sorted_compare compare)
{
    size_t at = slrun_sorted_place(s, key, compare);
    return at < s->n && compare(s->all[at], key) == 0 ? s->all[at] : NULL;
}

/* Puts the entry at its place; false: out of memory, and nothing has changed. */
static inline bool slrun_sorted_add(struct slrun_sorted *s, size_t at, void *entry)
{
    if (s->n == s->room) {
        size_t room = s->room ? 2 * s->room : 16;
        void **all = (void **)realloc(s->all, room * sizeof *all);
        if (!all)
            return false;
        s->all = all;
        s->room = room;
    }
    memmove(s->all + at + 1, s->all + at, (s->n - at) * sizeof *s->all);
    s->all[at] = entry;
    s->n++;
    return true;
}

static inline void slrun_sorted_remove(struct slrun_sorted *s, size_t at)
{
    s->n--;
    memmove(s->all + at, s->all + at + 1, (s->n - at) * sizeof *s->all);
}

#endif
