/* SPDX-License-Identifier: Apache-2.0 */
/* Fields of states: which kind of state has which, and what they hold. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/time.h>

#include "asl/check.h"

enum kind {
    ANY,
    TEXT,
    FLAG,
    OBJECT,
    LIST,
    PATH,      /* a path or a function */
    PATH_NULL, /* a path or null */
    PLACE,     /* a reference path or null */
    PAYLOAD,
    COUNT,    /* an integer from 0 on */
    POSITIVE, /* an integer from 1 on */
    SHARE,    /* a number from 0 to 100 */
    TIME,
    LABEL /* of a Map Run */
};

enum { LABEL_MAX = 40 };

/* The query language that has a field. */
enum language { EITHER, JSONPATH, JSONATA };

enum {
    FLOWING = CHECK_TASK | CHECK_WAIT | CHECK_PASS | CHECK_PARALLEL | CHECK_MAP,
    WORKING = CHECK_TASK | CHECK_PARALLEL | CHECK_MAP,
    CARRYING = FLOWING | CHECK_CHOICE | CHECK_SUCCEED,
    ALL = CARRYING | CHECK_FAIL
};

static const struct field {
    const char *name;
    unsigned of; /* kinds of states that have it */
    enum kind kind;
    enum language language;
} fields[] = {
    {"Type", ALL, TEXT},
    {"Comment", ALL, TEXT},
    {"QueryLanguage", ALL, TEXT},
    {"Next", FLOWING, TEXT},
    {"End", FLOWING, FLAG},
    {"InputPath", CARRYING, PATH_NULL, JSONPATH},
    {"OutputPath", CARRYING, PATH_NULL, JSONPATH},
    {"Assign", CARRYING & ~CHECK_SUCCEED, PAYLOAD},
    {"Parameters", WORKING | CHECK_PASS, PAYLOAD, JSONPATH},
    {"ResultSelector", WORKING, PAYLOAD, JSONPATH},
    {"ResultPath", WORKING | CHECK_PASS, PLACE, JSONPATH},
    {"Arguments", CHECK_TASK | CHECK_PARALLEL, ANY, JSONATA},
    {"Output", CARRYING, ANY, JSONATA},
    {"Items", CHECK_MAP, ANY, JSONATA},
    {"Retry", WORKING, LIST},
    {"Catch", WORKING, LIST},
    {"Result", CHECK_PASS, ANY, JSONPATH},
    {"Resource", CHECK_TASK, TEXT},
    {"Credentials", CHECK_TASK, PAYLOAD},
    {"TimeoutSeconds", CHECK_TASK, POSITIVE},
    {"TimeoutSecondsPath", CHECK_TASK, PATH, JSONPATH},
    {"HeartbeatSeconds", CHECK_TASK, POSITIVE},
    {"HeartbeatSecondsPath", CHECK_TASK, PATH, JSONPATH},
    {"Choices", CHECK_CHOICE, LIST},
    {"Default", CHECK_CHOICE, TEXT},
    {"Seconds", CHECK_WAIT, COUNT},
    {"SecondsPath", CHECK_WAIT, PATH, JSONPATH},
    {"Timestamp", CHECK_WAIT, TIME},
    {"TimestampPath", CHECK_WAIT, PATH, JSONPATH},
    {"Error", CHECK_FAIL, TEXT},
    {"ErrorPath", CHECK_FAIL, PATH, JSONPATH},
    {"Cause", CHECK_FAIL, TEXT},
    {"CausePath", CHECK_FAIL, PATH, JSONPATH},
    {"Branches", CHECK_PARALLEL, LIST},
    {"Iterator", CHECK_MAP, OBJECT},
    {"ItemProcessor", CHECK_MAP, OBJECT},
    {"ItemsPath", CHECK_MAP, PATH, JSONPATH},
    {"ItemSelector", CHECK_MAP, PAYLOAD},
    {"ItemBatcher", CHECK_MAP, OBJECT},
    {"ItemReader", CHECK_MAP, OBJECT},
    {"ResultWriter", CHECK_MAP, OBJECT},
    {"Label", CHECK_MAP, LABEL},
    {"MaxConcurrency", CHECK_MAP, COUNT},
    {"MaxConcurrencyPath", CHECK_MAP, PATH, JSONPATH},
    {"ToleratedFailureCount", CHECK_MAP, COUNT},
    {"ToleratedFailureCountPath", CHECK_MAP, PATH, JSONPATH},
    {"ToleratedFailurePercentage", CHECK_MAP, SHARE},
    {"ToleratedFailurePercentagePath", CHECK_MAP, PATH, JSONPATH},
};

