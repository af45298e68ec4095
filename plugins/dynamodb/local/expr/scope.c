/* SPDX-License-Identifier: Apache-2.0 */
/* ExpressionAttributeNames and ExpressionAttributeValues of one request. */
#include "scope.h"
#include "value_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Longest placeholder in bytes, with its first character. */
#define PLACEHOLDER_MAX 255

/* The members of `unused` are the placeholders that no expression named yet. */
struct scope_map {
    json_t *entries;
    json_t *unused;
};

struct expr_scope {
    struct scope_map names;
    struct scope_map values;
};

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_placeholder(const char *key, char first)
{
    size_t at = 1;
    if (key[0] != first || key[1] == '\0')
        return false;
    while (is_word(key[at]))
        at++;
    return key[at] == '\0';
}

static bool check_key(const char *parameter, const char *key, char first, struct expr_error *error)
{
    if (strlen(key) > PLACEHOLDER_MAX) {
        return expr_fail(error,
                         "%s contains invalid key: The expression attribute map contains a key "
                         "that is too long; size of key: %zu",
                         parameter, strlen(key));
    }
    if (!is_placeholder(key, first)) {
        return expr_fail(error, "%s contains invalid key: Syntax error; key: \"%s\"", parameter,
                         key);
    }
    return true;
}

static bool check_keys(const char *parameter, const json_t *map, char first,
                       struct expr_error *error)
{
    const char *key;
    json_t *entry;
    if (!json_is_object(map))
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "Unexpected field type");
    if (json_object_size(map) == 0)
        return expr_fail(error, "%s must not be empty", parameter);
    json_object_foreach (value_loose(map), key, entry)
        if (!check_key(parameter, key, first, error))
            return false;
    return true;
}

static bool check_name(const char *key, const json_t *name, struct expr_error *error)
{
    if (!json_is_string(name))
        return expr_fail_as(error, EXPR_ERROR_SERIALIZATION, "Unexpected value type in payload");
    if (json_string_length(name) == 0) {
        return expr_fail(error,
                         "ExpressionAttributeNames contains invalid value: Empty attribute name "
                         "for key %s",
                         key);
    }
    if (json_string_length(name) > VALUE_NAME_SIZE_MAX) {
        return expr_fail(error,
                         "ExpressionAttributeNames contains invalid value: Attribute name is "
                         "too large, must be less than 65536 bytes");
    }
    return true;
}

static bool take_names(struct expr_scope *scope, const json_t *names, struct expr_error *error)
{
    const char *key;
    json_t *name;
    if (names == NULL)
        return true;
    if (!check_keys("ExpressionAttributeNames", names, '#', error))
        return false;
    json_object_foreach (value_loose(names), key, name)
        if (!check_name(key, name, error))
            return false;
    scope->names.entries = value_copy(names);
    scope->names.unused = value_copy(names);
    return (scope->names.entries != NULL && scope->names.unused != NULL) || expr_fail_memory(error);
}

/* The older words name the placeholder behind a message about its value. */
static bool fail_value(const char *key, const struct expr_error *found, struct expr_error *error)
{
    if (found->kind != EXPR_ERROR_VALIDATION || found->words != EXPR_WORDS_OLDER) {
        *error = *found;
        return false;
    }
    return expr_fail(error, "ExpressionAttributeValues contains invalid value: %s for key %s",
                     found->message, key);
}

static bool take_values(struct expr_scope *scope, const json_t *values, struct expr_error *error)
{
    const char *key;
    json_t *value;
    if (values == NULL)
        return true;
    if (!check_keys("ExpressionAttributeValues", values, ':', error))
        return false;
    scope->values.entries = json_object();
    json_object_foreach (value_loose(values), key, value) {
        struct expr_error found;
        found.words = error->words;
        json_t *copy = value_canonical(value, &found);
        if (copy == NULL)
            return fail_value(key, &found, error);
        if (json_object_set_new_nocheck(scope->values.entries, key, copy) != 0)
            return expr_fail_memory(error);
    }
    scope->values.unused = value_copy(scope->values.entries);
    return scope->values.unused != NULL || expr_fail_memory(error);
}

struct expr_scope *expr_scope_open(const json_t *names, const json_t *values,
                                   struct expr_error *error)
{
    struct expr_scope *scope = calloc(1, sizeof *scope);
    if (scope == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    if (!take_names(scope, names, error) || !take_values(scope, values, error)) {
        expr_scope_close(scope);
        return NULL;
    }
    return scope;
}

static void drop(struct scope_map *map)
{
    json_decref(map->entries);
    json_decref(map->unused);
}

void expr_scope_close(struct expr_scope *scope)
{
    if (scope == NULL)
        return;
    drop(&scope->names);
    drop(&scope->values);
    free(scope);
}

static json_t *look_up(struct scope_map *map, const char *placeholder)
{
    json_object_del(map->unused, placeholder);
    return json_object_get(map->entries, placeholder);
}

const char *scope_name(struct expr_scope *scope, const char *placeholder)
{
    return json_string_value(look_up(&scope->names, placeholder));
}

const json_t *scope_value(struct expr_scope *scope, const char *placeholder)
{
    return look_up(&scope->values, placeholder);
}

json_t *scope_values(const struct expr_scope *scope)
{
    return scope->values.entries;
}

/* "{#a, #b}", cut where the message is full anyway. */
static bool fail_unused(const char *parameter, const json_t *unused, struct expr_error *error)
{
    char keys[EXPR_ERROR_MESSAGE_MAX];
    size_t used = 0;
    const char *key;
    json_t *entry;
    json_object_foreach (value_loose(unused), key, entry) {
        int written = snprintf(keys + used, sizeof keys - used, "%s%s", used > 0 ? ", " : "", key);
        if (written < 0 || (size_t)written >= sizeof keys - used)
            break;
        used += (size_t)written;
    }
    return expr_fail(error, "Value provided in %s unused in expressions: keys: {%s}", parameter,
                     keys);
}

bool expr_scope_all_used(const struct expr_scope *scope, struct expr_error *error)
{
    if (json_object_size(scope->names.unused) > 0)
        return fail_unused("ExpressionAttributeNames", scope->names.unused, error);
    if (json_object_size(scope->values.unused) > 0)
        return fail_unused("ExpressionAttributeValues", scope->values.unused, error);
    return true;
}
