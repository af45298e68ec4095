/* SPDX-License-Identifier: Apache-2.0 */
/* Values as JSON, and JSON as values. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "jsonata/values/text.h"

/* ---- as a text ---- */

struct dump {
    struct jn_run *run;
    struct jn_text *text;
    bool pretty;
    int level;
};

static void dump_value(struct dump *d, struct jn value);

static void dump_line(struct dump *d)
{
    if (!d->pretty)
        return;
    jn_add_text(d->run, d->text, "\n");
    for (int i = 0; i < d->level; i++)
        jn_add_text(d->run, d->text, "  ");
}

static void dump_point(struct dump *d, uint32_t point)
{
    static const char *const shorts[] = {
        ['\b'] = "\\b", ['\f'] = "\\f", ['\n'] = "\\n", ['\r'] = "\\r",
        ['\t'] = "\\t", ['"'] = "\\\"", ['\\'] = "\\\\"};
    char code[8];
    if (point < sizeof shorts / sizeof *shorts && shorts[point]) {
        jn_add_text(d->run, d->text, shorts[point]);
    } else if (point < 0x20 || (point >= 0xD800 && point < 0xE000)) {
        (void)snprintf(code, sizeof code, "\\u%04x", point);
        jn_add_text(d->run, d->text, code);
    } else {
        jn_add_point(d->run, d->text, point);
    }
}

static void dump_string(struct dump *d, struct jn string)
{
    size_t bytes;
    jn_add_text(d->run, d->text, "\"");
    for (size_t i = 0; i < string.size; i += bytes)
        dump_point(d, jn_point(string.text + i, string.text + string.size, &bytes));
    jn_add_text(d->run, d->text, "\"");
}

static void dump_number(struct dump *d, double number)
{
    char text[JN_NUMBER_SIZE];
    if (isfinite(number))
        (void)jn_number_text(number, number == floor(number) ? 17 : 15, text);
    else
        (void)snprintf(text, sizeof text, "null");
    if (isinf(number))
        (void)jn_fail_value(d->run, "D1001", jn_literal(number > 0 ? "Infinity" : "-Infinity"));
    jn_add_text(d->run, d->text, text);
}

static void dump_array(struct dump *d, struct jn array)
{
    jn_add_text(d->run, d->text, "[");
    d->level++;
    for (size_t i = 0; i < jn_count(array) && jn_step(d->run, 1); i++) {
        if (i)
            jn_add_text(d->run, d->text, ",");
        dump_line(d);
        dump_value(d, jn_at(array, i));
    }
    d->level--;
    if (jn_count(array))
        dump_line(d);
    jn_add_text(d->run, d->text, "]");
}

static void dump_object(struct dump *d, const struct jn_object *object)
{
    size_t written = 0;
    jn_add_text(d->run, d->text, "{");
    d->level++;
    for (size_t i = 0; i < object->count && jn_step(d->run, 1); i++) {
        if (object->at[i].value.type == JN_UNDEFINED)
            continue;
        if (written++)
            jn_add_text(d->run, d->text, ",");
        dump_line(d);
        dump_string(d, object->at[i].name);
        jn_add_text(d->run, d->text, d->pretty ? ": " : ":");
        dump_value(d, object->at[i].value);
    }
    d->level--;
    if (written)
        dump_line(d);
    jn_add_text(d->run, d->text, "}");
}

static void dump_value(struct dump *d, struct jn value)
{
    if (!jn_enter(d->run))
        return;
    switch (value.type) {
    case JN_BOOLEAN:
        jn_add_text(d->run, d->text, value.yes ? "true" : "false");
        break;
    case JN_NUMBER:
        dump_number(d, value.number);
        break;
    case JN_STRING:
        dump_string(d, value);
        break;
    case JN_ARRAY:
        dump_array(d, value);
        break;
    case JN_OBJECT:
        dump_object(d, value.object);
        break;
    case JN_FUNCTION:
        jn_add_text(d->run, d->text, "\"\"");
        break;
    default:
        jn_add_text(d->run, d->text, "null");
        break;
    }
    jn_leave(d->run);
}

void jn_dump(struct jn_run *run, struct jn_text *text, struct jn value, bool pretty)
{
    struct dump d = {run, text, pretty, 0};
    dump_value(&d, value);
}

struct jn jn_to_string(struct jn_run *run, struct jn value, bool pretty)
{
    struct jn_text text = {0};
    if (value.type == JN_UNDEFINED || value.type == JN_STRING)
        return value;
    if (value.type == JN_FUNCTION)
        return jn_literal("");
    if (value.type == JN_NUMBER && !isfinite(value.number))
        return jn_fail_value(run, "D3001", value);
    jn_dump(run, &text, jn_marked(value, JN_WRAPPER) ? jn_at(value, 0) : value, pretty);
    return jn_text_value(run, &text);
}

