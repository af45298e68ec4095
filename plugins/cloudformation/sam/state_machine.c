/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::StateMachine: the state machine and its role. */
#include <stdlib.h>
#include <string.h>

#include "sam/code.h"
#include "sam/events.h"
#include "sam/simple.h"
#include "sam/value.h"

const struct sam_property sam_state_machine_properties[] = {
    {"Definition", SAM_MAP, 0, 0},
    {"DefinitionUri", SAM_STR | SAM_MAP, 0, 0},
    {"Logging", SAM_MAP, 0, 0},
    {"Role", SAM_STR, 0, 0},
    {"RolePath", 0, 0, 0},
    {"DefinitionSubstitutions", SAM_MAP, 0, SAM_PASS},
    {"Events", SAM_MAP, SAM_MAP, 0},
    {"Name", SAM_STR, 0, 0},
    {"Type", SAM_STR, 0, 0},
    {"Tags", SAM_MAP, 0, 0},
    {"PropagateTags", SAM_BOOL, 0, 0},
    {"Policies", SAM_STR | SAM_LIST, SAM_STR | SAM_MAP, 0},
    {"Tracing", SAM_MAP, 0, 0},
    {"PermissionsBoundary", SAM_STR, 0, 0},
    {"AutoPublishAlias", 0, 0, 0},
    {"DeploymentPreference", 0, 0, 0},
    {"UseAliasAsEventTarget", SAM_BOOL, 0, SAM_LITERAL},
    {NULL, 0, 0, 0},
};

static const char *const renamed[][2] = {{"Name", "StateMachineName"},
                                         {"Type", "StateMachineType"},
                                         {"Logging", "LoggingConfiguration"},
                                         {"Tracing", "TracingConfiguration"}};

json_t *sam_machine_role(struct sam *s, const struct sam_event *event, const char *service)
{
    char id[SAM_ID_MAX];
    if (sam_has(event->p, "RoleArn"))
        return json_deep_copy(sam_get(event->p, "RoleArn"));
    sam_id(id, "%sRole", event->id);
    json_t *arn = sam_target_arn(event->target);
    json_t *role = sam_small_role(s, service, sam_destination_policy("StateMachine", id, arn));
    json_decref(arn);
    if (sam_has(s->properties, "PermissionsBoundary"))
        sam_copy(s, role, s->properties, "PermissionsBoundary");
    sam_make(s, id, "AWS::IAM::Role", role);
    return sam_getatt(id, "Arn");
}

/* Moves intrinsic functions out of the definition into `to`; "${name}" stays in their place. */
static json_t *take_out(struct sam *s, const json_t *value, json_t *to)
{
    const char *text = json_string_value(value), *key;
    if (sam_intrinsic(value) || (text != NULL && strncmp(text, "{{resolve:", 10) == 0)) {
        char name[SAM_ID_MAX];
        sam_id(name, "definition_substitution_%zu", json_object_size(to) + 1);
        sam_put(s, to, name, json_deep_copy(value));
        return json_sprintf("${%s}", name);
    }
    json_t *made, *member;
    if (json_is_array(value)) {
        size_t i;
        made = json_array();
        json_array_foreach (value, i, member)
            sam_append(s, made, take_out(s, member, to));
        return made;
    }
    if (!json_is_object(value))
        return json_deep_copy(value);
    made = json_object();
    json_object_foreach ((json_t *)value, key, member)
        sam_put(s, made, key, take_out(s, member, to));
    return made;
}

/* {"Fn::Join": ["\n", lines]} of a definition. */
static json_t *definition_string(struct sam *s, const json_t *definition)
{
    char *text = json_dumps(definition, JSON_INDENT(4) | JSON_SORT_KEYS | JSON_ENSURE_ASCII);
    json_t *lines = json_array();
    for (const char *line = text; line != NULL;) {
        size_t length = strcspn(line, "\n");
        sam_append(s, lines, json_stringn(line, length));
        line = line[length] == '\0' ? NULL : line + length + 1;
    }
    s->failed = s->failed || text == NULL;
    free(text);
    return json_pack("{s:[s, o]}", "Fn::Join", "\n", lines);
}

static bool set_definition(struct sam *s, json_t *machine)
{
    const json_t *definition = sam_get(s->properties, "Definition");
    const json_t *uri = sam_get(s->properties, "DefinitionUri");
    if (sam_given(definition) == sam_given(uri)) {
        return sam_fail(
            s, s->id, "%s",
            sam_given(uri) ? "Specify either 'Definition' or 'DefinitionUri' property and not both."
                           : "Either 'Definition' or 'DefinitionUri' property must be specified.");
    }
    if (sam_given(uri)) {
        json_t *location = sam_location(s, uri, "DefinitionUri", &sam_body_location);
        if (location != NULL)
            sam_put(s, machine, "DefinitionS3Location", location);
        return location != NULL;
    }
    json_t *taken = json_object();
    json_t *plain = take_out(s, definition, taken);
    sam_put(s, machine, "DefinitionString", definition_string(s, plain));
    if (json_object_size(taken) > 0) {
        json_t *to = sam_object_at(s, machine, "DefinitionSubstitutions");
        s->failed = json_object_update(to, taken) != 0 || s->failed;
    }
    json_decref(plain);
    json_decref(taken);
    return true;
}

