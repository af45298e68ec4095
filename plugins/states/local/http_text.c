/* SPDX-License-Identifier: Apache-2.0 */
/* How HTTP tasks write forms and read answers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "local/http.h"

/* ---- forms ---- */

struct form {
    FILE *out;
    const char *arrays; /* ArrayFormat */
    bool some;
};

/* NAME=VALUE; a value that is no text as JSON. */
static void put_pair(struct form *form, const char *name, const json_t *value)
{
    char *text = json_is_string(value) ? NULL : asl_dump(value);
    (void)fputs(form->some ? "&" : "", form->out);
    destination_put_encoded(form->out, name);
    (void)fputc('=', form->out);
    destination_put_encoded(form->out, text ? text : json_string_value(value));
    form->some = true;
    free(text);
}

static void put(struct form *form, const char *name, const json_t *value);

/* The elements with commas between, as one value. */
static void put_commas(struct form *form, const char *name, const json_t *list)
{
    json_t *all = json_string(""), *one;
    size_t i;
    json_array_foreach (list, i, one) {
        char *text = json_is_string(one) ? NULL : asl_dump(one);
        json_t *more = json_sprintf("%s%s%s", json_string_value(all), i ? "," : "",
                                    text ? text : json_string_value(one));
        free(text);
        json_decref(all);
        all = more;
    }
    put_pair(form, name, all);
    json_decref(all);
}

static void put_array(struct form *form, const char *name, const json_t *list)
{
    json_t *one;
    size_t i;
    if (strcmp(form->arrays, "COMMAS") == 0) {
        put_commas(form, name, list);
        return;
    }
    json_array_foreach (list, i, one) {
        json_t *inner = strcmp(form->arrays, "REPEAT") == 0     ? json_string(name)
                        : strcmp(form->arrays, "BRACKETS") == 0 ? json_sprintf("%s[]", name)
                                                                : json_sprintf("%s[%zu]", name, i);
        put(form, json_string_value(inner), one);
        json_decref(inner);
    }
}

static void put(struct form *form, const char *name, const json_t *value)
{
    const char *key;
    json_t *one;
    if (json_is_array(value)) {
        put_array(form, name, value);
        return;
    }
    if (!json_is_object(value)) {
        put_pair(form, name, value);
        return;
    }
    json_object_foreach ((json_t *)(uintptr_t)value, key, one) {
        json_t *inner = json_sprintf("%s[%s]", name, key);
        put(form, json_string_value(inner), one);
        json_decref(inner);
    }
}

json_t *http_form(const json_t *body, const json_t *options)
{
    char *text = NULL;
    size_t size;
    struct form form = {.out = open_memstream(&text, &size),
                        .arrays = slrun_text_or(options, "ArrayFormat", "INDICES")};
    const char *key;
    json_t *one;
    json_object_foreach ((json_t *)(uintptr_t)body, key, one)
        if (form.out)
            put(&form, key, one);
    json_t *made = form.out && fclose(form.out) == 0 ? json_string(text) : NULL;
    free(text);
    return made;
}

/* ---- answers ---- */

static const struct {
    int status;
    const char *reason;
} reasons[] = {{200, "OK"},
               {201, "Created"},
               {202, "Accepted"},
               {203, "Non-Authoritative Information"},
               {204, "No Content"},
               {205, "Reset Content"},
               {206, "Partial Content"},
               {300, "Multiple Choices"},
               {301, "Moved Permanently"},
               {302, "Found"},
               {303, "See Other"},
               {304, "Not Modified"},
               {307, "Temporary Redirect"},
               {308, "Permanent Redirect"},
               {400, "Bad Request"},
               {401, "Unauthorized"},
               {402, "Payment Required"},
               {403, "Forbidden"},
               {404, "Not Found"},
               {405, "Method Not Allowed"},
               {406, "Not Acceptable"},
               {407, "Proxy Authentication Required"},
               {408, "Request Timeout"},
               {409, "Conflict"},
               {410, "Gone"},
               {411, "Length Required"},
               {412, "Precondition Failed"},
               {413, "Content Too Large"},
               {414, "URI Too Long"},
               {415, "Unsupported Media Type"},
               {416, "Range Not Satisfiable"},
               {417, "Expectation Failed"},
               {422, "Unprocessable Content"},
               {426, "Upgrade Required"},
               {429, "Too Many Requests"},
               {500, "Internal Server Error"},
               {501, "Not Implemented"},
               {502, "Bad Gateway"},
               {503, "Service Unavailable"},
               {504, "Gateway Timeout"},
               {505, "HTTP Version Not Supported"}};

const char *http_reason(int status)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].status == status)
            return reasons[i].reason;
    return NULL;
}

/* Each name with a list of its values. */
static json_t *lists_of(const struct slrun_response *response)
{
    json_t *all = json_object();
    for (size_t i = 0; i < response->n_headers; i++) {
        const char *name = response->headers[i].name;
        json_t *list = json_object_get(all, name), *value = json_string(response->headers[i].value);
        if (list)
            (void)json_array_append_new(list, value);
        else
            (void)json_object_set_new(all, name, json_pack("[o*]", value));
    }
    return all;
}

/* Whether a Content-Type is JSON: application/json, application/problem+json. */
static bool is_json(const char *type)
{
    size_t n = strcspn(type, "; ");
    return (n >= 4 && strncasecmp(type + n - 4, "json", 4) == 0);
}

/* Types that are texts; others are refused. */
static bool is_text(const char *type)
{
    static const char *const kinds[] = {"text/", "application/xml", "application/javascript",
                                        "application/x-www-form-urlencoded", NULL};
    size_t n = strcspn(type, "; ");
    const char *const *kind = kinds;
    while (*kind && strncasecmp(*kind, type, strlen(*kind)) != 0)
        kind++;
    return *kind || (n > 4 && strncasecmp(type + n - 4, "+xml", 4) == 0);
}

json_t *http_result(const struct slrun_response *response, const char *type)
{
    json_t *body = NULL;
    if (type && response->size > 0 && !is_json(type) && !is_text(type))
        return NULL;
    if (response->size > 0 && (!type || is_json(type)))
        body = json_loadb(response->body, response->size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    if (response->size > 0 && !body)
        body = json_stringn(response->body, response->size);
    return json_pack("{s:o, s:o*, s:i, s:s}", "Headers", lists_of(response), "ResponseBody", body,
                     "StatusCode", response->status, "StatusText",
                     http_reason(response->status) ? http_reason(response->status) : "");
}
