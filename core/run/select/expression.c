/* SPDX-License-Identifier: Apache-2.0 */
#include "run/select/expression.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/error.h"
#include "run/select/expression_tokens.h"

enum node_kind { NODE_WORD, NODE_NOT, NODE_AND, NODE_OR };

struct node {
    enum node_kind kind;
    const struct node *left, *right; /* of "not": left */
    size_t word;
};

struct expression {
    struct slrun_arena *arena;
    const struct node *root; /* NULL: empty */
    struct expression_word *words;
    size_t n_words;
};

struct parser {
    struct expression *out;
    struct expression_tokens t;
    int depth;
};

static const struct node *or_expr(struct parser *p);

static void *no_memory(struct parser *p)
{
    error_set(p->t.error, SLRUN_E_MEMORY, "out of memory");
    return NULL;
}

static char *token_text(struct parser *p)
{
    bool quoted = p->t.token == TOKEN_STRING;
    char *text = arena_copy(p->out->arena, p->t.text + p->t.start + quoted, p->t.len - 2 * quoted);
    return text ? text : no_memory(p);
}

/* Arguments ----------------------------------------------------------------------------------- */

static bool is_identifier(const char *text)
{
    for (const char *c = text; *c; c++)
        if (strchr(":+-.[]\\/", *c))
            return false;
    return !isdigit((unsigned char)*text);
}

/* Words that pytest refuses, since they are Python's. */
static bool is_reserved(const char *text)
{
    static const char *const words[] = {
        "False",    "None",     "True",   "as",     "assert", "async", "await",  "break",
        "class",    "continue", "def",    "del",    "elif",   "else",  "except", "finally",
        "for",      "from",     "global", "if",     "import", "in",    "is",     "lambda",
        "nonlocal", "pass",     "raise",  "return", "try",    "while", "with",   "yield"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i], text) == 0)
            return true;
    return false;
}

static bool is_number(const char *text)
{
    text += *text == '-';
    return *text && strspn(text, "0123456789") == strlen(text);
}

static int value_of(struct parser *p, struct expression_arg *arg, size_t at)
{
    static const struct {
        const char *name;
        enum expression_kind kind;
    } names[] = {{"True", EXPRESSION_TRUE}, {"False", EXPRESSION_FALSE}, {"None", EXPRESSION_NONE}};
    if (is_number(arg->text)) {
        arg->kind = EXPRESSION_NUMBER;
        arg->number = strtoll(arg->text, NULL, 10);
        return 0;
    }
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i].name, arg->text) == 0) {
            arg->kind = names[i].kind;
            return 0;
        }
    }
    return tokens_wrong(&p->t, at, "unexpected character/s \"%s\"", arg->text);
}

/* name '=' value. As pytest, it looks at what a token says when it knows the next to be one. */
static int arg(struct parser *p, struct expression_arg *arg)
{
    size_t at = p->t.start;
    if (p->t.token != TOKEN_IDENT)
        return tokens_expected(&p->t, "identifier");
    char *name = token_text(p);
    if (!name || tokens_next(&p->t) != 0)
        return -1;
    if (!is_identifier(name))
        return tokens_wrong(&p->t, at, "not a valid python identifier %s", name);
    if (is_reserved(name))
        return tokens_wrong(&p->t, at, "unexpected reserved python keyword `%s`", name);
    if (p->t.token != TOKEN_EQUAL)
        return tokens_expected(&p->t, "=");
    if (tokens_next(&p->t) != 0)
        return -1;
    bool string = p->t.token == TOKEN_STRING;
    if (!string && p->t.token != TOKEN_IDENT)
        return tokens_expected(&p->t, "identifier");
    at = p->t.start;
    *arg = (struct expression_arg){.name = name, .kind = EXPRESSION_STRING, .text = token_text(p)};
    if (!arg->text || tokens_next(&p->t) != 0)
        return -1;
    return string ? 0 : value_of(p, arg, at);
}

static int keep_arg(struct parser *p, struct expression_word *word,
                    const struct expression_arg *given)
{
    size_t n = word->n_args;
    struct expression_arg *all = (struct expression_arg *)word->args;
    if ((n & (n - 1)) == 0) { /* full, or none yet */
        all = arena_alloc(p->out->arena, (n ? n * 2 : 1) * sizeof *all);
        if (!all)
            return no_memory(p) ? 0 : -1;
        if (n > 0)
            memcpy(all, word->args, n * sizeof *all);
        word->args = all;
    }
    all[n] = *given;
    word->n_args = n + 1;
    return 0;
}

static int args(struct parser *p, struct expression_word *word)
{
    do {
        struct expression_arg given;
        if (tokens_next(&p->t) != 0 || arg(p, &given) != 0 || keep_arg(p, word, &given) != 0)
            return -1;
    } while (p->t.token == TOKEN_COMMA);
    return p->t.token == TOKEN_CLOSE ? tokens_next(&p->t)
                                     : tokens_expected(&p->t, "right parenthesis");
}