/* Those of which a state has one at most. */
static const char *const exclusive[][4] = {
    {"Next", "End"},
    {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"},
    {"TimeoutSeconds", "TimeoutSecondsPath"},
    {"HeartbeatSeconds", "HeartbeatSecondsPath"},
    {"Error", "ErrorPath"},
    {"Cause", "CausePath"},
    {"Iterator", "ItemProcessor"},
    {"Parameters", "ItemSelector"},
    {"MaxConcurrency", "MaxConcurrencyPath"},
};

/* Those of which it must have one. */
static const struct {
    unsigned of;
    const char *names[4];
} required[] = {
    {FLOWING, {"Next", "End"}},
    {CHECK_TASK, {"Resource"}},
    {CHECK_CHOICE, {"Choices"}},
    {CHECK_WAIT, {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"}},
    {CHECK_PARALLEL, {"Branches"}},
    {CHECK_MAP, {"ItemProcessor", "Iterator"}},
};

static const struct {
    const char *name;
    enum check_type type;
} types[] = {
    {"Task", CHECK_TASK},       {"Wait", CHECK_WAIT},         {"Pass", CHECK_PASS},
    {"Succeed", CHECK_SUCCEED}, {"Fail", CHECK_FAIL},         {"Choice", CHECK_CHOICE},
    {"Map", CHECK_MAP},         {"Parallel", CHECK_PARALLEL},
};

enum check_type check_type_of(const json_t *state)
{
    const char *name = slrun_text(state, "Type");
    for (size_t i = 0; name && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0)
            return types[i].type;
    return CHECK_NONE;
}

/* ---- values ---- */

static bool is_dynamic(const char *text)
{
    return *text == '$' ? asl_path_check(text, false) : asl_intrinsic_check(text);
}

static void check_payload(struct check *c, json_t *value, int depth)
{
    const char *name;
    json_t *one;
    size_t i;
    json_array_foreach (value, i, one)
        if (depth < 4 * ASL_DEPTH_MAX)
            check_payload(c, one, depth + 1);
    json_object_foreach (value, name, one) {
        size_t n = strlen(name);
        if (n > 2 && strcmp(name + n - 2, ".$") == 0 &&
            (!json_is_string(one) || !is_dynamic(json_string_value(one))))
            check_add(c, CHECK_SCHEMA, "",
                      "The value for the field '%s' must be a valid JSONPath or a valid intrinsic "
                      "function call",
                      name);
        size_t back = check_in(c, "/%s", name);
        if (depth < 4 * ASL_DEPTH_MAX)
            check_payload(c, one, depth + 1);
        check_out(c, back);
    }
}

static bool is_text(const json_t *value)
{
    return json_is_string(value);
}

static bool is_flag(const json_t *value)
{
    return json_is_boolean(value);
}

static bool is_object(const json_t *value)
{
    return json_is_object(value);
}

static bool is_list(const json_t *value)
{
    return json_is_array(value);
}

static bool is_path(const json_t *value)
{
    return json_is_string(value) && is_dynamic(json_string_value(value));
}

static bool is_path_or_null(const json_t *value)
{
    return json_is_null(value) || is_path(value);
}

static bool is_place(const json_t *value)
{
    return json_is_null(value) ||
           (json_is_string(value) && asl_path_check(json_string_value(value), true));
}

static bool is_count(const json_t *value)
{
    return json_is_integer(value) && json_integer_value(value) >= 0;
}

static bool is_positive(const json_t *value)
{
    return json_is_integer(value) && json_integer_value(value) >= 1;
}

static bool is_share(const json_t *value)
{
    double number = json_number_value(value);
    return json_is_number(value) && number >= 0 && number <= 100;
}

static bool is_time(const json_t *value)
{
    int64_t ms;
    return json_is_string(value) && slrun_time_read(json_string_value(value), 0, &ms);
}

/* What may be part of an ARN ("Label", Developer Guide, "Distributed Map state fields"). */
static bool is_label(const json_t *value)
{
    static const char others[] = " \t?*<>{}[]\"#%\\^|~`$&,;:/";
    const char *text = json_string_value(value);
    size_t n = 0;
    for (; text && text[n]; n++)
        if ((unsigned char)text[n] < 0x20 || (unsigned char)text[n] >= 0x7f ||
            strchr(others, text[n]))
            return false;
    return n > 0 && n <= LABEL_MAX;
}

/* The kinds of which not every value is. */
static const struct {
    bool (*is)(const json_t *value);
    const char *otherwise;
} kinds[] = {
    [ANY] = {NULL, NULL},
    [TEXT] = {is_text, "Expected value of type String"},
    [FLAG] = {is_flag, "Expected value of type Boolean"},
    [OBJECT] = {is_object, "Expected value of type Object"},
    [LIST] = {is_list, "Expected value of type Array"},
    [PATH] = {is_path, "Value is not a valid JSONPath"},
    [PATH_NULL] = {is_path_or_null, "Value is not a valid JSONPath"},
    [PLACE] = {is_place, "Value is not a Reference Path"},
    [PAYLOAD] = {NULL, NULL},
    [COUNT] = {is_count, "Expected value of type Integer from 0 on"},
    [POSITIVE] = {is_positive, "Expected value of type PositiveInteger"},
    [SHARE] = {is_share, "Expected value of type Number from 0 to 100"},
    [TIME] = {is_time, "String does not match RFC3339 timestamp"},
    [LABEL] = {is_label, "A label has 1 to 40 characters, and no blanks, brackets, wildcards or "
                         "special characters"},
};

/* What is wrong with a value, or NULL. */
static const char *wrong(enum kind kind, const json_t *value)
{
    return !kinds[kind].is || kinds[kind].is(value) ? NULL : kinds[kind].otherwise;
}

/* Kinds of fields that may be an expression. */
static bool may_be_expression(const struct field *field)
{
    return field->kind == PAYLOAD || field->kind == ANY || field->kind == COUNT ||
           field->kind == POSITIVE || field->kind == SHARE || field->kind == TIME ||
           strcmp(field->name, "Error") == 0 || strcmp(field->name, "Cause") == 0;
}

void check_expressions(struct check *c, const json_t *value, int depth)
{
    char why[ASL_WHY_SIZE];
    const char *name;
    json_t *one;
    size_t i;
    if (depth >= 4 * ASL_DEPTH_MAX)
        return;
    if (json_is_string(value) && !asl_expression_check(json_string_value(value), why))
        check_add(c, CHECK_SCHEMA, "", "Value is not a valid JSONata expression: %s", why);
    json_array_foreach (value, i, one) {
        size_t back = check_in(c, "[%zu]", i);
        check_expressions(c, one, depth + 1);
        check_out(c, back);
    }
    json_object_foreach ((json_t *)(uintptr_t)value, name, one) {
        size_t back = check_in(c, "/%s", name);
        check_expressions(c, one, depth + 1);
        check_out(c, back);
    }
}

bool check_language(struct check *c, const char *field, bool jsonata)
{
    static const char *const names[] = {"JSONPath", "JSONata"};
    if (jsonata == c->jsonata)
        return false;
    check_add(c, CHECK_SCHEMA, "",
              "The QueryLanguage is set to '%s', but field '%s' is only supported for the '%s' "
              "QueryLanguage",
              names[c->jsonata], field, names[jsonata]);
    return true;
}

static void check_field(struct check *c, const struct field *field, json_t *value)
{
    if (field->language != EITHER && check_language(c, field->name, field->language == JSONATA))
        return;
    size_t back = check_in(c, "/%s", field->name);
    char *expression = c->jsonata ? asl_expression(json_string_value(value)) : NULL;
    bool queried = c->jsonata && may_be_expression(field);
    const char *what = queried && expression ? NULL : wrong(field->kind, value);
    free(expression);
    if (queried)
        check_expressions(c, value, 0);
    if (what)
        check_add(c, CHECK_SCHEMA, "", "%s", what);
    else if (field->kind == PAYLOAD && !c->jsonata)
        check_payload(c, value, 0);
    check_out(c, back);
}

/* ---- states ---- */

static const struct field *field_of(const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].name, name) == 0)
            return &fields[i];
    return NULL;
}

