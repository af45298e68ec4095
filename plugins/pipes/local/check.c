/* SPDX-License-Identifier: Apache-2.0 */
/* What a pipe may be. */
#include <string.h>

#include "local/source.h"
#include "local/text.h"
#include "local/way.h"
#include "readers/filter.h"

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"

const struct slrun_bound pipes_bounds[] = {
    {NULL, "Name", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "NamePrefix", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "Description", 0, 512, NULL, NULL},
    {NULL, "Source", 1, 1600, NULL, NULL},
    {NULL, "Target", 1, 1600, NULL, NULL},
    {NULL, "RoleArn", 1, 1600, NULL, NULL},
    {NULL, "Enrichment", 0, 1600, NULL, NULL},
    {NULL, "InputTemplate", 0, 8192, NULL, NULL},
    {NULL, "Filters", 0, 5, NULL, NULL},
    {NULL, "Pattern", 0, 4096, NULL, NULL},
    {NULL, "BatchSize", 1, 10000, NULL, NULL},
    {NULL, "MaximumBatchingWindowInSeconds", 0, 300, NULL, NULL},
    {NULL, "MaximumRetryAttempts", -1, 10000, NULL, NULL},
    {NULL, "MaximumRecordAgeInSeconds", -1, 604800, NULL, NULL},
    {NULL, "ParallelizationFactor", 1, 10, NULL, NULL},
    {NULL, "Limit", 1, 100, NULL, NULL},
    {NULL, NULL, 0, 0, NULL, NULL},
};

static bool check_source(struct slrun_json_call *call, const json_t *pipe)
{
    const char *arn = slrun_text(pipe, "Source"), *own = source_parameters(arn);
    const json_t *all = json_object_get(pipe, "SourceParameters");
    bool stream = own && strcmp(own, "SqsQueueParameters") != 0;
    if (!own)
        call_invalid(call,
                     "Source: slrun's local cloud has pipes from SQS queues, Kinesis streams "
                     "and DynamoDB streams alone, not from %.300s",
                     arn);
    else if (stream && !slrun_text(json_object_get(all, own), "StartingPosition"))
        call_invalid(call, "SourceParameters: %s with a StartingPosition are required for %.300s",
                     own, arn);
    else if (!filter_check(call->cloud, json_object_get(all, "FilterCriteria")))
        call_invalid(call, "Invalid filter pattern definition.");
    return !call->code;
}

static bool check_way(struct slrun_json_call *call, const json_t *pipe, bool enriches)
{
    const char *member = enriches ? "Enrichment" : "Target", *arn = slrun_text(pipe, member);
    const json_t *parameters =
        json_object_get(pipe, enriches ? "EnrichmentParameters" : "TargetParameters");
    if (enriches && (!arn || !*arn))
        return true;
    if (!way_to(arn, enriches))
        call_invalid(call, "%s: slrun's local cloud has pipes %s alone, not %.300s", member,
                     enriches ? "that functions, express state machines and API destinations enrich"
                              : "to functions, state machines, queues, topics, Kinesis streams, "
                                "event buses, API destinations and log groups",
                     arn);
    return !call->code && text_check(call, enriches ? "EnrichmentParameters" : "TargetParameters",
                                     slrun_text(parameters, "InputTemplate"));
}

bool pipe_check(struct slrun_json_call *call, const json_t *pipe)
{
    return check_source(call, pipe) && check_way(call, pipe, true) && check_way(call, pipe, false);
}
