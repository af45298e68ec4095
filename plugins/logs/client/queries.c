/* SPDX-License-Identifier: Apache-2.0 */
/* Parameters and results of the operations of Logs Insights. */
#include "client/queries.h"

#include <stddef.h>

#include <slrun/table.h>

/* clang-format off */
#define END                   {.name = NULL}
/* clang-format on */

static const struct slrun_shape string_shape = S_STRING;
static const char *const languages[] = {"CWLI", "SQL", "PPL", NULL};
static const char *const states[] = {"Scheduled", "Running", "Complete", "Failed",
                                     "Cancelled", "Timeout", "Unknown",  NULL};

const struct slrun_param logs_start_query_params[] = {
    {"queryLanguage", S_WORD(languages), 0, "CWLI, which is meant unless told."},
    {"logGroupName", S_STRING, 0, "The log group."},
    {"logGroupNames", S_LIST(string_shape), 0, "Log groups, up to 50, in its place."},
    {"logGroupIdentifiers", S_LIST(string_shape), 0, "The same by names or ARNs."},
    {"startTime", S_INTEGER, SLRUN_REQUIRED, "Earliest second since 1970."},
    {"endTime", S_INTEGER, SLRUN_REQUIRED, "Latest second since 1970."},
    {"queryString", S_STRING, SLRUN_REQUIRED, "The query."},
    {"limit", S_INTEGER, 0, "Most rows, unless the query says it."},
    END,
};
const struct slrun_param logs_start_query_result[] = {
    {"queryId", S_STRING, 0, "What the results are asked for by."}, END};
const struct slrun_param logs_query_params[] = {
    {"queryId", S_STRING, SLRUN_REQUIRED, "That of start_query."}, END};
const struct slrun_param logs_get_query_results_params[] = {
    {"queryId", S_STRING, SLRUN_REQUIRED, "That of start_query."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"maxItems", S_INTEGER, 0, "Most rows of a page: all of them unless told."},
    END,
};
const struct slrun_param logs_stop_query_result[] = {
    {"success", S_BOOLEAN, 0, "Whether it was stopped."}, END};

static const struct slrun_param field_members[] = {
    {"field", S_STRING, 0, "Name of the field."}, {"value", S_STRING, 0, "What it says."}, END};
static const struct slrun_shape field_shape = S_STRUCTURE(field_members);
static const struct slrun_shape row_shape = S_LIST(field_shape);
static const struct slrun_param statistics_members[] = {
    {"recordsMatched", S_FLOAT, 0, "Events that the query is of."},
    {"recordsScanned", S_FLOAT, 0, "Events that were looked at."},
    {"estimatedRecordsSkipped", S_FLOAT, 0, "0."},
    {"bytesScanned", S_FLOAT, 0, "Their bytes."},
    {"estimatedBytesSkipped", S_FLOAT, 0, "0."},
    {"logGroupsScanned", S_FLOAT, 0, "How many groups."},
    {"resultCount", S_FLOAT, 0, "How many rows."},
    END,
};
const struct slrun_param logs_get_query_results_result[] = {
    {"queryLanguage", S_STRING, 0, "CWLI."},
    {"results", S_LIST(row_shape), 0, "Rows: lists of fields and values."},
    {"statistics", S_STRUCTURE(statistics_members), 0, "What was looked at."},
    {"status", S_STRING, 0, "Complete."},
    {"encryptionKey", S_STRING, 0, "None on the local cloud."},
    {"nextToken", S_STRING, 0, "Where the next page begins."},
    END,
};

const struct slrun_param logs_describe_queries_params[] = {
    {"logGroupName", S_STRING, 0, "Only queries of this log group."},
    {"status", S_WORD(states), 0, "Only those."},
    {"maxResults", S_INTEGER, 0, "Most items of a page, 1 to 1000."},
    {"nextToken", S_STRING, 0, "Where the page before ended."},
    {"queryLanguage", S_WORD(languages), 0, "Only queries in it."},
    END,
};
static const struct slrun_param info_members[] = {
    {"queryLanguage", S_STRING, 0, "CWLI."},
    {"queryId", S_STRING, 0, "Its id."},
    {"queryString", S_STRING, 0, "The query, with groups and times in front."},
    {"status", S_STRING, 0, "Complete."},
    {"createTime", S_INTEGER, 0, "Milliseconds since 1970."},
    {"logGroupName", S_STRING, 0, "The log group."},
    {"queryDuration", S_INTEGER, 0, "Milliseconds that it took."},
    {"bytesScanned", S_FLOAT, 0, "Bytes that were looked at."},
    {"userIdentity", S_STRING, 0, "Who ran it."},
    END,
};
static const struct slrun_shape info_shape = S_STRUCTURE(info_members);
const struct slrun_param logs_describe_queries_result[] = {
    {"queries", S_LIST(info_shape), 0, "The queries, newest first."},
    {"nextToken", S_STRING, 0, "Where the next page begins."},
    END,
};
