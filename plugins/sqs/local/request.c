/* SPDX-License-Identifier: Apache-2.0 */
/* Forms to arguments (API Reference of 2012-11-05, "Making Query API requests"). */
#include "request.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIELD_NAME_MAX = 256, DEPTH_MAX = 8 };

/* ---- forms ---- */

static int hex(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/* Decodes in place what stands before one of `ends`, and returns where it goes on. */
static char *decode(char **text, char *from, const char *ends, size_t *size)
{
    char *to = from, *start = from;
    while (*from != '\0' && strchr(ends, *from) == NULL) {
        if (*from == '%' && hex(from[1]) >= 0 && hex(from[2]) >= 0) {
            *to++ = (char)(hex(from[1]) * 16 + hex(from[2]));
            from += 3;
        } else {
            *to++ = *from == '+' ? ' ' : *from;
            from++;
        }
    }
    *text = start;
    *size = (size_t)(to - start);
    char end = *from;
    *to = '\0';
    return end == '\0' ? NULL : from + 1;
}

struct form *form_read(const char *data, size_t size)
{
    struct form *form = calloc(1, sizeof *form);
    if (form == NULL || (form->buffer = malloc(size + 1)) == NULL) {
        free(form);
        return NULL;
    }
    memcpy(form->buffer, data, size);
    form->buffer[size] = '\0';
    for (char *at = form->buffer; at != NULL && *at != '\0';) {
        if (form->n == FORM_FIELDS_MAX) {
            form_free(form);
            return NULL;
        }
        struct form_field *field = &form->fields[form->n++];
        size_t n = strcspn(at, "=&");
        bool has_value = at[n] == '=';
        at = decode(&field->name, at, "=&", &field->size);
        field->value = (char *)(uintptr_t) "";
        field->size = 0;
        if (has_value && at != NULL) {
            at = decode(&field->value, at, "&", &field->size);
        }
    }
    return form;
}

void form_free(struct form *form)
{
    if (form != NULL) {
        free(form->buffer);
        free(form);
    }
}

static const struct form_field *find(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->n; i++) {
        if (strcmp(form->fields[i].name, name) == 0) {
            return &form->fields[i];
        }
    }
    return NULL;
}

const char *form_get(const struct form *form, const char *name)
{
    const struct form_field *field = find(form, name);
    return field == NULL ? NULL : field->value;
}

/* Is there a field called `prefix`, or one that goes on behind it with a dot? */
static bool has(const struct form *form, const char *prefix)
{
    size_t n = strlen(prefix);
    for (size_t i = 0; i < form->n; i++) {
        const char *name = form->fields[i].name;
        if (strncmp(name, prefix, n) == 0 && (name[n] == '\0' || name[n] == '.')) {
            return true;
        }
    }
    return false;
}

/* ---- names ---- */

void request_wire_name(const char *api, const char *member, char name[WIRE_NAME_MAX])
{
    static const struct {
        const char *member, *wire;
        bool of_api; /* `wire` stands behind the operation's name */
    } names[] = {
        {"AttributeNames", "AttributeName", false},
        {"MessageSystemAttributeNames", "MessageSystemAttributeName", false},
        {"MessageAttributeNames", "MessageAttributeName", false},
        {"Attributes", "Attribute", false},
        {"MessageAttributes", "MessageAttribute", false},
        {"MessageSystemAttributes", "MessageSystemAttribute", false},
        {"tags", "Tag", false},
        {"Tags", "Tag", false},
        {"TagKeys", "TagKey", false},
        {"AWSAccountIds", "AWSAccountId", false},
        {"Actions", "ActionName", false},
        {"QueueUrls", "QueueUrl", false},
        {"queueUrls", "QueueUrl", false},
        {"Messages", "Message", false},
        {"Entries", "RequestEntry", true},
        {"Successful", "ResultEntry", true},
        {"Results", "ResultEntry", true},
        {"Failed", "BatchResultErrorEntry", false},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].member, member) == 0) {
            (void)snprintf(name, WIRE_NAME_MAX, "%s%s", names[i].of_api ? api : "", names[i].wire);
            return;
        }
    }
    (void)snprintf(name, WIRE_NAME_MAX, "%s", member);
}

const char *request_key_name(const char *member)
{
    return strcmp(member, "tags") == 0 || strcmp(member, "Tags") == 0 ? "Key" : "Name";
}

/* ---- arguments ---- */

struct reader {
    const struct form *form;
    const char *api;
    struct fault *fault;
};

static json_t *read_structure(const struct reader *r, const struct slrun_param *members,
                              const char *prefix);

