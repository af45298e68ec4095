/* SPDX-License-Identifier: Apache-2.0 */
#include "template/yaml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "template/tags.h"
#include "template/yaml_events.h"

#define YAML_TAG "tag:yaml.org,2002:"

/* A value with its lines; both NULL after a problem. */
struct node {
    json_t *value, *lines;
};

static const struct node nothing;

static struct node node_end(struct node n)
{
    json_decref(n.value);
    json_decref(n.lines);
    return nothing;
}

/* `n` if it is whole. */
static struct node node_whole(struct node n)
{
    return n.value && n.lines ? n : node_end(n);
}

/* Takes over `children`, which may be NULL. */
static json_t *lines_new(int line, json_t *children)
{
    return json_pack("[i, o]", line, children ? children : json_null());
}

int lines_line(const json_t *node)
{
    return (int)json_integer_value(json_array_get(node, 0));
}

static struct node read_node(struct yaml_reader *r, const yaml_event_t *event);

/* ---- scalars ---- */

static json_t *scalar_value(const yaml_event_t *event, const char *tag)
{
    const char *text = (const char *)event->data.scalar.value;
    size_t size = event->data.scalar.length;
    bool plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                 (!tag || strncmp(tag, YAML_TAG, strlen(YAML_TAG)) == 0) &&
                 (!tag || strcmp(tag, YAML_STR_TAG) != 0);
    return plain ? tag_plain_scalar(text, size) : json_stringn(text, size);
}

static struct node read_scalar(struct yaml_reader *r, const yaml_event_t *event, const char *tag)
{
    json_t *value = scalar_value(event, tag);
    if (!value)
        yaml_fails(r, event, "text that is not UTF-8, or not enough memory", "");
    struct node n = {value, lines_new(yaml_line(&event->start_mark), NULL)};
    return node_whole(n);
}

/* ---- maps and lists ---- */

static json_t *children_of(const struct node *n)
{
    return json_array_get(n->lines, 1);
}

/* Adds what `from` has and `n` does not. Lines of merged members have a third element: what the map
 * says itself may still take their place. */
static void merge_map(struct node *n, const struct node *from)
{
    const char *key;
    json_t *value;
    json_object_foreach (from->value, key, value) {
        json_t *lines = json_object_get(children_of(from), key);
        if (json_object_get(n->value, key) || !lines)
            continue;
        lines = json_deep_copy(lines);
        if (json_array_size(lines) == 2)
            json_array_append_new(lines, json_true());
        json_object_set_new(n->value, key, json_deep_copy(value));
        json_object_set_new(children_of(n), key, lines);
    }
}

static bool is_duplicate(const struct node *n, const char *name)
{
    const json_t *lines = json_object_get(children_of(n), name);
    return lines && json_array_size(lines) == 2;
}

/* The value of "<<": a map or a list of maps (yaml.org/type/merge.html). */
static bool merge(struct yaml_reader *r, struct node *n, const struct node *from,
                  const yaml_event_t *event)
{
    size_t i;
    json_t *value;
    if (json_is_object(from->value)) {
        merge_map(n, from);
        return true;
    }
    json_array_foreach (from->value, i, value) {
        struct node one = {value, json_array_get(children_of(from), i)};
        if (!json_is_object(value))
            return yaml_fails(r, event, "a merge key takes maps", "");
        merge_map(n, &one);
    }
    return json_is_array(from->value) ? true : yaml_fails(r, event, "a merge key takes maps", "");
}

static void tell_twice(struct yaml_reader *r, const yaml_event_t *key, const char *name)
{
    r->into->twice_line = yaml_line(&key->start_mark);
    (void)snprintf(r->into->twice, sizeof r->into->twice, "%s", name);
}

