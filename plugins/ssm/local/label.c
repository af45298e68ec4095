/* SPDX-License-Identifier: Apache-2.0 */
/* Labels of versions (User Guide, "Working with parameter labels"). */
#include <string.h>
#include <strings.h>

#include "local/service.h"

#define CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-"

enum { LABEL_MAX = 100 };

static bool is_valid(const char *label)
{
    size_t n = strlen(label);
    return n > 0 && n <= LABEL_MAX && !label[strspn(label, CHARACTERS)] &&
           (*label < '0' || *label > '9') && strncasecmp(label, "aws", 3) != 0 &&
           strncasecmp(label, "ssm", 3) != 0;
}

static bool take(json_t *labels, const char *label)
{
    for (size_t i = 0; i < json_array_size(labels); i++)
        if (strcmp(json_string_value(json_array_get(labels, i)), label) == 0)
            return json_array_remove(labels, i) == 0;
    return false;
}

/* The parameter that the arguments name, and its version. NULL after call_fail(). */
static json_t *call_version(struct slrun_json_call *call, json_t **parameter)
{
    char name[NAME_SIZE];
    const char *selector;
    const json_t *number = json_object_get(call->args, "ParameterVersion");
    name_split(call_text(call, "Name"), name, &selector);
    *parameter = parameter_find(call, name);
    if (!*parameter)
        return call_fail(call, "ParameterNotFound", "%s", "");
    json_t *version = number ? parameter_version(*parameter, json_integer_value(number))
                             : parameter_latest(*parameter);
    return version ? version
                   : call_fail(call, "ParameterVersionNotFound",
                               "Systems Manager could not find version %" JSON_INTEGER_FORMAT
                               " of %s. Verify the version and try again.",
                               json_integer_value(number), name);
}

/* A label is on one version at a time: it moves. */
static void move_to(json_t *parameter, json_t *labels, json_t *label)
{
    size_t i;
    json_t *version;
    json_array_foreach (json_object_get(parameter, "Versions"), i, version)
        (void)take(json_object_get(version, "Labels"), json_string_value(label));
    (void)json_array_append(labels, label);
}

json_t *op_label_parameter_version(struct slrun_json_call *call)
{
    json_t *parameter, *version = call_version(call, &parameter), *label;
    json_t *labels = json_object_get(version, "Labels"), *invalid;
    size_t i, more = 0;
    if (!version)
        return NULL;
    json_array_foreach (json_object_get(call->args, "Labels"), i, label)
        more += !slrun_list_has(labels, json_string_value(label));
    if (json_array_size(labels) + more > LABELS_MAX)
        return call_fail(call, "ParameterVersionLabelLimitExceeded",
                         "An error occurred (ParameterVersionLabelLimitExceeded) when calling the "
                         "LabelParameterVersion operation: A parameter version can have maximum %d "
                         "labels.Move one or more labels to another version and try again.",
                         LABELS_MAX);
    invalid = json_array();
    json_array_foreach (json_object_get(call->args, "Labels"), i, label)
        if (is_valid(json_string_value(label)))
            move_to(parameter, labels, label);
        else
            (void)json_array_append(invalid, label);
    parameter_keep(call, slrun_text(parameter, "Name"), parameter);
    return json_pack("{s:o, s:O}", "InvalidLabels", invalid, "ParameterVersion",
                     json_object_get(version, "Version"));
}

json_t *op_unlabel_parameter_version(struct slrun_json_call *call)
{
    json_t *parameter, *version = call_version(call, &parameter), *label;
    json_t *removed, *invalid;
    size_t i;
    if (!version)
        return NULL;
    removed = json_array();
    invalid = json_array();
    json_array_foreach (json_object_get(call->args, "Labels"), i, label) {
        bool had = take(json_object_get(version, "Labels"), json_string_value(label));
        (void)json_array_append(had ? removed : invalid, label);
    }
    parameter_keep(call, slrun_text(parameter, "Name"), parameter);
    return json_pack("{s:o, s:o}", "RemovedLabels", removed, "InvalidLabels", invalid);
}
