/* SPDX-License-Identifier: Apache-2.0 */
#include "params/shown.h"

#include <ctype.h>
#include <stdlib.h>

static void show_list(struct text *out, const struct param *param, const json_t *value)
{
    text_add(out, "[");
    for (size_t i = 0; i < json_array_size(value); i++) {
        text_add(out, "%s", i == 0 ? "" : ", ");
        param_show(out, param == NULL ? NULL : param->of, json_array_get(value, i));
    }
    text_add(out, "]");
}

static void show_map(struct text *out, const struct param *param, const json_t *value)
{
    const char *key;
    json_t *element;
    const char *separator = "{";
    json_object_foreach ((json_t *)value, key, element) {
        text_add(out, "%s%s=", separator, key);
        param_show(out, param->of, element);
        separator = ", ";
    }
    text_add(out, *separator == '{' ? "{}" : "}");
}

static void show_struct(struct text *out, const struct param *param, const json_t *value)
{
    const char *separator = "";
    text_add(out, "%s(", param->java);
    for (const struct param *member = param->of; member->name != NULL; member++) {
        const json_t *inner = json_object_get(value, member->name);
        if (inner == NULL)
            continue;
        text_add(out, "%s%c%s=", separator, tolower((unsigned char)member->name[0]),
                 member->name + 1);
        param_show(out, member, inner);
        separator = ", ";
    }
    text_add(out, ")");
}

void param_show(struct text *out, const struct param *param, const json_t *value)
{
    if (value == NULL || json_is_null(value)) {
        text_add(out, "null");
    } else if (json_is_string(value)) {
        text_add(out, "%s", json_string_value(value));
    } else if (json_is_array(value)) {
        show_list(out, param, value);
    } else if (param != NULL && param->type == PARAM_MAP) {
        show_map(out, param, value);
    } else if (param != NULL && param->type == PARAM_STRUCT && param->java != NULL) {
        show_struct(out, param, value);
    } else {
        char *dump = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
        text_add(out, "%s", dump == NULL ? "" : dump);
        free(dump);
    }
}