/* Expressions --------------------------------------------------------------------------------- */

static const struct node *node(struct parser *p, struct node fields)
{
    struct node *made = arena_alloc(p->out->arena, sizeof *made);
    if (!made)
        return no_memory(p);
    *made = fields;
    return made;
}

static const struct node *word(struct parser *p)
{
    size_t at = p->out->n_words++;
    struct expression_word *w = &p->out->words[at];
    w->name = token_text(p);
    if (!w->name || tokens_next(&p->t) != 0)
        return NULL;
    if (p->t.token == TOKEN_OPEN && args(p, w) != 0)
        return NULL;
    return node(p, (struct node){.kind = NODE_WORD, .word = at});
}

static const struct node *not_expr(struct parser *p)
{
    const struct node *inner = NULL;
    enum token token = p->t.token;
    if (token == TOKEN_IDENT)
        return word(p);
    if (token != TOKEN_NOT && token != TOKEN_OPEN) {
        tokens_expected(&p->t, "not OR left parenthesis OR identifier");
        return NULL;
    }
    if (++p->depth > EXPRESSION_DEPTH_MAX) {
        tokens_wrong(&p->t, p->t.start, "nested too deeply");
        return NULL;
    }
    if (tokens_next(&p->t) != 0)
        return NULL;
    inner = token == TOKEN_NOT ? not_expr(p) : or_expr(p);
    p->depth--;
    if (!inner)
        return NULL;
    if (token == TOKEN_NOT)
        return node(p, (struct node){.kind = NODE_NOT, .left = inner});
    if (p->t.token != TOKEN_CLOSE) {
        tokens_expected(&p->t, "right parenthesis");
        return NULL;
    }
    return tokens_next(&p->t) == 0 ? inner : NULL;
}

static const struct node *and_expr(struct parser *p)
{
    const struct node *left = not_expr(p);
    while (left && p->t.token == TOKEN_AND) {
        const struct node *right = tokens_next(&p->t) == 0 ? not_expr(p) : NULL;
        left =
            right ? node(p, (struct node){.kind = NODE_AND, .left = left, .right = right}) : NULL;
    }
    return left;
}

static const struct node *or_expr(struct parser *p)
{
    const struct node *left = and_expr(p);
    while (left && p->t.token == TOKEN_OR) {
        const struct node *right = tokens_next(&p->t) == 0 ? and_expr(p) : NULL;
        left = right ? node(p, (struct node){.kind = NODE_OR, .left = left, .right = right}) : NULL;
    }
    return left;
}

static int parse(struct parser *p)
{
    if (tokens_next(&p->t) != 0)
        return -1;
    if (p->t.token == TOKEN_END)
        return 0;
    p->out->root = or_expr(p);
    if (!p->out->root)
        return -1;
    return p->t.token == TOKEN_END ? 0 : tokens_expected(&p->t, "end of input");
}

struct expression *expression_parse(const char *text, struct slrun_error *error)
{
    size_t size = strlen(text);
    if (size > EXPRESSION_SIZE_MAX) {
        error_set(error, SLRUN_E_USAGE, "an expression of more than %d bytes", EXPRESSION_SIZE_MAX);
        return NULL;
    }
    struct slrun_arena *arena = arena_new((size + 64) * 256);
    struct expression *out = arena ? arena_alloc(arena, sizeof *out) : NULL;
    if (out) {
        out->arena = arena;
        /* each word but the last is followed by at least one other byte */
        out->words = arena_alloc(arena, (size / 2 + 1) * sizeof *out->words);
    }
    struct parser p = {.out = out, .t = {.text = text, .error = error}};
    if (!out || !out->words) {
        no_memory(&p);
        arena_free(arena);
        return NULL;
    }
    if (parse(&p) != 0) {
        arena_free(arena);
        return NULL;
    }
    return out;
}

void expression_free(struct expression *expression)
{
    if (expression)
        arena_free(expression->arena);
}

/* What a word is asked of. */
struct asked {
    const struct expression *expression;
    bool (*match)(void *arg, const struct expression_word *word);
    void *arg;
};

/* Chains of "and" and "or" lean to the left: the depth of that is not bounded, so it is walked. */
static bool holds(const struct asked *a, const struct node *n)
{
    const struct node *chain = n;
    enum node_kind kind = n->kind;
    if (kind == NODE_WORD)
        return a->match(a->arg, &a->expression->words[n->word]);
    if (kind == NODE_NOT)
        return !holds(a, n->left);
    for (; chain->kind == kind; chain = chain->left)
        if (holds(a, chain->right) == (kind == NODE_OR))
            return kind == NODE_OR;
    return holds(a, chain);
}

bool expression_holds(const struct expression *expression,
                      bool (*match)(void *arg, const struct expression_word *word), void *arg)
{
    struct asked a = {expression, match, arg};
    return expression->root && holds(&a, expression->root);
}

size_t expression_words(const struct expression *expression, const struct expression_word **words)
{
    *words = expression->words;
    return expression->n_words;
}
