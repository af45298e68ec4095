/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments against the API Reference: types by the shapes of the client half, constraints by the
 * table here, with AWS's words. */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/service.h"

enum { VIOLATIONS_MAX = 10, SHOWN_MAX = 600, PLACE_MAX = 128 };

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* What a text may consist of: the expression that AWS shows, and the characters. */
struct charset {
    const char *pattern, *only, *not ;
};
static const struct charset group_name = {"[\\.\\-_/#A-Za-z0-9]+", LETTERS ".-_/#", NULL};
static const struct charset any_group_name = {"[\\.\\-_/#A-Za-z0-9]*", LETTERS ".-_/#", NULL};
static const struct charset stream_name = {"[^:*]*", NULL, ":*"};
static const struct charset identifier = {"[\\w#+=/:,.@-]*", LETTERS "_#+=/:,.@-", NULL};
static const struct charset arn = {"[\\w+=/:,.@-]*", LETTERS "_+=/:,.@-", NULL};

/* Of a number's value, or of the length of a text, list or map; most 0: no bound. The first that
 * names the operation or none counts. "x[]" are the elements of the list x. */
static const struct rule {
    const char *op, *member;
    int64_t least, most;
    const struct charset *charset;
} rules[] = {
    {NULL, "logGroupName", 1, 512, &group_name},
    {NULL, "logStreamName", 1, 512, &stream_name},
    {NULL, "logGroupIdentifier", 1, 2048, &identifier},
    {NULL, "logGroupNamePrefix", 1, 512, &group_name},
    {NULL, "logGroupNamePattern", 0, 512, &any_group_name},
    {NULL, "logStreamNamePrefix", 1, 512, &stream_name},
    {NULL, "logStreamNames", 1, 100, NULL},
    {NULL, "logStreamNames[]", 1, 512, &stream_name},
    {NULL, "logGroupIdentifiers", 1, 50, NULL},
    {NULL, "logGroupIdentifiers[]", 1, 2048, &identifier},
    {NULL, "accountIdentifiers", 0, 20, NULL},
    {NULL, "resourceArn", 1, 1011, &arn},
    {NULL, "kmsKeyId", 0, 256, NULL},
    {"DescribeLogGroups", "limit", 1, 50, NULL},
    {"DescribeLogStreams", "limit", 1, 50, NULL},
    {NULL, "limit", 1, 10000, NULL},
    {NULL, "nextToken", 1, 0, NULL},
    {NULL, "sequenceToken", 1, 0, NULL},
    {NULL, "startTime", 0, 0, NULL},
    {NULL, "endTime", 0, 0, NULL},
    {NULL, "logEvents", 1, 10000, NULL},
    {NULL, "timestamp", 0, 0, NULL},
    {NULL, "message", 1, 0, NULL},
    {NULL, "filterName", 1, 512, &stream_name},
    {NULL, "filterNamePrefix", 1, 512, &stream_name},
    {NULL, "destinationArn", 1, 0, NULL},
    {NULL, "metricTransformations", 1, 1, NULL},
    {"DescribeSubscriptionFilters", "limit", 1, 50, NULL},
    {"DescribeMetricFilters", "limit", 1, 50, NULL},
    {NULL, "filterPattern", 0, 1024, NULL},
    {NULL, "logEventMessages", 1, 50, NULL},
    {NULL, "logEventMessages[]", 1, 0, NULL},
    {NULL, "tags", 1, 50, NULL},
    {NULL, "tags[]", 0, 256, NULL},
    {NULL, "tagKeys", 0, 50, NULL},
    {NULL, "tagKeys[]", 1, 128, NULL},
};

struct check {
    struct slrun_json_call *call;
    int count;
    size_t n;
    char text[SLRUN_JSON_MESSAGE_MAX];
};

static const struct rule *rule_of(const struct slrun_json_call *call, const char *member)
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
        return json_is_string(value);
    case SLRUN_INTEGER:
        return json_is_integer(value);
    case SLRUN_FLOAT:
        return json_is_number(value);
    case SLRUN_BOOLEAN:
        return json_is_boolean(value);
    case SLRUN_LIST:
        return json_is_array(value);
    default:
        return json_is_object(value);
    }
}

static bool shape_ok(struct slrun_json_call *call, const struct slrun_shape *shape, json_t *value);

static bool members_ok(struct slrun_json_call *call, const struct slrun_param *members,
                       json_t *value)
{
    for (; members->name; members++) {
        json_t *member = json_object_get(value, members->name);
        if (json_is_null(member))
            json_object_del(value, members->name);
        else if (member && !shape_ok(call, &members->shape, member))
            return false;
    }
    return true;
}