/* How many of up to four fields a state has; their names in `list`. */
static int count(const json_t *state, const char *const names[4], char list[128])
{
    int n = 0;
    *list = '\0';
    for (int i = 0; i < 4 && names[i]; i++) {
        n += json_object_get(state, names[i]) != NULL;
        (void)snprintf(list + strlen(list), 128 - strlen(list), "%s%s", i ? ", " : "", names[i]);
    }
    return n;
}

static void check_combinations(struct check *c, const json_t *state, enum check_type type)
{
    char list[128];
    for (size_t i = 0; i < sizeof exclusive / sizeof *exclusive; i++)
        if (count(state, exclusive[i], list) > 1)
            check_add(c, CHECK_SCHEMA, "", "Only one of these fields is allowed: [%s]", list);
    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        if ((required[i].of & type) && count(state, required[i].names, list) == 0)
            check_add(c, CHECK_SCHEMA, "",
                      required[i].names[1] ? "One of these fields is required: [%s]"
                                           : "These fields are required: [%s]",
                      list);
}

void check_fields(struct check *c, json_t *state, enum check_type type)
{
    const char *name;
    json_t *value;
    json_object_foreach (state, name, value) {
        const struct field *field = field_of(name);
        if (field && (field->of & type))
            check_field(c, field, value);
        else
            check_add(c, CHECK_SCHEMA, "", "The field '%s' is not supported by Step Functions",
                      name);
    }
    check_combinations(c, state, type);
}
