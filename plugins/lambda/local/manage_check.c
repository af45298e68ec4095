/* SPDX-License-Identifier: Apache-2.0 */
#include "local/manage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/layer.h"
#include "local/run/variables.h"

enum { VARIABLES_BYTES_MAX = 4096, TAGS_MAX = 50 };

static bool role_ok(struct call *call)
{
    const char *role = call_string(call, "Role");
    char account[16], path[2];
    if (!role || sscanf(role, "arn:aws%*[a-zA-Z-]:iam::%12[0-9]:role/%1s", account, path) == 2 ||
        sscanf(role, "arn:aws:iam::%12[0-9]:role/%1s", account, path) == 2)
        return true;
    call_fail(call, "ValidationException",
              "1 validation error detected: Value '%.200s' at 'role' failed to satisfy constraint: "
              "Member must satisfy regular expression pattern: "
              "arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+",
              role);
    return false;
}

/* Names, characters and size of environment variables. */
static bool variables_ok(struct call *call)
{
    json_t *variables = json_object_get(call_get(call, "Environment"), "Variables");
    const char *name = variables_reserved(variables);
    char *text = variables ? json_dumps(variables, JSON_COMPACT) : NULL;
    bool large = text && strlen(text) > VARIABLES_BYTES_MAX;
    if (name)
        call_fail(
            call, "InvalidParameterValueException",
            "Lambda was unable to configure your environment variables because the environment "
            "variables you have provided contains reserved keys that are currently not "
            "supported for modification. Reserved keys used in this request: %s",
            name);
    else if (large)
        call_fail(
            call, "InvalidParameterValueException",
            "Lambda was unable to configure your environment variables because the environment "
            "variables you have provided exceeded the 4KB limit. String measured: %.7900s",
            text);
    free(text);
    return !name && !large;
}

static bool tags_ok(struct call *call)
{
    if (json_object_size(call_get(call, "Tags")) <= TAGS_MAX)
        return true;
    call_fail(call, "InvalidParameterValueException", "Number of tags exceeds resource tag limit.");
    return false;
}

static bool layers_ok(struct call *call)
{
    const json_t *arns = call_get(call, "Layers");
    json_decref(arns ? layers_of(call, arns) : NULL);
    return !call->fault.code;
}

bool settings_ok(struct call *call)
{
    return role_ok(call) && runtime_ok(call) && variables_ok(call) && tags_ok(call) &&
           layers_ok(call);
}
