/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::StepFunctions::StateMachine and what goes with it in stacks. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/table.h>

#include "asl/asl.h"
#include "local/definition.h"
#include "local/service.h"

enum { CALLS_MAX = 3 };

static const struct slrun_param tag_members[] = {
    {"Key", S_STRING, SLRUN_REQUIRED, "The tag's name."},
    {"Value", S_STRING, SLRUN_REQUIRED, "The tag's value."},
    {.name = NULL},
};
static const struct slrun_shape tag_shape = S_STRUCTURE(tag_members);

static const struct slrun_param machine_properties[] = {
    {"StateMachineName", S_STRING, 0, "Name of the state machine."},
    {"StateMachineType", S_STRING, 0, "STANDARD or EXPRESS."},
    {"RoleArn", S_STRING, SLRUN_REQUIRED, "Role with which it works."},
    {"Definition", S_DOCUMENT, 0, "In the Amazon States Language."},
    {"DefinitionString", S_STRING, 0, "The same as a JSON text."},
    {"DefinitionS3Location", S_DOCUMENT, 0, "The same in a bucket: Bucket, Key, Version."},
    {"DefinitionSubstitutions", S_DOCUMENT, 0, "What ${name} stands for in the definition."},
    {"LoggingConfiguration", S_DOCUMENT, 0, "Which events go to which log group."},
    {"TracingConfiguration", S_DOCUMENT, 0, "Whether AWS X-Ray traces it."},
    {"EncryptionConfiguration", S_DOCUMENT, 0, "With which key it is encrypted."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the state machine."},
    {.name = NULL},
};

static const struct slrun_param activity_properties[] = {
    {"Name", S_STRING, SLRUN_REQUIRED, "Name of the activity."},
    {"EncryptionConfiguration", S_DOCUMENT, 0, "With which key it is encrypted."},
    {"Tags", S_LIST(tag_shape), 0, "Tags of the activity."},
    {.name = NULL},
};

static const struct slrun_param version_properties[] = {
    {"StateMachineArn", S_STRING, SLRUN_REQUIRED, "ARN of the state machine."},
    {"StateMachineRevisionId", S_STRING, 0, "Revision that it must have."},
    {"Description", S_STRING, 0, "What it is for."},
    {.name = NULL},
};

static const struct slrun_param alias_properties[] = {
    {"Name", S_STRING, 0, "Name of the alias."},
    {"Description", S_STRING, 0, "What it is for."},
    {"RoutingConfiguration", S_DOCUMENT, 0, "Versions and their weights."},
    {"DeploymentPreference", S_DOCUMENT, 0, "How it moves to a version: at once here."},
    {.name = NULL},
};

/* ---- what they share ---- */

static void run(struct service *service, struct slrun_resource *r,
                const struct slrun_resource_run *order)
{
    service->cloud->resource_run(service->cloud, r, order);
}

static void refuse(const struct service *service, struct slrun_resource *r, const char *why,
                   const char *what)
{
    struct slrun_error error = {
        .kind = SLRUN_E_SERVICE, .status = 400, .code = "InvalidDefinition"};
    (void)snprintf(error.message, sizeof error.message, "%s%s", why, what);
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.error = &error, .physical_id = r->physical_id});
}

/* The value with members as the API has them: LogGroupArn as logGroupArn. */
static json_t *lower(const json_t *value)
{
    json_t *made, *one;
    const char *name;
    size_t i;
    if (json_is_array(value)) {
        made = json_array();
        json_array_foreach (value, i, one)
            (void)json_array_append_new(made, lower(one));
        return made;
    }
    if (!json_is_object(value))
        return json_incref((json_t *)(uintptr_t)value);
    made = json_object();
    json_object_foreach ((json_t *)(uintptr_t)value, name, one) {
        json_t *key = json_sprintf("%c%s", *name | 0x20, *name ? name + 1 : "");
        (void)json_object_set_new(made, json_string_value(key), lower(one));
        json_decref(key);
    }
    return made;
}

/* Properties as the arguments that they are. */
static void copy_as(json_t *args, const json_t *properties, const char *const (*names)[2])
{
    for (; (*names)[0]; names++) {
        const json_t *value = json_object_get(properties, (*names)[0]);
        if (value)
            (void)json_object_set_new(args, (*names)[1], lower(value));
    }
}

static const char *result_text(const json_t *results, const char *name)
{
    const char *found = NULL;
    for (size_t i = 0; !found && i < json_array_size(results); i++)
        found = slrun_text(json_array_get(results, i), name);
    return found;
}

/* Booleans of templates may be texts. */
static void read_flag(json_t *args, const char *in, const char *name)
{
    json_t *of = json_object_get(args, in);
    const char *text = slrun_text(of, name);
    if (text)
        (void)json_object_set_new(of, name, json_boolean(strcmp(text, "true") == 0));
}

/* ---- state machines ---- */

