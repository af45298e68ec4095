/* SPDX-License-Identifier: Apache-2.0 */
/* Amazon CloudWatch Logs, API version 2014-03-28: groups, streams, events, retention, tags. */
#include "client/ops.h"
#include "client/filters.h"
#include "client/policies.h"
#include "client/queries.h"
#include "client/undo.h"

#include <stdint.h>

#include <slrun/table.h>

const struct slrun_service logs_service = {
    .signing_name = "logs",
    .endpoint_prefix = "logs",
    .target = "Logs_20140328",
    .json_version = "1.1",
    .iam_prefix = "logs",
    .grants = logs_grants,
};

static int build(struct slrun_ctx *ctx, json_t *args, struct slrun_request *req)
{
    return ctx->host->aws_json_build(ctx, args, req);
}

/* What is null is absent, as AWS's SDKs have it: some servers write "nextToken": null. */
static json_t *parse(struct slrun_ctx *ctx, const struct slrun_response *resp)
{
    json_t *result = ctx->host->aws_json_parse(ctx, resp), *value;
    const char *key;
    void *next;
    json_object_foreach_safe (result, next, key, value)
        if (json_is_null(value))
            json_object_del(result, key);
    return result;
}

/* ---- shapes ---- */

/* clang-format off */
#define PARAMS(name_)         static const struct slrun_param name_[]
#define END                   {.name = NULL}
/* clang-format on */

static const struct slrun_shape string_shape = S_STRING;
static const char *const classes[] = {"STANDARD", "INFREQUENT_ACCESS", "DELIVERY", "ESSENTIALS",
                                      NULL};
static const char *const orders[] = {"LogStreamName", "LastEventTime", NULL};

PARAMS(none) = {END};

#define GROUP(flags_)                                                                              \
    {                                                                                              \
        "logGroupName", S_STRING, flags_, "Name of the log group."                                 \
    }
#define STREAM(flags_)                                                                             \
    {                                                                                              \
        "logStreamName", S_STRING, flags_, "Name of the log stream."                               \
    }
#define GROUP_OR_ARN                                                                               \
    GROUP(0),                                                                                      \
    {                                                                                              \
        "logGroupIdentifier", S_STRING, 0, "Name or ARN of the log group, in place of its name."   \
    }
#define PAGE                                                                                       \
    {"nextToken", S_STRING, 0, "Where the page begins: that of the page before."},                 \
    {                                                                                              \
        "limit", S_INTEGER, 0, "Most items of a page."                                             \
    }
#define NEXT                                                                                       \
    {                                                                                              \
        "nextToken", S_STRING, 0, "Where the next page begins; absent on the last."                \
    }
#define START                                                                                      \
    {                                                                                              \
        "startTime", S_INTEGER, 0, "Earliest timestamp, milliseconds since 1970."                  \
    }
#define UNMASK                                                                                     \
    {                                                                                              \
        "unmask", S_BOOLEAN, 0, "Shows what a data protection policy masks."                       \
    }
#define TAGS                                                                                       \
    {                                                                                              \
        "tags", S_MAP(string_shape), 0, "Tags, key to value."                                      \
    }
#define ARN                                                                                        \
    {                                                                                              \
        "resourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the log group."                           \
    }

PARAMS(create_log_group_params) = {
    GROUP(SLRUN_REQUIRED),
    {"kmsKeyId", S_STRING, 0, "ARN of the key that encrypts the events."},
    TAGS,
    {"logGroupClass", S_WORD(classes), 0, "What the group can do, and costs."},
    {"deletionProtectionEnabled", S_BOOLEAN, 0, "Forbids its deletion."},
    END,
};
PARAMS(group_params) = {GROUP(SLRUN_REQUIRED), END};

