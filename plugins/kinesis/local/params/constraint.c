/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints on parameters, each with AWS's words for its violation. */
#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <slrun/base64.h>

#include "params/param.h"
#include "params/pattern.h"
#include "stream/java_hash.h"
#include "text.h"

enum { PLACE_SIZE = 256, RULE_SIZE = 512, MAP_KEY_MAX = 128 };

#define LENGTHS                                                                                    \
    "Member must have length less than or equal to %" PRId64                                       \
    ", Member must have length greater than or equal to %" PRId64

/* One check of a request, and where it stands. */
struct check {
    struct text found;
    int count;
    int64_t blob_max;
    const json_t *args;
};

/* A member under check: `path` is what stands before its name, "" or "a.b.". */
struct place {
    struct check *check;
    const char *path;
    const struct param *param;
};

static void check_member(const struct place *place, const json_t *value);

/* ---- values in messages ---- */

size_t param_blob_size(const json_t *base64)
{
    return slrun_base64_size(json_string_value(base64), json_string_length(base64));
}

static void show(struct text *out, const struct param *param, const json_t *value)
{
    const char *key;
    json_t *element;
    size_t i;
    if (value == NULL || json_is_null(value)) {
        text_add(out, "null");
    } else if (param->type == PARAM_BLOB) {
        size_t n = param_blob_size(value);
        text_add(out, "java.nio.HeapByteBuffer[pos=0 lim=%zu cap=%zu]", n, n);
    } else if (json_is_string(value)) {
        text_add(out, "%s", json_string_value(value));
    } else if (json_is_array(value)) {
        text_add(out, "[");
        json_array_foreach ((json_t *)(uintptr_t)value, i, element) {
            text_add(out, "%s", i == 0 ? "" : ", ");
            show(out, param->of, element);
        }
        text_add(out, "]");
    } else if (param->type == PARAM_MAP) {
        const char *between = "{";
        json_object_foreach ((json_t *)(uintptr_t)value, key, element) {
            text_add(out, "%s%s=", between, key);
            show(out, param->of, element);
            between = ", ";
        }
        text_add(out, json_object_size(value) == 0 ? "{}" : "}");
    } else if (json_is_object(value)) {
        text_add(out, "com.amazonaws.kinesis.v20131202.%s@%" PRIx32, param->java,
                 java_hash_struct(param, value));
    } else {
        text_add(out, "%" PRId64, (int64_t)json_number_value(value));
    }
}

/* Adds one violation: Value 'x' at 'path.name' failed to satisfy constraint: RULE, where the rule
 * is a printf format. */
__attribute__((format(printf, 3, 4))) static void
violation(const struct place *place, const json_t *value, const char *format, ...)
{
    struct check *check = place->check;
    const char *name = place->param->name, *quote = value == NULL ? "" : "'";
    char rule[RULE_SIZE];
    va_list args;
    if (check->count >= PARAM_ERRORS_MAX)
        return;
    va_start(args, format);
    (void)vsnprintf(rule, sizeof rule, format, args);
    va_end(args);
    text_add(&check->found, "%sValue %s", check->count == 0 ? "" : "; ", quote);
    show(&check->found, place->param, value);
    text_add(&check->found, "%s at '%s%c%s' failed to satisfy constraint: %s", quote, place->path,
             tolower((unsigned char)name[0]), name[0] == '\0' ? "" : name + 1, rule);
    check->count++;
}

/* ---- rules ---- */

/* Characters, not bytes. */
static int64_t characters(const json_t *string)
{
    const char *text = json_string_value(string);
    int64_t n = 0;
    for (size_t i = 0; i < json_string_length(string); i++)
        n += ((unsigned char)text[i] & 0xc0) != 0x80;
    return n;
}

static int64_t length_of(const struct param *param, const json_t *value)
{
    switch (param->type) {
    case PARAM_BLOB:
        return (int64_t)param_blob_size(value);
    case PARAM_LIST:
        return (int64_t)json_array_size(value);
    case PARAM_MAP:
        return (int64_t)json_object_size(value);
    default:
        return characters(value);
    }
}

static bool is_word(const struct param *param, const json_t *value)
{
    const char *const *word = param->values;
    while (word != NULL && *word != NULL && strcmp(*word, json_string_value(value)) != 0)
        word++;
    return word == NULL || *word != NULL;
}

static void list_words(const struct param *param, char *out, size_t size)
{
    size_t n = 0;
    for (const char *const *word = param->values; *word != NULL && n < size; word++)
        n += (size_t)snprintf(out + n, size - n, "%s%s", n == 0 ? "" : ", ", *word);
}

static void check_number(const struct place *place, const json_t *value)
{
    const struct param *param = place->param;
    json_int_t number = json_integer_value(value);
    if ((param->flags & PARAM_BOUNDED) == 0)
        return;
    if (param->max != 0 && number > param->max) {
        violation(place, value, "Member must have value less than or equal to %" PRId64,
                  param->max);
    }
    if (number < param->min) {
        violation(place, value, "Member must have value greater than or equal to %" PRId64,
                  param->min);
    }
}

