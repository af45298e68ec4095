/* SPDX-License-Identifier: Apache-2.0 */
/* Reading definitions: OpenAPI 3 and Swagger 2, JSON and YAML. */
#include "local/openapi.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { YAML_DEPTH_MAX = 100, YAML_NODES_MAX = 200000, REF_DEPTH_MAX = 16 };

/* ---- YAML (the core schema of YAML 1.2) ---- */

struct reader {
    yaml_document_t *document;
    int nodes, depth;
};

static bool is_number(const char *text, char **end)
{
    if (!isdigit((unsigned char)*text) && !(*text == '-' && isdigit((unsigned char)text[1])))
        return false;
    (void)strtod(text, end);
    return **end == '\0' && !strchr("xX", text[1] ? text[1] : ' ');
}

static json_t *scalar(const yaml_node_t *node)
{
    static const struct {
        const char *text;
        json_type type;
    } words[] = {{"true", JSON_TRUE},   {"True", JSON_TRUE}, {"false", JSON_FALSE},
                 {"False", JSON_FALSE}, {"null", JSON_NULL}, {"~", JSON_NULL},
                 {"", JSON_NULL}};
    const char *text = (const char *)node->data.scalar.value;
    char *end;
    if (node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE) {
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (strcmp(words[i].text, text) == 0)
                return words[i].type == JSON_NULL ? json_null()
                                                  : json_boolean(words[i].type == JSON_TRUE);
        if (is_number(text, &end))
            return strpbrk(text, ".eE") ? json_real(strtod(text, NULL))
                                        : json_integer(strtoll(text, NULL, 10));
    }
    return text_json_bytes(text, node->data.scalar.length);
}

static json_t *convert(struct reader *r, int index);

static json_t *sequence(struct reader *r, const yaml_node_t *node)
{
    json_t *list = json_array();
    for (yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++)
        json_array_append_new(list, convert(r, *item));
    return list;
}

static json_t *mapping(struct reader *r, const yaml_node_t *node)
{
    json_t *map = json_object();
    for (yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const yaml_node_t *key = yaml_document_get_node(r->document, pair->key);
        if (key && key->type == YAML_SCALAR_NODE)
            json_object_set_new(map, (const char *)key->data.scalar.value, convert(r, pair->value));
    }
    return map;
}

/* Aliases may make a small document large: nodes are counted as often as they are met. */
static json_t *convert(struct reader *r, int index)
{
    json_t *value = NULL;
    const yaml_node_t *node = yaml_document_get_node(r->document, index);
    if (!node || ++r->nodes > YAML_NODES_MAX || r->depth == YAML_DEPTH_MAX)
        return json_null();
    r->depth++;
    if (node->type == YAML_SCALAR_NODE)
        value = scalar(node);
    else if (node->type == YAML_SEQUENCE_NODE)
        value = sequence(r, node);
    else if (node->type == YAML_MAPPING_NODE)
        value = mapping(r, node);
    r->depth--;
    return value ? value : json_null();
}

static json_t *read_yaml(const void *data, size_t size)
{
    yaml_parser_t parser;
    yaml_document_t document;
    json_t *json = NULL;
    if (!yaml_parser_initialize(&parser))
        return NULL;
    yaml_parser_set_input_string(&parser, data, size);
    if (yaml_parser_load(&parser, &document)) {
        struct reader r = {.document = &document};
        json = yaml_document_get_root_node(&document) ? convert(&r, 1) : NULL;
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
    return json;
}

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
    json_t *json = json_loadb(data, size, 0, NULL);
    if (!json)
        json = read_yaml(data, size);
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