PARAMS(describe_log_groups_params) = {
    {"accountIdentifiers", S_LIST(string_shape), 0, "Accounts, with includeLinkedAccounts."},
    {"logGroupNamePrefix", S_STRING, 0, "How the names begin."},
    {"logGroupNamePattern", S_STRING, 0, "What the names contain; not with the prefix."},
    PAGE,
    {"includeLinkedAccounts", S_BOOLEAN, 0, "Groups of linked accounts, too."},
    {"logGroupClass", S_WORD(classes), 0, "Only groups of this class."},
    {"logGroupIdentifiers", S_LIST(string_shape), 0, "Only these groups."},
    END,
};
PARAMS(log_group_members) = {
    GROUP(0),
    {"creationTime", S_INTEGER, 0, "Milliseconds since 1970."},
    {"retentionInDays", S_INTEGER, 0, "How long events are kept; absent: for ever."},
    {"metricFilterCount", S_INTEGER, 0, "How many metric filters it has."},
    {"arn", S_STRING, 0, "ARN with :* at its end, as policies want it."},
    {"storedBytes", S_INTEGER, 0, "Bytes kept."},
    {"kmsKeyId", S_STRING, 0, "ARN of the key that encrypts the events."},
    {"dataProtectionStatus", S_STRING, 0, "Whether there is a data protection policy."},
    {"inheritedProperties", S_LIST(string_shape), 0, "What it has from the account."},
    {"logGroupClass", S_STRING, 0, "What the group can do, and costs."},
    {"logGroupArn", S_STRING, 0, "ARN without :*, as tag operations want it."},
    {"deletionProtectionEnabled", S_BOOLEAN, 0, "Whether its deletion is forbidden."},
    {"bearerTokenAuthenticationEnabled", S_BOOLEAN, 0, "Whether bearer tokens are taken."},
    {"retentionPolicyName", S_STRING, 0, "Name of its retention policy."},
    END,
};
static const struct slrun_shape log_group_shape = S_STRUCTURE(log_group_members);
PARAMS(describe_log_groups_result) = {
    {"logGroups", S_LIST(log_group_shape), 0, "The groups, by name."}, NEXT, END};

PARAMS(data_source_members) = {
    {"name", S_STRING, SLRUN_REQUIRED, "The source's name."},
    {"type", S_STRING, 0, "Its type."},
    END,
};
static const struct slrun_shape data_source_shape = S_STRUCTURE(data_source_members);
PARAMS(tag_filter_members) = {
    {"key", S_STRING, SLRUN_REQUIRED, "The tag's key."},
    {"values", S_LIST(string_shape), 0,
     "One of these values: * stands at the ends for anything, ! before a value for any other."},
    END,
};
static const struct slrun_shape tag_filter_shape = S_STRUCTURE(tag_filter_members);
PARAMS(list_log_groups_params) = {
    {"logGroupNamePattern", S_STRING, 0,
     "What the names contain, with ^ before it how they begin; | stands between several."},
    {"logGroupClass", S_WORD(classes), 0, "Only groups of this class."},
    {"includeLinkedAccounts", S_BOOLEAN, 0, "Groups of linked accounts, too."},
    {"accountIdentifiers", S_LIST(string_shape), 0, "Accounts, with includeLinkedAccounts."},
    PAGE,
    {"dataSources", S_LIST(data_source_shape), 0, "Only groups with these sources of data."},
    {"fieldIndexNames", S_LIST(string_shape), 0, "Only groups with these field indexes."},
    {"logGroupTags", S_LIST(tag_filter_shape), 0, "Only groups with these tags."},
    END,
};
PARAMS(log_group_summary_members) = {
    GROUP(0),
    {"logGroupArn", S_STRING, 0, "ARN without :*."},
    {"logGroupClass", S_STRING, 0, "What the group can do, and costs."},
    END,
};
static const struct slrun_shape log_group_summary_shape = S_STRUCTURE(log_group_summary_members);
PARAMS(list_log_groups_result) = {
    {"logGroups", S_LIST(log_group_summary_shape), 0, "The groups, by name."}, NEXT, END};

PARAMS(stream_params) = {GROUP(SLRUN_REQUIRED), STREAM(SLRUN_REQUIRED), END};

PARAMS(describe_log_streams_params) = {
    GROUP_OR_ARN,
    {"logStreamNamePrefix", S_STRING, 0, "How the names begin."},
    {"orderBy", S_WORD(orders), 0, "LogStreamName unless given."},
    {"descending", S_BOOLEAN, 0, "The other way round."},
    PAGE,
    END,
};
PARAMS(log_stream_members) = {
    STREAM(0),
    {"creationTime", S_INTEGER, 0, "Milliseconds since 1970."},
    {"firstEventTimestamp", S_INTEGER, 0, "Of its earliest event."},
    {"lastEventTimestamp", S_INTEGER, 0, "Of its latest event."},
    {"lastIngestionTime", S_INTEGER, 0, "When events came last."},
    {"uploadSequenceToken", S_STRING, 0, "Not needed any more."},
    {"arn", S_STRING, 0, "ARN of the log stream."},
    {"storedBytes", S_INTEGER, 0, "Always 0."},
    END,
};
static const struct slrun_shape log_stream_shape = S_STRUCTURE(log_stream_members);
PARAMS(describe_log_streams_result) = {
    {"logStreams", S_LIST(log_stream_shape), 0, "The streams."}, NEXT, END};