static bool add_member(struct yaml_reader *r, struct node *n, const yaml_event_t *key,
                       const yaml_event_t *event)
{
    const char *name = (const char *)key->data.scalar.value;
    bool merges =
        strcmp(name, "<<") == 0 && r->aliases && key->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    if (strlen(name) != key->data.scalar.length)
        return yaml_fails(r, key, "a key with a NUL", "");
    if (!merges && is_duplicate(n, name))
        tell_twice(r, key, name);
    struct node member = read_node(r, event);
    if (!member.value)
        return false;
    json_array_set_new(member.lines, 0, json_integer(yaml_line(&key->start_mark)));
    bool ok = merges ? merge(r, n, &member, event)
                     : json_object_set(n->value, name, member.value) == 0 &&
                           json_object_set(children_of(n), name, member.lines) == 0;
    node_end(member);
    return ok;
}

static bool read_members(struct yaml_reader *r, struct node *n)
{
    for (;;) {
        yaml_event_t key, event;
        if (!yaml_next(r, &key))
            return false;
        bool more = key.type != YAML_MAPPING_END_EVENT, ok = true;
        if (more && key.type != YAML_SCALAR_EVENT)
            ok = yaml_fails(r, &key, "a key that is no text", "");
        else if (more && (ok = yaml_next(r, &event))) {
            ok = add_member(r, n, &key, &event);
            yaml_event_delete(&event);
        }
        yaml_event_delete(&key);
        if (!more || !ok)
            return ok;
    }
}

static bool read_elements(struct yaml_reader *r, struct node *n)
{
    for (;;) {
        yaml_event_t event;
        if (!yaml_next(r, &event))
            return false;
        bool more = event.type != YAML_SEQUENCE_END_EVENT, ok = true;
        if (more) {
            struct node element = read_node(r, &event);
            ok = element.value && json_array_append(n->value, element.value) == 0 &&
                 json_array_append(children_of(n), element.lines) == 0;
            node_end(element);
        }
        yaml_event_delete(&event);
        if (!more || !ok)
            return ok;
    }
}

static struct node read_container(struct yaml_reader *r, const yaml_event_t *event)
{
    bool map = event->type == YAML_MAPPING_START_EVENT;
    json_t *children = map ? json_object() : json_array();
    struct node n = {map ? json_object() : json_array(),
                     lines_new(yaml_line(&event->start_mark), children)};
    if (++r->depth > TEMPLATE_DEPTH_MAX)
        yaml_fails(r, event, "the template is nested too deeply", "");
    else if (n.value && n.lines && (map ? read_members(r, &n) : read_elements(r, &n))) {
        r->depth--;
        return n;
    }
    return node_end(n);
}

/* ---- anchors and aliases ---- */

static size_t weight(const json_t *value)
{
    size_t n = 1, i;
    const char *key;
    json_t *inner;
    json_object_foreach ((json_t *)value, key, inner)
        n += weight(inner);
    json_array_foreach (value, i, inner)
        n += weight(inner);
    return n;
}

static struct node read_alias(struct yaml_reader *r, const yaml_event_t *event)
{
    const char *name = (const char *)event->data.alias.anchor;
    const json_t *anchor = json_object_get(r->anchors, name);
    if (!r->aliases) {
        struct problem_place place = {.line = yaml_line(&event->start_mark)};
        problems_add(r->problems, &place,
                     "Template error: YAML aliases are not allowed in CloudFormation templates");
        return nothing;
    }
    if (!anchor) {
        yaml_fails(r, event, "an alias of an anchor that is not there: ", name);
        return nothing;
    }
    if (!yaml_count(r, event, weight(json_array_get(anchor, 0))))
        return nothing;
    struct node n = {json_deep_copy(json_array_get(anchor, 0)),
                     json_deep_copy(json_array_get(anchor, 1))};
    return node_whole(n);
}

/* Remembers `n` under its anchor: a copy, since what has the anchor may still be changed. */
static bool remember(struct yaml_reader *r, const yaml_char_t *anchor, const struct node *n)
{
    if (!anchor || !r->aliases)
        return true;
    return json_object_set_new(
               r->anchors, (const char *)anchor,
               json_pack("[o, o]", json_deep_copy(n->value), json_deep_copy(n->lines))) == 0;
}