static void check_length(const struct place *place, const json_t *value)
{
    const struct param *param = place->param;
    int64_t length = length_of(param, value);
    int64_t max = param->type == PARAM_BLOB ? place->check->blob_max : param->max;
    if (length < param->min) {
        violation(place, value, "Member must have length greater than or equal to %" PRId64,
                  param->min);
    }
    if (max != 0 && length > max)
        violation(place, value, "Member must have length less than or equal to %" PRId64, max);
}

static void check_string(const struct place *place, const json_t *value)
{
    const struct param *param = place->param;
    char words[RULE_SIZE / 2];
    if (!pattern_matches(param->pattern, json_string_value(value))) {
        violation(place, value, "Member must satisfy regular expression pattern: %s",
                  pattern_text(param->pattern));
    }
    if (!is_word(param, value)) {
        list_words(param, words, sizeof words);
        violation(place, value, "Member must satisfy enum value set: [%s]", words);
    }
    check_length(place, value);
}

static bool fits(const struct param *param, const json_t *string)
{
    int64_t n = characters(string);
    return n >= param->min && (param->max == 0 || n <= param->max);
}

/* Strings in a list are judged together. */
static void check_strings(const struct place *place, const json_t *list)
{
    const struct param *of = place->param->of;
    char words[RULE_SIZE / 2];
    bool lengths = true, known = true;
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *string = json_array_get(list, i);
        lengths = lengths && json_is_string(string) && fits(of, string);
        known = known && json_is_string(string) && is_word(of, string);
    }
    if (!lengths)
        violation(place, list, "Member must satisfy constraint: [" LENGTHS "]", of->max, of->min);
    if (!known) {
        list_words(of, words, sizeof words);
        violation(place, list,
                  "Member must satisfy constraint: [Member must satisfy enum value set: [%s]]",
                  words);
    }
}

static void check_map(const struct place *place, const json_t *map)
{
    const struct param *of = place->param->of;
    bool keys = true, values = true;
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)map, key, value) {
        json_t *name = json_string(key);
        keys = keys && name != NULL && characters(name) >= 1 && characters(name) <= MAP_KEY_MAX;
        values = values && fits(of, value);
        json_decref(name);
    }
    if (!keys) {
        violation(place, map, "Map keys must satisfy constraint: [" LENGTHS "]",
                  (int64_t)MAP_KEY_MAX, (int64_t)1);
    }
    if (!values)
        violation(place, map, "Map value must satisfy constraint: [" LENGTHS "]", of->max, of->min);
}

static void check_members(struct check *check, const char *path, const struct param *members,
                          const json_t *value)
{
    for (; members->name != NULL && check->count < PARAM_ERRORS_MAX; members++) {
        const struct place place = {check, path, members};
        check_member(&place, json_object_get(value, members->name));
    }
}

static void check_inside(const struct place *place, const json_t *value)
{
    const struct param *param = place->param;
    char path[PLACE_SIZE];
    const char *name = param->name;
    if (param->type == PARAM_STRUCT) {
        (void)snprintf(path, sizeof path, "%s%c%s.", place->path, tolower((unsigned char)name[0]),
                       name + 1);
        check_members(place->check, path, param->of, value);
        return;
    }
    for (size_t i = 0; i < json_array_size(value) && place->check->count < PARAM_ERRORS_MAX; i++) {
        (void)snprintf(path, sizeof path, "%s%c%s.%zu.member.", place->path,
                       tolower((unsigned char)name[0]), name + 1, i + 1);
        check_members(place->check, path, param->of->of, json_array_get(value, i));
    }
}

static bool has_instead(const struct place *place)
{
    const char *const *name = place->param->instead;
    while (name != NULL && *name != NULL && json_object_get(place->check->args, *name) == NULL)
        name++;
    return name != NULL && *name != NULL;
}

static void check_member(const struct place *place, const json_t *value)
{
    const struct param *param = place->param;
    if (value == NULL || json_is_null(value)) {
        if ((param->flags & PARAM_REQUIRED) != 0 && !has_instead(place))
            violation(place, NULL, "Member must not be null");
        return;
    }
    switch (param->type) {
    case PARAM_STRING:
        check_string(place, value);
        break;
    case PARAM_INTEGER:
        check_number(place, value);
        break;
    case PARAM_BLOB:
        check_length(place, value);
        break;
    case PARAM_LIST:
        check_length(place, value);
        if (param->of->type == PARAM_STRUCT)
            check_inside(place, value);
        else
            check_strings(place, value);
        break;
    case PARAM_MAP:
        check_length(place, value);
        check_map(place, value);
        break;
    case PARAM_STRUCT:
        check_inside(place, value);
        break;
    case PARAM_BOOLEAN:
    case PARAM_TIMESTAMP:
        break;
    }
}

bool param_check_constraints(const struct param *params, const json_t *args, int64_t blob_max,
                             struct fault *fault)
{
    struct check check = {.blob_max = blob_max, .args = args};
    check_members(&check, "", params, args);
    if (check.count > 0) {
        fault_set(fault, check.found.failed ? FAULT_INTERNAL : FAULT_VALIDATION,
                  "%d validation error%s detected: %s", check.count, check.count == 1 ? "" : "s",
                  check.found.data == NULL ? "" : check.found.data);
    }
    text_free(&check.found);
    return check.count == 0;
}
