/* SPDX-License-Identifier: Apache-2.0 */
/* The text of a template: references and directives in it. */
#include <ctype.h>
#include <string.h>

#include "vtl/tree.h"

static bool is_letter(char c)
{
    return isalpha((unsigned char)c) || c == '_';
}

static size_t name_size(const char *at)
{
    size_t n = 0;
    if (!is_letter(*at))
        return 0;
    while (isalnum((unsigned char)at[n]) || at[n] == '_' || at[n] == '-')
        n++;
    return n;
}

/* ---- references ---- */

bool vtl_is_reference(const char *at)
{
    if (*at != '$')
        return false;
    at += 1 + (at[1] == '!');
    return is_letter(at[*at == '{']);
}

static struct vtl_node *parse_method(struct vtl_parser *p, const char *name, size_t n)
{
    struct vtl_node *node = vtl_node_new(p, VTL_METHOD);
    vtl_node_text(p, node, name, n);
    p->at++;
    struct vtl_node *arguments = vtl_parse_arguments(p, ')');
    if (node)
        node->body = arguments;
    return node;
}

/* .name, .name(...) or [index]; NULL: the reference ends here. */
static struct vtl_node *parse_access(struct vtl_parser *p)
{
    struct vtl_node *node = NULL;
    if (*p->at == '[') {
        p->at++;
        node = vtl_node_new(p, VTL_INDEX);
        struct vtl_node *index = vtl_parse_expression(p);
        if (node)
            node->left = index;
        vtl_want(p, "]");
        return node;
    }
    size_t n = *p->at == '.' ? name_size(p->at + 1) : 0;
    if (n == 0)
        return NULL;
    const char *name = p->at + 1;
    p->at += 1 + n;
    if (*p->at == '(')
        return parse_method(p, name, n);
    node = vtl_node_new(p, VTL_PROPERTY);
    vtl_node_text(p, node, name, n);
    return node;
}

struct vtl_node *vtl_parse_reference(struct vtl_parser *p, bool in_text)
{
    struct vtl_node *node = vtl_node_new(p, VTL_REFERENCE), *access;
    if (!node || ++p->depth > VTL_DEPTH_MAX) {
        vtl_fail(p, "nested too deeply");
        return NULL;
    }
    const char *source = p->at++;
    node->quiet = *p->at == '!';
    p->at += node->quiet;
    bool formal = *p->at == '{';
    p->at += formal;
    size_t n = name_size(p->at);
    vtl_node_text(p, node, p->at, n);
    p->at += n;
    struct vtl_node **end = &node->body;
    while ((access = parse_access(p)))
        vtl_append(&end, access);
    if (formal)
        vtl_want(p, "}");
    node->source = source;
    node->n_source = (size_t)(p->at - source);
    p->depth--;
    (void)in_text;
    return vtl_failed(p) ? NULL : node;
}

/* ---- directives ---- */

/* Blanks and the end of the line behind a directive belong to it. */
static void line_end(struct vtl_parser *p)
{
    size_t n = strspn(p->at, " \t");
    n += p->at[n] == '\r' && p->at[n + 1] == '\n';
    if (p->at[n] == '\n')
        p->at += n + 1;
}

/* The directive that begins here: "#name" or "#{name}"; 0, or the size up to behind its name. */
static size_t directive(const char *at, const char *name)
{
    size_t n = strlen(name), formal = *at == '#' && at[1] == '{';
    if (*at != '#' || strncmp(at + 1 + formal, name, n) != 0)
        return 0;
    char next = at[1 + formal + n];
    if (formal)
        return next == '}' ? n + 3 : 0;
    /* "#elsewhere" is "#else" and "where", but "#ending" is text: as Velocity's lexer has it */
    return strcmp(name, "else") == 0 ? (strncmp(at, "#elseif", 7) == 0 ? 0 : n + 1)
           : isalnum((unsigned char)next) || next == '_' ? 0
                                                         : n + 1;
}

static struct vtl_node *parse_set(struct vtl_parser *p)
{
    struct vtl_node *node = vtl_node_new(p, VTL_SET);
    vtl_want(p, "(");
    vtl_blanks(p);
    if (!node || !vtl_is_reference(p->at)) {
        vtl_fail(p, "#set wants a reference");
        return NULL;
    }
    node->left = vtl_parse_reference(p, false);
    vtl_want(p, "=");
    node->right = vtl_parse_expression(p);
    vtl_want(p, ")");
    line_end(p);
    return node;
}

static void want_end(struct vtl_parser *p)
{
    size_t n = directive(p->at, "end");
    if (n == 0) {
        vtl_fail(p, "#end is missing");
        return;
    }
    p->at += n;
    line_end(p);
}

static struct vtl_node *parse_if(struct vtl_parser *p)
{
    size_t n;
    struct vtl_node *node = vtl_node_new(p, VTL_IF);
    if (!node)
        return NULL;
    vtl_want(p, "(");
    node->left = vtl_parse_expression(p);
    vtl_want(p, ")");
    line_end(p);
    node->body = vtl_parse_block(p, 1);
    if (vtl_failed(p))
        return NULL;
    if ((n = directive(p->at, "elseif"))) {
        p->at += n;
        if (++p->depth > VTL_DEPTH_MAX)
            vtl_fail(p, "nested too deeply");
        node->other = parse_if(p);
        p->depth--;
        return node;
    }
    if ((n = directive(p->at, "else"))) {
        p->at += n;
        line_end(p);
        node->other = vtl_parse_block(p, 1);
    }
    want_end(p);
    return node;
}