static bool shape_ok(struct slrun_json_call *call, const struct slrun_shape *shape, json_t *value)
{
    static const char *const names[] = {"OBJECT_VALUE", "ARRAY_VALUE",   "STRING_VALUE",
                                        "NUMBER_VALUE", "DECIMAL_VALUE", "TRUE_VALUE",
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
        if (!shape_ok(call, shape->of, element))
            return false;
    json_object_foreach (value, key, element)
        if (!shape_ok(call, shape->of, element))
            return false;
    return true;
}

/* ---- constraints ---- */

/* Value 'x' at 'path' failed to satisfy constraint: ..., a printf. */
SLRUN_PRINTF(4, 5)
static void violation(struct check *check, const char *path, const json_t *value,
                      const char *format, ...)
{
    char *dump = json_is_string(value) || !value ? NULL : json_dumps(value, JSON_ENCODE_ANY);
    const char *shown = json_is_string(value) ? json_string_value(value) : dump ? dump : "null";
    const char *quote = value ? "'" : "";
    if (check->count < VIOLATIONS_MAX && check->n + SHOWN_MAX + 300 < sizeof check->text) {
        va_list args;
        check->n += (size_t)sprintf(check->text + check->n,
                                    "%sValue %s%.*s%s at '%s' failed to satisfy constraint: ",
                                    check->count ? "; " : "", quote, SHOWN_MAX, shown, quote, path);
        va_start(args, format);
        int n = vsnprintf(check->text + check->n, sizeof check->text - check->n, format, args);
        va_end(args);
        check->n += n > 0 ? (size_t)n : 0;
        check->count++;
    }
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

static bool consists(const struct charset *set, const char *text)
{
    return !text[set->only ? strspn(text, set->only) : strcspn(text, set->not )];
}

static void check_rule(struct check *check, const char *path, const char *member,
                       const json_t *value)
{
    const struct rule *rule = rule_of(check->call, member);
    const char *what = json_is_integer(value) ? "value" : "length";
    if (!rule)
        return;
    int64_t n = measure(value);
    if (rule->charset == &group_name && n > rule->most)
        call_fail(
            check->call, "InvalidParameterException",
            "Invalid LogGroup or LogStream, both must have length less than or equal to 512.");
    if (rule->most && n > rule->most)
        violation(check, path, value, "Member must have %s less than or equal to %" PRId64, what,
                  rule->most);
    if (n < rule->least)
        violation(check, path, value, "Member must have %s greater than or equal to %" PRId64, what,
                  rule->least);
    if (rule->charset && !consists(rule->charset, json_string_value(value)))
        violation(check, path, value, "Member must satisfy regular expression pattern: %s",
                  rule->charset->pattern);
}

static void check_word(struct check *check, const char *path, const char *const *words,
                       const json_t *value)
{
    char list[256] = "";
    for (size_t i = 0, n = 0; words[i]; i++) {
        if (strcmp(words[i], json_string_value(value)) == 0)
            return;
        n += (size_t)snprintf(list + n, sizeof list - n, "%s%s", i ? ", " : "", words[i]);
    }
    violation(check, path, value, "Member must satisfy enum value set: [%s]", list);
}

static void check_members(struct check *check, const char *path, const struct slrun_param *members,
                          const json_t *value);

static void check_elements(struct check *check, const char *path, const struct slrun_param *param,
                           json_t *value)
{
    char place[PLACE_MAX], rule[PLACE_MAX];
    size_t i;
    const char *key;
    json_t *element;
    (void)snprintf(rule, sizeof rule, "%s[]", param->name);
    json_array_foreach (value, i, element) {
        (void)snprintf(place, sizeof place, "%.90s.%zu.member", path, i + 1);
        if (json_is_object(element))
            check_members(check, place, param->shape.of->members, element);
        else
            check_rule(check, place, rule, element);
    }
    json_object_foreach (value, key, element) {
        json_t *name = json_string(key);
        check_rule(check, path, "tagKeys[]", name);
        check_rule(check, path, rule, element);
        json_decref(name);
    }
}

static void check_members(struct check *check, const char *path, const struct slrun_param *members,
                          const json_t *value)
{
    for (; members->name && check->count < VIOLATIONS_MAX; members++) {
        json_t *member = json_object_get(value, members->name);
        char place[PLACE_MAX];
        (void)snprintf(place, sizeof place, "%.90s%s%s", path, *path ? "." : "", members->name);
        if (!member && members->flags & SLRUN_REQUIRED)
            violation(check, place, NULL, "Member must not be null");
        if (!member)
            continue;
        check_rule(check, place, members->name, member);
        if (members->shape.values)
            check_word(check, place, members->shape.values, member);
        if (members->shape.type == SLRUN_STRUCTURE)
            check_members(check, place, members->shape.members, member);
        else
            check_elements(check, place, members, member);
    }
}

bool check_args(struct slrun_json_call *call)
{
    struct check check = {.call = call};
    if (!members_ok(call, call->op->params, call->args))
        return false;
    check_members(&check, "", call->op->params, call->args);
    if (check.count > 0)
        call_fail(call, "InvalidParameterException", "%d validation error%s detected: %s",
                  check.count, check.count == 1 ? "" : "s", check.text);
    return !call->code;
}
