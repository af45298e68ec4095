/* SPDX-License-Identifier: Apache-2.0 */
/* XML of requests: read into a tree, held against rules, written again. */
#ifndef SLRUN_S3_XML_H
#define SLRUN_S3_XML_H

#include "text.h"

enum { XML_DEPTH_MAX = 16, XML_NODES_MAX = 200000 };

/* One element; names are without their namespace prefix. */
struct xml_node {
    const char *name;
    struct slice text; /* all character data directly in it, trimmed where there are elements */
    const char *type;  /* the attribute xsi:type, or NULL */
    struct xml_node *first; /* element in it */
    struct xml_node *next;  /* element beside it */
    struct xml_node *parent, *last;
};

/* The root, or NULL: not well-formed, a document type, past the bounds, or no memory. */
struct xml_node *xml_parse(struct pool *pool, struct slice document);

/* A copy of all below and of the node itself, as a root; NULL: no memory. */
struct xml_node *xml_copy(struct pool *pool, const struct xml_node *node);

/* The first child of that name, and the next one of the same name; or NULL. */
const struct xml_node *xml_child(const struct xml_node *node, const char *name);
const struct xml_node *xml_again(const struct xml_node *node);
/* The text of the first child of that name, or NULL. */
const char *xml_text(const struct xml_node *node, const char *name);
bool xml_is_true(const struct xml_node *node, const char *name);

enum xml_kind { XML_TEXT, XML_INTEGER, XML_BOOLEAN, XML_DATE, XML_GROUP };

/* What an element may be. Lists of rules end with a NULL name. */
struct xml_rule {
    const char *name;
    enum xml_kind kind;
    unsigned short min, max;         /* how often; max 0: once */
    const char *const *words;        /* TEXT: those allowed, ended by NULL; NULL: any */
    const struct xml_rule *children; /* GROUP */
};

/* Whether the element is what the rule says, in it nothing else. */
bool xml_valid(const struct xml_node *node, const struct xml_rule *rule);

/* Writes the element; a root gets S3's namespace. */
void xml_write(struct text *text, const struct xml_node *node);
void xml_write_root(struct text *text, const struct xml_node *node);

#endif
