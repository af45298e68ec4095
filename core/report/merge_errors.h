/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of a merge (merge.h): the files that could not be collected. */
#ifndef SLRUN_REPORT_MERGE_ERRORS_H
#define SLRUN_REPORT_MERGE_ERRORS_H

#include "report/merge_read.h"
#include "run/session/observer.h"

struct merge_errors {
    struct collect_error *list;
    size_t n;
};

/* Adds those of a report, each once: every shard reads every file, so each tells the same of one
 * that is broken. 0, or -1: out of memory. */
int merge_errors_add(struct merge_errors *errors, const struct merge_report *report, bool rebase);
void merge_errors_free(struct merge_errors *errors);

#endif
