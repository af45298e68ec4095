/* SPDX-License-Identifier: Apache-2.0 */
#include "report/record.h"

#include "run/result_json.h"

static json_t *counts(const struct run_summary *s)
{
    json_t *json = json_object();
    for (int i = 0; i < OUTCOME_COUNT; i++)
        json_object_set_new(json, outcome_word((enum outcome)i),
                            json_integer((json_int_t)s->counts[i]));
    json_object_set_new(json, "deselected", json_integer((json_int_t)s->n_deselected));
    json_object_set_new(json, "collection_errors", json_integer((json_int_t)s->n_errors));
    return json;
}

static json_t *collect_errors(const struct collect_error *errors, size_t n)
{
    json_t *list = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(list, json_pack("{s:o, s:o}", "path", result_text(errors[i].path),
                                              "text", result_text(errors[i].text)));
    return list;
}

json_t *record_run(const struct run_info *info)
{
    return json_pack("{s:s, s:s, s:s, s:o, s:s, s:I, s:I, s:I, s:i, s:o, s:o, s:o, s:I}", "version",
                     info->version, "run", info->run_id, "target", info->target, "endpoint",
                     result_text(info->endpoint), "region", info->region, "cases",
                     (json_int_t)info->n_cases, "files", (json_int_t)info->n_files, "deselected",
                     (json_int_t)info->n_deselected, "jobs", (int)info->jobs, "directory",
                     result_text(info->directory), "root", result_text(info->root), "shard",
                     result_text(info->shard), "whole", (json_int_t)info->n_whole);
}

json_t *record_end(const struct run_summary *s)
{
    return json_pack("{s:o, s:f, s:o, s:o}", "counts", counts(s), "seconds", s->seconds, "stopped",
                     result_text(s->stopped), "collection_errors",
                     collect_errors(s->errors, s->n_errors));
}
