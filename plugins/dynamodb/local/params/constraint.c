/* SPDX-License-Identifier: Apache-2.0 */
/* Constraints on parameters, each with AWS's words for its violation. */
#include "params/constraint.h"

#include <ctype.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "params/shown.h"

#define NAME_PATTERN "[a-zA-Z0-9_.-]+"
#define NAME_KEYS_RULE                                                                             \
    "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "       \
    "Member must have length greater than or equal to 3, "                                         \
    "Member must satisfy regular expression pattern: " NAME_PATTERN "]"

enum { PATH_MAX_SIZE = 1024, NUMBER_SIZE = 24, RULE_MAX = 512 };

/* Where the check stands: the path of the structure around the member, and what was found.
 *
 * Some operations have a newer front end in AWS (recorded in 2026: Limit of Query, the keys of
 * BatchGetItem). It names the member by its own name and without its value. Only messages with one
 * violation have been seen of it, so those with more stay as they were recorded before. */
struct check {
    enum expr_words words;
    bool newer; /* the operation has newer words, if not for this request */
    struct text found;
    struct text alone; /* the same in the newer words, of the first violation */
    bool only;         /* nothing but `alone` is reported */
    int count;
};

struct place {
    struct check *check;
    const char *path;          /* "" or "a.b.": what stands before the member's name */
    const struct param *param; /* the member that is being checked */
};

static void check_member(const struct place *place, const struct param *param, const char *name,
                         const json_t *value);

