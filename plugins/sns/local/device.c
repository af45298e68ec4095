/* SPDX-License-Identifier: Apache-2.0 */
/* Endpoints of platform applications: a device each, by its token. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

enum { USER_DATA_MAX = 2048 }; /* bytes */

static bool check_attributes(struct call *call, const json_t *attributes)
{
    static const char *const names[] = {"CustomUserData", "Enabled", "Token"};
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)attributes, name, value) {
        size_t i = 0;
        while (i < sizeof names / sizeof *names && strcmp(names[i], name) != 0)
            i++;
        if (i == sizeof names / sizeof *names)
            return call_invalid(call, "Attributes Reason: Invalid attribute name: %.100s", name);
        if (i == 0 && json_string_length(value) > USER_DATA_MAX)
            return call_invalid(call, "Attributes Reason: Invalid value for attribute: "
                                      "CustomUserData: must be at most 2048 bytes long in UTF-8 "
                                      "encoding");
    }
    return true;
}

/* Of the one that is asked for: what stands among the attributes counts first. */
static json_t *wanted(const struct call *call)
{
    json_t *all =
        json_pack("{s:s, s:O}", "Enabled", "true", "Token", json_object_get(call->args, "Token"));
    json_t *data = json_object_get(call->args, "CustomUserData");
    if (data)
        (void)json_object_set(all, "CustomUserData", data);
    (void)json_object_update(all, json_object_get(call->args, "Attributes"));
    return all;
}

/* The ARN of the application's endpoint of that token, or NULL. */
static const char *same(const struct call *call, const json_t *attributes, json_t **found)
{
    const char *arn;
    json_object_foreach (call->service->endpoints, arn, *found)
        if (strcmp(slrun_text(*found, "Application"), call_text(call, "PlatformApplicationArn")) ==
                0 &&
            strcmp(slrun_text(json_object_get(*found, "Attributes"), "Token"),
                   slrun_text(attributes, "Token")) == 0)
            return arn;
    return NULL;
}

/* `attributes` are taken over. */
static json_t *add(struct call *call, json_t *attributes)
{
    struct service *service = call->service;
    const char *application = call_text(call, "PlatformApplicationArn");
    char id[UUID_SIZE];
    service->cloud->uuid(service->cloud, id);
    const char *rest = strstr(application, ":app/");
    json_t *arn = json_sprintf("%.*s:endpoint/%s/%s", (int)(rest - application), application,
                               rest + strlen(":app/"), id);
    (void)json_object_set_new(
        service->endpoints, json_string_value(arn),
        json_pack("{s:s, s:o}", "Application", application, "Attributes", attributes));
    endpoint_keep(service, json_string_value(arn));
    return json_pack("{s:o}", "EndpointArn", arn);
}

json_t *op_create_platform_endpoint(struct call *call)
{
    const json_t *given = json_object_get(call->args, "Attributes");
    json_t *there = NULL, *result = NULL;
    if (!call_application(call) || !check_attributes(call, given))
        return NULL;
    json_t *attributes = wanted(call);
    const char *arn = same(call, attributes, &there);
    if (!arn)
        return add(call, attributes);
    if (json_equal(json_object_get(there, "Attributes"), attributes))
        result = json_pack("{s:s}", "EndpointArn", arn);
    else
        call_invalid(call,
                     "Token Reason: Endpoint %s already exists with the same Token, but different "
                     "attributes.",
                     arn);
    json_decref(attributes);
    return result;
}

json_t *op_get_endpoint_attributes(struct call *call)
{
    const json_t *endpoint = call_endpoint(call);
    return endpoint ? json_pack("{s:O}", "Attributes", json_object_get(endpoint, "Attributes"))
                    : NULL;
}

json_t *op_set_endpoint_attributes(struct call *call)
{
    const json_t *endpoint = call_endpoint(call);
    json_t *attributes = json_object_get(call->args, "Attributes");
    if (!endpoint || !check_attributes(call, attributes))
        return NULL;
    (void)json_object_update(json_object_get(endpoint, "Attributes"), attributes);
    endpoint_keep(call->service, call_text(call, "EndpointArn"));
    return json_object();
}

json_t *op_list_endpoints_by_platform_application(struct call *call)
{
    const char *application = call_text(call, "PlatformApplicationArn"), *arn;
    json_t *list = call_application(call) ? json_array() : NULL, *endpoint;
    if (!list)
        return NULL;
    json_object_foreach (call->service->endpoints, arn, endpoint)
        if (strcmp(slrun_text(endpoint, "Application"), application) == 0)
            (void)json_array_append_new(list,
                                        json_pack("{s:s, s:O}", "EndpointArn", arn, "Attributes",
                                                  json_object_get(endpoint, "Attributes")));
    return call_page(call, list);
}
