/* SPDX-License-Identifier: Apache-2.0 */
#include "base/yaml_nodes.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/error.h"

struct builder {
    const struct yaml_source *source;
    yaml_document_t *document;
    size_t nodes;
    struct slrun_error *error;
};

static int line_of(const yaml_mark_t *mark)
{
    return (int)mark->line + 1;
}

static json_t *fails(const struct builder *b, const yaml_node_t *at, const char *what)
{
    error_set(b->error, SLRUN_E_USAGE, "%s:%d: %s", b->source->name, line_of(&at->start_mark),
              what);
    return NULL;
}

static json_t *build(struct builder *b, int index, int depth);

static json_t *build_list(struct builder *b, const yaml_node_t *node, int depth)
{
    json_t *list = json_array();
    for (const yaml_node_item_t *item = node->data.sequence.items.start;
         item < node->data.sequence.items.top; item++) {
        json_t *member = build(b, *item, depth + 1);
        if (!member || json_array_append_new(list, member) != 0) {
            json_decref(list);
            return NULL;
        }
    }
    return list;
}

/* The key of a pair, or NULL with the error filled. */
static const char *key_of(const struct builder *b, const yaml_node_pair_t *pair, const json_t *map)
{
    const yaml_node_t *key = yaml_document_get_node(b->document, pair->key);
    if (key->type != YAML_SCALAR_NODE)
        return fails(b, key, "a key must be a word"), NULL;
    const char *name = (const char *)key->data.scalar.value;
    if (!b->source->last_counts && json_object_get(map, name))
        return fails(b, key, "a key stands there twice"), NULL;
    return name;
}

static json_t *build_map(struct builder *b, const yaml_node_t *node, int depth)
{
    json_t *map = json_object();
    for (const yaml_node_pair_t *pair = node->data.mapping.pairs.start;
         pair < node->data.mapping.pairs.top; pair++) {
        const char *name = key_of(b, pair, map);
        json_t *member = name ? build(b, pair->value, depth + 1) : NULL;
        if (!member || json_object_set_new(map, name, member) != 0) {
            json_decref(map);
            return NULL;
        }
    }
    return map;
}

/* Aliases lead to one node from several places, and may lead into themselves. */
static json_t *build(struct builder *b, int index, int depth)
{
    const yaml_node_t *node = yaml_document_get_node(b->document, index);
    if (depth > b->source->depth_max)
        return fails(b, node, "too deep");
    if (++b->nodes > b->source->nodes_max)
        return fails(b, node, "too many values");
    json_t *made;
    if (node->type == YAML_SCALAR_NODE) {
        const char *text = (const char *)node->data.scalar.value;
        size_t size = node->data.scalar.length;
        made = memchr(text, '\0', size)
                   ? NULL
                   : json_pack("{s:s%, s:b}", "text", text, size, "plain",
                               node->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
        if (!made)
            return fails(b, node, "text that is not UTF-8, or has a NUL");
    } else {
        bool list = node->type == YAML_SEQUENCE_NODE;
        json_t *inside = list ? build_list(b, node, depth) : build_map(b, node, depth);
        if (!inside)
            return b->error->kind ? NULL : fails(b, node, "out of memory");
        made = json_pack("{s:o}", list ? "list" : "map", inside);
    }
    json_object_set_new(made, "line", json_integer(line_of(&node->start_mark)));
    return made;
}

json_t *yaml_nodes_read(const struct yaml_source *source, struct slrun_error *error)
{
    yaml_parser_t parser;
    yaml_document_t document;
    json_t *node = NULL;
    if (!yaml_parser_initialize(&parser)) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    yaml_parser_set_input_string(&parser, (const unsigned char *)source->text, source->size);
    if (yaml_parser_load(&parser, &document)) {
        struct builder b = {.source = source, .document = &document, .error = error};
        if (yaml_document_get_root_node(&document))
            node = build(&b, 1, 0);
        else
            node = json_pack("{s:s, s:b, s:i}", "text", "", "plain", 1, "line", 1);
        yaml_document_delete(&document);
    } else {
        error_set(error, SLRUN_E_USAGE, "%s:%d: %s", source->name, line_of(&parser.problem_mark),
                  parser.problem ? parser.problem : "no YAML");
    }
    yaml_parser_delete(&parser);
    return node;
}

/* ---- values ---- */

/* YAML's core schema (1.2, 10.3.2), without octal and hexadecimal numbers. */
static json_t *plain_value(const char *text)
{
    static const char *const words[][3] = {
        {"true", "True", "TRUE"}, {"false", "False", "FALSE"}, {"null", "Null", "NULL"}};
    char *end;
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++)
            if (strcmp(text, words[i][k]) == 0)
                return i == 2 ? json_null() : json_boolean(i == 0);
    if (!*text || strcmp(text, "~") == 0)
        return json_null();
    if (strspn(text, "+-0123456789.eE") != strlen(text) || !strpbrk(text, "0123456789"))
        return json_string(text);
    errno = 0;
    long long whole = strtoll(text, &end, 10);
    if (!*end && !errno)
        return json_integer(whole);
    double real = strtod(text, &end);
    return !*end && isfinite(real) ? json_real(real) : json_string(text);
}

json_t *yaml_nodes_value(const json_t *node)
{
    const char *text = json_string_value(json_object_get(node, "text")), *key;
    const json_t *list = json_object_get(node, "list"), *map = json_object_get(node, "map");
    json_t *member, *value;
    size_t i;
    if (text)
        return json_is_true(json_object_get(node, "plain")) ? plain_value(text) : json_string(text);
    value = list ? json_array() : json_object();
    json_array_foreach (list, i, member)
        json_array_append_new(value, yaml_nodes_value(member));
    json_object_foreach ((json_t *)map, key, member)
        json_object_set_new(value, key, yaml_nodes_value(member));
    return value;
}