static bool is_name_character(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

/* Does `name` consist of the characters that names of tables and indexes may have? */
static bool constraint_is_name(const char *name)
{
    const char *at = name;
    while (is_name_character(*at))
        at++;
    return at > name && *at == '\0';
}

/* A string keeps its value in the message; that a list is empty is said in the older words. */
static bool is_anew(const struct param *param, const json_t *value)
{
    return (param->flags & PARAM_ANEW) != 0 && param->type != PARAM_STRING && value != NULL &&
           (param->type != PARAM_LIST || json_array_size(value) != 0);
}

/* The first violation in the words of the newer front end. */
static void say_anew(const struct place *place, const char *name, const char *rule)
{
    const char *path = place->path;
    struct text *out = &place->check->alone;
    text_add(out, "Value at '");
    if (*path != '\0')
        text_add(out, "%c%s", toupper((unsigned char)path[0]), path + 1);
    text_add(out, "%s' failed to satisfy constraint: %s", name, rule);
}

/* Adds one violation: Value 'x' at 'path.name' failed to satisfy constraint: RULE, where the rule
 * is a printf format. */
__attribute__((format(printf, 4, 5))) static void
violation(const struct place *place, const char *name, const json_t *value, const char *format, ...)
{
    struct check *check = place->check;
    char rule[RULE_MAX];
    va_list args;
    if (check->count >= PARAM_ERRORS_MAX)
        return;
    va_start(args, format);
    vsnprintf(rule, sizeof rule, format, args);
    va_end(args);
    const char *quote = value == NULL ? "" : "'";
    text_add(&check->found, "%sValue %s", check->count == 0 ? "" : "; ", quote);
    param_show(&check->found, place->param, value);
    text_add(&check->found, "%s at '%s%c%s' failed to satisfy constraint: %s", quote, place->path,
             tolower((unsigned char)name[0]), name + 1, rule);
    if (check->count++ == 0 && is_anew(place->param, value))
        say_anew(place, name, rule);
}

static void check_range(const struct place *place, const struct param *param, const char *name,
                        const json_t *value)
{
    json_int_t number = json_integer_value(value);
    if ((param->flags & PARAM_BOUNDED) == 0)
        return;
    if (param->max != 0 && number > param->max) {
        violation(place, name, value, "Member must have value less than or equal to %" PRId64,
                  param->max);
    }
    if (number < param->min) {
        violation(place, name, value, "Member must have value greater than or equal to %" PRId64,
                  param->min);
    }
}

static int64_t length_of(const json_t *value)
{
    size_t length = json_is_string(value)  ? json_string_length(value)
                    : json_is_array(value) ? json_array_size(value)
                                           : json_object_size(value);
    return (int64_t)length;
}

static void check_length(const struct place *place, const struct param *param, const char *name,
                         const json_t *value)
{
    int64_t length = length_of(value);
    if (length < param->min) {
        violation(place, name, value, "Member must have length greater than or equal to %" PRId64,
                  param->min);
    }
    if (param->max != 0 && length > param->max) {
        violation(place, name, value, "Member must have length less than or equal to %" PRId64,
                  param->max);
    }
}

/* The newer words name a wrong word neither by its value nor by its member. */
static void say_word(const struct place *place, const struct param *param)
{
    struct check *check = place->check;
    static const char *const rule =
        "Failed to satisfy constraint: Member must satisfy enum value set";
    text_add(&check->found, "%s%s: [%s]", check->count == 0 ? "" : "; ", rule, param->newer);
    if ((param->flags & PARAM_ALONE) != 0) {
        text_add(&check->alone, "%s: [%s]", rule, param->newer);
        check->only = true;
    }
    check->count++;
}

/* A table may be named by its ARN wherever a name may stand (API Reference, TableName). */
static bool is_arn(const char *name)
{
    return strncmp(name, "arn:", 4) == 0 && strlen(name) <= TABLE_ARN_MAX;
}

static void check_string(const struct place *place, const struct param *param, const char *name,
                         const json_t *value)
{
    const char *string = json_string_value(value);
    if ((param->flags & PARAM_NAME) != 0) {
        if (is_arn(string))
            return;
        if (*string == '\0' && ((param->flags & PARAM_ANEW) != 0 || place->check->newer)) {
            violation(place, name, value, "Member must have length greater than or equal to 1");
            return;
        }
        if (!constraint_is_name(string)) {
            violation(place, name, value,
                      "Member must satisfy regular expression pattern: " NAME_PATTERN);
        }
    }
    check_length(place, param, name, value);
    if (param->values == NULL)
        return;
    struct text set = {0};
    bool known = false;
    for (const char *const *word = param->values; *word != NULL; word++) {
        known = known || strcmp(*word, string) == 0;
        text_add(&set, "%s%s", word == param->values ? "" : ", ", *word);
    }
    text_add(&set, "]");
    if (!known && param->newer != NULL && place->check->words == EXPR_WORDS_ENVELOPED)
        say_word(place, param);
    else if (!known)
        violation(place, name, value, "Member must satisfy enum value set: [%s", text_string(&set));
    text_free(&set);
}

/* Where the elements of a list or map are: "path.name.1." or "path.name.key." */
static void step_into(const struct place *place, const char *name, const char *step, char *path)
{
    snprintf(path, PATH_MAX_SIZE, "%s%c%s.%s.", place->path, tolower((unsigned char)name[0]),
             name + 1, step);
}

static void check_list(const struct place *place, const struct param *param, const char *name,
                       const json_t *value)
{
    char step[NUMBER_SIZE];
    char path[PATH_MAX_SIZE];
    check_length(place, param, name, value);
    for (size_t i = 0; i < json_array_size(value); i++) {
        snprintf(step, sizeof step, "%zu", i + 1);
        step_into(place, name, step, path);
        check_member(&(struct place){place->check, path, NULL}, param->of, "member",
                     json_array_get(value, i));
    }
}

/* Lists inside a map have their length stated as a rule on the map's values. */
static void check_lists_of_map(const struct place *place, const struct param *param,
                               const char *name, const json_t *value)
{
    const struct param *of = param->of;
    const char *key;
    json_t *element;
    json_object_foreach ((json_t *)value, key, element) {
        if (length_of(element) >= of->min && length_of(element) <= of->max)
            continue;
        violation(place, name, value,
                  "Map value must satisfy constraint: [Member must have length less than or equal "
                  "to %" PRId64 ", Member must have length greater than or equal to %" PRId64 "]",
                  of->max, of->min);
    }
}

static bool is_table_key(const char *key)
{
    size_t length = strlen(key);
    return is_arn(key) ||
           (constraint_is_name(key) && length >= TABLE_NAME_MIN && length <= TABLE_NAME_MAX);
}

static void check_map(const struct place *place, const struct param *param, const char *name,
                      const json_t *value)
{
    const char *key;
    json_t *element;
    struct param of = *param->of;
    char path[PATH_MAX_SIZE];
    check_length(place, param, name, value);
    if ((param->flags & PARAM_NAME_KEYS) != 0) {
        json_object_foreach ((json_t *)value, key, element)
            if (!is_table_key(key))
                violation(place, name, value, "%s", NAME_KEYS_RULE);
    }
    if (of.type == PARAM_LIST && of.max != 0) {
        check_lists_of_map(place, param, name, value);
        of.min = of.max = 0;
    }
    json_object_foreach ((json_t *)value, key, element) {
        step_into(place, name, key, path);
        check_member(&(struct place){place->check, path, NULL}, &of, "member", element);
    }
}

static void check_members(const struct place *place, const struct param *members,
                          const json_t *value)
{
    size_t left = json_object_size(value);
    for (; members->name != NULL; members++) {
        const json_t *inner = left > 0 ? json_object_get(value, members->name) : NULL;
        if (inner != NULL) {
            left--;
            check_member(place, members, members->name, inner);
        } else if ((members->flags & PARAM_NOT_NULL) != 0) {
            violation(&(struct place){place->check, place->path, members}, members->name, NULL,
                      "Member must not be null");
        }
    }
}

static void check_struct(const struct place *place, const struct param *param, const char *name,
                         const json_t *value)
{
    char path[PATH_MAX_SIZE];
    snprintf(path, sizeof path, "%s%c%s.", place->path, tolower((unsigned char)name[0]), name + 1);
    check_members(&(struct place){place->check, path, NULL}, param->of, value);
}

static void check_member(const struct place *around, const struct param *param, const char *name,
                         const json_t *value)
{
    const struct place place = {around->check, around->path, param};
    switch (param->type) {
    case PARAM_STRING:
        check_string(&place, param, name, value);
        break;
    case PARAM_INTEGER:
    case PARAM_LONG:
        check_range(&place, param, name, value);
        break;
    case PARAM_LIST:
        check_list(&place, param, name, value);
        break;
    case PARAM_MAP:
        check_map(&place, param, name, value);
        break;
    case PARAM_STRUCT:
        check_struct(&place, param, name, value);
        break;
    case PARAM_BOOLEAN:
    case PARAM_TIMESTAMP:
    case PARAM_BLOB:
    case PARAM_ITEM:
    case PARAM_VALUE:
        break;
    }
}

/* The two rules that AWS checks before, and reports one by one. */
static bool check_required(const struct param *params, const json_t *args, struct fault *fault)
{
    for (; params->name != NULL; params++) {
        if ((params->flags & (PARAM_REQUIRED | PARAM_TABLE)) == 0)
            continue;
        const json_t *value = json_object_get(args, params->name);
        if ((params->flags & PARAM_REQUIRED) != 0 && value == NULL) {
            return fault_invalid(
                fault, "The parameter '%s' is required but was not present in the request",
                params->name);
        }
        if ((params->flags & PARAM_TABLE) != 0 && value != NULL &&
            !is_arn(json_string_value(value)) &&
            (length_of(value) < TABLE_NAME_MIN || length_of(value) > TABLE_NAME_MAX)) {
            return fault_invalid(
                fault, "%s must be at least 3 characters long and at most 255 characters long",
                params->name);
        }
    }
    return true;
}

static bool has_all(const struct param *params, const json_t *args)
{
    while (params->name != NULL &&
           ((params->flags & PARAM_NOT_NULL) == 0 || json_object_get(args, params->name) != NULL))
        params++;
    return params->name == NULL;
}

/* With a member missing AWS has the older words; without, an empty name stops the newer check. */
static bool check_name_of_table(const struct check *check, const json_t *args, struct fault *fault)
{
    const char *name = json_string_value(json_object_get(args, "TableName"));
    return check->words != EXPR_WORDS_ENVELOPED || name == NULL || *name != '\0' ||
           fault_invalid(fault, CONSTRAINT_EMPTY("TableName"));
}

bool constraint_check(const struct param *params, const json_t *args, struct fault *fault)
{
    struct check check = {.words = has_all(params, args) ? fault->words : EXPR_WORDS_OLDER,
                          .newer = fault->words != EXPR_WORDS_OLDER};
    if (!check_required(params, args, fault) || !check_name_of_table(&check, args, fault))
        return false;
    check_members(&(struct place){&check, "", NULL}, params, args);
    if (check.count != 0) {
        bool one = check.only || check.count == 1;
        const struct text *said = one && check.alone.size != 0 ? &check.alone : &check.found;
        fault_invalid(fault, "%d validation error%s detected: %s", one ? 1 : check.count,
                      one ? "" : "s", text_string(said));
    }
    text_free(&check.found);
    text_free(&check.alone);
    return check.count == 0;
}
