/* SPDX-License-Identifier: Apache-2.0 */
/* Request validation of REST APIs (developer guide, "Request validation"). */
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

static bool has(const json_t *all, const char *name, bool fold)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)(size_t)all, key, value)
        if (fold ? strcasecmp(key, name) == 0 : strcmp(key, name) == 0)
            return json_string_length(value) > 0;
    return false;
}

static bool is_missing(const struct exec *e, const char *place, const char *name)
{
    return *place == 'h'   ? !has(e->headers, name, true)
           : *place == 'q' ? !has(e->query, name, false)
                           : !has(e->path_params, name, false);
}

/* Adds the names of what is missing of a place ("header"). */
static void add_missing(const struct exec *e, const char *place, struct text *missing)
{
    static const char start[] = "method.request.";
    const char *name;
    json_t *required;
    size_t n = strlen(place);
    json_object_foreach (json_object_get(e->method, "requestParameters"), name, required) {
        const char *at = strncmp(name, start, sizeof start - 1) == 0 ? name + sizeof start - 1 : "";
        if (json_is_true(required) && strncmp(at, place, n) == 0 && at[n] == '.' &&
            is_missing(e, place, at + n + 1))
            text_addf(missing, "%s%s", missing->n ? ", " : "", at + n + 1);
    }
}

/* AWS names headers first, then paths, then the query. */
static bool check_parameters(struct exec *e)
{
    static const char *const places[] = {"header", "path", "querystring"};
    struct text missing = TEXT_INIT;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        add_missing(e, places[i], &missing);
    bool good = missing.n == 0;
    if (!good) {
        json_t *message =
            json_sprintf("Missing required request parameters: [%s]", text_str(&missing));
        exec_fail(e, "BAD_REQUEST_PARAMETERS", json_string_value(message));
        json_decref(message);
    }
    text_free(&missing);
    return good;
}

/* The model for the body's media type; NULL: any body is right. */
static const json_t *model_of(const struct exec *e)
{
    json_t *models = json_object_get(e->method, "requestModels");
    const char *type = exec_header(e, "Content-Type");
    struct text media = TEXT_INIT;
    type = type && *type ? type : "application/json";
    text_add(&media, type, strcspn(type, "; "));
    const char *name = text_get(models, text_str(&media));
    text_free(&media);
    if (!name)
        name = text_get(models, "$default");
    return name ? json_object_get(json_object_get(e->config, "models"), name) : NULL;
}

static bool check_body(struct exec *e)
{
    const json_t *model = model_of(e);
    const char *text = text_get(model, "schema");
    if (!text)
        return true;
    json_t *schema = json_loads(text, 0, NULL);
    json_t *body =
        e->x->size ? json_loadb(e->x->body, e->x->size, JSON_DECODE_ANY, NULL) : json_object();
    bool good =
        body && schema && schema_matches(schema, body, json_object_get(e->config, "models"));
    json_decref(schema);
    json_decref(body);
    if (!good)
        exec_fail(e, "BAD_REQUEST_BODY", NULL);
    return good;
}

bool exec_validate(struct exec *e)
{
    const char *id = text_get(e->method, "requestValidatorId");
    const json_t *validator =
        id ? json_object_get(json_object_get(e->config, "requestvalidators"), id) : NULL;
    if (json_is_true(json_object_get(validator, "validateRequestParameters")) &&
        !check_parameters(e))
        return false;
    return !json_is_true(json_object_get(validator, "validateRequestBody")) || check_body(e);
}
