/* SPDX-License-Identifier: Apache-2.0 */
/* $input and $util (developer guide, "Mapping template and access logging variable reference"). */
#include <string.h>

#include "util/jsonpath.h"
#include "vtl/run.h"

static json_t *found(struct vtl_run *run, const json_t *args)
{
    const char *path = json_string_value(json_array_get(args, 0));
    if (!run->body)
        run->body = json_loads(run->input->body, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    return run->body && path ? jsonpath_get(run->body, path) : NULL;
}

/* JSON text; an empty string's where there is nothing. */
static json_t *input_json(struct vtl_run *run, const json_t *args)
{
    struct text t = TEXT_INIT;
    json_t *value = found(run, args);
    if (value)
        text_add_json(&t, value);
    else
        text_adds(&t, "\"\"");
    json_decref(value);
    return text_json(&t);
}

/* params(): all; params('x'): of the path, the query string or the headers, in that order. */
static json_t *input_params(const struct vtl_input *input, const json_t *args)
{
    static const char *const places[] = {"path", "querystring", "header"};
    const char *name = json_string_value(json_array_get(args, 0));
    if (json_array_size(args) == 0)
        return json_incref(input->params);
    for (size_t i = 0; name && i < sizeof places / sizeof *places; i++) {
        json_t *value = json_object_get(json_object_get(input->params, places[i]), name);
        if (value)
            return json_incref(value);
    }
    return json_string("");
}

json_t *vtl_input_method(struct vtl_run *run, const char *name, const json_t *args)
{
    if (strcmp(name, "json") == 0)
        return input_json(run, args);
    if (strcmp(name, "path") == 0)
        return found(run, args);
    return strcmp(name, "params") == 0 ? input_params(run->input, args) : NULL;
}

/* ---- $util ---- */

static void escape(struct text *t, const char *s)
{
    static const char from[] = "\"\\'\b\f\n\r\t", to[] = "\"\\'bfnrt";
    for (; *s; s++) {
        const char *at = strchr(from, *s);
        if (at)
            text_addf(t, "\\%c", to[at - from]);
        else if ((unsigned char)*s < 0x20)
            text_addf(t, "\\u%04X", (unsigned)(unsigned char)*s);
        else
            text_addc(t, *s);
    }
}

static void url_encode(struct text *t, const char *s)
{
    text_add_encoded(t, s, "-_.*", true); /* java.net.URLEncoder's */
}

static void url_decode(struct text *t, const char *s)
{
    text_add_decoded(t, s, strlen(s), true);
}

static void base64_encode(struct text *t, const char *s)
{
    text_add_base64(t, s, strlen(s));
}

static void base64_decode(struct text *t, const char *s)
{
    if (!text_add_unbase64(t, s))
        t->failed = true;
}

static const struct {
    const char *name;
    void (*run)(struct text *t, const char *s);
} utils[] = {
    {"escapeJavaScript", escape},    {"urlEncode", url_encode},       {"urlDecode", url_decode},
    {"base64Encode", base64_encode}, {"base64Decode", base64_decode},
};

json_t *vtl_util_method(const char *name, const json_t *args)
{
    json_t *value = json_array_get(args, 0), *result = NULL;
    if (!value || json_is_null(value))
        return NULL;
    json_t *text = vtl_to_string(value);
    struct text t = TEXT_INIT;
    if (strcmp(name, "parseJson") == 0)
        result = json_loads(json_string_value(text), JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    for (size_t i = 0; i < sizeof utils / sizeof *utils; i++)
        if (strcmp(utils[i].name, name) == 0) {
            utils[i].run(&t, json_string_value(text));
            result = text_json(&t);
        }
    json_decref(text);
    return result;
}
