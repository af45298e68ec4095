/* SPDX-License-Identifier: Apache-2.0 */
#include "report/behind_batch.h"

#include <stdlib.h>
#include <string.h>

struct batch *batch_new(void)
{
    struct batch *batch = malloc(sizeof *batch);
    if (!batch)
        return NULL;
    batch->calls = BUF_INIT(BATCH_CALLS_MAX);
    batch_clear(batch);
    return batch;
}

void batch_clear(struct batch *batch)
{
    batch->next = NULL;
    batch->n = 0;
    buf_clear(&batch->calls);
}

void batch_free(struct batch *batch)
{
    if (batch)
        buf_free(&batch->calls);
    free(batch);
}

struct batch_event *batch_add(struct batch *batch, enum batch_kind kind)
{
    struct batch_event *e = &batch->events[batch->n++];
    e->kind = kind;
    return e;
}

bool batch_add_call(struct batch *batch, const struct call_end *end)
{
    const char *const strings[] = {end->path, end->role, end->name, end->id, end->phase};
    struct buf *to = &batch->calls;
    const size_t from = to->len;
    bool added = true;
    for (size_t i = 0; added && i < sizeof strings / sizeof *strings; i++)
        added = buf_add(to, strings[i], strlen(strings[i]) + 1);
    if (!added || !buf_add(to, end->call->data, end->call->size)) {
        to->len = from;
        to->failed = false;
        return false;
    }
    batch_add(batch, CALL_ENDS)->of.call =
        (struct batch_call){.from = from, .size = to->len - from, .at_ms = end->at_ms};
    return true;
}

bool batch_is_full(const struct batch *batch)
{
    return batch->n == BATCH_EVENTS || batch->calls.len >= BATCH_CALLS;
}

/* Telling ------------------------------------------------------------------------------------- */

static const char *next_string(const char **at)
{
    const char *string = *at;
    *at += strlen(string) + 1;
    return string;
}

static void tell_call(const struct reporters *to, const struct batch_call *e, const char *at)
{
    const char *end = at + e->size;
    struct call_end call = {.at_ms = e->at_ms};
    call.path = next_string(&at);
    call.role = next_string(&at);
    call.name = next_string(&at);
    call.id = next_string(&at);
    call.phase = next_string(&at);
    call.call = &(const struct call_copy){at, (size_t)(end - at)};
    reporters_observer.call_end((void *)to, &call);
}

static void tell(const struct reporters *to, const struct batch *batch, const struct batch_event *e)
{
    void *self = (void *)to;
    if (e->kind == CASE_BEGINS)
        reporters_observer.case_begin(self, &e->of.result);
    else if (e->kind == CASE_ENDS)
        reporters_observer.case_end(self, &e->of.result);
    else if (e->kind == CALL_ENDS)
        tell_call(to, &e->of.call, batch->calls.data + e->of.call.from);
    else
        reporters_observer.flush(self);
    free(e->kind == CASE_ENDS ? e->of.result.timeline : NULL);
}

void batch_tell(struct batch *batch, const struct reporters *reporters)
{
    for (size_t i = 0; i < batch->n; i++)
        tell(reporters, batch, &batch->events[i]);
}
