/* SPDX-License-Identifier: Apache-2.0 */
/* Arguments in a form: "Parameters.member.1.ParameterKey=Stage". */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "local/call.h"

enum { NAME_MAX_SIZE = 512, ELEMENTS_MAX = 1000 };

struct reader {
    struct call *call;
    char name[NAME_MAX_SIZE]; /* of the value that comes next */
};

static json_t *read_value(struct reader *r, const struct slrun_shape *shape);

/* Puts a word behind the name; where the name ended before. */
static size_t push(struct reader *r, const char *word)
{
    size_t at = strlen(r->name);
    (void)snprintf(r->name + at, sizeof r->name - at, "%s%s", at ? "." : "", word);
    return at;
}

static json_t *read_scalar(struct reader *r, const struct slrun_shape *shape)
{
    const char *text = r->call->cloud->form_get(r->call->x, r->name);
    char *end = NULL;
    if (!text)
        return NULL;
    if (shape->type == SLRUN_BOOLEAN)
        return json_boolean(strcmp(text, "true") == 0);
    errno = 0;
    long long number = shape->type == SLRUN_INTEGER ? strtoll(text, &end, 10) : 0;
    if (shape->type == SLRUN_INTEGER && (!*text || *end || errno))
        return call_fail(r->call, "MalformedInput", "%s must be a number", r->name);
    return shape->type == SLRUN_INTEGER ? json_integer(number) : json_string(text);
}

static json_t *read_list(struct reader *r, const struct slrun_shape *shape)
{
    const char *empty = r->call->cloud->form_get(r->call->x, r->name);
    json_t *list = json_array(), *element;
    size_t at = push(r, "member");
    for (int i = 1; i <= ELEMENTS_MAX; i++) {
        char number[16];
        (void)snprintf(number, sizeof number, "%d", i);
        size_t behind = push(r, number);
        element = read_value(r, shape->of);
        r->name[behind] = '\0';
        if (!element || json_array_append_new(list, element) != 0)
            break;
    }
    r->name[at] = '\0';
    if (json_array_size(list) > 0 || empty)
        return list;
    json_decref(list);
    return NULL;
}

static json_t *read_members(struct reader *r, const struct slrun_param *members)
{
    json_t *object = json_object();
    for (; members->name; members++) {
        size_t at = push(r, members->name);
        json_t *value = read_value(r, &members->shape);
        r->name[at] = '\0';
        if (value)
            (void)json_object_set_new(object, members->name, value);
    }
    if (json_object_size(object) > 0 || !*r->name)
        return object;
    json_decref(object);
    return NULL;
}

static json_t *read_value(struct reader *r, const struct slrun_shape *shape)
{
    return shape->type == SLRUN_STRUCTURE ? read_members(r, shape->members)
           : shape->type == SLRUN_LIST    ? read_list(r, shape)
                                          : read_scalar(r, shape);
}

/* ---- constraints ---- */

/* StackName: stackName. */
static const char *lower_first(const char *name, char *buffer, size_t size)
{
    (void)snprintf(buffer, size, "%s", name);
    *buffer = (char)tolower((unsigned char)*buffer);
    return buffer;
}

static bool is_word(const char *const *words, const char *text)
{
    for (; *words; words++)
        if (strcmp(*words, text) == 0)
            return true;
    return false;
}

static void check_member(struct call *call, const struct slrun_param *param, const json_t *value)
{
    char name[128];
    const char *text = json_string_value(value);
    if (!value && param->flags & SLRUN_REQUIRED)
        call_invalid(call,
                     "1 validation error detected: Value null at '%s' failed to satisfy "
                     "constraint: Member must not be null",
                     lower_first(param->name, name, sizeof name));
    else if (text && param->shape.values && !is_word(param->shape.values, text)) {
        char words[512] = "";
        for (const char *const *word = param->shape.values; *word; word++) {
            size_t n = strlen(words);
            (void)snprintf(words + n, sizeof words - n, "%s%s", n ? ", " : "", *word);
        }
        call_invalid(call,
                     "1 validation error detected: Value '%.100s' at '%s' failed to satisfy "
                     "constraint: Member must satisfy enum value set: [%s]",
                     text, lower_first(param->name, name, sizeof name), words);
    }
}

bool call_read_form(struct call *call)
{
    struct reader r = {.call = call};
    call->args = read_members(&r, call->op->params);
    for (const struct slrun_param *param = call->op->params; param->name; param++)
        check_member(call, param, json_object_get(call->args, param->name));
    return call->code == NULL;
}
