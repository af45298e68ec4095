/* SPDX-License-Identifier: Apache-2.0 */
/* Event patterns: objects of fields, each with the list of what its value may be. */
#include "base/pattern/pattern.h"

#include <stdbool.h>
#include <string.h>

#include "base/error.h"

static const char any_of[] = "$or";

/* ---- is it one? ---- */

static int refuse(struct slrun_error *error, const char *name, const char *text)
{
    error_set(error, SLRUN_E_SERVICE, "%s%s%s%s", name ? "\"" : "", name ? name : "",
              name ? "\" " : "", text);
    return -1;
}

static int check_leaf(const json_t *list, struct slrun_error *error)
{
    size_t i;
    json_t *matcher;
    if (!json_array_size(list))
        return refuse(error, NULL, "Empty arrays are not allowed");
    json_array_foreach (list, i, matcher) {
        if (json_is_array(matcher))
            return refuse(error, NULL, "Match value must be String, number, true, false, or null");
        if (json_is_object(matcher) && operator_check(matcher, error))
            return -1;
    }
    return 0;
}

static int check_object(const json_t *pattern, int depth, struct slrun_error *error);

/* The alternatives of $or; any other list under that name is a field's. */
static bool is_alternatives(const char *name, const json_t *value)
{
    size_t i;
    json_t *item;
    if (strcmp(name, any_of) != 0 || json_array_size(value) < 2)
        return false;
    json_array_foreach (value, i, item)
        if (!json_is_object(item))
            return false;
    return true;
}

static int check_alternatives(const json_t *list, int depth, struct slrun_error *error)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item)
        if (check_object(item, depth, error))
            return -1;
    return 0;
}

static int check_member(const char *name, const json_t *value, int depth, struct slrun_error *error)
{
    if (is_alternatives(name, value))
        return check_alternatives(value, depth, error);
    if (json_is_object(value))
        return check_object(value, depth, error);
    if (json_is_array(value))
        return check_leaf(value, error);
    return refuse(error, name, "must be an object or an array");
}

static int check_object(const json_t *pattern, int depth, struct slrun_error *error)
{
    const char *name;
    json_t *value;
    if (!json_is_object(pattern))
        return refuse(error, NULL, "Filter is not an object");
    if (depth == PATTERN_DEPTH_MAX)
        return refuse(error, NULL, "Event pattern is nested too deeply");
    if (!json_object_size(pattern) && depth > 0)
        return refuse(error, NULL, "Empty objects are not allowed");
    json_object_foreach ((json_t *)pattern, name, value)
        if (check_member(name, value, depth + 1, error))
            return -1;
    return 0;
}

int pattern_check(const json_t *pattern, struct slrun_error *error)
{
    return check_object(pattern, 0, error);
}

/* ---- does it match? ---- */

static bool equal(const json_t *a, const json_t *b)
{
    if (json_is_number(a) && json_is_number(b))
        return json_number_value(a) == json_number_value(b);
    return json_equal(a, b);
}

/* One value against the list of what it may be; `value` NULL: it is absent. */
static bool match_scalar(const json_t *list, const json_t *value)
{
    size_t i;
    json_t *matcher;
    json_array_foreach (list, i, matcher)
        if (json_is_object(matcher) ? operator_match(matcher, value)
                                    : value && equal(matcher, value))
            return true;
    return false;
}

/* A list in the event matches if one of its elements does. An object is no leaf: only what wants
 * the field to be absent can hold there, as it does in AWS. */
static bool match_leaf(const json_t *list, const json_t *value)
{
    size_t i;
    json_t *element;
    if (!json_is_array(value))
        return match_scalar(list, json_is_object(value) ? NULL : value);
    json_array_foreach (value, i, element)
        if (match_leaf(list, element))
            return true;
    return !json_array_size(value) && match_scalar(list, NULL);
}

static bool match_object(const json_t *pattern, const json_t *event);

static bool match_any_of(const json_t *list, const json_t *event)
{
    size_t i;
    json_t *item;
    json_array_foreach (list, i, item)
        if (match_object(item, event))
            return true;
    return false;
}

/* The pattern of a field that is an object; the field may hold several. */
static bool match_nested(const json_t *pattern, const json_t *value)
{
    size_t i;
    json_t *element;
    if (!json_is_array(value))
        return match_object(pattern, value);
    json_array_foreach (value, i, element)
        if (match_nested(pattern, element))
            return true;
    return false;
}

/* Dots join the names of fields within fields: "a.b.c" is also b.c of a, and c of a.b. True if one
 * of them is there; *holds: whether one is what is wanted. */
static bool match_dotted(const char *name, const json_t *wanted, const json_t *event, bool *holds)
{
    bool there = false;
    *holds = false;
    for (const char *dot = strchr(name, '.'); dot && !*holds; dot = strchr(dot + 1, '.')) {
        const json_t *outer = json_object_getn(event, name, (size_t)(dot - name));
        *holds = outer && pattern_member(dot + 1, wanted, outer);
        there = there || outer;
    }
    return there;
}

json_t *pattern_joined(const char *name, const json_t *wanted, const json_t *event)
{
    const char *key, *inner;
    json_t *value, *all = NULL;
    bool there = false;
    size_t n = strlen(name);
    json_object_foreach ((json_t *)event, key, value)
        there = there || (strncmp(key, name, n) == 0 && key[n] == '.');
    if (!there || !json_is_object(wanted) || !(all = json_object()))
        return NULL;
    json_object_foreach ((json_t *)wanted, inner, value) {
        json_t *joined = json_sprintf("%s.%s", name, inner);
        there = there && json_object_set(all, json_string_value(joined), value) == 0;
        json_decref(joined);
    }
    if (there)
        return all;
    json_decref(all);
    return NULL; /* no memory */
}

static bool match_field(const json_t *wanted, const json_t *value)
{
    return json_is_array(wanted) ? match_leaf(wanted, value) : match_nested(wanted, value);
}

/* The event has no field of that name itself. */
static bool match_absent(const char *name, const json_t *wanted, const json_t *event)
{
    bool holds;
    if (match_dotted(name, wanted, event, &holds))
        return holds;
    json_t *joined = pattern_joined(name, wanted, event);
    holds = joined ? match_object(joined, event) : match_field(wanted, NULL);
    json_decref(joined);
    return holds;
}

bool pattern_member(const char *name, const json_t *wanted, const json_t *event)
{
    size_t i;
    json_t *element;
    const json_t *value = json_object_get(event, name);
    if (is_alternatives(name, wanted))
        return match_any_of(wanted, event);
    if (!json_is_array(event))
        return value ? match_field(wanted, value) : match_absent(name, wanted, event);
    json_array_foreach (event, i, element)
        if (pattern_member(name, wanted, element))
            return true;
    return false;
}

/* `event` may be absent (NULL) or no object: then all that is asked for must be so. */
static bool match_object(const json_t *pattern, const json_t *event)
{
    const char *name;
    json_t *wanted;
    json_object_foreach ((json_t *)pattern, name, wanted)
        if (!pattern_member(name, wanted, event))
            return false;
    return true;
}

int pattern_match(const json_t *pattern, const json_t *event)
{
    return match_object(pattern, event);
}
