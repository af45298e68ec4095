/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against the shapes of the client half, with AWS's words. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "local/service.h"

enum { PLACE_MAX = 160 };

/* "entries.1.member.Id" of TopicArn: "topicArn" */
static void place_of(char place[PLACE_MAX], const char *outer, const char *name)
{
    (void)snprintf(place, PLACE_MAX, "%.100s%s%.50s", outer, *outer ? "." : "", name);
    char *own = place + strlen(outer) + (*outer != '\0');
    *own = (char)tolower((unsigned char)*own);
}

static bool check_value(struct call *call, const char *place, const struct slrun_shape *shape,
                        const json_t *value);

static bool check_members(struct call *call, const char *outer, const struct slrun_param *members,
                          const json_t *object)
{
    for (; members->name; members++) {
        const json_t *value = json_object_get(object, members->name);
        char place[PLACE_MAX];
        place_of(place, outer, members->name);
        if (!value && members->flags & SLRUN_REQUIRED) {
            call_fail(call, "ValidationError",
                      "1 validation error detected: Value null at '%s' failed to satisfy "
                      "constraint: Member must not be null",
                      place);
            return false;
        }
        if (value && !check_value(call, place, &members->shape, value))
            return false;
    }
    return true;
}

static bool check_value(struct call *call, const char *place, const struct slrun_shape *shape,
                        const json_t *value)
{
    size_t i;
    const char *key;
    json_t *element;
    if (shape->type == SLRUN_STRUCTURE)
        return check_members(call, place, shape->members, value);
    json_array_foreach (value, i, element) {
        char inner[PLACE_MAX];
        (void)snprintf(inner, sizeof inner, "%.120s.%zu.member", place, i + 1);
        if (shape->of && !check_value(call, inner, shape->of, element))
            return false;
    }
    json_object_foreach ((json_t *)(uintptr_t)value, key, element) {
        char inner[PLACE_MAX];
        (void)snprintf(inner, sizeof inner, "%.80s.%.60s.member", place, key);
        if (shape->of && !check_value(call, inner, shape->of, element))
            return false;
    }
    return true;
}

bool check_args(struct call *call)
{
    return check_members(call, "", call->op->params, call->args);
}
