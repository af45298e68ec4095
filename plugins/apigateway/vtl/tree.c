/* SPDX-License-Identifier: Apache-2.0 */
/* Nodes of a parsed template. */
#include "vtl/tree.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vtl_node *vtl_node_new(struct vtl_parser *p, enum vtl_kind kind)
{
    struct vtl_node *node = vtl_failed(p) ? NULL : calloc(1, sizeof *node);
    if (!node) {
        vtl_fail(p, "out of memory");
        return NULL;
    }
    node->kind = kind;
    node->made = p->made;
    p->made = node;
    return node;
}

void vtl_free(struct vtl_node *made)
{
    while (made) {
        struct vtl_node *next = made->made;
        json_decref(made->json);
        free((void *)(uintptr_t)made->text);
        free(made);
        made = next;
    }
}

bool vtl_failed(const struct vtl_parser *p)
{
    return p->error[0] != '\0';
}

void vtl_fail(struct vtl_parser *p, const char *what)
{
    size_t line = 1;
    if (vtl_failed(p))
        return;
    for (const char *at = p->start; at < p->at && *at; at++)
        line += *at == '\n';
    snprintf(p->error, VTL_ERROR_MAX, "line %zu: %s at \"%.20s\"", line, what, p->at);
}

void vtl_node_text(struct vtl_parser *p, struct vtl_node *node, const char *text, size_t n)
{
    if (!node)
        return;
    node->text = strndup(text, n);
    node->n = n;
    if (!node->text)
        vtl_fail(p, "out of memory");
}

void vtl_append(struct vtl_node ***end, struct vtl_node *node)
{
    if (!node)
        return;
    **end = node;
    *end = &node->next;
}
