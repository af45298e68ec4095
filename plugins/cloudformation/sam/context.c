/* SPDX-License-Identifier: Apache-2.0 */
/* One run of the transform: problems, and resources that are made. */
#include "sam/context.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "sam/value.h"

static void tell(struct sam *s, const char *text)
{
    char property[SAM_ID_MAX] = "Events/";
    if (s->event != NULL)
        snprintf(property, sizeof property, "Events/%s", s->event);
    struct sam_problem problem = {
        .resource = s->id, .property = s->event == NULL ? s->at : property, .text = text};
    s->n_problems++;
    s->in->problem(s->in->arg, &problem);
}

/* What stands in `text` says what is wrong; the rest is why. */
__attribute__((format(printf, 3, 0))) static void fail(struct sam *s, char text[SAM_TEXT_MAX],
                                                       const char *format, va_list args)
{
    size_t n = strlen(text);
    vsnprintf(text + n, SAM_TEXT_MAX - n, format, args);
    tell(s, text);
}

bool sam_fail(struct sam *s, const char *id, const char *format, ...)
{
    char text[SAM_TEXT_MAX];
    va_list args;
    snprintf(text, sizeof text, "Resource with id [%.200s] is invalid. ", id);
    va_start(args, format);
    fail(s, text, format, args);
    va_end(args);
    return false;
}

bool sam_fail_event(struct sam *s, const char *name, const char *format, ...)
{
    char text[SAM_TEXT_MAX];
    va_list args;
    snprintf(text, sizeof text,
             "Resource with id [%.150s] is invalid. Event with id [%.150s] is invalid. ",
             s->id == NULL ? "" : s->id, name);
    va_start(args, format);
    fail(s, text, format, args);
    va_end(args);
    return false;
}

bool sam_fail_template(struct sam *s, const char *format, ...)
{
    char text[SAM_TEXT_MAX] = "Structure of the SAM template is invalid. ";
    va_list args;
    va_start(args, format);
    fail(s, text, format, args);
    va_end(args);
    return false;
}

bool sam_fail_text(struct sam *s, const char *format, ...)
{
    char text[SAM_TEXT_MAX] = "";
    va_list args;
    va_start(args, format);
    fail(s, text, format, args);
    va_end(args);
    return false;
}

void sam_put(struct sam *s, json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value) != 0)
        s->failed = true;
}

void sam_append(struct sam *s, json_t *list, json_t *value)
{
    if (json_array_append_new(list, value) != 0)
        s->failed = true;
}

void sam_copy_as(struct sam *s, json_t *to, const char *name, const json_t *from_value)
{
    if (from_value != NULL && !json_is_null(from_value))
        sam_put(s, to, name, json_deep_copy(from_value));
}

void sam_copy(struct sam *s, json_t *to, const json_t *from, const char *key)
{
    sam_copy_as(s, to, key, json_object_get(from, key));
}

static json_t *container_at(struct sam *s, json_t *object, const char *key, json_t *fresh)
{
    json_t *there = json_object_get(object, key);
    if (there != NULL && !json_is_null(there)) {
        bool same = fresh != NULL && json_typeof(there) == json_typeof(fresh);
        json_decref(fresh);
        return same ? there : NULL;
    }
    sam_put(s, object, key, fresh);
    return json_object_get(object, key);
}

json_t *sam_object_at(struct sam *s, json_t *object, const char *key)
{
    return container_at(s, object, key, json_object());
}

json_t *sam_list_at(struct sam *s, json_t *object, const char *key)
{
    return container_at(s, object, key, json_array());
}

static json_t *make(struct sam *s, const char *id, const char *type, json_t *properties)
{
    json_t *body = json_object();
    sam_put(s, body, "Type", json_string(type));
    sam_put(s, body, "Properties", properties);
    sam_put(s, s->made, id, body);
    return body;
}

static void take_attributes(struct sam *s, json_t *body, const char *const *names)
{
    for (size_t i = 0; names[i] != NULL; i++)
        sam_copy(s, body, s->body, names[i]);
}

json_t *sam_make(struct sam *s, const char *id, const char *type, json_t *properties)
{
    static const char *const passed[] = {"Condition", "DeletionPolicy", "UpdateReplacePolicy",
                                         NULL};
    take_attributes(s, make(s, id, type, properties), passed);
    return sam_get(sam_made(s, id), "Properties");
}

json_t *sam_make_main(struct sam *s, const char *id, const char *type, json_t *properties)
{
    static const char *const passed[] = {"Condition",
                                         "DeletionPolicy",
                                         "UpdatePolicy",
                                         "UpdateReplacePolicy",
                                         "Metadata",
                                         "DependsOn",
                                         NULL};
    take_attributes(s, make(s, id, type, properties), passed);
    return sam_get(sam_made(s, id), "Properties");
}

json_t *sam_made(struct sam *s, const char *id)
{
    return json_object_get(s->made, id);
}

const char *sam_id(char *id, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(id, SAM_ID_MAX, format, args);
    va_end(args);
    return id;
}