/* ---- nodes ---- */

struct node_parts {
    yaml_char_t *anchor, *tag;
};

static struct node_parts parts_of(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return (struct node_parts){event->data.scalar.anchor, event->data.scalar.tag};
    case YAML_SEQUENCE_START_EVENT:
        return (struct node_parts){event->data.sequence_start.anchor,
                                   event->data.sequence_start.tag};
    case YAML_MAPPING_START_EVENT:
        return (struct node_parts){event->data.mapping_start.anchor, event->data.mapping_start.tag};
    default:
        return (struct node_parts){NULL, NULL};
    }
}

/* What a tag makes of the value behind it: {function: value}. */
static struct node apply_function(struct node n, const char *function)
{
    int line = lines_line(n.lines);
    if (strcmp(function, "Fn::GetAtt") == 0 && json_is_string(n.value)) {
        n.value = tag_get_att(n.value);
        if (json_is_array(n.value)) {
            json_decref(n.lines);
            n.lines = lines_new(line, json_pack("[[i, n], [i, n]]", line, line));
        }
    }
    struct node whole = {json_pack("{s: o}", function, n.value),
                         lines_new(line, json_pack("{s: o}", function, n.lines))};
    return node_whole(whole);
}

static struct node read_node(struct yaml_reader *r, const yaml_event_t *event)
{
    if (event->type == YAML_ALIAS_EVENT)
        return read_alias(r, event);
    struct node_parts parts = parts_of(event);
    const char *tag = (const char *)parts.tag;
    const char *function = tag ? tag_function(tag) : NULL;
    if (tag && !function && !tag_is_standard(tag)) {
        yaml_fails(r, event, "unknown tag ", tag);
        return nothing;
    }
    if (!yaml_count(r, event, function ? 2 : 1))
        return nothing;
    struct node n =
        event->type == YAML_SCALAR_EVENT ? read_scalar(r, event, tag) : read_container(r, event);
    if (n.value && function)
        n = apply_function(n, function);
    if (n.value && !remember(r, parts.anchor, &n))
        n = node_end(n);
    return n;
}

/* ---- the document ---- */

static struct node read_document(struct yaml_reader *r)
{
    yaml_event_t event;
    struct node n = nothing;
    for (bool more = true; more;) {
        if (!yaml_next(r, &event))
            return nothing;
        more = event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT;
        if (!more && event.type != YAML_STREAM_END_EVENT)
            n = read_node(r, &event);
        yaml_event_delete(&event);
    }
    if (!n.value)
        return n;
    bool one = yaml_next(r, &event); /* the end of the document */
    if (one)
        yaml_event_delete(&event);
    if (!one || !yaml_next(r, &event))
        return node_end(n);
    one = event.type == YAML_STREAM_END_EVENT;
    if (!one)
        yaml_fails(r, &event, "more than one document", "");
    yaml_event_delete(&event);
    return one ? n : node_end(n);
}

int yaml_read(struct template *t, const struct template_source *source, struct problems *problems)
{
    struct yaml_reader r = {.text = source->text,
                            .end = source->text + source->size,
                            .problems = problems,
                            .aliases = source->aliases,
                            .into = t,
                            .anchors = json_object()};
    size_t before = problems->total;
    if (!r.anchors || !yaml_parser_initialize(&r.parser)) {
        json_decref(r.anchors);
        problems_add(problems, NULL, "Template format error: not enough memory");
        return -1;
    }
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)source->text, source->size);
    struct node n = read_document(&r);
    yaml_parser_delete(&r.parser);
    json_decref(r.anchors);
    if (!n.value) {
        if (problems->total == before)
            problems_add(problems, NULL, "Template format error: unsupported structure.");
        return -1;
    }
    t->root = n.value;
    t->lines = n.lines;
    return 0;
}
