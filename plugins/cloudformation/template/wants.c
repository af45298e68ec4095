/* SPDX-License-Identifier: Apache-2.0 */
#include "template/wants.h"

#include <string.h>

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

json_t *wants_parameters(const struct template *t, const json_t *given)
{
    json_t *list = json_array(), *declaration;
    const char *name;
    json_object_foreach (json_object_get(t->root, "Parameters"), name, declaration) {
        const json_t *type = json_object_get(declaration, "Type");
        json_t *text = wants_type(json_string_value(type)) ? parameter_text(t, name, given) : NULL;
        if (text)
            add(list, text);
        json_decref(text);
    }
    return list;
}
