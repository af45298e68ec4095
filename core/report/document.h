/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A report file that is whole at every moment of the run: a head with the counts so far, a part for
 * each case that ended, a foot. At the end, unless all ended in the order of collection, it is
 * written anew in that order, and takes the place of the first in one step. What is no regular file
 * (/dev/stdout, a pipe) is written once, at the end.
 */
#ifndef SLRUN_REPORT_DOCUMENT_H
#define SLRUN_REPORT_DOCUMENT_H

#include <stdint.h>

#include "base/buf.h"
#include "report/reporter.h"

/* What stands in the head. */
struct document_counts {
    size_t planned;                 /* cases of the run */
    size_t outcomes[OUTCOME_COUNT]; /* of those that ended */
    size_t problems;                /* clean-ups and files that failed besides */
    size_t parts;                   /* of the document so far */
    double seconds;
    int64_t started_ms; /* since 1970 */
    bool ended;
};

/* Each adds text to `to`. */
struct document_format {
    const char *name; /* "JUnit" */
    /* As long for all counts of a run, but once it has ended. */
    void (*head)(struct buf *to, const struct document_counts *counts);
    void (*result)(struct buf *to, const struct result *result, size_t *parts);
    void (*collect_error)(struct buf *to, const struct collect_error *error, size_t *parts);
    void (*fixture)(struct buf *to, const struct fixture_result *fixture, size_t *parts);
    void (*foot)(struct buf *to);
};

struct document;

/* As in struct reporter_kind; its observer is document_observer. */
struct document *document_open(const struct document_format *format, const char *path,
                               struct slrun_error *error);
int document_close(void *document, struct slrun_error *error);

extern const struct observer document_observer;

#endif
