/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against the shapes of the client half: types, what is required, words; and bounds by
 * the table here, with AWS's words. */
#include <ctype.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "local/service.h"

enum { PLACE_MAX = 160 };

#define NAME_CHARACTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_"

/* Of a text's or list's length, or a number's value. The first that names the operation or none
 * counts. */
static const struct rule {
    const char *op, *member;
    int64_t least, most;
    const char *only, *pattern;
} rules[] = {
    {"CreateEventBus", "Name", 1, 256, NULL, NULL},
    {"DeleteEventBus", "Name", 1, 256, NULL, NULL},
    {"DescribeEventBus", "Name", 1, 1600, NULL, NULL},
    {"UpdateEventBus", "Name", 1, 256, NULL, NULL},
    {NULL, "Name", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "Rule", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "Id", 1, 64, NAME_CHARACTERS, "[\\.\\-_A-Za-z0-9]+"},
    {NULL, "EventBusName", 1, 1600, NULL, NULL},
    {NULL, "EventPattern", 0, 4096, NULL, NULL},
    {NULL, "ScheduleExpression", 0, 256, NULL, NULL},
    {NULL, "Description", 0, 512, NULL, NULL},
    {NULL, "Entries", 1, 10, NULL, NULL},
    {NULL, "Targets", 1, 100, NULL, NULL},
    {NULL, "Ids", 1, 100, NULL, NULL},
    {NULL, "Arn", 1, 1600, NULL, NULL},
    {NULL, "Input", 0, 8192, NULL, NULL},
    {NULL, "InputPath", 0, 256, NULL, NULL},
    {NULL, "InputTemplate", 1, 8192, NULL, NULL},
    {NULL, "Limit", 1, 100, NULL, NULL},
    {NULL, "StatementId", 1, 64, NULL, NULL},
    {NULL, "MaximumRetryAttempts", 0, 185, NULL, NULL},
    {NULL, "MaximumEventAgeInSeconds", 60, 86400, NULL, NULL},
};

static bool is_type(enum slrun_type type, const json_t *value)
{
    switch (type) {
    case SLRUN_INTEGER:
        return json_is_integer(value);
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return json_is_number(value);
    case SLRUN_BOOLEAN:
        return json_is_boolean(value);
    case SLRUN_LIST:
        return json_is_array(value);
    case SLRUN_MAP:
    case SLRUN_STRUCTURE:
        return json_is_object(value);
    case SLRUN_DOCUMENT:
        return true;
    default:
        return json_is_string(value);
    }
}

static int64_t measure(const json_t *value)
{
    int64_t n = 0;
    if (json_is_integer(value))
        return json_integer_value(value);
    if (json_is_array(value))
        return (int64_t)json_array_size(value);
    for (const char *c = json_string_value(value); c && *c; c++)
        n += ((unsigned char)*c & 0xc0) != 0x80;
    return n;
}

#define VIOLATION                                                                                  \
    "1 validation error detected: Value '%.600s' at '%s' failed to satisfy constraint: "

static bool check_rule(struct call *call, const char *place, const char *member,
                       const json_t *value)
{
    const struct rule *rule = rules, *end = rules + sizeof rules / sizeof *rules;
    const char *what = json_is_integer(value) ? "value" : "length";
    const char *text = json_string_value(value);
    int64_t n = measure(value);
    char shown[32];
    (void)snprintf(shown, sizeof shown, "%" PRId64, n);
    while (rule < end && (strcmp(rule->member, member) != 0 ||
                          (rule->op && strcmp(rule->op, call->op->api) != 0)))
        rule++;
    if (rule == end)
        return true;
    const char *said = text ? text : json_is_integer(value) ? shown : "[...]";
    if (n > rule->most)
        return call_invalid(call, VIOLATION "Member must have %s less than or equal to %" PRId64,
                            said, place, what, rule->most);
    if (n < rule->least)
        return call_invalid(call, VIOLATION "Member must have %s greater than or equal to %" PRId64,
                            said, place, what, rule->least);
    if (rule->only && text && text[strspn(text, rule->only)])
        return call_invalid(call, VIOLATION "Member must satisfy regular expression pattern: %s",
                            said, place, rule->pattern);
    return true;
}

static bool check_word(struct call *call, const char *place, const char *const *words,
                       const json_t *value)
{
    char list[256] = "";
    for (size_t i = 0; words && words[i]; i++) {
        size_t n = strlen(list);
        if (strcmp(words[i], json_string_value(value)) == 0)
            return true;
        (void)snprintf(list + n, sizeof list - n, "%s%s", n ? ", " : "", words[i]);
    }
    return !words || call_invalid(call, VIOLATION "Member must satisfy enum value set: [%s]",
                                  json_string_value(value), place, list);
}

static bool check_members(struct call *call, const char *outer, const struct slrun_param *members,
                          json_t *object);

static bool check_value(struct call *call, const char *place, const struct slrun_shape *shape,
                        json_t *value)
{
    size_t i;
    const char *key;
    json_t *element;
    if (!is_type(shape->type, value)) {
        call_fail(call, "SerializationException", "%s has a value of the wrong type", place);
        return false;
    }
    if (shape->type == SLRUN_STRUCTURE)
        return !shape->members || check_members(call, place, shape->members, value);
    if (shape->type == SLRUN_STRING)
        return check_word(call, place, shape->values, value);
    json_array_foreach (value, i, element) {
        char inner[PLACE_MAX];
        (void)snprintf(inner, sizeof inner, "%.120s.%zu.member", place, i + 1);
        if (shape->of && !check_value(call, inner, shape->of, element))
            return false;
    }
    if (shape->type == SLRUN_MAP)
        json_object_foreach (value, key, element)
            if (shape->of && !check_value(call, place, shape->of, element))
                return false;
    return true;
}

static bool check_members(struct call *call, const char *outer, const struct slrun_param *members,
                          json_t *object)
{
    for (; members->name; members++) {
        json_t *value = json_object_get(object, members->name);
        char place[PLACE_MAX];
        (void)snprintf(place, sizeof place, "%.100s%s%.50s", outer, *outer ? "." : "",
                       members->name);
        char *own = place + strlen(outer) + (*outer != '\0');
        *own = (char)tolower((unsigned char)*own);
        if (json_is_null(value)) {
            (void)json_object_del(object, members->name);
            value = NULL;
        }
        if (!value && members->flags & SLRUN_REQUIRED) {
            call_invalid(call,
                         "1 validation error detected: Value null at '%s' failed to satisfy "
                         "constraint: Member must not be null",
                         place);
            return false;
        }
        if (value && (!check_value(call, place, &members->shape, value) ||
                      !check_rule(call, place, members->name, value)))
            return false;
    }
    return true;
}

bool check_args(struct call *call)
{
    return check_members(call, "", call->op->params, call->args);
}
