/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Events::Archive, Connection and ApiDestination: made by the operations of those names. */
#include <stdlib.h>
#include <string.h>

#include <slrun/table.h>

#include "client/shapes.h"
#include "local/resource.h"
#include "local/service.h"

const struct slrun_param events_archive_properties[] = {
    {"ArchiveName", S_STRING, 0, "Name of the archive."},
    {"SourceArn", S_STRING, SLRUN_REQUIRED, "ARN of the bus."},
    {"Description", S_STRING, 0, "What it is for."},
    {"EventPattern", S_DOCUMENT, 0, "Which events it keeps."},
    {"KmsKeyIdentifier", S_STRING, 0, "The key of encryption."},
    {"RetentionDays", S_INTEGER, 0, "Days that events stay; 0: for ever."},
    {.name = NULL},
};

const struct slrun_param events_connection_properties[] = {
    {"Name", S_STRING, 0, "Name of the connection."},
    {"AuthorizationType", S_STRING, 0, "BASIC, API_KEY or OAUTH_CLIENT_CREDENTIALS."},
    {"AuthParameters", S_STRUCTURE(events_create_connection_auth_request_parameters), 0,
     "What is authorized with."},
    {"Description", S_STRING, 0, "What it is for."},
    {"InvocationConnectivityParameters", S_DOCUMENT, 0, "A private way to the endpoint."},
    {"KmsKeyIdentifier", S_STRING, 0, "The key of encryption."},
    {.name = NULL},
};

const struct slrun_param events_destination_properties[] = {
    {"Name", S_STRING, 0, "Name of the API destination."},
    {"ConnectionArn", S_STRING, SLRUN_REQUIRED, "ARN of the connection."},
    {"HttpMethod", S_STRING, SLRUN_REQUIRED, "The method of requests."},
    {"InvocationEndpoint", S_STRING, SLRUN_REQUIRED, "Where events go."},
    {"Description", S_STRING, 0, "What it is for."},
    {"InvocationRateLimitPerSecond", S_INTEGER, 0, "Most requests a second."},
    {.name = NULL},
};

/* What one of the three is made with. */
static const struct kind {
    const char *type, *name, *arn; /* members of properties and of results */
    const char *create, *update, *remove;
    const char *look; /* what tells more attributes; or NULL */
} kinds[] = {
    {"AWS::Events::Archive", "ArchiveName", "ArchiveArn", "create_archive", "update_archive",
     "delete_archive", NULL},
    {"AWS::Events::Connection", "Name", "ConnectionArn", "create_connection", "update_connection",
     "delete_connection", "describe_connection"},
    {"AWS::Events::ApiDestination", "Name", "ApiDestinationArn", "create_api_destination",
     "update_api_destination", "delete_api_destination", NULL},
};

static const struct kind *kind_of(const struct slrun_resource *r)
{
    size_t i = 0;
    while (strcmp(kinds[i].type, r->type->type) != 0)
        i++;
    return &kinds[i];
}

static const char *name_of(const struct slrun_resource *r)
{
    const char *own = slrun_text(r->properties, kind_of(r)->name);
    return r->physical_id ? r->physical_id : own ? own : r->suggested_name;
}

static void made(void *state, struct slrun_resource *r, const json_t *results)
{
    const struct service *service = state;
    const json_t *result = json_array_get(results, 0);
    const char *arn = slrun_text(result, kind_of(r)->arn);
    /* the ARN in policies ends before the id */
    const char *slash = arn ? strrchr(arn, '/') : NULL;
    json_t *all = json_pack("{s:s*, s:o*, s:O*}", "Arn", arn, "ArnForPolicy",
                            slash ? json_stringn(arn, (size_t)(slash - arn)) : NULL, "SecretArn",
                            json_object_get(json_array_get(results, 1), "SecretArn"));
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = name_of(r), .attributes = all});
    json_decref(all);
}

/* A pattern is a text in the operation. */
static json_t *args_of(const struct slrun_resource *r)
{
    const struct kind *kind = kind_of(r);
    json_t *args = json_copy((json_t *)(uintptr_t)r->properties);
    const json_t *pattern = json_object_get(args, "EventPattern");
    char *text = pattern ? json_dumps(pattern, JSON_COMPACT) : NULL;
    (void)json_object_set_new(args, kind->name, json_string(name_of(r)));
    if (text)
        (void)json_object_set_new(args, "EventPattern", json_string(text));
    free(text);
    if (json_object_get(args, "SourceArn") && !r->physical_id)
        (void)json_object_set(args, "EventSourceArn", json_object_get(args, "SourceArn"));
    (void)json_object_del(args, "SourceArn");
    return args;
}

void thing_resource_put(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    const struct kind *kind = kind_of(r);
    struct slrun_resource_call calls[] = {
        {.operation = r->physical_id ? kind->update : kind->create, .args = args_of(r)},
        {.operation = kind->look}};
    if (kind->look)
        calls[1].args = json_pack("{s:s}", kind->name, name_of(r));
    service->cloud->resource_run(
        service->cloud, r, &(struct slrun_resource_run){"events", calls, kind->look ? 2 : 1, made});
}

void thing_resource_remove(void *state, struct slrun_resource *r)
{
    const struct service *service = state;
    const struct kind *kind = kind_of(r);
    struct slrun_resource_call call = {.operation = kind->remove,
                                       .args = json_pack("{s:s}", kind->name, r->physical_id),
                                       .ignored = "ResourceNotFoundException"};
    service->cloud->resource_run(service->cloud, r,
                                 &(struct slrun_resource_run){"events", &call, 1, NULL});
}