PARAMS(input_event_members) = {
    {"timestamp", S_INTEGER, SLRUN_REQUIRED, "Milliseconds since 1970."},
    {"message", S_STRING, SLRUN_REQUIRED, "What it says."},
    END,
};
PARAMS(entity_members) = {
    {"keyAttributes", S_MAP(string_shape), 0, "What identifies it."},
    {"attributes", S_MAP(string_shape), 0, "What else is known of it."},
    END,
};
PARAMS(rejected_events_members) = {
    {"tooNewLogEventStartIndex", S_INTEGER, 0, "The first event too far in the future."},
    {"tooOldLogEventEndIndex", S_INTEGER, 0, "Behind the last event that is too old."},
    {"expiredLogEventEndIndex", S_INTEGER, 0, "Behind the last event past its retention."},
    END,
};
PARAMS(rejected_entity_members) = {{"errorType", S_STRING, 0, "Why it was refused."}, END};
static const struct slrun_shape input_event_shape = S_STRUCTURE(input_event_members);
PARAMS(put_log_events_params) = {
    GROUP(SLRUN_REQUIRED),
    STREAM(SLRUN_REQUIRED),
    {"logEvents", S_LIST(input_event_shape), SLRUN_REQUIRED, "1 to 10,000, oldest first."},
    {"sequenceToken", S_STRING, 0, "Not needed any more."},
    {"entity", S_STRUCTURE(entity_members), 0, "What the events are about."},
    END,
};
PARAMS(put_log_events_result) = {
    {"nextSequenceToken", S_STRING, 0, "Not needed any more."},
    {"rejectedLogEventsInfo", S_STRUCTURE(rejected_events_members), 0, "Events not taken."},
    {"rejectedEntityInfo", S_STRUCTURE(rejected_entity_members), 0, "Why not the entity."},
    END,
};

PARAMS(output_event_members) = {
    {"timestamp", S_INTEGER, 0, "Milliseconds since 1970."},
    {"message", S_STRING, 0, "What it says."},
    {"ingestionTime", S_INTEGER, 0, "When it came in."},
    END,
};
static const struct slrun_shape output_event_shape = S_STRUCTURE(output_event_members);
PARAMS(get_log_events_params) = {
    GROUP_OR_ARN, STREAM(SLRUN_REQUIRED),
    START,        {"endTime", S_INTEGER, 0, "Timestamp before which events are wanted."},
    PAGE,         {"startFromHead", S_BOOLEAN, 0, "The oldest first; the latest unless told."},
    UNMASK,       END,
};
PARAMS(get_log_events_result) = {
    {"events", S_LIST(output_event_shape), 0, "The events, oldest first."},
    {"nextForwardToken", S_STRING, 0, "Leads to later events; the same at the end."},
    {"nextBackwardToken", S_STRING, 0, "Leads to earlier events; the same at the end."},
    END,
};

PARAMS(filtered_event_members) = {
    STREAM(0),
    {"timestamp", S_INTEGER, 0, "Milliseconds since 1970."},
    {"message", S_STRING, 0, "What it says."},
    {"ingestionTime", S_INTEGER, 0, "When it came in."},
    {"eventId", S_STRING, 0, "Its own."},
    END,
};
PARAMS(searched_stream_members) = {
    STREAM(0), {"searchedCompletely", S_BOOLEAN, 0, "Whether all of it was searched."}, END};
static const struct slrun_shape filtered_event_shape = S_STRUCTURE(filtered_event_members);
static const struct slrun_shape searched_stream_shape = S_STRUCTURE(searched_stream_members);
PARAMS(filter_log_events_params) = {
    GROUP_OR_ARN,
    {"logStreamNames", S_LIST(string_shape), 0, "Only these streams, up to 100."},
    {"logStreamNamePrefix", S_STRING, 0, "Only streams whose names begin so."},
    START,
    {"endTime", S_INTEGER, 0, "Latest timestamp, milliseconds since 1970."},
    {"filterPattern", S_STRING, 0, "What an event must match."},
    PAGE,
    {"startFromHead", S_BOOLEAN, 0, "The oldest first, unless false."},
    {"interleaved", S_BOOLEAN, 0, "Not looked at any more: always true."},
    UNMASK,
    END,
};
PARAMS(filter_log_events_result) = {
    {"events", S_LIST(filtered_event_shape), 0, "The events that match."},
    {"searchedLogStreams", S_LIST(searched_stream_shape), 0, "Empty."},
    NEXT,
    END,
};

