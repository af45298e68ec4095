/* SPDX-License-Identifier: Apache-2.0 */
/* CORS of HTTP APIs (developer guide, "Configure CORS for HTTP APIs"). */
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

static const json_t *cors_of(const struct exec *e)
{
    return json_object_get(doc_it(e->config), "CorsConfiguration");
}

static json_t *joined(const json_t *list)
{
    size_t i;
    json_t *item;
    struct text t = TEXT_INIT;
    json_array_foreach (list, i, item)
        text_addf(&t, "%s%s", i ? "," : "", json_string_value(item));
    return text_json(&t);
}

/* A star, one behind a scheme, and whole origins. */
static const char *allowed_origin(const json_t *cors, const char *origin)
{
    size_t i;
    json_t *item;
    json_array_foreach (json_object_get(cors, "AllowOrigins"), i, item) {
        const char *pattern = json_string_value(item);
        size_t n = strlen(pattern);
        if (strcmp(pattern, "*") == 0)
            return "*";
        if (n > 1 && pattern[n - 1] == '*' && strncasecmp(pattern, origin, n - 1) == 0)
            return origin;
        if (strcasecmp(pattern, origin) == 0)
            return origin;
    }
    return NULL;
}

static void put_list(json_t *headers, const char *name, const json_t *list)
{
    if (json_array_size(list))
        json_object_set_new(headers, name, joined(list));
}

static bool put_origin(const struct exec *e, json_t *headers)
{
    const char *origin = exec_header(e, "Origin");
    const char *allowed = origin ? allowed_origin(cors_of(e), origin) : NULL;
    if (!allowed)
        return false;
    json_object_set_new(headers, "access-control-allow-origin", json_string(allowed));
    if (json_is_true(json_object_get(cors_of(e), "AllowCredentials")))
        json_object_set_new(headers, "access-control-allow-credentials", json_string("true"));
    put_list(headers, "access-control-expose-headers",
             json_object_get(cors_of(e), "ExposeHeaders"));
    return true;
}

bool cors_preflight(struct exec *e)
{
    const json_t *cors = cors_of(e), *age = json_object_get(cors, "MaxAge");
    if (!cors || strcmp(e->x->method, "OPTIONS") != 0 || !exec_header(e, "Origin") ||
        !exec_header(e, "Access-Control-Request-Method"))
        return false;
    json_t *headers = json_object();
    if (put_origin(e, headers)) {
        put_list(headers, "access-control-allow-methods", json_object_get(cors, "AllowMethods"));
        put_list(headers, "access-control-allow-headers", json_object_get(cors, "AllowHeaders"));
        if (json_integer_value(age) > 0)
            json_object_set_new(headers, "access-control-max-age",
                                json_sprintf("%d", (int)json_integer_value(age)));
    }
    exec_reply(e, &(struct exec_reply){204, headers, "", 0});
    json_decref(headers);
    return true;
}

void cors_add(struct exec *e)
{
    if (cors_of(e))
        put_origin(e, e->added);
}
