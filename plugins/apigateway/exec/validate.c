/* SPDX-License-Identifier: Apache-2.0 */
/* Request validation of REST APIs (developer guide, "Request validation"). */
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

static bool has(const json_t *all, const char *name, bool fold)
{
    const char *key;
    json_t *value;
    json_object_foreach ((json_t *)(size_t)all, key, value) {
        if (fold ? strcasecmp(key, name) == 0 : strcmp(key, name) == 0)
            return json_string_length(value) > 0;
    }
    return false;
}

static bool is_missing(const struct exec *e, const char *parameter)
{
    static const char header[] = "method.request.header.", query[] = "method.request.querystring.",
                      path[] = "method.request.path.";
    if (strncmp(parameter, header, sizeof header - 1) == 0)
        return !has(e->headers, parameter + sizeof header - 1, true);
    if (strncmp(parameter, query, sizeof query - 1) == 0)
        return !has(e->query, parameter + sizeof query - 1, false);
    if (strncmp(parameter, path, sizeof path - 1) == 0)
        return !has(e->path_params, parameter + sizeof path - 1, false);
    return false;
}

static bool check_parameters(struct exec *e)
{
    const char *name;
    json_t *required;
    struct text missing = TEXT_INIT;
    json_object_foreach (json_object_get(e->method, "requestParameters"), name, required) {
        if (json_is_true(required) && is_missing(e, name))
            text_addf(&missing, "%s%s", missing.n ? ", " : "", strrchr(name, '.') + 1);
    }
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
