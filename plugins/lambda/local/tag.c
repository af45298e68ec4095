/* SPDX-License-Identifier: Apache-2.0 */
/* Tags of functions and event source mappings. */
#include <stdio.h>
#include <string.h>

#include "local/bytes.h"
#include "local/function.h"
#include "local/mapping/mapping.h"

enum { TAGS_MAX = 50 };

/* arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER] or ...:event-source-mapping:UUID */
static bool is_taggable(const char *arn)
{
    char kind[32] = "", id[NAME_SIZE] = "", rest[4] = "";
    if (sscanf(arn, "arn:aws%*[^:]:lambda:%*[^:]:%*12[0-9]:%31[^:]:%256[^:]:%3s", kind, id, rest) <
            2 &&
        sscanf(arn, "arn:aws:lambda:%*[^:]:%*12[0-9]:%31[^:]:%256[^:]:%3s", kind, id, rest) < 2)
        return false;
    return strcmp(kind, "function") == 0 ||
           (strcmp(kind, "event-source-mapping") == 0 && !*rest && strlen(id) == UUID_SIZE - 1);
}

/* The tags of a function or a mapping; *f is NULL for the latter. */
static json_t *tags_of(struct call *call, struct function **f)
{
    const char *arn = call_string(call, "Resource");
    struct function_name name;
    *f = NULL;
    if (!is_taggable(arn))
        return call_fail(
            call, "ValidationException",
            "1 validation error detected: Value '%.200s' at 'resource' failed to "
            "satisfy constraint: Member must satisfy regular expression pattern: "
            "arn:(aws[a-zA-Z-]*):lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]"
            "+-\\d{1}:\\d{12}:(function:[a-zA-Z0-9-_]+(:(\\$LATEST|[a-zA-Z0-9-_]+))?|"
            "layer:([a-zA-Z0-9-_]+)|code-signing-config:csc-[a-z0-9]{17}|event-source-"
            "mapping:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-"
            "fA-F]{12}|capacity-provider:[a-zA-Z0-9-_]+)",
            arn);
    if (strstr(arn, ":event-source-mapping:")) {
        json_t *tags = mapping_tags(call->service, arn);
        return tags ? tags
                    : call_fail(call, "ResourceNotFoundException",
                                "Event source mapping not found: %.300s", arn);
    }
    if (!function_name_read(call, arn, NULL, &name))
        return NULL;
    if (*name.qualifier)
        return call_fail(
            call, "InvalidParameterValueException",
            "Tags on function aliases and versions are not supported. Please specify a "
            "function ARN.");
    *f = function_find(call->service, name.account, name.region, name.name);
    return *f ? function_member(*f, "Tags")
              : call_fail(call, "ResourceNotFoundException", "Function not found: %.300s", arn);
}

static json_t *tags_changed(struct call *call, struct function *f)
{
    if (f)
        revise(function_config(f, LATEST));
    if (f)
        function_save(f);
    else
        mapping_tags_changed(call->service, call_string(call, "Resource"));
    return json_null();
}

json_t *op_tag_resource(struct call *call)
{
    struct function *f;
    json_t *tags = tags_of(call, &f), *given = json_object_get(call->args, "Tags");
    const char *key;
    json_t *value;
    size_t more = 0;
    if (!tags)
        return NULL;
    if (json_object_size(given) == 0)
        return call_fail(call, "InvalidParameterValueException",
                         "An error occurred and the request cannot be processed.");
    json_object_foreach (given, key, value)
        more += json_object_get(tags, key) == NULL;
    if (json_object_size(tags) + more > TAGS_MAX)
        return call_fail(call, "InvalidParameterValueException",
                         "Number of tags exceeds resource tag limit.");
    json_object_update(tags, given);
    return tags_changed(call, f);
}

json_t *op_untag_resource(struct call *call)
{
    struct function *f;
    json_t *tags = tags_of(call, &f);
    const json_t *keys = call_get(call, "TagKeys");
    if (!tags)
        return NULL;
    for (size_t i = 0; i < json_array_size(keys); i++)
        json_object_del(tags, json_string_value(json_array_get(keys, i)));
    return tags_changed(call, f);
}

json_t *op_list_tags(struct call *call)
{
    struct function *f;
    json_t *tags = tags_of(call, &f);
    return tags ? json_pack("{s:o}", "Tags", json_deep_copy(tags)) : NULL;
}
