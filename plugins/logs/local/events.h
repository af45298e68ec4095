/* SPDX-License-Identifier: Apache-2.0 */
/* What events.c and search.c share: events are ordered by their time and their id, which grows as
 * they come in, and tokens hold such a place. */
#ifndef SLRUN_LOGS_EVENTS_H
#define SLRUN_LOGS_EVENTS_H

#include "local/service.h"

enum { EVENTS_MAX = 10000 /* of a page */ };

struct position {
    int64_t ms, id;
};

/* What goes on behind `at`, or before it. A new reference. */
json_t *position_token(bool forward, struct position at);
/* False after call_fail(). */
bool position_parse(struct slrun_json_call *call, const char *token, bool *forward,
                    struct position *at);

/* A row with id, at_ms, ingested_ms and message. A new reference. */
json_t *event_json(sqlite3_stmt *row);

#endif