static json_t *tags(struct sam *s)
{
    return sam_tags(json_pack("[{s:s, s:s}]", "Key", "stateMachine:createdBy", "Value", "SAM"),
                    sam_get(s->properties, "Tags"));
}

static bool set_role(struct sam *s, json_t *machine)
{
    const json_t *own = sam_get(s->properties, "Role");
    char id[SAM_ID_MAX];
    if (sam_given(own) && sam_has(s->properties, "Policies")) {
        return sam_fail(s, s->id,
                        "Specify either 'Role' or 'Policies' (but not both at the same time) or "
                        "neither of them");
    }
    if (sam_given(own)) {
        sam_copy_as(s, machine, "RoleArn", own);
        return true;
    }
    struct sam_role parts = {
        .service = "states.amazonaws.com", .properties = s->properties, .tags = tags(s)};
    json_t *role = sam_role(s, &parts);
    if (role == NULL)
        return false;
    if (json_is_true(sam_get(sam_get(s->properties, "Tracing"), "Enabled"))) {
        sam_append_once(s, json_object_get(role, "ManagedPolicyArns"),
                        sam_managed_policy(s, "AWSXrayWriteOnlyAccess"));
    }
    sam_make(s, sam_id(id, "%sRole", s->id), "AWS::IAM::Role", role);
    sam_put(s, machine, "RoleArn", sam_getatt(id, "Arn"));
    return true;
}

/* AutoPublishAlias: a version and an alias of it; the alias's id into `alias`, or "". */
static bool set_alias(struct sam *s, char *alias)
{
    const char *name = sam_text(s->properties, "AutoPublishAlias");
    const json_t *preference = sam_get(s->properties, "DeploymentPreference");
    char version[SAM_ID_MAX];
    alias[0] = '\0';
    if (name == NULL && sam_has(s->properties, "UseAliasAsEventTarget")) {
        return sam_fail(
            s, s->id,
            "'UseAliasAsEventTarget' requires 'AutoPublishAlias' property to be specified.");
    }
    if (name == NULL) {
        return !sam_given(preference) ||
               sam_fail(
                   s, s->id,
                   "'DeploymentPreference' requires 'AutoPublishAlias' property to be specified.");
    }
    sam_make(s, sam_id(version, "%sVersion", s->id), "AWS::StepFunctions::StateMachineVersion",
             json_pack("{s:o, s:o}", "StateMachineArn", sam_ref(s->id), "StateMachineRevisionId",
                       sam_getatt(s->id, "StateMachineRevisionId")));
    json_t *body = sam_made(s, version);
    static const char *const policies[] = {"DeletionPolicy", "UpdateReplacePolicy"};
    for (size_t i = 0; i < 2; i++)
        if (json_object_get(body, policies[i]) == NULL)
            sam_put(s, body, policies[i], json_string("Retain"));
    json_t *how = sam_given(preference) ? json_deep_copy(preference)
                                        : json_pack("{s:s}", "Type", "ALL_AT_ONCE");
    sam_put(s, how, "StateMachineVersionArn", sam_ref(version));
    sam_make(s, sam_id(alias, "%sAlias%s", s->id, name), "AWS::StepFunctions::StateMachineAlias",
             json_pack("{s:s, s:o}", "Name", name, "DeploymentPreference", how));
    return true;
}

bool sam_state_machine_resource(struct sam *s)
{
    struct sam_checked what = {s->id, "AWS::Serverless::StateMachine", s->properties};
    char alias[SAM_ID_MAX];
    if (!sam_check(s, &what, sam_state_machine_properties) ||
        !sam_events_check(s, sam_machine_events))
        return false;
    json_t *machine = sam_make_main(s, s->id, "AWS::StepFunctions::StateMachine",
                                    json_pack("{s:o}", "Tags", tags(s)));
    sam_pass(s, machine, s->properties, sam_state_machine_properties);
    for (size_t i = 0; i < sizeof renamed / sizeof *renamed; i++)
        sam_copy_as(s, machine, renamed[i][1], sam_get(s->properties, renamed[i][0]));
    if (!set_definition(s, machine) || !set_role(s, machine) || !set_alias(s, alias))
        return false;
    bool aliased = sam_has(s->properties, "UseAliasAsEventTarget");
    struct sam_target target = {s->id, aliased ? alias : NULL, true, NULL};
    return sam_events_make(s, sam_machine_events, &target);
}
