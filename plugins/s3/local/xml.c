/* SPDX-License-Identifier: Apache-2.0 */
/* expat's events as a tree. */
#include "xml.h"

#include <stdlib.h>
#include <string.h>

#include <expat.h>

#include <slrun/time.h>

struct reading {
    XML_Parser parser;
    struct pool *pool;
    struct xml_node *root, *at;
    struct text text; /* of the innermost element; kept by its node when that ends */
    size_t depth, nodes;
};

static void stop(struct reading *reading)
{
    XML_StopParser(reading->parser, XML_FALSE);
}

/* Without its prefix; NULL: what is left is no name (all of S3's are ASCII). */
static const char *local_name(const char *name)
{
    const char *colon = strrchr(name, ':');
    name = colon == NULL ? name : colon + 1;
    unsigned char c = (unsigned char)*name;
    bool starts = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    return starts ? name : NULL;
}

static const char *type_of(const char **attributes)
{
    for (; *attributes != NULL; attributes += 2)
        if (strcmp(*attributes, "xsi:type") == 0)
            return attributes[1];
    return NULL;
}

/* The text before an inner element is not lost: each element keeps its own. */
static void flush(struct reading *reading)
{
    struct xml_node *node = reading->at;
    if (node == NULL || reading->text.size == 0)
        return;
    struct text joined = {.pool = reading->pool};
    text_put(&joined, node->text.data, node->text.size);
    text_put(&joined, reading->text.data, reading->text.size);
    if (joined.failed) {
        stop(reading);
        return;
    }
    node->text = (struct slice){joined.data, joined.size};
    reading->text = (struct text){.pool = reading->pool};
}

static void on_start(void *arg, const char *name, const char **attributes)
{
    struct reading *reading = arg;
    const char *type = type_of(attributes);
    flush(reading);
    struct xml_node *node = pool_alloc(reading->pool, sizeof *node);
    const char *local = local_name(name);
    if (node == NULL || local == NULL || ++reading->depth > XML_DEPTH_MAX ||
        ++reading->nodes > XML_NODES_MAX) {
        stop(reading);
        return;
    }
    node->name = pool_text(reading->pool, local);
    node->type = type == NULL ? NULL : pool_text(reading->pool, type);
    node->text = (struct slice){"", 0};
    node->parent = reading->at;
    if (node->parent == NULL)
        reading->root = node;
    else if (node->parent->last == NULL)
        node->parent->first = node->parent->last = node;
    else
        node->parent->last = node->parent->last->next = node;
    reading->at = node;
    if (node->name == NULL || (type != NULL && node->type == NULL))
        stop(reading);
}

static bool is_blank(struct slice text)
{
    return strspn(text.data, " \t\r\n") == text.size;
}

static void on_end(void *arg, const char *name)
{
    struct reading *reading = arg;
    (void)name;
    flush(reading);
    struct xml_node *node = reading->at;
    if (node == NULL)
        return;
    if (node->first != NULL && is_blank(node->text))
        node->text = (struct slice){"", 0};
    reading->at = node->parent;
    reading->depth--;
}

static void on_text(void *arg, const char *data, int size)
{
    struct reading *reading = arg;
    text_put(&reading->text, data, (size_t)size);
    if (reading->text.failed)
        stop(reading);
}

/* No entities but XML's own: nothing that can grow. */
static void on_doctype(void *arg, const char *name, const char *system, const char *public,
                       int internal)
{
    (void)name, (void)system, (void)public, (void)internal;
    stop(arg);
}

struct xml_node *xml_parse(struct pool *pool, struct slice document)
{
    struct reading reading = {
        .parser = XML_ParserCreate(NULL), .pool = pool, .text = {.pool = pool}};
    if (reading.parser == NULL || document.size > POOL_MAX) {
        XML_ParserFree(reading.parser);
        return NULL;
    }
    XML_SetUserData(reading.parser, &reading);
    XML_SetElementHandler(reading.parser, on_start, on_end);
    XML_SetCharacterDataHandler(reading.parser, on_text);
    XML_SetStartDoctypeDeclHandler(reading.parser, on_doctype);
    enum XML_Status status = XML_Parse(reading.parser, document.data, (int)document.size, XML_TRUE);
    XML_ParserFree(reading.parser);
    return status == XML_STATUS_OK ? reading.root : NULL;
}

