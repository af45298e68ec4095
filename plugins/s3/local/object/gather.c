/* SPDX-License-Identifier: Apache-2.0 */
/* Copies of contents, the large ones on another thread. */
#include "object/gather.h"

#include <string.h>
#include <unistd.h>

enum {
    LATER_MIN = 1 << 20,  /* bytes; less is sooner done than handed over */
    OPEN_MAX_SPANS = 1000 /* descriptors that one request may take; 8 GB in parts of 8 MB */
};

struct gathering {
    struct gather order; /* its spans are copies */
    struct ingest_span *spans;
    struct content *contents;
    uint64_t size;
};

static bool same(const struct gather *a, const struct gather *b)
{
    bool good = a->n == b->n && a->hashed == b->hashed && a->kind == b->kind;
    for (size_t i = 0; good && i < a->n; i++) {
        const struct gather_span *x = &a->spans[i], *y = &b->spans[i];
        good = x->content == y->content && x->offset == y->offset && x->size == y->size;
    }
    return good;
}

static struct gathering *gathering_new(struct call *call, const struct gather *order)
{
    struct pool *pool = &call->pool;
    struct gathering *g = pool_alloc(pool, sizeof *g);
    struct gather_span *spans = pool_alloc(pool, order->n * sizeof *spans);
    if (g == NULL || spans == NULL)
        return NULL;
    memcpy(spans, order->spans, order->n * sizeof *spans);
    *g = (struct gathering){.order = *order,
                            .spans = pool_alloc(pool, order->n * sizeof *g->spans),
                            .contents = pool_alloc(pool, order->n * sizeof *g->contents)};
    g->order.spans = spans;
    return g->spans != NULL && g->contents != NULL ? g : NULL;
}

static bool find_contents(struct call *call, struct gathering *g)
{
    for (size_t i = 0; i < g->order.n; i++) {
        const struct gather_span *span = &g->order.spans[i];
        if (!store_content(call->service->store, &call->pool, span->content, &g->contents[i]))
            return false;
        g->spans[i] = (struct ingest_span){&g->contents[i], -1, span->offset, span->size};
        g->size += span->size;
    }
    return true;
}

static void close_files(struct gathering *g)
{
    for (size_t i = 0; i < g->order.n; i++) {
        if (g->spans[i].fd >= 0)
            (void)close(g->spans[i].fd);
        g->spans[i].fd = -1;
    }
}

/* Whoever removes a content meanwhile takes nothing away from who has it open. */
static bool open_files(struct call *call, struct gathering *g)
{
    struct store *store = call->service->store;
    bool good = g->order.n <= OPEN_MAX_SPANS && ingest_make_file(&call->ingest);
    for (size_t i = 0; good && i < g->order.n; i++) {
        if (g->contents[i].in_file) {
            g->spans[i].fd = blobs_read(store_blobs(store), g->contents[i].number);
            good = g->spans[i].fd >= 0;
        }
    }
    if (!good)
        close_files(g);
    return good;
}

static void write_spans(struct call *call)
{
    const struct gathering *g = call->gathering;
    for (size_t i = 0; i < g->order.n; i++)
        (g->order.hashed ? ingest_add_span : ingest_append_span)(&call->ingest, &g->spans[i]);
    if (g->order.hashed)
        ingest_end(&call->ingest);
}

static void write_apart(struct call *call)
{
    write_spans(call);
    ingest_sync(&call->ingest);
    close_files(call->gathering);
}

static void run_again(struct call *call)
{
    call->later = false;
    call->n_headers = 0;
    call_again(call);
}

static bool hand_over(struct call *call, struct gathering *g)
{
    if (g->size < LATER_MIN || !open_files(call, g))
        return false;
    call->later = call_work(call, write_apart, run_again);
    if (!call->later)
        close_files(g);
    return call->later;
}

enum gathered gather(struct call *call, const struct gather *order)
{
    struct gathering *before = call->gathering;
    if (before == NULL || !same(&before->order, order)) {
        if (before != NULL)
            ingest_free(&call->ingest); /* the parts have changed meanwhile */
        call->gathering = gathering_new(call, order);
        call->streaming = true;
        ingest_begin(&call->ingest, call->service->store, order->hashed ? order->kind : SUM_NONE);
        if (call->gathering == NULL || !find_contents(call, call->gathering)) {
            (void)call_internal(call);
            return GATHER_FAILED;
        }
        if (before == NULL && hand_over(call, call->gathering))
            return GATHER_LATER;
        write_spans(call);
    }
    if (call->ingest.failed) {
        (void)call_internal(call);
        return GATHER_FAILED;
    }
    return GATHER_DONE;
}
