/* SPDX-License-Identifier: Apache-2.0 */
/* Reading definitions: OpenAPI 3 and Swagger 2, JSON and YAML. */
#include "local/openapi.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { REF_DEPTH_MAX = 16 };

/* The major; in YAML "2.0" without quotes is a number. 0: there is none. */
static int version_of(const json_t *json, const char *name)
{
    const json_t *version = json_object_get(json, name);
    const char *text = json_string_value(version);
    double number = text ? strtod(text, NULL) : json_number_value(version);
    return number >= 1 && number < 10 ? (int)number : 0;
}

/* Both parsers take much; what these say decides how the rest is read. */
static bool is_definition(const struct call *call, const json_t *json)
{
    const json_t *paths = json_object_get(json, "paths");
    int openapi = version_of(json, "openapi");
    bool http_api = call->version->lower; /* those are made of OpenAPI 3 alone */
    bool known = openapi ? openapi == 3 : !http_api && version_of(json, "swagger") == 2;
    return known && (!paths || json_is_object(paths));
}

json_t *openapi_read(struct call *call, const void *data, size_t size)
{
    const struct slrun_host *host = call->service->cloud->host;
    json_t *json = json_loadb(data, size, 0, NULL);
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    if (!json)
        json = host->yaml_read(data, size, &error);
    if (is_definition(call, json))
        return json;
    json_decref(json);
    return call_fail(call, "BadRequestException",
                     "Invalid OpenAPI input: unable to parse the definition");
}

json_t *openapi_import(struct call *call, const struct openapi_import *how, json_t *doc)
{
    const json_t *body = json_object_get(call->args, how->argument);
    json_t *result = NULL,
           *definition = openapi_read(call, json_string_value(body), json_string_length(body));
    if (!definition)
        return NULL;
    json_t *to = doc ? doc : how->create(call, json_object());
    if (how->apply(call, to, definition)) {
        doc_save(call->service, to);
        result = json_deep_copy(doc_it(to));
    } else if (!doc) {
        doc_delete(call->service, text_get(to, "id"));
    }
    json_decref(definition);
    return result;
}

/* ---- what a definition has ---- */

const json_t *definition_deref(const struct definition *d, const json_t *value)
{
    for (int depth = 0; depth < REF_DEPTH_MAX; depth++) {
        const char *to = text_get(value, "$ref");
        if (!to || strncmp(to, "#/", 2) != 0)
            return value;
        value = d->root;
        for (to++; *to == '/' && value;) {
            size_t n = strcspn(++to, "/");
            value = json_object_getn(value, to, n);
            to += n;
        }
    }
    return value;
}

const json_t *definition_components(const struct definition *d, const char *name, const char *old)
{
    const json_t *found = json_object_get(json_object_get(d->root, "components"), name);
    return found ? found : json_object_get(d->root, old);
}

const char *definition_security(const struct definition *d, const json_t **scopes)
{
    size_t i;
    const char *name;
    json_t *one, *value, *list = json_object_get(d->operation, "security");
    if (!list)
        list = json_object_get(d->root, "security");
    json_array_foreach (list, i, one) {
        json_object_foreach (one, name, value) {
            *scopes = value;
            return name;
        }
    }
    return NULL;
}

json_t *definition_renamed(const json_t *from, const struct rename *names, size_t n)
{
    json_t *to = json_object();
    for (size_t i = 0; i < n; i++) {
        json_t *value = json_object_get(from, names[i].from);
        const char *text = json_string_value(value);
        struct text upper = TEXT_INIT;
        for (; text && names[i].upper && *text; text++)
            text_addc(&upper, (char)toupper((unsigned char)*text));
        if (upper.n)
            json_object_set_new(to, names[i].to, text_json(&upper));
        else if (value && !json_is_null(value))
            json_object_set_new(to, names[i].to, json_deep_copy(value));
    }
    return to;
}

static const struct {
    const char *key, *method;
} methods[] = {{"get", "GET"},       {"put", "PUT"},         {"post", "POST"},
               {"delete", "DELETE"}, {"head", "HEAD"},       {"options", "OPTIONS"},
               {"patch", "PATCH"},   {X "any-method", "ANY"}};

bool definition_each(struct definition *d, bool (*each)(struct definition *d))
{
    const char *path;
    json_t *item;
    json_object_foreach (json_object_get(d->root, "paths"), path, item) {
        d->path = path;
        d->item = item;
        for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
            d->method = methods[i].method;
            d->operation = json_object_get(item, methods[i].key);
            if (d->operation && !each(d))
                return false;
        }
    }
    return true;
}
