/* SPDX-License-Identifier: Apache-2.0 */
#include "local/destination.h"

#include <string.h>

#include <slrun/member.h>

#include "local/filter.h"
#include "local/keep.h"

#define DESTINATION "destination"

bool destination_is(const char *arn)
{
    return strncmp(arn, "arn:", 4) == 0 && strstr(arn, ":logs:") && strstr(arn, ":destination:");
}

static const json_t *named(const struct slrun_json_call *call, const char *arn)
{
    const char *name = destination_is(arn) ? strrchr(arn, ':') + 1 : NULL;
    const json_t *doc = name ? kept_get(call, DESTINATION, name) : NULL;
    return doc && strcmp(slrun_text_or(doc, "arn", ""), arn) == 0 ? doc : NULL;
}

const char *destination_target(struct slrun_json_call *call, const char *arn)
{
    const json_t *doc = named(call, arn);
    if (!doc)
        call_fail(call, "InvalidParameterException",
                  "Could not deliver test message to specified destination. Check if the "
                  "destination is valid.");
    return slrun_text(doc, "targetArn");
}

const char *destination_resolve(const struct slrun_json_call *call, const char *arn)
{
    return slrun_text_or(named(call, arn), "targetArn", arn);
}

static json_t *not_found(struct slrun_json_call *call)
{
    return call_fail(call, "ResourceNotFoundException",
                     "The specified destination does not exist.");
}

json_t *op_put_destination(struct slrun_json_call *call)
{
    const char *name = call_string(call, "destinationName");
    const json_t *there = kept_get(call, DESTINATION, name);
    json_t *created = json_object_get(there, "creationTime");
    if (!subscription_reaches(call_string(call, "targetArn")))
        return call_fail(call, "InvalidParameterException",
                         "slrun's local cloud delivers log events to functions and Kinesis "
                         "streams, not to %.300s",
                         call_string(call, "targetArn"));
    json_t *doc = json_pack(
        "{s:s, s:s, s:s, s:O*, s:o, s:o}", "destinationName", name, "targetArn",
        call_string(call, "targetArn"), "roleArn", call_string(call, "roleArn"), "accessPolicy",
        json_object_get(there, "accessPolicy"), "arn",
        json_sprintf("arn:aws:logs:%s:%s:destination:%s", call->x->region, call->x->account, name),
        "creationTime", created ? json_incref(created) : json_integer((json_int_t)call_now(call)));
    json_t *result = json_pack("{s:O}", "destination", doc);
    (void)kept_set(call, DESTINATION, name, doc);
    return result;
}

json_t *op_put_destination_policy(struct slrun_json_call *call)
{
    const char *name = call_string(call, "destinationName");
    json_t *doc = json_copy(kept_get(call, DESTINATION, name));
    if (!doc)
        return not_found(call);
    (void)json_object_set(doc, "accessPolicy", json_object_get(call->args, "accessPolicy"));
    (void)kept_set(call, DESTINATION, name, doc);
    return json_null();
}

json_t *op_delete_destination(struct slrun_json_call *call)
{
    return kept_set(call, DESTINATION, call_string(call, "destinationName"), NULL)
               ? json_null()
               : not_found(call);
}

json_t *op_describe_destinations(struct slrun_json_call *call)
{
    const char *prefix = call_string(call, "DestinationNamePrefix");
    return call_page(call, kept_list(call, DESTINATION, prefix ? prefix : "", "destinationName"));
}