PARAMS(put_retention_policy_params) = {
    GROUP(SLRUN_REQUIRED),
    {"retentionInDays", S_INTEGER, SLRUN_REQUIRED, "1, 3, 5, 7, 14, 30 and so on to 3653."},
    END,
};

PARAMS(tag_resource_params) = {
    ARN, {"tags", S_MAP(string_shape), SLRUN_REQUIRED, "Tags, key to value."}, END};
PARAMS(untag_resource_params) = {
    ARN, {"tagKeys", S_LIST(string_shape), SLRUN_REQUIRED, "Keys of the tags."}, END};
PARAMS(list_tags_for_resource_params) = {ARN, END};
PARAMS(list_tags_for_resource_result) = {TAGS, END};

PARAMS(match_members) = {
    {"eventNumber", S_INTEGER, 0, "Its place in logEventMessages, from 0."},
    {"eventMessage", S_STRING, 0, "The message."},
    {"extractedValues", S_MAP(string_shape), 0, "What the pattern names, \"$name\" to value."},
    END,
};
static const struct slrun_shape match_shape = S_STRUCTURE(match_members);
PARAMS(test_metric_filter_params) = {
    {"filterPattern", S_STRING, SLRUN_REQUIRED, "What an event must match."},
    {"logEventMessages", S_LIST(string_shape), SLRUN_REQUIRED, "1 to 50 messages."},
    END,
};
PARAMS(test_metric_filter_result) = {
    {"matches", S_LIST(match_shape), 0, "The messages that match."}, END};

/* ---- operations ---- */

static const char *const retry[] = {"OperationAbortedException", NULL};

#define OP(name_, api_, doc_)                                                                      \
    .name = name_, .api = api_, .doc = doc_, .retry = retry, .build = build, .parse = parse
#define PAGED(items_)                                                                              \
    {                                                                                              \
        .input = "nextToken", .output = "nextToken", .items = items_, .limit = "limit"             \
    }

