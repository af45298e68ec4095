/* SPDX-License-Identifier: Apache-2.0 */
#include "report/record.h"

#include "base/json_put.h"
#include "run/life/result_put.h"

static void put_counts(struct buf *to, const struct run_summary *s)
{
    json_put_open(to, "counts", '{');
    for (int i = 0; i < OUTCOME_COUNT; i++)
        json_put_integer(to, outcome_word((enum outcome)i), (int64_t)s->counts[i]);
    json_put_integer(to, "deselected", (int64_t)s->n_deselected);
    json_put_integer(to, "collection_errors", (int64_t)s->n_errors);
    json_put_close(to, '}');
}

static void put_collect_errors(struct buf *to, const struct collect_error *errors, size_t n)
{
    json_put_open(to, "collection_errors", '[');
    for (size_t i = 0; i < n; i++) {
        json_put_open(to, NULL, '{');
        json_put_text(to, "path", errors[i].path);
        json_put_text(to, "text", errors[i].text);
        json_put_close(to, '}');
    }
    json_put_close(to, ']');
}

void record_put_run(struct buf *to, const struct run_info *info)
{
    json_put_text(to, "version", info->version);
    json_put_text(to, "run", info->run_id);
    json_put_text(to, "target", info->target);
    json_put_text(to, "endpoint", info->endpoint);
    json_put_text(to, "region", info->region);
    json_put_integer(to, "cases", (int64_t)info->n_cases);
    json_put_integer(to, "files", (int64_t)info->n_files);
    json_put_integer(to, "deselected", (int64_t)info->n_deselected);
    json_put_integer(to, "jobs", info->jobs);
    json_put_text(to, "directory", info->directory);
    json_put_text(to, "root", info->root);
    json_put_text(to, "shard", info->shard);
    json_put_integer(to, "whole", (int64_t)info->n_whole);
}

void record_put_end(struct buf *to, const struct run_summary *s)
{
    put_counts(to, s);
    json_put_real(to, "seconds", s->seconds, RESULT_DIGITS);
    json_put_text(to, "stopped", s->stopped);
    if (json_array_size(s->denied) > 0)
        json_put_json(to, "denied", s->denied);
    put_collect_errors(to, s->errors, s->n_errors);
}
