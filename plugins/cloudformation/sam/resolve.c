/* SPDX-License-Identifier: Apache-2.0 */
/* References to parameters and to resources that the transform made. */
#include "sam/resolve.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "sam/value.h"

/* What stands for a name in Fn::Sub: a text that the caller frees, or NULL to leave it. */
typedef char *replacement(struct sam *s, const char *name);

/* The end of "${NAME}" if that begins at `text`, with NAME of letters, digits and dots or AWS::X.
 */
static const char *reference_end(const char *text)
{
    const char *end = text + 2;
    if (strncmp(end, "AWS::", 5) == 0)
        end += 5;
    const char *name = end;
    while (isalnum((unsigned char)*end) || *end == '.')
        end++;
    return *end == '}' && end != name ? end : NULL;
}

static bool grow(char **text, const char *more, size_t length)
{
    size_t have = *text == NULL ? 0 : strlen(*text);
    char *longer = realloc(*text, have + length + 1);
    if (longer == NULL)
        return false;
    memcpy(longer + have, more, length);
    longer[have + length] = '\0';
    *text = longer;
    return true;
}

/* Appends the reference at `at`, which ends at `end`, or what stands for it. */
static bool grow_reference(struct sam *s, char **out, const char *at[2], replacement *replace)
{
    char *name = strndup(at[0] + 2, (size_t)(at[1] - at[0]) - 2);
    char *value = name == NULL ? NULL : replace(s, name);
    bool done = name != NULL && (value == NULL ? grow(out, at[0], (size_t)(at[1] - at[0]) + 1)
                                               : grow(out, value, strlen(value)));
    free(name);
    free(value);
    return done;
}

/* The text of Fn::Sub with all references replaced; NULL when out of memory. */
static json_t *substitute(struct sam *s, const char *text, replacement *replace)
{
    char *out = NULL;
    bool done = grow(&out, "", 0);
    while (done && *text != '\0') {
        const char *start = strstr(text, "${");
        size_t plain = start == NULL ? strlen(text) : (size_t)(start - text);
        done = grow(&out, text, plain);
        text += plain;
        if (!done || start == NULL)
            break;
        const char *at[2] = {start, reference_end(start)};
        done = at[1] == NULL ? grow(&out, start, 2) : grow_reference(s, &out, at, replace);
        text = at[1] == NULL ? start + 2 : at[1] + 1;
    }
    json_t *value = done ? json_string(out) : NULL;
    free(out);
    return value;
}

/* Replaces in {"Fn::Sub": text} or {"Fn::Sub": [text, ...]}. */
static void substitute_in(struct sam *s, json_t *object, replacement *replace)
{
    json_t *argument = json_object_get(object, "Fn::Sub");
    if (json_is_string(argument)) {
        sam_put(s, object, "Fn::Sub", substitute(s, json_string_value(argument), replace));
    } else if (json_is_string(json_array_get(argument, 0))) {
        json_t *text = substitute(s, json_string_value(json_array_get(argument, 0)), replace);
        if (json_array_set_new(argument, 0, text) != 0)
            s->failed = true;
    }
}

static json_t *parameter(struct sam *s, const char *name)
{
    json_t *value = sam_get(s->parameters, name);
    const char *text = json_string_value(value);
    return text != NULL && strncmp(text, "{{IntrinsicFunction:", 20) == 0 ? NULL : value;
}

static char *parameter_text(struct sam *s, const char *name)
{
    const char *text = json_string_value(parameter(s, name));
    return text == NULL ? NULL : strdup(text);
}

json_t *sam_resolve(struct sam *s, json_t *value)
{
    const char *name = json_string_value(sam_function(value, "Ref"));
    json_t *known = name == NULL ? NULL : parameter(s, name);
    if (known != NULL) {
        json_decref(value);
        return json_deep_copy(known);
    }
    if (sam_function(value, "Fn::Sub") != NULL)
        substitute_in(s, value, parameter_text);
    for (void *i = json_object_iter(value); i != NULL; i = json_object_iter_next(value, i)) {
        json_t *member = sam_resolve(s, json_incref(json_object_iter_value(i)));
        s->failed = json_object_iter_set_new(value, i, member) != 0 || s->failed;
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        json_t *item = sam_resolve(s, json_incref(json_array_get(value, i)));
        s->failed = json_array_set_new(value, i, item) != 0 || s->failed;
    }
    return value;
}

