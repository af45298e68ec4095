/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against the API Reference: types by the shapes of the client half, constraints by the
 * table here, with AWS's words. */
#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { SHOWN_MAX = 256, PLACE_MAX = 160 };

#define DIGITS  "0123456789"
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" DIGITS

/* What a text may consist of: the expression that AWS shows, and the characters. */
struct charset {
    const char *pattern, *only;
};
static const struct charset function_name = {
    "(arn:(aws[a-zA-Z-]*)?:lambda:)?((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\\d{1}:)?"
    "(\\d{12}:)?(function:)?([a-zA-Z0-9-_\\.]+)(:(\\$LATEST(\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?",
    LETTERS "-_.:$"};
static const struct charset qualifier = {"\\$(LATEST(\\.PUBLISHED)?)|[a-zA-Z0-9-_$]+",
                                         LETTERS "-_$."};
static const struct charset alias = {"(?!^[0-9]+$)([a-zA-Z0-9-_]+)", LETTERS "-_"};
static const struct charset version = {"(\\$LATEST|[0-9]+)", "$LATEST" DIGITS};
static const struct charset statement = {"([a-zA-Z0-9-_]+)", LETTERS "-_"};
static const struct charset action = {"(lambda:[*]|lambda:[a-zA-Z]+|[*])", LETTERS ":*"};
static const struct charset layer_name = {
    "(arn:[a-zA-Z0-9-]+:lambda:[a-zA-Z0-9-]+:\\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+",
    LETTERS "-_:"};

/* Of a number's value, or of the length of a text, list or map; most 0: no bound. The first that
 * names the operation or none counts. "x[]" are the elements of the list x. */
static const struct rule {
    const char *op, *member;
    int64_t least, most;
    const struct charset *charset;
} rules[] = {
    {NULL, "FunctionName", 1, 170, &function_name},
    {NULL, "Qualifier", 1, 128, &qualifier},
    {NULL, "Name", 1, 128, &alias},
    {NULL, "FunctionVersion", 1, 1024, &version},
    {NULL, "Description", 0, 256, NULL},
    {NULL, "Timeout", 1, 900, NULL},
    {NULL, "MemorySize", 128, 10240, NULL},
    {NULL, "Handler", 0, 128, NULL},
    {NULL, "Architectures", 1, 1, NULL},
    {NULL, "LayerName", 1, 140, &layer_name},
    {NULL, "StatementId", 1, 100, &statement},
    {NULL, "Action", 1, 100, &action},
    {NULL, "Principal", 1, 256, NULL},
    {NULL, "MaximumRetryAttempts", -1, 10000, NULL},
    {"PutFunctionEventInvokeConfig", "MaximumEventAgeInSeconds", 60, 21600, NULL},
    {"UpdateFunctionEventInvokeConfig", "MaximumEventAgeInSeconds", 60, 21600, NULL},
    {NULL, "ReservedConcurrentExecutions", 0, 0, NULL},
    {NULL, "ProvisionedConcurrentExecutions", 1, 0, NULL},
    {"ListFunctionEventInvokeConfigs", "MaxItems", 1, 50, NULL},
    {"ListFunctionUrlConfigs", "MaxItems", 1, 50, NULL},
    {"ListLayers", "MaxItems", 1, 50, NULL},
    {"ListLayerVersions", "MaxItems", 1, 50, NULL},
    {NULL, "MaxItems", 1, 10000, NULL},
    {NULL, "CompatibleRuntimes", 0, 15, NULL},
    {NULL, "CompatibleArchitectures", 0, 2, NULL},
    {NULL, "BatchSize", 1, 10000, NULL},
    {NULL, "MaximumBatchingWindowInSeconds", 0, 300, NULL},
    {NULL, "ParallelizationFactor", 1, 10, NULL},
    {NULL, "MaximumRecordAgeInSeconds", -1, 604800, NULL},
    {NULL, "TumblingWindowInSeconds", 0, 900, NULL},
    {NULL, "MaximumConcurrency", 2, 1000, NULL},
};

static const struct rule *rule_of(const struct call *call, const char *member)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strcmp(rules[i].member, member) == 0 &&
            (!rules[i].op || strcmp(rules[i].op, call->op->api) == 0))
            return &rules[i];
    return NULL;
}

/* ---- types ---- */

static bool type_ok(const struct slrun_shape *shape, const json_t *value)
{
    switch (shape->type) {
    case SLRUN_STRING:
    case SLRUN_BLOB:
        return json_is_string(value);
    case SLRUN_INTEGER:
        return json_is_integer(value);
    case SLRUN_FLOAT:
    case SLRUN_TIMESTAMP:
        return json_is_number(value);
    case SLRUN_BOOLEAN:
        return json_is_boolean(value);
    case SLRUN_LIST:
        return json_is_array(value);
    case SLRUN_DOCUMENT:
        return true;
    default:
        return json_is_object(value);
    }
}

static bool shape_ok(struct call *call, const struct slrun_shape *shape, json_t *value);

static bool members_ok(struct call *call, const struct slrun_param *members, json_t *value)
{
    for (; members && members->name; members++) {
        json_t *member = json_object_get(value, members->name);
        if (json_is_null(member))
            json_object_del(value, members->name);
        else if (member && !shape_ok(call, &members->shape, member))
            return false;
    }
    return true;
}

