/* SPDX-License-Identifier: Apache-2.0 */
/* Platform applications: what push notifications go through (API Reference,
 * CreatePlatformApplication and its kin). Their credentials are kept and never told; nothing is
 * pushed anywhere. */
#include <stdio.h>
#include <string.h>

#include "local/service.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."

enum { NAME_MAX_SIZE = 256 };

/* A credential alone is enough for GCM: it has no principal. */
static const struct platform {
    const char *name;
    bool principal;
} platforms[] = {
    {"ADM", true},
    {"APNS", true},
    {"APNS_SANDBOX", true},
    {"APNS_VOIP", true},
    {"APNS_VOIP_SANDBOX", true},
    {"BAIDU", true},
    {"GCM", false},
    {"MACOS", true},
    {"MACOS_SANDBOX", true},
    {"MPNS", true},
    {"WNS", true},
};

static const struct platform *find_platform(const char *name)
{
    for (size_t i = 0; i < sizeof platforms / sizeof *platforms; i++)
        if (strcmp(platforms[i].name, name) == 0)
            return &platforms[i];
    return NULL;
}

static bool check_name(struct call *call, const char *name)
{
    const char *reason = !*name                         ? "cannot be empty"
                         : strlen(name) > NAME_MAX_SIZE ? "must be at most 256 characters long"
                         : name[strspn(name, LETTERS)]
                             ? "must contain only characters 'a'-'z', 'A'-'Z', '0'-'9', '_', '-', "
                               "and '.'"
                             : NULL;
    return !reason || call_invalid(call, "%s Reason: %s", name, reason);
}

/* Principal and credential come together. */
static bool check_credentials(struct call *call, const struct platform *platform)
{
    static const char text[] = "Attributes Reason: %s attribute provided without %s";
    const json_t *attributes = json_object_get(call->args, "Attributes");
    bool principal = slrun_text(attributes, "PlatformPrincipal") != NULL;
    bool credential = slrun_text(attributes, "PlatformCredential") != NULL;
    if (principal && !credential)
        return call_invalid(call, text, "PlatformPrincipal", "PlatformCredential");
    return !credential || principal || !platform->principal ||
           call_invalid(call, text, "PlatformCredential", "PlatformPrincipal");
}

json_t *op_create_platform_application(struct call *call)
{
    struct service *service = call->service;
    const char *name = call_text(call, "Name"), *kind = call_text(call, "Platform");
    const struct platform *platform = find_platform(kind);
    if (!check_name(call, name))
        return NULL;
    if (!platform)
        return call_invalid(call, "Platform Reason: %.100s is not supported", kind);
    if (!check_credentials(call, platform))
        return NULL;
    json_t *arn =
        json_sprintf("arn:aws:sns:%s:%s:app/%s/%s", call->x->region, call->x->account, kind, name);
    if (!json_object_get(service->applications, json_string_value(arn))) {
        json_t *attributes = json_object_get(call->args, "Attributes");
        (void)json_object_set_new(service->applications, json_string_value(arn),
                                  json_pack("{s:O}", "Attributes", attributes));
        application_keep(service, json_string_value(arn));
    }
    return json_pack("{s:o}", "PlatformApplicationArn", arn);
}

/* ---- ARNs with slashes ---- */

/* Whether an argument is an ARN with so many slashes. False after call_fail(). */
static bool check_slashes(struct call *call, const char *name, int wanted)
{
    int slashes = 0;
    if (!call_arn(call, name))
        return false;
    for (const char *c = call_text(call, name); *c; c++)
        slashes += *c == '/';
    return slashes == wanted ||
           call_invalid(call, "%s Reason: Wrong number of slashes in relative portion of the ARN.",
                        name);
}

json_t *call_application(struct call *call)
{
    json_t *application =
        json_object_get(call->service->applications, call_text(call, "PlatformApplicationArn"));
    if (application || !check_slashes(call, "PlatformApplicationArn", 2))
        return application;
    return call_fail(call, "NotFound", "PlatformApplication does not exist");
}

json_t *call_endpoint(struct call *call)
{
    json_t *endpoint = json_object_get(call->service->endpoints, call_text(call, "EndpointArn"));
    if (endpoint || !check_slashes(call, "EndpointArn", 3))
        return endpoint;
    return call_fail(call, "NotFound", "Endpoint does not exist");
}

/* ---- told, set, removed ---- */

/* Without the credentials. */
static json_t *shown(const json_t *application)
{
    json_t *all = json_pack("{s:s}", "Enabled", "true");
    (void)json_object_update(all, json_object_get(application, "Attributes"));
    (void)json_object_del(all, "PlatformPrincipal");
    (void)json_object_del(all, "PlatformCredential");
    return all;
}

json_t *op_get_platform_application_attributes(struct call *call)
{
    json_t *application = call_application(call);
    return application ? json_pack("{s:o}", "Attributes", shown(application)) : NULL;
}

json_t *op_set_platform_application_attributes(struct call *call)
{
    json_t *application = call_application(call);
    if (!application)
        return NULL;
    (void)json_object_update(json_object_get(application, "Attributes"),
                             json_object_get(call->args, "Attributes"));
    application_keep(call->service, call_text(call, "PlatformApplicationArn"));
    return json_object();
}

json_t *op_list_platform_applications(struct call *call)
{
    json_t *start = json_sprintf("arn:aws:sns:%s:%s:", call->x->region, call->x->account);
    json_t *list = json_array(), *application;
    const char *arn;
    json_object_foreach (call->service->applications, arn, application)
        if (strncmp(arn, json_string_value(start), json_string_length(start)) == 0)
            (void)json_array_append_new(list, json_pack("{s:s, s:o}", "PlatformApplicationArn", arn,
                                                        "Attributes", shown(application)));
    json_decref(start);
    return call_page(call, list);
}

static void remove_endpoints(struct service *service, const char *application)
{
    const char *arn;
    json_t *endpoint;
    void *next;
    json_object_foreach_safe (service->endpoints, next, arn, endpoint) {
        if (strcmp(slrun_text(endpoint, "Application"), application) != 0)
            continue;
        json_t *name = json_string(arn);
        (void)json_object_del(service->endpoints, json_string_value(name));
        endpoint_keep(service, json_string_value(name));
        json_decref(name);
    }
}

/* Of one that is gone already, too. */
json_t *op_delete_platform_application(struct call *call)
{
    const char *arn = call_text(call, "PlatformApplicationArn");
    if (!check_slashes(call, "PlatformApplicationArn", 2))
        return NULL;
    remove_endpoints(call->service, arn);
    (void)json_object_del(call->service->applications, arn);
    application_keep(call->service, arn);
    return json_object();
}

/* Of one that is gone already, too. */
json_t *op_delete_endpoint(struct call *call)
{
    const char *arn = call_text(call, "EndpointArn");
    if (!check_slashes(call, "EndpointArn", 3))
        return NULL;
    (void)json_object_del(call->service->endpoints, arn);
    endpoint_keep(call->service, arn);
    return json_object();
}
