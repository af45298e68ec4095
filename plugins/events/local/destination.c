/* SPDX-License-Identifier: Apache-2.0 */
/* API destinations: HTTP endpoints that rules send events to. */
#include <string.h>
#include <strings.h>

#include "local/thing.h"

#define KIND "api-destination"

enum { RATE = 300 /* unless told */ };

static json_t *named(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name");
    json_t *doc = thing_find(call, KIND, name);
    return doc ? doc
               : call_fail(call, "ResourceNotFoundException",
                           "Failed to describe the api-destination(s). An api-destination '%s' "
                           "does not exist.",
                           name);
}

/* The connection of an ARN, which has an id behind the name. */
static const json_t *connection_of(const struct service *service, const char *arn)
{
    const char *end = strrchr(arn, '/');
    json_t *key = end ? json_stringn(arn, (size_t)(end - arn)) : NULL;
    const json_t *doc = key ? json_object_get(service->things, json_string_value(key)) : NULL;
    json_decref(key);
    return doc && strcmp(slrun_text(doc, "ConnectionArn"), arn) == 0 ? doc : NULL;
}

/* Whether what was given can be used. False after call_fail(). */
static bool check(struct slrun_json_call *call)
{
    const char *url = call_text(call, "InvocationEndpoint");
    const char *arn = call_text(call, "ConnectionArn");
    if (url && strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0)
        return call_invalid(call, "Parameter InvocationEndpoint is not valid. Reason: Must be "
                                  "HTTPS.");
    if (arn && !connection_of(call->service, arn))
        return call_fail(call, "ResourceNotFoundException", "Connection '%.300s' does not exist.",
                         arn);
    return true;
}

/* It is usable as long as its connection is. */
static const char *state_of(const struct service *service, const json_t *doc)
{
    const json_t *connection = connection_of(service, slrun_text(doc, "ConnectionArn"));
    const char *state = connection ? slrun_text(connection, "ConnectionState") : "";
    return strcmp(state, "AUTHORIZED") == 0 ? "ACTIVE" : "INACTIVE";
}

static json_t *changed(const struct service *service, const json_t *doc)
{
    static const char *const members[] = {"ApiDestinationArn", "CreationTime", "LastModifiedTime",
                                          NULL};
    json_t *one = json_pack("{s:s}", "ApiDestinationState", state_of(service, doc));
    slrun_copy_members(one, doc, members);
    return one;
}

static const char *const given[] = {"Name",
                                    "Description",
                                    "ConnectionArn",
                                    "InvocationEndpoint",
                                    "HttpMethod",
                                    "InvocationRateLimitPerSecond",
                                    NULL};

json_t *op_create_api_destination(struct slrun_json_call *call)
{
    const char *name = call_text(call, "Name");
    char id[UUID_SIZE];
    if (thing_find(call, KIND, name))
        return call_fail(call, "ResourceAlreadyExistsException",
                         "An api-destination '%s' already exists.", name);
    if (!check(call))
        return NULL;
    call->cloud->uuid(call->cloud, id);
    json_t *key = thing_key(call, KIND, name);
    json_t *doc = json_pack("{s:o, s:o, s:o, s:i}", "ApiDestinationArn",
                            json_sprintf("%s/%s", json_string_value(key), id), "CreationTime",
                            thing_now(call->service), "LastModifiedTime", thing_now(call->service),
                            "InvocationRateLimitPerSecond", RATE);
    json_decref(key);
    slrun_copy_members(doc, call->args, given);
    doc = thing_add(call, KIND, name, doc);
    return doc ? changed(call->service, doc) : NULL;
}

json_t *op_update_api_destination(struct slrun_json_call *call)
{
    json_t *doc = named(call);
    if (!doc || !check(call))
        return NULL;
    slrun_copy_members(doc, call->args, given);
    (void)json_object_set_new(doc, "LastModifiedTime", thing_now(call->service));
    thing_keep(call->service, doc);
    return changed(call->service, doc);
}

json_t *op_delete_api_destination(struct slrun_json_call *call)
{
    if (!named(call))
        return NULL;
    thing_remove(call, KIND, call_text(call, "Name"));
    return json_object();
}

static json_t *told(const struct service *service, const json_t *doc)
{
    static const char *const members[] = {
        "Name", "ConnectionArn", "InvocationEndpoint", "HttpMethod", "InvocationRateLimitPerSecond",
        NULL};
    json_t *one = changed(service, doc);
    slrun_copy_members(one, doc, members);
    return one;
}

json_t *op_describe_api_destination(struct slrun_json_call *call)
{
    const json_t *doc = named(call);
    json_t *one = doc ? told(call->service, doc) : NULL;
    if (one)
        slrun_copy_members(one, doc, (const char *const[]){"Description", NULL});
    return one;
}

static json_t *listed(const struct slrun_json_call *call, const json_t *doc)
{
    const char *connection = call_text(call, "ConnectionArn");
    return !connection || strcmp(connection, slrun_text(doc, "ConnectionArn")) == 0
               ? told(call->service, doc)
               : NULL;
}

json_t *op_list_api_destinations(struct slrun_json_call *call)
{
    return thing_list(call, KIND, listed);
}
