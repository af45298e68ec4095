/* SPDX-License-Identifier: Apache-2.0 */
#include "engine/roles.h"

#include <stdio.h>
#include <string.h>

#include <slrun/iam.h>

#include "engine/record.h"

enum { ID_SIZE = 256 };

#define IAM  "AWS::IAM::"
#define ROLE "Role" /* behind the id of a function: the role that SAM makes for it */

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* The line of a resource's policies; 0: the template has no such resource. */
static int line_of(const struct template *t, const char *id)
{
    const json_t *lines = json_object_get(json_array_get(t->lines, 1), "Resources");
    return json_object_get(json_array_get(lines, 1), id)
               ? template_resource_line(t, id, "Properties/Policies")
               : 0;
}

/* A role that the template does not have is that of the function with the id before "Role". */
static json_t *place_of(const struct template *t, const char *id)
{
    char function[ID_SIZE];
    size_t n = strlen(id), suffix = sizeof ROLE - 1;
    int line = line_of(t, id);
    if (line > 0 || n <= suffix || strcmp(id + n - suffix, ROLE) != 0)
        return json_pack("[i, s]", line, id);
    (void)snprintf(function, sizeof function, "%.*s", (int)(n - suffix), id);
    return json_pack("[i, s]", line_of(t, function), function);
}

json_t *roles_lines(const struct template *t, const json_t *resources)
{
    json_t *lines = json_object(), *entry;
    const char *id;
    json_object_foreach ((json_t *)resources, id, entry)
        if (begins(record_text(entry, "Type"), IAM))
            (void)json_object_set_new(lines, id, place_of(t, id));
    return lines;
}

static bool ends(const char *text, const char *with)
{
    size_t n = strlen(text), size = strlen(with);
    return n >= size && strcmp(text + n - size, with) == 0;
}

static json_t *describe(const struct stack *stack, const char *id, const json_t *record)
{
    const char *type = record_text(record, "ResourceType");
    const json_t *place = json_object_get(json_object_get(stack->doc, "Lines"), id);
    json_t *told = json_pack("{s:s, s:s, s:s}", "Type", type, "LogicalId", id, "PhysicalId",
                             record_text(record, "PhysicalResourceId"));
    if (ends(type, "Policy") || ends(type, "Permission"))
        (void)json_object_set(told, "Properties", json_object_get(record, "Properties"));
    if (!told || !begins(type, IAM))
        return told;
    (void)json_object_set_new(told, "Line",
                              json_integer(json_integer_value(json_array_get(place, 0))));
    (void)json_object_set(told, "Source", json_array_get(place, 1));
    (void)json_object_set(told, "Arn",
                          json_object_get(json_object_get(record, "Attributes"), "Arn"));
    (void)json_object_set(told, "Properties", json_object_get(record, "Properties"));
    return told;
}

void roles_tell(const struct stack *stack)
{
    const struct slrun_cloud *cloud = stack->engine->cloud;
    json_t *resources = json_array(), *record;
    const char *id;
    if (!cloud->iam || stack_is_deleted(stack)) {
        if (cloud->iam)
            (void)cloud->iam->stack(cloud, stack_text(stack, "StackId"), NULL);
        json_decref(resources);
        return;
    }
    json_object_foreach (json_object_get(stack->doc, "Resources"), id, record)
        (void)json_array_append_new(resources, describe(stack, id, record));
    json_t *told = json_pack("{s:O*, s:o, s:b}", "File", json_object_get(stack->doc, "File"),
                             "Resources", resources, "Changing", stack->deployment != NULL);
    if (told)
        (void)cloud->iam->stack(cloud, stack_text(stack, "StackId"), told);
    json_decref(told);
}
