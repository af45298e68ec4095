/* SPDX-License-Identifier: Apache-2.0 */
/* News for reporters, kept to be told later: of cases and calls, and when to flush. */
#ifndef SLRUN_REPORT_BEHIND_BATCH_H
#define SLRUN_REPORT_BEHIND_BATCH_H

#include "base/buf.h"
#include "report/reporter.h"

enum {
    BATCH_EVENTS = 128,
    BATCH_CALLS = 64 << 10, /* bytes of calls, with which it is full */
    BATCH_CALLS_MAX = 1 << 30,
};

enum batch_kind { CASE_BEGINS, CASE_ENDS, CALL_ENDS, FLUSH };

struct batch_event {
    enum batch_kind kind;
    union {
        struct result result; /* of a case that ends its timeline is its own */
        struct batch_call {
            size_t from, size; /* among the calls of the batch: five strings, path, role, name, id
                                  and phase, and behind them the copy */
            double at_ms;
        } call;
    } of;
};

struct batch {
    struct batch *next;
    size_t n;
    struct buf calls;
    struct batch_event events[BATCH_EVENTS];
};

/* An empty one; NULL: out of memory. */
struct batch *batch_new(void);
void batch_clear(struct batch *batch);
/* NULL is allowed. */
void batch_free(struct batch *batch);

/* One more event, to be filled; it is not full. */
struct batch_event *batch_add(struct batch *batch, enum batch_kind kind);
/* One more, a copy of that; false: out of memory, and it is as before. */
bool batch_add_call(struct batch *batch, const struct call_end *end);
bool batch_is_full(const struct batch *batch);

/* Tells them all of it; once, since it frees what the events have. */
void batch_tell(struct batch *batch, const struct reporters *reporters);

#endif