static json_t *bad(const struct reader *r, const char *name)
{
    fault_value(r->fault, "Value for parameter %s is invalid.", name);
    return NULL;
}

static json_t *read_scalar(const struct reader *r, enum slrun_type type, const char *name)
{
    const struct form_field *field = find(r->form, name);
    char *end = NULL;
    if (field == NULL) {
        return bad(r, name);
    }
    if (type != SLRUN_INTEGER) {
        json_t *string = json_stringn(field->value, field->size);
        return string != NULL ? string : bad(r, name);
    }
    errno = 0;
    long long value = strtoll(field->value, &end, 10);
    bool ok = errno == 0 && end != field->value && *end == '\0';
    return ok ? json_integer(value) : bad(r, name);
}

static json_t *read_shape(const struct reader *r, const struct slrun_shape *shape, const char *name)
{
    return shape->type == SLRUN_STRUCTURE ? read_structure(r, shape->members, name)
                                          : read_scalar(r, shape->type, name);
}

/* The name of element `i` of a list or map; a single one may stand without a number (i is 0). */
static bool element_name(char *name, const char *list, size_t i)
{
    int n = i == 0 ? snprintf(name, FIELD_NAME_MAX, "%s", list)
                   : snprintf(name, FIELD_NAME_MAX, "%s.%zu", list, i);
    return n > 0 && n < FIELD_NAME_MAX;
}

/* The first element that there is: 1, or 0 without a number. */
static size_t first_element(const struct form *form, const char *list, const char *leaf)
{
    char name[FIELD_NAME_MAX + WIRE_NAME_MAX];
    (void)snprintf(name, sizeof name, "%s%s", list, leaf);
    return find(form, name) != NULL ? 0 : 1;
}

static json_t *read_list(const struct reader *r, const struct slrun_shape *shape, const char *list)
{
    char name[FIELD_NAME_MAX];
    json_t *array = json_array();
    for (size_t i = first_element(r->form, list, "");
         element_name(name, list, i) && has(r->form, name); i++) {
        json_t *element = read_shape(r, shape->of, name);
        if (element == NULL) {
            json_decref(array);
            return NULL;
        }
        json_array_append_new(array, element);
        if (i == 0) {
            break;
        }
    }
    return array;
}

static json_t *read_map(const struct reader *r, const struct slrun_param *param, const char *map)
{
    char name[FIELD_NAME_MAX], leaf[WIRE_NAME_MAX];
    const char *key_name = request_key_name(param->name);
    json_t *object = json_object();
    (void)snprintf(leaf, sizeof leaf, ".%s", key_name);
    for (size_t i = first_element(r->form, map, leaf);
         element_name(name, map, i) && has(r->form, name); i++) {
        size_t n = strlen(name);
        (void)snprintf(name + n, sizeof name - n, ".%s", key_name);
        const char *key = form_get(r->form, name);
        (void)snprintf(name + n, sizeof name - n, ".Value");
        json_t *value = key == NULL ? bad(r, map) : read_shape(r, param->shape.of, name);
        if (value == NULL || json_object_set_new(object, key, value) != 0) {
            json_decref(object);
            return value == NULL ? NULL : bad(r, map);
        }
        if (i == 0) {
            break;
        }
    }
    return object;
}

static json_t *read_member(const struct reader *r, const struct slrun_param *param,
                           const char *name)
{
    switch (param->shape.type) {
    case SLRUN_LIST:
        return read_list(r, &param->shape, name);
    case SLRUN_MAP:
        return read_map(r, param, name);
    default:
        return read_shape(r, &param->shape, name);
    }
}

static json_t *read_structure(const struct reader *r, const struct slrun_param *members,
                              const char *prefix)
{
    char name[FIELD_NAME_MAX], wire[WIRE_NAME_MAX];
    json_t *object = json_object();
    for (const struct slrun_param *param = members; param->name != NULL; param++) {
        request_wire_name(r->api, param->name, wire);
        int n = snprintf(name, sizeof name, "%s%s%s", prefix, *prefix == '\0' ? "" : ".", wire);
        if (n < 0 || (size_t)n >= sizeof name || !has(r->form, name)) {
            continue;
        }
        json_t *value = read_member(r, param, name);
        if (value == NULL) {
            json_decref(object);
            return NULL;
        }
        json_object_set_new(object, param->name, value);
    }
    return object;
}

json_t *request_from_form(const struct form *form, const char *api,
                          const struct slrun_param *params, struct fault *fault)
{
    struct reader r = {form, api, fault};
    return read_structure(&r, params, "");
}
