/* SPDX-License-Identifier: Apache-2.0 */
#include "template/wants.h"

#include <stdint.h>
#include <string.h>

#include "template/include.h"
#include "template/parameters.h"

#define STORED "AWS::SSM::Parameter::Value<"

const char *wants_type(const char *type)
{
    size_t n = strlen(STORED);
    return type && strncmp(type, STORED, n) == 0 ? type + n : NULL;
}

static void add(json_t *list, json_t *text)
{
    size_t i;
    json_t *one;
    json_array_foreach (list, i, one)
        if (json_equal(one, text))
            return;
    (void)json_array_append(list, text);
}

static void add_parameters(json_t *list, const struct template *t, const json_t *given)
{
    const char *name;
    json_t *declaration;
    json_object_foreach (json_object_get(t->root, "Parameters"), name, declaration) {
        const json_t *type = json_object_get(declaration, "Type");
        json_t *text = wants_type(json_string_value(type)) ? parameter_text(t, name, given) : NULL;
        if (text)
            add(list, text);
        json_decref(text);
    }
}

/* Templates are at most TEMPLATE_DEPTH_MAX deep. */
static void add_snippets(json_t *list, const json_t *value)
{
    const char *key;
    json_t *inner, *location = include_location(value);
    size_t i;
    if (location && strncmp(json_string_value(location), "s3://", 5) == 0)
        add(list, location);
    json_object_foreach ((json_t *)(uintptr_t)value, key, inner)
        add_snippets(list, inner);
    json_array_foreach (value, i, inner)
        add_snippets(list, inner);
}

json_t *wants_of(const struct template *t, const json_t *given)
{
    json_t *parameters = json_array(), *snippets = json_array();
    add_parameters(parameters, t, given);
    add_snippets(snippets, t->root);
    return json_pack("{s:o, s:o}", WANTS_PARAMETERS, parameters, WANTS_SNIPPETS, snippets);
}
