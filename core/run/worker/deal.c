/* SPDX-License-Identifier: Apache-2.0 */
#include "run/worker/deal.h"

#include <stdlib.h>

struct heap {
    struct deal_file file;
    uint64_t weight;
    size_t first; /* place of its first item in the order */
};

struct deal {
    size_t *items; /* file by file */
    struct heap *heaps;
    size_t n, next; /* of them */
};

static size_t item_at(const struct deal_options *o, size_t i)
{
    return o->order ? o->order[i] : i;
}

/* A heap for each file that has items; `heap_of[file]` is its number behind 1. */
static void count(struct deal *deal, const struct deal_options *o, size_t *heap_of)
{
    for (size_t i = 0; i < o->collection->n_items; i++) {
        size_t item = item_at(o, i), file = o->collection->items[item].file;
        if (!heap_of[file]) {
            deal->heaps[deal->n] = (struct heap){.file.file = file, .first = i};
            heap_of[file] = ++deal->n;
        }
        struct heap *heap = &deal->heaps[heap_of[file] - 1];
        heap->file.n++;
        heap->weight += o->weights ? o->weights[item] : 0;
    }
}

static void fill(struct deal *deal, const struct deal_options *o, const size_t *heap_of)
{
    size_t *at = deal->items;
    for (size_t i = 0; i < deal->n; i++) {
        struct heap *heap = &deal->heaps[i];
        heap->file.items = at;
        at += heap->file.n;
        heap->file.n = 0;
    }
    for (size_t i = 0; i < o->collection->n_items; i++) {
        size_t item = item_at(o, i);
        struct deal_file *file = &deal->heaps[heap_of[o->collection->items[item].file] - 1].file;
        deal->items[(size_t)(file->items - deal->items) + file->n++] = item;
    }
}

static int heavier(const void *a, const void *b)
{
    const struct heap *x = a, *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return x->first < y->first ? -1 : x->first > y->first;
}

struct deal *deal_new(const struct deal_options *o)
{
    const struct collection *c = o->collection;
    size_t *heap_of = calloc(c->n_specs + 1, sizeof *heap_of);
    struct deal *deal = calloc(1, sizeof *deal);
    if (deal) {
        deal->items = calloc(c->n_items + 1, sizeof *deal->items);
        deal->heaps = calloc(c->n_specs + 1, sizeof *deal->heaps);
    }
    if (heap_of && deal && deal->items && deal->heaps) {
        count(deal, o, heap_of);
        fill(deal, o, heap_of);
        qsort(deal->heaps, deal->n, sizeof *deal->heaps, heavier);
    } else {
        deal_free(deal);
        deal = NULL;
    }
    free(heap_of);
    return deal;
}

void deal_free(struct deal *deal)
{
    if (!deal)
        return;
    free(deal->items);
    free(deal->heaps);
    free(deal);
}

bool deal_next(struct deal *deal, struct deal_file *file)
{
    if (!deal_left(deal))
        return false;
    *file = deal->heaps[deal->next++].file;
    return true;
}

bool deal_left(const struct deal *deal)
{
    return deal->next < deal->n;
}
