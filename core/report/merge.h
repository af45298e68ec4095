/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Several reports of --report-json as one run. Each may come from another machine and another
 * directory: where the directories differ below the roots of their projects, ids become those seen
 * from the root. A case that is in two reports counts once, as the later one says.
 */
#ifndef SLRUN_REPORT_MERGE_H
#define SLRUN_REPORT_MERGE_H

#include <jansson.h>

#include <slrun/error.h>

#include "run/select/shard.h"
#include "run/session/observer.h"

enum {
    MERGE_REPORTS_MAX = 2 * SHARDS_MAX, /* each shard may have run twice */
    MERGE_LINE_MAX = 256 << 20,
    MERGE_TOLD_MAX = 20, /* ids that are told one by one */
};

struct merge;

/* NULL: out of memory. */
struct merge *merge_new(void);
void merge_free(struct merge *merge);

/* Reads a file, with one report or several one behind the other; a last line that is torn ends the
 * report. 0, or -1 with `error` filled: it cannot be read, or is no such report. */
int merge_read(struct merge *merge, const char *path, struct slrun_error *error);

/* Puts them together; merge_read() is over. 0, or -1 with `error` filled. */
int merge_join(struct merge *merge, struct slrun_error *error);

/* What became of it; the strings live as long as the merge. */
void merge_info(const struct merge *merge, struct run_info *info);
const struct run_summary *merge_summary(const struct merge *merge);

/* What is missing in the whole: shards, ends of runs. A list of strings; empty: nothing. */
const json_t *merge_missing(const struct merge *merge);

/* What is said besides: cases that are in two reports, shards that were dealt out differently. */
const json_t *merge_doubts(const struct merge *merge);

#endif
