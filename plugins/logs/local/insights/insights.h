/* SPDX-License-Identifier: Apache-2.0 */
/*
 * CloudWatch Logs Insights' query language (User Guide, "CloudWatch Logs Insights language query
 * syntax"): fields, display, filter, parse, sort, limit, stats, dedup. No I/O: events go in, rows
 * come out.
 */
#ifndef SLRUN_LOGS_INSIGHTS_H
#define SLRUN_LOGS_INSIGHTS_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    QUERY_BYTES_MAX = 10000,   /* StartQuery's bound */
    QUERY_ROWS_MAX = 10000,    /* of a result */
    QUERY_EVENTS_MAX = 100000, /* that a query looks at */
    QUERY_ERROR_MAX = 256
};

struct query;

/* NULL with `error` filled; "" there: no memory. */
struct query *query_parse(const char *text, char error[QUERY_ERROR_MAX]);
void query_free(struct query *query);

/* One event; texts are borrowed. */
struct query_event {
    int64_t at_ms, ingested_ms;
    const char *message, *stream, *log; /* log: ACCOUNT:GROUP */
    const char *pointer;                /* @ptr */
};

struct query_run;
/* A run of the query, of at most `limit` rows unless it says so itself; NULL: no memory. */
struct query_run *query_begin(const struct query *query, size_t limit);
/* Newest first. */
void query_add(struct query_run *run, const struct query_event *event);
size_t query_matched(const struct query_run *run);
/* The rows: lists of {"field", "value"}; a new reference. Ends the run. */
json_t *query_end(struct query_run *run);

#endif
