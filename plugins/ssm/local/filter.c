/* SPDX-License-Identifier: Apache-2.0 */
/* Filters of DescribeParameters and GetParametersByPath (API Reference, ParameterStringFilter). */
#include <string.h>

#include "local/service.h"

enum { BY_ALL = 1, BY_PATH = 2 };

/* `member`: of the latest version. */
static const struct key {
    const char *name, *member;
    unsigned of; /* which operations have it */
} keys[] = {
    {"Name", NULL, BY_ALL},
    {"Path", NULL, BY_ALL},
    {"Type", "Type", BY_ALL | BY_PATH},
    {"KeyId", "KeyId", BY_ALL | BY_PATH},
    {"Tier", "Tier", BY_ALL},
    {"DataType", "DataType", BY_ALL},
    {"Label", NULL, BY_PATH},
};

static const struct key *key_of(const char *name)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

static const char *option_of(const json_t *filter)
{
    const char *option = slrun_text(filter, "Option");
    bool path = strcmp(slrun_text(filter, "Key"), "Path") == 0;
    return option ? option : path ? "OneLevel" : "Equals";
}

static bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++)
        if (strcmp(word, *words) == 0)
            return true;
    return false;
}

static bool check_option(struct slrun_json_call *call, const json_t *filter)
{
    static const char *const of_path[] = {"Recursive", "OneLevel", NULL};
    static const char *const of_name[] = {"BeginsWith", "Equals", "Contains", NULL};
    static const char *const of_others[] = {"BeginsWith", "Equals", NULL};
    const char *key = slrun_text(filter, "Key"), *option = option_of(filter);
    bool path = strcmp(key, "Path") == 0, name = strcmp(key, "Name") == 0;
    if (is_one_of(option, path ? of_path : name ? of_name : of_others))
        return true;
    return call_fail(call, "InvalidFilterOption",
                     "The following filter option is not valid: %s. Valid options include: [%s].",
                     option, path ? "Recursive, OneLevel" : "BeginsWith, Equals");
}

static bool check_filter(struct slrun_json_call *call, const json_t *filter, bool by_path)
{
    const char *name = slrun_text(filter, "Key");
    const struct key *key = key_of(name);
    bool tag = strncmp(name, "tag:", 4) == 0 && name[4] && !by_path;
    if (!tag && (!key || !(key->of & (by_path ? BY_PATH : BY_ALL))))
        return call_fail(
            call, "InvalidFilterKey",
            "The following filter key is not valid: %s. Valid filter keys include: "
            "[%s].",
            name, by_path ? "Type, KeyId, Label" : "Path, Name, Type, KeyId, Tier, DataType");
    if (!tag && json_array_size(json_object_get(filter, "Values")) == 0)
        return call_fail(call, "InvalidFilterValue",
                         "The following filter values are missing : null for filter key %s.", name);
    return check_option(call, filter);
}

bool filters_check(struct slrun_json_call *call, bool by_path)
{
    const json_t *filters = json_object_get(call->args, "ParameterFilters");
    for (size_t i = 0; i < json_array_size(filters); i++) {
        const json_t *filter = json_array_get(filters, i);
        if (!check_filter(call, filter, by_path))
            return false;
        for (size_t j = 0; j < i; j++)
            if (strcmp(slrun_text(json_array_get(filters, j), "Key"), slrun_text(filter, "Key")) ==
                0)
                return call_fail(call, "InvalidFilterKey",
                                 "The following filter is duplicated in the request: %s. A request "
                                 "can contain only one occurrence of a specific filter.",
                                 slrun_text(filter, "Key"));
    }
    return true;
}

/* ---- passing ---- */

static bool fits(const char *text, const char *option, const char *value)
{
    if (strcmp(option, "BeginsWith") == 0)
        return strncmp(text, value, strlen(value)) == 0;
    if (strcmp(option, "Contains") == 0)
        return strstr(text, value) != NULL;
    return strcmp(text, value) == 0;
}

static bool any_fits(const char *text, const char *option, const json_t *values)
{
    for (size_t i = 0; text && i < json_array_size(values); i++)
        if (fits(text, option, json_string_value(json_array_get(values, i))))
            return true;
    return false;
}

static bool tag_passes(const json_t *parameter, const char *key, const char *option,
                       const json_t *values)
{
    size_t i;
    json_t *tag;
    json_array_foreach (json_object_get(parameter, "Tags"), i, tag)
        if (strcmp(slrun_text(tag, "Key"), key) == 0)
            return json_array_size(values) == 0 ||
                   any_fits(slrun_text(tag, "Value"), option, values);
    return false;
}

static bool path_passes(const char *name, bool recursive, const json_t *values)
{
    for (size_t i = 0; i < json_array_size(values); i++)
        if (name_is_below(name, json_string_value(json_array_get(values, i)), recursive))
            return true;
    return false;
}

static bool labels_pass(const json_t *labels, const char *option, const json_t *values)
{
    for (size_t i = 0; i < json_array_size(labels); i++)
        if (any_fits(json_string_value(json_array_get(labels, i)), option, values))
            return true;
    return false;
}

static bool passes(const json_t *filter, const json_t *parameter)
{
    const char *key = slrun_text(filter, "Key"), *option = option_of(filter);
    const json_t *values = json_object_get(filter, "Values"), *latest = parameter_latest(parameter);
    const char *name = slrun_text(parameter, "Name");
    if (strncmp(key, "tag:", 4) == 0)
        return tag_passes(parameter, key + 4, option, values);
    if (strcmp(key, "Path") == 0)
        return path_passes(name, strcmp(option, "Recursive") == 0, values);
    if (strcmp(key, "Label") == 0)
        return labels_pass(json_object_get(latest, "Labels"), option, values);
    return any_fits(strcmp(key, "Name") == 0 ? name : slrun_text(latest, key), option, values);
}

bool filters_pass(const struct slrun_json_call *call, const json_t *parameter)
{
    static const char *const lists[] = {"ParameterFilters", "Filters", NULL};
    size_t i;
    json_t *filter;
    for (const char *const *list = lists; *list; list++)
        json_array_foreach (json_object_get(call->args, *list), i, filter)
            if (!passes(filter, parameter))
                return false;
    return true;
}