static void machine_made(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    const char *made = result_text(results, "stateMachineArn");
    const char *arn = r->physical_id ? r->physical_id : made;
    const json_t *machine = arn ? json_object_get(service->machines, arn) : NULL;
    const char *revision = slrun_text(machine, "revisionId");
    json_t *all = json_pack("{s:s, s:s, s:s}", "Arn", arn ? arn : "", "Name",
                            machine ? slrun_text(machine, "name") : "", "StateMachineRevisionId",
                            revision ? revision : "INITIAL");
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

/* The calls that bring tags up to date: how many. */
static size_t tag_calls(const struct slrun_resource *r, struct slrun_resource_call calls[2])
{
    json_t *tags = json_object_get(r->properties, "Tags");
    json_t *gone = slrun_keys_gone(json_object_get(r->old, "Tags"), tags, "Key");
    size_t n = 0;
    if (json_array_size(gone) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "untag_resource",
            .args = json_pack("{s:s, s:O}", "resourceArn", r->physical_id, "tagKeys", gone)};
    if (json_array_size(tags) > 0)
        calls[n++] = (struct slrun_resource_call){
            .operation = "tag_resource",
            .args = json_pack("{s:s, s:o}", "resourceArn", r->physical_id, "tags", lower(tags))};
    json_decref(gone);
    return n;
}

/* Creates or changes the state machine; `text` is taken over. */
static void machine_put(struct service *service, struct slrun_resource *r, json_t *text)
{
    static const char *const same[][2] = {{"LoggingConfiguration", "loggingConfiguration"},
                                          {"TracingConfiguration", "tracingConfiguration"},
                                          {"EncryptionConfiguration", "encryptionConfiguration"},
                                          {NULL, NULL}};
    static const char *const once[][2] = {
        {"StateMachineType", "type"}, {"Tags", "tags"}, {NULL, NULL}};
    const char *name = slrun_text(r->properties, "StateMachineName");
    json_t *raw = definition_substituted(json_string_value(text),
                                         json_object_get(r->properties, "DefinitionSubstitutions"));
    json_t *definition = definition_json(service, json_string_value(raw), json_string_length(raw));
    json_t *args = json_pack("{s:o, s:O}", "definition", definition, "roleArn",
                             json_object_get(r->properties, "RoleArn"));
    struct slrun_resource_call calls[CALLS_MAX] = {
        {.operation = r->physical_id ? "update_state_machine" : "create_state_machine",
         .args = args}};
    size_t n = 1;
    json_decref(raw);
    json_decref(text);
    copy_as(args, r->properties, same);
    read_flag(args, "tracingConfiguration", "enabled");
    read_flag(args, "loggingConfiguration", "includeExecutionData");
    if (r->physical_id) {
        (void)json_object_set_new(args, "stateMachineArn", json_string(r->physical_id));
        n += tag_calls(r, &calls[n]);
    } else {
        copy_as(args, r->properties, once);
        (void)json_object_set_new(args, "name", json_string(name ? name : r->suggested_name));
    }
    run(service, r, &(struct slrun_resource_run){"states", calls, n, machine_made});
}

/* What a bucket has. */
static void fetched(void *state, struct slrun_resource *r, const json_t *results)
{
    struct service *service = state;
    const json_t *body = json_object_get(json_array_get(results, 0), "Body");
    json_t *inner = NULL, *text;
    const char *tag = service->cloud->host->tagged_get(body, &inner);
    text = tag ? slrun_base64_inner(inner) : json_incref((json_t *)(uintptr_t)body);
    if (json_is_string(text)) {
        machine_put(service, r, text);
        return;
    }
    json_decref(text);
    refuse(service, r, "the definition in the bucket is no text", "");
}

static void fetch(struct service *service, struct slrun_resource *r, const json_t *location)
{
    static const char *const names[] = {"Bucket", "Key", NULL};
    json_t *args = json_object();
    slrun_copy_members(args, location, names);
    if (slrun_text(location, "Version"))
        (void)json_object_set(args, "VersionId", json_object_get(location, "Version"));
    struct slrun_resource_call call = {.operation = "get_object", .args = args};
    run(service, r, &(struct slrun_resource_run){"s3", &call, 1, fetched});
}

static void machine_create(void *state, struct slrun_resource *r)
{
    struct service *service = state;
    const json_t *location = json_object_get(r->properties, "DefinitionS3Location");
    json_t *object = json_object_get(r->properties, "Definition"), *text = NULL;
    const char *file = slrun_text(location, "Directory");
    char *json = object ? json_dumps(object, 0) : NULL;
    if (location && !file) {
        fetch(service, r, location);
        return;
    }
    if (file)
        text = definition_file(service, file);
    else if (json)
        text = json_string(json);
    else
        text = json_incref(json_object_get(r->properties, "DefinitionString"));
    free(json);
    if (text)
        machine_put(service, r, text);
    else
        refuse(service, r,
               file ? "this file, which has the definition, cannot be read: "
                    : "one of Definition, DefinitionString and DefinitionS3Location is required",
               file ? file : "");
}

static void remove_by(void *state, struct slrun_resource *r, const char *op, const char *member)
{
    struct slrun_resource_call call = {.operation = op,
                                       .args = json_pack("{s:s}", member, r->physical_id),
                                       .ignored = "ResourceNotFound"};
    run(state, r, &(struct slrun_resource_run){"states", &call, 1, NULL});
}

static void machine_remove(void *state, struct slrun_resource *r)
{
    remove_by(state, r, "delete_state_machine", "stateMachineArn");
}

/* ---- activities, versions, aliases ---- */

static void other_made(void *state, struct slrun_resource *r, const json_t *results)
{
    static const char *const members[] = {"activityArn", "stateMachineVersionArn",
                                          "stateMachineAliasArn", NULL};
    const struct service *service = state;
    const char *arn = r->physical_id;
    for (const char *const *m = members; *m && !arn; m++)
        arn = result_text(results, *m);
    json_t *all =
        json_pack("{s:s, s:s}", "Arn", arn ? arn : "", "Name", arn ? slrun_arn_last(arn) : "");
    service->cloud->resource_done(
        r, &(struct slrun_resource_result){.physical_id = arn, .attributes = all});
    json_decref(all);
}

static void other_create(void *state, struct slrun_resource *r, const char *op, json_t *args)
{
    struct slrun_resource_call call = {.operation = op, .args = args};
    run(state, r, &(struct slrun_resource_run){"states", &call, 1, other_made});
}

static void activity_create(void *state, struct slrun_resource *r)
{
    static const char *const names[][2] = {{"Name", "name"},
                                           {"Tags", "tags"},
                                           {"EncryptionConfiguration", "encryptionConfiguration"},
                                           {NULL, NULL}};
    json_t *args = json_object();
    copy_as(args, r->properties, names);
    other_create(state, r, "create_activity", args);
}

static void activity_remove(void *state, struct slrun_resource *r)
{
    remove_by(state, r, "delete_activity", "activityArn");
}

static void version_create(void *state, struct slrun_resource *r)
{
    static const char *const names[][2] = {{"StateMachineArn", "stateMachineArn"},
                                           {"StateMachineRevisionId", "revisionId"},
                                           {"Description", "description"},
                                           {NULL, NULL}};
    json_t *args = json_object();
    copy_as(args, r->properties, names);
    other_create(state, r, "publish_state_machine_version", args);
}

static void version_remove(void *state, struct slrun_resource *r)
{
    remove_by(state, r, "delete_state_machine_version", "stateMachineVersionArn");
}

/* RoutingConfiguration, or all of what DeploymentPreference moves to. */
static void alias_put(void *state, struct slrun_resource *r)
{
    static const char *const names[][2] = {{"Description", "description"},
                                           {"RoutingConfiguration", "routingConfiguration"},
                                           {NULL, NULL}};
    const char *name = slrun_text(r->properties, "Name");
    const json_t *preference = json_object_get(r->properties, "DeploymentPreference");
    json_t *args = json_object();
    copy_as(args, r->properties, names);
    if (preference)
        (void)json_object_set_new(args, "routingConfiguration",
                                  json_pack("[{s:O, s:i}]", "stateMachineVersionArn",
                                            json_object_get(preference, "StateMachineVersionArn"),
                                            "weight", 100));
    if (r->physical_id)
        (void)json_object_set_new(args, "stateMachineAliasArn", json_string(r->physical_id));
    else
        (void)json_object_set_new(args, "name", json_string(name ? name : r->suggested_name));
    other_create(state, r,
                 r->physical_id ? "update_state_machine_alias" : "create_state_machine_alias",
                 args);
}

static void alias_remove(void *state, struct slrun_resource *r)
{
    remove_by(state, r, "delete_state_machine_alias", "stateMachineAliasArn");
}

const struct slrun_resource_type states_resources[] = {
    {.type = "AWS::StepFunctions::StateMachine",
     .doc = "A state machine.",
     .properties = machine_properties,
     .attributes = (const char *const[]){"Arn", "Name", "StateMachineRevisionId", NULL},
     .replacing = (const char *const[]){"StateMachineName", "StateMachineType", NULL},
     .create = machine_create,
     .update = machine_create,
     .remove = machine_remove},
    {.type = "AWS::StepFunctions::Activity",
     .doc = "An activity.",
     .properties = activity_properties,
     .attributes = (const char *const[]){"Arn", "Name", NULL},
     .create = activity_create,
     .remove = activity_remove},
    {.type = "AWS::StepFunctions::StateMachineVersion",
     .doc = "A version of a state machine.",
     .properties = version_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .create = version_create,
     .remove = version_remove},
    {.type = "AWS::StepFunctions::StateMachineAlias",
     .doc = "An alias of versions of a state machine.",
     .properties = alias_properties,
     .attributes = (const char *const[]){"Arn", NULL},
     .replacing = (const char *const[]){"Name", NULL},
     .create = alias_put,
     .update = alias_put,
     .remove = alias_remove},
    {.type = NULL},
};
