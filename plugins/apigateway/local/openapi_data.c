/* SPDX-License-Identifier: Apache-2.0 */
/* What goes into and comes out of the methods of a REST API's definition: models, parameters,
 * bodies, responses. */
#include <ctype.h>
#include <stdint.h>
#include <string.h>

#include "local/openapi.h"

/* ---- models ---- */

/* References to schemas of the definition become references to models. */
static void point_to_models(json_t *schema)
{
    size_t i;
    const char *name, *to = text_get(schema, "$ref");
    json_t *value;
    if (to && *to == '#')
        json_object_set_new(schema, "$ref",
                            json_sprintf("https://apigateway.amazonaws.com/restapis/models/%s",
                                         strrchr(to, '/') ? strrchr(to, '/') + 1 : to));
    json_object_foreach (schema, name, value)
        point_to_models(value);
    json_array_foreach (schema, i, value)
        point_to_models(value);
}

static void add_model(const struct definition *d, const char *name, const json_t *schema)
{
    char id[ID_SIZE];
    json_t *copy = json_deep_copy(schema);
    struct text t = TEXT_INIT;
    doc_id(d->call->service, id);
    point_to_models(copy);
    text_add_json(&t, copy);
    json_object_set_new(doc_collection(d->doc, "models"), name,
                        json_pack("{s:s, s:s, s:s, s:o}", "id", id, "name", name, "contentType",
                                  "application/json", "schema", text_json(&t)));
    json_decref(copy);
}

void openapi_models(const struct definition *d)
{
    const char *name;
    json_t *schema;
    json_object_foreach ((json_t *)(uintptr_t)definition_components(d, "schemas", "definitions"),
                         name, schema)
        add_model(d, name, schema);
}

/* The model of a schema: the one it refers to, or a new one. */
static json_t *model_of(const struct definition *d, const json_t *schema)
{
    const char *to = text_get(schema, "$ref");
    char id[ID_SIZE];
    if (to && strrchr(to, '/'))
        return json_string(strrchr(to, '/') + 1);
    doc_id(d->call->service, id);
    json_t *name = json_sprintf("MODEL%s", id);
    add_model(d, json_string_value(name), schema);
    return name;
}

/* ---- parameters and bodies ---- */

static void add_parameter(const struct definition *d, json_t *method, const json_t *parameter)
{
    static const struct {
        const char *in, *place;
    } places[] = {{"path", "path"}, {"query", "querystring"}, {"header", "header"}};
    const char *in = text_get(parameter, "in"), *name = text_get(parameter, "name");
    const json_t *required = json_object_get(parameter, "required");
    for (size_t i = 0; in && name && i < sizeof places / sizeof *places; i++) {
        if (strcmp(places[i].in, in) != 0)
            continue;
        json_t *key = json_sprintf("method.request.%s.%s", places[i].place, name);
        json_object_set_new(doc_collection(method, "requestParameters"), json_string_value(key),
                            json_boolean(json_is_true(required)));
        json_decref(key);
    }
    if (in && strcmp(in, "body") == 0 && json_object_get(parameter, "schema"))
        json_object_set_new(doc_collection(method, "requestModels"), "application/json",
                            model_of(d, json_object_get(parameter, "schema")));
}

static void add_parameters(const struct definition *d, json_t *method, const json_t *list)
{
    size_t i;
    json_t *parameter;
    json_array_foreach (list, i, parameter)
        add_parameter(d, method, definition_deref(d, parameter));
}

static void add_body(const struct definition *d, json_t *method)
{
    const char *type;
    json_t *media;
    const json_t *body = definition_deref(d, json_object_get(d->operation, "requestBody"));
    json_object_foreach (json_object_get(body, "content"), type, media) {
        if (json_object_get(media, "schema"))
            json_object_set_new(doc_collection(method, "requestModels"), type,
                                model_of(d, json_object_get(media, "schema")));
    }
}

/* The models of a response, by content type; inline schemas have none. */
static void add_response_models(const struct definition *d, const json_t *given, json_t *response)
{
    const json_t *schema = json_object_get(given, "schema"); /* Swagger 2 */
    const json_t *produces = json_object_get(d->operation, "produces");
    const char *type;
    json_t *media;
    size_t i;
    if (!produces)
        produces = json_object_get(d->root, "produces");
    if (text_get(schema, "$ref") && !json_array_size(produces))
        json_object_set_new(doc_collection(response, "responseModels"), "application/json",
                            model_of(d, schema));
    json_array_foreach (text_get(schema, "$ref") ? produces : NULL, i, media) {
        if (json_is_string(media))
            json_object_set_new(doc_collection(response, "responseModels"),
                                json_string_value(media), model_of(d, schema));
    }
    json_object_foreach (json_object_get(given, "content"), type, media) {
        if (text_get(json_object_get(media, "schema"), "$ref"))
            json_object_set_new(doc_collection(response, "responseModels"), type,
                                model_of(d, json_object_get(media, "schema")));
    }
}

static void add_responses(const struct definition *d, json_t *method)
{
    const char *code, *header;
    json_t *value, *type, *response;
    json_object_foreach (json_object_get(d->operation, "responses"), code, value) {
        const json_t *given = definition_deref(d, value);
        if (!isdigit((unsigned char)*code))
            continue;
        response = json_pack("{s:s}", "statusCode", code);
        json_object_foreach (json_object_get(given, "headers"), header, type) {
            json_t *key = json_sprintf("method.response.header.%s", header);
            json_object_set_new(doc_collection(response, "responseParameters"),
                                json_string_value(key), json_false());
            json_decref(key);
        }
        add_response_models(d, given, response);
        json_object_set_new(doc_collection(method, "methodResponses"), code, response);
    }
}

void openapi_data(const struct definition *d, json_t *method)
{
    add_parameters(d, method, json_object_get(d->item, "parameters"));
    add_parameters(d, method, json_object_get(d->operation, "parameters"));
    add_body(d, method);
    add_responses(d, method);
}
