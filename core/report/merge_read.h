/* SPDX-License-Identifier: Apache-2.0 */
/* Inside of a merge (merge.h): the reports as they were read. */
#ifndef SLRUN_REPORT_MERGE_READ_H
#define SLRUN_REPORT_MERGE_READ_H

#include "report/merge.h"

/* One report: the lines of one run. */
struct merge_report {
    const char *file;  /* its name, as it was given */
    json_t *begin;     /* its first line */
    json_t *end;       /* its last; NULL: the run did not come to its end */
    json_t *cases;     /* lines case_end, in their order */
    json_t *fixtures;  /* lines fixture_end with problems */
    json_t *begun;     /* ids of cases that have begun and not ended, to their lines */
    unsigned shard, n; /* of how many; n is 0: it is none */
    char *prefix;      /* from the root of the project to where it ran: "" or "sub/" */
    char *root;        /* that root, or NULL: it is not known */
};

struct merge_reports {
    struct merge_report *list;
    size_t n, cap;
    char **files; /* names */
    size_t n_files;
};

/* As merge_read(). */
int merge_reports_read(struct merge_reports *reports, const char *path, struct slrun_error *error);
void merge_reports_free(struct merge_reports *reports);

/* The path of a spec of this report, as seen from the root of its project, if `rebase`, else as it
 * stands there. Text of malloc's, or NULL. */
char *merge_rebased(const struct merge_report *report, const char *path, bool rebase);

#endif
