/* SPDX-License-Identifier: Apache-2.0 */
/* Settings of a stack's table that have operations of their own. */
#include "resource/resource_calls.h"

#include <stdlib.h>
#include <string.h>

static bool is_enabled(const json_t *holder, const char *property, const char *member)
{
    return json_is_true(json_object_get(json_object_get(holder, property), member));
}

static void set_recovery(struct calls *calls, const struct slrun_resource *r)
{
    static const char property[] = "PointInTimeRecoverySpecification";
    static const char member[] = "PointInTimeRecoveryEnabled";
    bool on = is_enabled(r->properties, property, member);
    if (resource_differs(r, property) && (on || is_enabled(r->old, property, member))) {
        calls_add(calls, "update_continuous_backups",
                  json_pack("{s:s, s:{s:b, s:O*}}", "TableName", resource_table_name(r), property,
                            member, on, "RecoveryPeriodInDays",
                            json_object_get(json_object_get(r->properties, property),
                                            "RecoveryPeriodInDays")));
    }
}

/* ---- the stream of Kinesis ---- */

static json_t *member_of(const json_t *properties, const char *member)
{
    return json_object_get(json_object_get(properties, "KinesisStreamSpecification"), member);
}

static void stop(struct calls *calls, const struct slrun_resource *r)
{
    calls_add(calls, "disable_kinesis_streaming_destination",
              json_pack("{s:s, s:O}", "TableName", resource_table_name(r), "StreamArn",
                        member_of(r->old, "StreamArn")));
}

static void start(struct calls *calls, const struct slrun_resource *r)
{
    json_t *precision = member_of(r->properties, "ApproximateCreationDateTimePrecision");
    json_t *args = json_pack("{s:s, s:O}", "TableName", resource_table_name(r), "StreamArn",
                             member_of(r->properties, "StreamArn"));
    if (precision != NULL) {
        (void)json_object_set_new(
            args, "EnableKinesisStreamingConfiguration",
            json_pack("{s:O}", "ApproximateCreationDateTimePrecision", precision));
    }
    calls_add(calls, "enable_kinesis_streaming_destination", args);
}

static void set_destination(struct calls *calls, const struct slrun_resource *r)
{
    if (!resource_differs(r, "KinesisStreamSpecification"))
        return;
    if (member_of(r->old, "StreamArn") != NULL)
        stop(calls, r);
    if (member_of(r->properties, "StreamArn") != NULL)
        start(calls, r);
}

/* ---- contributor insights ---- */

static const json_t *insights_of(const json_t *holder)
{
    return json_object_get(holder, "ContributorInsightsSpecification");
}

/* Of the table, or of the index with that name. */
static void set_insights(struct calls *calls, const struct slrun_resource *r,
                         const json_t *holders[2], json_t *index)
{
    const json_t *old = insights_of(holders[0]), *now = insights_of(holders[1]);
    bool was = json_is_true(json_object_get(old, "Enabled"));
    bool is = json_is_true(json_object_get(now, "Enabled"));
    if ((was || is) && (old == NULL || now == NULL || !json_equal(old, now))) {
        calls_add(calls, "update_contributor_insights",
                  json_pack("{s:s, s:O*, s:s, s:O*}", "TableName", resource_table_name(r),
                            "IndexName", index, "ContributorInsightsAction",
                            is ? "ENABLE" : "DISABLE", "ContributorInsightsMode",
                            json_object_get(now, "Mode")));
    }
}

static const json_t *same_index(const json_t *properties, const json_t *name)
{
    size_t i;
    json_t *index;
    json_array_foreach (json_object_get(properties, "GlobalSecondaryIndexes"), i, index)
        if (json_equal(json_object_get(index, "IndexName"), name))
            return index;
    return NULL;
}

static void set_all_insights(struct calls *calls, const struct slrun_resource *r)
{
    size_t i;
    json_t *index;
    set_insights(calls, r, (const json_t *[]){r->old, r->properties}, NULL);
    json_array_foreach (json_object_get(r->properties, "GlobalSecondaryIndexes"), i, index) {
        json_t *name = json_object_get(index, "IndexName");
        set_insights(calls, r, (const json_t *[]){same_index(r->old, name), index}, name);
    }
}

/* ---- the policy ---- */

json_t *resource_policy_text(const json_t *properties)
{
    const json_t *policy =
        json_object_get(json_object_get(properties, "ResourcePolicy"), "PolicyDocument");
    char *text = policy == NULL ? NULL : json_dumps(policy, JSON_COMPACT);
    json_t *json = text == NULL ? NULL : json_string(text);
    free(text);
    return json;
}

static void change_policy(struct calls *calls, const struct slrun_resource *r)
{
    if (r->old == NULL || !resource_differs(r, "ResourcePolicy"))
        return;
    json_t *arn = json_sprintf("arn:aws:dynamodb:%s:%s:table/%s", r->region, r->account,
                               resource_table_name(r));
    json_t *text = resource_policy_text(r->properties);
    calls_add(calls, text == NULL ? "delete_resource_policy" : "put_resource_policy",
              json_pack("{s:o, s:o*}", "ResourceArn", arn, "Policy", text));
}

void resource_settings(struct calls *calls, const struct slrun_resource *r)
{
    set_recovery(calls, r);
    set_destination(calls, r);
    set_all_insights(calls, r);
    change_policy(calls, r);
}