static bool shape_ok(struct call *call, const struct slrun_shape *shape, json_t *value)
{
    static const char *const names[] = {"START_OBJECT", "START_ARRAY",  "STRING_VALUE",
                                        "NUMBER_VALUE", "NUMBER_VALUE", "TRUE_VALUE",
                                        "FALSE_VALUE",  "NULL_VALUE"};
    size_t i;
    const char *key;
    json_t *element;
    if (!type_ok(shape, value)) {
        call_fail(call, "SerializationException", "%s can not be converted to the type wanted",
                  names[json_typeof(value)]);
        return false;
    }
    if (shape->type == SLRUN_STRUCTURE)
        return members_ok(call, shape->members, value);
    json_array_foreach (value, i, element)
        if (shape->of && !shape_ok(call, shape->of, element))
            return false;
    json_object_foreach (value, key, element)
        if (shape->of && !shape_ok(call, shape->of, element))
            return false;
    return true;
}

/* ---- constraints ---- */

/* Value 'x' at 'path' failed to satisfy constraint: ..., a printf. */
SLRUN_PRINTF(4, 5)
static void violation(struct call *call, const char *path, const json_t *value, const char *format,
                      ...)
{
    char *dump = json_is_string(value) || !value ? NULL : json_dumps(value, JSON_ENCODE_ANY);
    const char *shown = json_is_string(value) ? json_string_value(value) : dump ? dump : "null";
    const char *quote = value ? "'" : "";
    char what[FAULT_MESSAGE_MAX / 2];
    va_list args;
    va_start(args, format);
    (void)vsnprintf(what, sizeof what, format, args);
    va_end(args);
    call_fail(
        call, "ValidationException",
        "1 validation error detected: Value %s%.*s%s at '%s' failed to satisfy constraint: %s",
        quote, SHOWN_MAX, shown, quote, path, what);
    free(dump);
}

/* Characters of a text, not bytes; elements of a list or map; the number itself. */
static int64_t measure(const json_t *value)
{
    int64_t n = 0;
    if (json_is_integer(value))
        return json_integer_value(value);
    if (!json_is_string(value))
        return (int64_t)(json_is_array(value) ? json_array_size(value) : json_object_size(value));
    for (const char *c = json_string_value(value); *c; c++)
        n += ((unsigned char)*c & 0xc0) != 0x80;
    return n;
}

static void check_rule(struct call *call, const char *path, const char *member, const json_t *value)
{
    const struct rule *rule = rule_of(call, member);
    const char *what = json_is_integer(value) ? "value" : "length";
    if (!rule)
        return;
    int64_t n = measure(value);
    if (rule->most && n > rule->most)
        violation(call, path, value, "Member must have %s less than or equal to %" PRId64, what,
                  rule->most);
    if (n < rule->least)
        violation(call, path, value, "Member must have %s greater than or equal to %" PRId64, what,
                  rule->least);
    if (rule->charset &&
        json_string_value(value)[strspn(json_string_value(value), rule->charset->only)])
        violation(call, path, value, "Member must satisfy regular expression pattern: %s",
                  rule->charset->pattern);
}

static void check_word(struct call *call, const char *path, const char *const *words,
                       const json_t *value)
{
    char list[512] = "";
    for (size_t i = 0, n = 0; words[i]; i++) {
        if (strcmp(words[i], json_string_value(value)) == 0)
            return;
        n += (size_t)snprintf(list + n, sizeof list - n, "%s%s", i ? ", " : "", words[i]);
        n = n < sizeof list ? n : sizeof list - 1;
    }
    violation(call, path, value, "Member must satisfy enum value set: [%s]", list);
}

static void check_members(struct call *call, const char *path, const struct slrun_param *members,
                          const json_t *value);

static void check_elements(struct call *call, const char *path, const struct slrun_param *param,
                           json_t *value)
{
    char place[PLACE_MAX];
    size_t i;
    json_t *element;
    const struct slrun_shape *of = param->shape.of;
    json_array_foreach (value, i, element) {
        (void)snprintf(place, sizeof place, "%.120s.%zu.member", path, i + 1);
        if (json_is_object(element) && of && of->members)
            check_members(call, place, of->members, element);
        else if (json_is_string(element) && of && of->values)
            check_word(call, place, of->values, element);
    }
}

static void check_members(struct call *call, const char *path, const struct slrun_param *members,
                          const json_t *value)
{
    for (; members->name && !call->fault.code; members++) {
        json_t *member = json_object_get(value, members->name);
        char place[PLACE_MAX];
        (void)snprintf(place, sizeof place, "%.90s%s%c%s", path, *path ? "." : "",
                       tolower((unsigned char)*members->name), members->name + 1);
        if (!member && members->flags & SLRUN_REQUIRED)
            violation(call, place, NULL, "Member must not be null");
        if (!member)
            continue;
        check_rule(call, place, members->name, member);
        if (members->shape.values)
            check_word(call, place, members->shape.values, member);
        if (members->shape.type == SLRUN_STRUCTURE && members->shape.members)
            check_members(call, place, members->shape.members, member);
        else
            check_elements(call, place, members, member);
    }
}

bool check_args(struct call *call)
{
    if (!members_ok(call, call->op->params, call->args))
        return false;
    check_members(call, "", call->op->params, call->args);
    return !call->fault.code;
}
