/* SPDX-License-Identifier: Apache-2.0 */
/* JSON results as XML, by the shapes of the operation. */
#include "xml.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "request.h"

#define HEAD      "<?xml version=\"1.0\"?>"
#define NAMESPACE " xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\""

/* Text that grows while it is put together. */
struct text {
    char *data;
    size_t size, capacity;
    bool failed;
};

static void put(struct text *text, const char *data, size_t size)
{
    if (text->size + size + 1 > text->capacity) {
        size_t capacity = (text->size + size + 1) * 2;
        char *more = text->failed ? NULL : realloc(text->data, capacity);
        if (more == NULL) {
            text->failed = true;
            return;
        }
        text->data = more;
        text->capacity = capacity;
    }
    memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = '\0';
}

/* Puts all the strings, up to a NULL. */
static void put_all(struct text *text, ...)
{
    va_list strings;
    va_start(strings, text);
    for (const char *s; (s = va_arg(strings, const char *)) != NULL;) {
        put(text, s, strlen(s));
    }
    va_end(strings);
}

/* A carriage return would be read as a line feed (XML 1.0, 2.11). */
static void put_escaped(struct text *text, const char *s)
{
    static const char specials[] = "&<>\"\r";
    static const char *const names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#xD;"};
    while (*s != '\0') {
        size_t n = strcspn(s, specials);
        put(text, s, n);
        s += n;
        if (*s != '\0') {
            const char *name = names[strchr(specials, *s) - specials];
            put(text, name, strlen(name));
            s++;
        }
    }
}

static char *finish(struct text *text)
{
    if (!text->failed) {
        return text->data;
    }
    free(text->data);
    return NULL;
}

static void put_members(struct text *text, const char *api, const struct slrun_param *members,
                        const json_t *object);

static void put_value(struct text *text, const char *api, const struct slrun_shape *shape,
                      const json_t *value)
{
    char number[32];
    if (shape->type == SLRUN_STRUCTURE) {
        put_members(text, api, shape->members, value);
    } else if (json_is_string(value)) {
        put_escaped(text, json_string_value(value));
    } else if (json_is_boolean(value)) {
        put_all(text, json_is_true(value) ? "true" : "false", NULL);
    } else {
        (void)snprintf(number, sizeof number, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        put_all(text, number, NULL);
    }
}

static void put_element(struct text *text, const char *api, const struct slrun_shape *shape,
                        const char *name, const json_t *value)
{
    put_all(text, "<", name, ">", NULL);
    put_value(text, api, shape, value);
    put_all(text, "</", name, ">", NULL);
}

static void put_map(struct text *text, const char *api, const struct slrun_param *param,
                    const json_t *map)
{
    char wire[WIRE_NAME_MAX];
    const char *key_name = request_key_name(param->name), *key;
    json_t *value;
    request_wire_name(api, param->name, wire);
    json_object_foreach ((json_t *)(uintptr_t)map, key, value) {
        put_all(text, "<", wire, "><", key_name, ">", NULL);
        put_escaped(text, key);
        put_all(text, "</", key_name, ">", NULL);
        put_element(text, api, param->shape.of, "Value", value);
        put_all(text, "</", wire, ">", NULL);
    }
}

static void put_list(struct text *text, const char *api, const struct slrun_param *param,
                     const json_t *list)
{
    char wire[WIRE_NAME_MAX];
    size_t i;
    json_t *element;
    request_wire_name(api, param->name, wire);
    json_array_foreach ((json_t *)(uintptr_t)list, i, element) {
        put_element(text, api, param->shape.of, wire, element);
    }
}

static void put_members(struct text *text, const char *api, const struct slrun_param *members,
                        const json_t *object)
{
    for (const struct slrun_param *param = members; param->name != NULL; param++) {
        const json_t *value = json_object_get(object, param->name);
        if (value == NULL) {
            continue;
        }
        if (param->shape.type == SLRUN_MAP) {
            put_map(text, api, param, value);
        } else if (param->shape.type == SLRUN_LIST) {
            put_list(text, api, param, value);
        } else {
            put_element(text, api, &param->shape, param->name, value);
        }
    }
}

char *xml_result(const char *api, const struct slrun_param *members, const json_t *result,
                 const char *request_id)
{
    struct text text = {.data = NULL};
    put_all(&text, HEAD "<", api, "Response" NAMESPACE ">", NULL);
    if (members->name != NULL) {
        put_all(&text, "<", api, "Result>", NULL);
        put_members(&text, api, members, result);
        put_all(&text, "</", api, "Result>", NULL);
    }
    put_all(&text, "<ResponseMetadata><RequestId>", request_id, "</RequestId></ResponseMetadata></",
            api, "Response>", NULL);
    return finish(&text);
}

char *xml_error(const struct fault *fault, const char *request_id)
{
    struct text text = {.data = NULL};
    put_all(&text, HEAD "<ErrorResponse" NAMESPACE "><Error><Type>",
            fault_is_sender(fault) ? "Sender" : "Receiver", "</Type><Code>", fault_code(fault),
            "</Code><Message>", NULL);
    put_escaped(&text, fault->message);
    put_all(&text, "</Message><Detail/></Error><RequestId>", request_id,
            "</RequestId></ErrorResponse>", NULL);
    return finish(&text);
}