/* ---- from jansson ---- */

static struct jn from_array(struct jn_run *run, const json_t *json)
{
    struct jn array = jn_array(run, 0);
    for (size_t i = 0; i < json_array_size(json) && !jn_failed(run); i++)
        jn_push(run, array, jn_from_json(run, json_array_get(json, i)));
    return array;
}

static struct jn from_object(struct jn_run *run, const json_t *json)
{
    struct jn object = jn_object(run);
    const char *name;
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)json, name, value) {
        if (jn_failed(run))
            break;
        jn_set(run, object, jn_copy(run, name, strlen(name)), jn_from_json(run, value));
    }
    return object;
}

static struct jn from_compound(struct jn_run *run, const json_t *json)
{
    if (!jn_enter(run))
        return JN_NOTHING;
    struct jn value = json_is_array(json) ? from_array(run, json) : from_object(run, json);
    jn_leave(run);
    return value;
}

struct jn jn_from_json(struct jn_run *run, const json_t *json)
{
    if (!json)
        return JN_NOTHING;
    if (json_is_array(json) || json_is_object(json))
        return from_compound(run, json);
    if (json_is_string(json))
        return jn_copy(run, json_string_value(json), json_string_length(json));
    if (json_is_number(json))
        return jn_number(json_number_value(json));
    return json_is_null(json) ? jn_null() : jn_boolean(json_is_true(json));
}

struct jn jn_parse_json(struct jn_run *run, struct jn text, bool *ok)
{
    json_t *json = json_loadb(text.text, text.size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    struct jn value = jn_from_json(run, json);
    *ok = json != NULL;
    json_decref(json);
    return value;
}

/* ---- to jansson ---- */

static json_t *to_array(struct jn_run *run, struct jn value)
{
    json_t *made = json_array();
    for (size_t i = 0; i < jn_count(value) && !jn_failed(run); i++) {
        json_t *one = jn_to_json(run, jn_at(value, i));
        (void)json_array_append_new(made, one ? one : json_null());
    }
    return made;
}

/* A text in which each character is one: halves of surrogate pairs become U+FFFD. */
static struct jn well_formed(struct jn_run *run, struct jn string)
{
    struct jn_text text = {0};
    size_t bytes;
    for (size_t i = 0; i < string.size; i += bytes) {
        uint32_t point = jn_point(string.text + i, string.text + string.size, &bytes);
        bool half = (point >= 0xD800 && point < 0xE000) || (bytes == 1 && point > 0x7F);
        jn_add_point(run, &text, half ? 0xFFFD : point);
    }
    return jn_text_value(run, &text);
}

static json_t *to_string(struct jn_run *run, struct jn string)
{
    json_t *made = json_stringn(string.text, string.size);
    if (made)
        return made;
    string = well_formed(run, string);
    return string.type == JN_STRING ? json_stringn(string.text, string.size) : NULL;
}

static json_t *to_object(struct jn_run *run, const struct jn_object *object)
{
    json_t *made = json_object();
    for (size_t i = 0; i < object->count && !jn_failed(run); i++) {
        json_t *name = to_string(run, object->at[i].name);
        json_t *value = jn_to_json(run, object->at[i].value);
        if (value && name && strlen(json_string_value(name)) == json_string_length(name))
            (void)json_object_set(made, json_string_value(name), value);
        json_decref(name);
        json_decref(value);
    }
    return made;
}

static json_t *to_number(double number)
{
    if (!isfinite(number))
        return json_null();
    if (number == floor(number) && fabs(number) < 9007199254740992.0)
        return json_integer((json_int_t)number);
    return json_real(number);
}

static json_t *to_compound(struct jn_run *run, struct jn value)
{
    if (!jn_enter(run))
        return NULL;
    json_t *made = value.type == JN_ARRAY ? to_array(run, value) : to_object(run, value.object);
    jn_leave(run);
    return made;
}

json_t *jn_to_json(struct jn_run *run, struct jn value)
{
    if (!jn_step(run, 1))
        return NULL;
    switch (value.type) {
    case JN_UNDEFINED:
        return NULL;
    case JN_NULL:
        return json_null();
    case JN_BOOLEAN:
        return json_boolean(value.yes);
    case JN_NUMBER:
        return to_number(value.number);
    case JN_STRING:
        return to_string(run, value);
    case JN_FUNCTION:
        return json_string("");
    default:
        return to_compound(run, value);
    }
}
