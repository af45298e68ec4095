/* SPDX-License-Identifier: Apache-2.0 */
#include <math.h>
#include <string.h>

#include "jsonata/run.h"

const struct jn JN_NOTHING = {.type = JN_UNDEFINED};

struct jn jn_null(void)
{
    return (struct jn){.type = JN_NULL};
}

struct jn jn_boolean(bool yes)
{
    return (struct jn){.type = JN_BOOLEAN, .yes = yes};
}

struct jn jn_number(double number)
{
    return (struct jn){.type = JN_NUMBER, .number = number};
}

struct jn jn_string(const char *text, size_t size)
{
    return (struct jn){.type = JN_STRING, .size = (uint32_t)size, .text = text};
}

struct jn jn_literal(const char *text)
{
    return jn_string(text, strlen(text));
}

struct jn jn_copy(struct jn_run *run, const char *text, size_t size)
{
    char *copy = size < UINT32_MAX ? jn_take(run, size + 1) : NULL;
    if (!copy)
        return JN_NOTHING;
    if (size)
        memcpy(copy, text, size);
    return jn_string(copy, size);
}

/* ---- arrays ---- */

struct jn jn_array(struct jn_run *run, unsigned marks)
{
    struct jn_array *array = jn_take(run, sizeof *array);
    if (!array)
        return JN_NOTHING;
    array->marks = marks;
    return (struct jn){.type = JN_ARRAY, .array = array};
}

struct jn jn_sequence(struct jn_run *run)
{
    return jn_array(run, JN_SEQUENCE);
}

static bool array_grow(struct jn_run *run, struct jn_array *array)
{
    size_t room = array->room ? array->room * 2 : 4;
    struct jn *at = jn_take(run, room * sizeof *at);
    if (!at)
        return false;
    if (array->count)
        memcpy(at, array->at, array->count * sizeof *at);
    array->at = at;
    array->room = room;
    return true;
}

void jn_push(struct jn_run *run, struct jn array, struct jn value)
{
    if (array.type != JN_ARRAY)
        return;
    if (array.array->count == array.array->room && !array_grow(run, array.array))
        return;
    array.array->at[array.array->count++] = value;
}

void jn_push_all(struct jn_run *run, struct jn array, struct jn value)
{
    if (value.type != JN_ARRAY) {
        jn_push(run, array, value);
        return;
    }
    for (size_t i = 0; i < jn_count(value) && jn_step(run, 1); i++)
        jn_push(run, array, jn_at(value, i));
}

size_t jn_count(struct jn array)
{
    return array.type == JN_ARRAY ? array.array->count : 0;
}

struct jn jn_at(struct jn array, size_t i)
{
    return i < jn_count(array) ? array.array->at[i] : JN_NOTHING;
}

bool jn_marked(struct jn value, unsigned mark)
{
    return value.type == JN_ARRAY && (value.array->marks & mark) == mark;
}

struct jn jn_as_array(struct jn_run *run, struct jn value)
{
    if (value.type == JN_ARRAY)
        return value;
    struct jn array = jn_array(run, 0);
    jn_push(run, array, value);
    return array;
}

/* ---- what they are ---- */

bool jn_is(struct jn value, const char *text)
{
    return jn_same_text(value, jn_literal(text));
}

bool jn_same_text(struct jn a, struct jn b)
{
    return a.type == JN_STRING && b.type == JN_STRING && a.size == b.size &&
           memcmp(a.text, b.text, a.size) == 0;
}

int jn_compare_text(struct jn a, struct jn b)
{
    int order = memcmp(a.text, b.text, a.size < b.size ? a.size : b.size);
    return order ? order : (a.size > b.size) - (a.size < b.size);
}

static bool arrays_equal(struct jn_run *run, struct jn a, struct jn b)
{
    bool same = jn_count(a) == jn_count(b);
    for (size_t i = 0; same && i < jn_count(a); i++)
        same = jn_equal(run, jn_at(a, i), jn_at(b, i));
    return same;
}

static bool objects_equal(struct jn_run *run, struct jn a, struct jn b)
{
    bool same = a.object->count == b.object->count;
    for (size_t i = 0; same && i < a.object->count; i++) {
        const struct jn_member *there = jn_find(b, a.object->at[i].name);
        same = there && jn_equal(run, a.object->at[i].value, there->value);
    }
    return same;
}

static bool deep_equal(struct jn_run *run, struct jn a, struct jn b)
{
    if (!jn_enter(run))
        return false;
    bool same = a.type == JN_ARRAY ? arrays_equal(run, a, b) : objects_equal(run, a, b);
    jn_leave(run);
    return same;
}

bool jn_equal(struct jn_run *run, struct jn a, struct jn b)
{
    if (a.type != b.type || !jn_step(run, 1))
        return false;
    switch (a.type) {
    case JN_BOOLEAN:
        return a.yes == b.yes;
    case JN_NUMBER:
        return a.number == b.number;
    case JN_STRING:
        return jn_same_text(a, b);
    case JN_ARRAY:
    case JN_OBJECT:
        return deep_equal(run, a, b);
    case JN_FUNCTION:
        return a.function == b.function;
    default:
        return true;
    }
}

static bool any_true(struct jn_run *run, struct jn array)
{
    bool found = false;
    if (!jn_enter(run))
        return false;
    for (size_t i = 0; !found && i < jn_count(array) && jn_step(run, 1); i++)
        found = jn_truth(run, jn_at(array, i));
    jn_leave(run);
    return found;
}

bool jn_truth(struct jn_run *run, struct jn value)
{
    switch (value.type) {
    case JN_BOOLEAN:
        return value.yes;
    case JN_NUMBER:
        return jn_is_numeric(run, value) && value.number != 0;
    case JN_STRING:
        return value.size > 0;
    case JN_ARRAY:
        return any_true(run, value);
    case JN_OBJECT:
        return value.object->count > 0;
    default:
        return false;
    }
}

bool jn_is_numeric(struct jn_run *run, struct jn value)
{
    if (value.type != JN_NUMBER || isnan(value.number))
        return false;
    if (isinf(value.number))
        (void)jn_fail_value(run, "D1001", value);
    return !isinf(value.number);
}

bool jn_all_numbers(struct jn_run *run, struct jn value)
{
    for (size_t i = 0; i < jn_count(value); i++)
        if (!jn_is_numeric(run, jn_at(value, i)))
            return false;
    return value.type == JN_ARRAY;
}

bool jn_all_strings(struct jn value)
{
    for (size_t i = 0; i < jn_count(value); i++)
        if (jn_at(value, i).type != JN_STRING)
            return false;
    return value.type == JN_ARRAY;
}