const struct slrun_op logs_ops[LOGS_OPS] = {
    {OP("create_log_group", "CreateLogGroup", "Creates a log group."),
     .params = create_log_group_params, .result = none, .undo = logs_create_log_group_undo,
     .tag = logs_create_log_group_tag},
    {OP("delete_log_group", "DeleteLogGroup", "Deletes a log group with all its events."),
     .params = group_params, .result = none},
    {OP("describe_log_groups", "DescribeLogGroups", "Lists log groups, by name."),
     .params = describe_log_groups_params, .result = describe_log_groups_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("logGroups")},
    {OP("list_log_groups", "ListLogGroups", "Lists log groups by parts of their names."),
     .params = list_log_groups_params, .result = list_log_groups_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("logGroups")},
    {OP("create_log_stream", "CreateLogStream", "Creates a log stream in a log group."),
     .params = stream_params, .result = none},
    {OP("delete_log_stream", "DeleteLogStream", "Deletes a log stream with its events."),
     .params = stream_params, .result = none},
    {OP("describe_log_streams", "DescribeLogStreams", "Lists the log streams of a log group."),
     .params = describe_log_streams_params, .result = describe_log_streams_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("logStreams")},
    {OP("put_log_events", "PutLogEvents", "Puts a batch of events, oldest first, into a stream."),
     .params = put_log_events_params, .result = put_log_events_result},
    /* Its tokens never end, so its pages are not walked by a rule. */
    {OP("get_log_events", "GetLogEvents", "Gets the events of one log stream."),
     .params = get_log_events_params, .result = get_log_events_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("filter_log_events", "FilterLogEvents", "Gets the events of a group that match a pattern."),
     .params = filter_log_events_params, .result = filter_log_events_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("events")},
    {OP("put_retention_policy", "PutRetentionPolicy", "Sets how long events are kept."),
     .params = put_retention_policy_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("delete_retention_policy", "DeleteRetentionPolicy", "Keeps events for ever."),
     .params = group_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("tag_resource", "TagResource", "Sets tags of a log group."), .params = tag_resource_params,
     .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("untag_resource", "UntagResource", "Removes tags from a log group."),
     .params = untag_resource_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("list_tags_for_resource", "ListTagsForResource", "Lists the tags of a log group."),
     .params = list_tags_for_resource_params, .result = list_tags_for_resource_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("test_metric_filter", "TestMetricFilter", "Tries a filter pattern on messages."),
     .params = test_metric_filter_params, .result = test_metric_filter_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("put_subscription_filter", "PutSubscriptionFilter", "Has matching events delivered."),
     .params = logs_put_subscription_filter_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("delete_subscription_filter", "DeleteSubscriptionFilter", "Ends a delivery."),
     .params = logs_filter_params, .result = none},
    {OP("describe_subscription_filters", "DescribeSubscriptionFilters", "Lists deliveries."),
     .params = logs_describe_subscription_filters_params,
     .result = logs_describe_subscription_filters_result, .flags = SLRUN_OP_IDEMPOTENT,
     .paging = PAGED("subscriptionFilters")},
    {OP("put_metric_filter", "PutMetricFilter", "Has matching events counted by a metric."),
     .params = logs_put_metric_filter_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("delete_metric_filter", "DeleteMetricFilter", "Ends a metric."),
     .params = logs_filter_params, .result = none},
    {OP("describe_metric_filters", "DescribeMetricFilters", "Lists metric filters."),
     .params = logs_describe_metric_filters_params, .result = logs_describe_metric_filters_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("metricFilters")},
    {OP("put_resource_policy", "PutResourcePolicy", "Sets a resource policy of the account."),
     .params = logs_put_resource_policy_params, .result = logs_put_resource_policy_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("delete_resource_policy", "DeleteResourcePolicy", "Removes a resource policy."),
     .params = logs_delete_resource_policy_params, .result = none},
    {OP("describe_resource_policies", "DescribeResourcePolicies", "Lists resource policies."),
     .params = logs_describe_resource_policies_params,
     .result = logs_describe_resource_policies_result, .flags = SLRUN_OP_IDEMPOTENT,
     .paging = PAGED("resourcePolicies")},
    {OP("put_destination", "PutDestination", "Names a stream for subscription filters."),
     .params = logs_put_destination_params, .result = logs_put_destination_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("put_destination_policy", "PutDestinationPolicy", "Says who may deliver to a destination."),
     .params = logs_put_destination_policy_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("delete_destination", "DeleteDestination", "Removes a destination."),
     .params = logs_delete_destination_params, .result = none},
    {OP("describe_destinations", "DescribeDestinations", "Lists destinations."),
     .params = logs_describe_destinations_params, .result = logs_describe_destinations_result,
     .flags = SLRUN_OP_IDEMPOTENT, .paging = PAGED("destinations")},
    {OP("tag_log_group", "TagLogGroup", "Sets tags of a log group: the older tag_resource."),
     .params = logs_tag_log_group_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("untag_log_group", "UntagLogGroup", "Removes tags: the older untag_resource."),
     .params = logs_untag_log_group_params, .result = none, .flags = SLRUN_OP_IDEMPOTENT},
    {OP("list_tags_log_group", "ListTagsLogGroup", "Lists tags: the older list_tags_for_resource."),
     .params = group_params, .result = logs_list_tags_log_group_result,
     .flags = SLRUN_OP_IDEMPOTENT},
    {OP("start_query", "StartQuery", "Runs a query of Logs Insights."),
     .params = logs_start_query_params, .result = logs_start_query_result},
    {OP("stop_query", "StopQuery", "Ends a query."), .params = logs_query_params,
     .result = logs_stop_query_result},
    {OP("get_query_results", "GetQueryResults", "Gets the rows of a query."),
     .params = logs_get_query_results_params, .result = logs_get_query_results_result,
     .flags = SLRUN_OP_IDEMPOTENT,
     .paging =
         {.input = "nextToken", .output = "nextToken", .items = "results", .limit = "maxItems"}},
    {OP("describe_queries", "DescribeQueries", "Lists queries."),
     .params = logs_describe_queries_params, .result = logs_describe_queries_result,
     .flags = SLRUN_OP_IDEMPOTENT,
     .paging =
         {.input = "nextToken", .output = "nextToken", .items = "queries", .limit = "maxResults"}},
};