/* Without children and parent. */
static struct xml_node *copy_one(struct pool *pool, const struct xml_node *node)
{
    struct xml_node *copy = pool_alloc(pool, sizeof *copy);
    if (copy != NULL) {
        copy->name = pool_text(pool, node->name);
        copy->type = node->type == NULL ? NULL : pool_text(pool, node->type);
        copy->text =
            (struct slice){pool_copy(pool, node->text.data, node->text.size), node->text.size};
    }
    return copy == NULL || copy->name == NULL || copy->text.data == NULL ||
                   (node->type != NULL && copy->type == NULL)
               ? NULL
               : copy;
}

/* As deep as what xml_parse() lets through. */
struct xml_node *xml_copy(struct pool *pool, const struct xml_node *node)
{
    struct xml_node *copy = copy_one(pool, node);
    for (const struct xml_node *n = node->first; copy != NULL && n != NULL; n = n->next) {
        struct xml_node *child = xml_copy(pool, n);
        if (child == NULL)
            return NULL;
        child->parent = copy;
        if (copy->last == NULL)
            copy->first = child;
        else
            copy->last->next = child;
        copy->last = child;
    }
    return copy;
}

/* ---- looking ---- */

static const struct xml_node *named(const struct xml_node *node, const char *name)
{
    while (node != NULL && strcmp(node->name, name) != 0)
        node = node->next;
    return node;
}

const struct xml_node *xml_child(const struct xml_node *node, const char *name)
{
    return node == NULL ? NULL : named(node->first, name);
}

const struct xml_node *xml_again(const struct xml_node *node)
{
    return named(node->next, node->name);
}

const char *xml_text(const struct xml_node *node, const char *name)
{
    const struct xml_node *child = xml_child(node, name);
    return child == NULL ? NULL : child->text.data;
}

bool xml_is_true(const struct xml_node *node, const char *name)
{
    const char *text = xml_text(node, name);
    return text != NULL && strcasecmp(text, "true") == 0;
}

/* ---- rules ---- */

static bool is_word(const char *text, const char *const *words)
{
    for (; words != NULL && *words != NULL; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return words == NULL;
}

static bool is_integer(const char *text)
{
    text += *text == '-';
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits < 18 && text[digits] == '\0';
}

static bool is_boolean(const char *text)
{
    return strcasecmp(text, "true") == 0 || strcasecmp(text, "false") == 0;
}

static const struct xml_rule *rule_of(const struct xml_rule *rules, const char *name)
{
    for (; rules->name != NULL; rules++)
        if (strcmp(rules->name, name) == 0)
            return rules;
    return NULL;
}

static size_t count(const struct xml_node *node, const char *name)
{
    size_t n = 0;
    for (const struct xml_node *c = xml_child(node, name); c != NULL; c = xml_again(c))
        n++;
    return n;
}

static bool valid_group(const struct xml_node *node, const struct xml_rule *rules)
{
    for (const struct xml_rule *rule = rules; rule->name != NULL; rule++) {
        size_t n = count(node, rule->name), max = rule->max == 0 ? 1 : rule->max;
        if (n < rule->min || n > max)
            return false;
    }
    for (const struct xml_node *child = node->first; child != NULL; child = child->next) {
        const struct xml_rule *rule = rule_of(rules, child->name);
        if (rule == NULL || !xml_valid(child, rule))
            return false;
    }
    return true;
}

bool xml_valid(const struct xml_node *node, const struct xml_rule *rule)
{
    int64_t ms;
    if (strcmp(node->name, rule->name) != 0 || (rule->kind != XML_GROUP && node->first != NULL))
        return false;
    switch (rule->kind) {
    case XML_TEXT:
        return is_word(node->text.data, rule->words);
    case XML_INTEGER:
        return is_integer(node->text.data);
    case XML_BOOLEAN:
        return is_boolean(node->text.data);
    case XML_DATE:
        return slrun_time_read(node->text.data, SLRUN_TIME_ANY, &ms);
    default:
        return valid_group(node, rule->children);
    }
}

/* ---- writing ---- */

static void write_inside(struct text *text, const struct xml_node *node)
{
    if (node->first == NULL)
        text_escaped(text, node->text);
    for (const struct xml_node *child = node->first; child != NULL; child = child->next)
        xml_write(text, child);
    xml_close(text, node->name);
}

void xml_write(struct text *text, const struct xml_node *node)
{
    if (node->type == NULL) {
        xml_open(text, node->name);
    } else { /* S3 tells it of grantees, as it was given */
        text_format(text, "<%s xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"",
                    node->name);
        text_escaped(text, (struct slice){node->type, strlen(node->type)});
        text_string(text, "\">");
    }
    write_inside(text, node);
}

void xml_write_root(struct text *text, const struct xml_node *node)
{
    xml_root(text, node->name);
    write_inside(text, node);
}