static struct vtl_node *parse_foreach(struct vtl_parser *p)
{
    struct vtl_node *node = vtl_node_new(p, VTL_FOREACH);
    vtl_want(p, "(");
    vtl_blanks(p);
    struct vtl_node *variable = vtl_is_reference(p->at) ? vtl_parse_reference(p, false) : NULL;
    if (!node || !variable) {
        vtl_fail(p, "#foreach wants a reference");
        return NULL;
    }
    vtl_node_text(p, node, variable->text, variable->n);
    vtl_want(p, "in");
    node->left = vtl_parse_expression(p);
    vtl_want(p, ")");
    line_end(p);
    node->body = vtl_parse_block(p, 1);
    want_end(p);
    return node;
}

static struct vtl_node *parse_break(struct vtl_parser *p)
{
    return vtl_node_new(p, VTL_BREAK);
}

static struct vtl_node *parse_stop(struct vtl_parser *p)
{
    return vtl_node_new(p, VTL_STOP);
}

static struct vtl_node *parse_refused(struct vtl_parser *p)
{
    vtl_fail(p, "this directive is not available in mapping templates");
    return NULL;
}

static const struct {
    const char *name;
    struct vtl_node *(*parse)(struct vtl_parser *p);
} directives[] = {
    {"set", parse_set},          {"if", parse_if},           {"foreach", parse_foreach},
    {"break", parse_break},      {"stop", parse_stop},       {"macro", parse_refused},
    {"parse", parse_refused},    {"include", parse_refused}, {"define", parse_refused},
    {"evaluate", parse_refused},
};

static bool is_inner_end(const char *at)
{
    return directive(at, "end") || directive(at, "else") || directive(at, "elseif");
}

/* ---- text ---- */

/* A comment, or #[[raw]]#, whose text is added. false: there is none here. */
static bool parse_comment(struct vtl_parser *p, struct vtl_node ***end)
{
    const char *close;
    if (p->at[1] == '#') {
        p->at += strcspn(p->at, "\n");
        p->at += *p->at == '\n';
    } else if (p->at[1] == '*') {
        close = strstr(p->at + 2, "*#");
        p->at = close ? close + 2 : p->at + strlen(p->at);
    } else if (strncmp(p->at, "#[[", 3) == 0 && (close = strstr(p->at, "]]#"))) {
        struct vtl_node *raw = vtl_node_new(p, VTL_TEXT);
        vtl_node_text(p, raw, p->at + 3, (size_t)(close - p->at - 3));
        vtl_append(end, raw);
        p->at = close + 3;
    } else {
        return false;
    }
    return true;
}

static bool parse_directive(struct vtl_parser *p, struct vtl_node ***end)
{
    for (size_t i = 0; i < sizeof directives / sizeof *directives; i++) {
        size_t n = directive(p->at, directives[i].name);
        if (n == 0)
            continue;
        if (++p->depth > VTL_DEPTH_MAX) {
            vtl_fail(p, "nested too deeply");
            return true;
        }
        p->at += n;
        vtl_append(end, directives[i].parse(p));
        p->depth--;
        return true;
    }
    return false;
}

/* Blanks before #set belong to it. */
static size_t before_set(const char *at)
{
    size_t n = strspn(at, " \t");
    return n && directive(at + n, "set") ? n : 0;
}

static bool is_plain(const char *at)
{
    return *at && *at != '#' && !vtl_is_reference(at) && !before_set(at) &&
           !(*at == '\\' && (vtl_is_reference(at + 1) || at[1] == '#'));
}

static void parse_text(struct vtl_parser *p, struct vtl_node ***end)
{
    const char *start = p->at++;
    while (is_plain(p->at))
        p->at++;
    struct vtl_node *node = vtl_node_new(p, VTL_TEXT);
    vtl_node_text(p, node, start, (size_t)(p->at - start));
    vtl_append(end, node);
}

/* "\$name" stands for itself, "\#if" too. */
static void parse_escape(struct vtl_parser *p, struct vtl_node ***end)
{
    p->at++;
    if (*p->at == '#') {
        parse_text(p, end);
        return;
    }
    struct vtl_node *node = vtl_parse_reference(p, true);
    if (node)
        node->escaped = true;
    vtl_append(end, node);
}

struct vtl_node *vtl_parse_block(struct vtl_parser *p, int inner)
{
    struct vtl_node *first = NULL, **end = &first;
    while (*p->at && !vtl_failed(p)) {
        p->at += before_set(p->at);
        if (*p->at == '#' && inner && is_inner_end(p->at))
            break;
        if (*p->at == '#' && (parse_comment(p, &end) || parse_directive(p, &end)))
            continue;
        if (vtl_is_reference(p->at))
            vtl_append(&end, vtl_parse_reference(p, true));
        else if (*p->at == '\\' && !is_plain(p->at))
            parse_escape(p, &end);
        else
            parse_text(p, &end);
    }
    return first;
}