json_t *sam_resolve_at(struct sam *s, json_t *object, const char *key)
{
    json_t *value = sam_get(object, key);
    if (value == NULL)
        return NULL;
    sam_put(s, object, key, sam_resolve(s, json_incref(value)));
    return sam_get(object, key);
}

/* ---- what the transform made ---- */

static const char *renamed(struct sam *s, const char *id)
{
    return sam_text(s->renamed, id);
}

/* The id that "Fn.Version" or "Fn.DestinationQueue.Arn" begins with now, and in *rest what is
 * behind it (from its dot); NULL: nothing changes. */
static const char *made_id(struct sam *s, const char *reference, const char **rest)
{
    char first[SAM_ID_MAX], second[SAM_ID_MAX];
    size_t length = strcspn(reference, ".");
    if (length >= sizeof first)
        return NULL;
    memcpy(first, reference, length);
    first[length] = '\0';
    *rest = reference + length;
    const char *other = renamed(s, first);
    if (other != NULL || **rest == '\0')
        return other;
    size_t more = strcspn(*rest + 1, ".");
    if (more >= sizeof second)
        return NULL;
    memcpy(second, *rest + 1, more);
    second[more] = '\0';
    *rest += 1 + more;
    return sam_text(json_object_get(s->refs, first), second);
}

static char *made_text(struct sam *s, const char *name)
{
    const char *rest;
    const char *id = made_id(s, name, &rest);
    json_t *text = id == NULL ? NULL : json_sprintf("${%s%s}", id, rest);
    char *copy = text == NULL ? NULL : strdup(json_string_value(text));
    json_decref(text);
    return copy;
}

static void rename_ref(struct sam *s, json_t *object, const char *name)
{
    const char *rest;
    const char *id = made_id(s, name, &rest);
    if (id != NULL && *rest == '\0')
        sam_put(s, object, "Ref", json_string(id));
}

static void rename_getatt(struct sam *s, json_t *object, const json_t *argument)
{
    const char *first = json_string_value(json_array_get(argument, 0));
    const char *second = json_string_value(json_array_get(argument, 1));
    json_t *whole = first == NULL || second == NULL ? NULL : json_sprintf("%s.%s", first, second);
    const char *rest;
    const char *id = whole == NULL ? NULL : made_id(s, json_string_value(whole), &rest);
    if (id != NULL && *rest == '.')
        sam_put(s, object, "Fn::GetAtt", json_pack("[s, s]", id, rest + 1));
    json_decref(whole);
}

static void rename_depends_on(struct sam *s, json_t *object)
{
    json_t *names = json_object_get(object, "DependsOn");
    const char *id = json_is_string(names) ? renamed(s, json_string_value(names)) : NULL;
    if (id != NULL)
        sam_put(s, object, "DependsOn", json_string(id));
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        id = name == NULL ? NULL : renamed(s, name);
        if (id != NULL && json_array_set_new(names, i, json_string(id)) != 0)
            s->failed = true;
    }
}

void sam_rename(struct sam *s, json_t *root)
{
    size_t i;
    const char *key;
    json_t *value;
    json_array_foreach (root, i, value)
        sam_rename(s, value);
    if (!json_is_object(root))
        return;
    rename_depends_on(s, root);
    if (json_is_string(sam_function(root, "Ref")))
        rename_ref(s, root, sam_text(root, "Ref"));
    else if (json_array_size(sam_function(root, "Fn::GetAtt")) == 2)
        rename_getatt(s, root, json_object_get(root, "Fn::GetAtt"));
    else if (sam_function(root, "Fn::Sub") != NULL)
        substitute_in(s, root, made_text);
    json_object_foreach (root, key, value)
        sam_rename(s, value);
}
