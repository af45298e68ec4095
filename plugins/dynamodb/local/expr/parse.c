/* SPDX-License-Identifier: Apache-2.0 */
/* Builds trees for the grammar, and drives it. */
#include "parse.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "grammar.h"

/* Of the generated parser. */
void *ExprParseAlloc(void *(*allocate)(size_t));
void ExprParseFree(void *parser, void (*release)(void *));
void ExprParse(void *parser, int type, const struct token *token, struct parser *context);

void parse_out_of_memory(struct parser *parser)
{
    if (!parser->failed) {
        parser->failed = true;
        expr_fail_memory(parser->error);
    }
}

static void reject(struct parser *parser, const char *message)
{
    if (!parser->failed) {
        parser->failed = true;
        expr_reject(parser->expr, parser->error, "%s", message);
    }
}

/* AWS shows the token where reading stopped, and the text from the token before it to the one
 * behind. */
void parse_syntax_error(struct parser *parser, const struct token *token)
{
    size_t at = (size_t)(token - parser->tokens);
    size_t end = parser->token_count - 1;
    const struct token *first = at > 0 ? token - 1 : token;
    const struct token *last = at < end ? token + (at + 1 < end) : first;
    if (parser->failed)
        return;
    parser->failed = true;
    expr_reject(parser->expr, parser->error, "Syntax error; token: \"%.*s\", near: \"%.*s\"",
                at == end ? 5 : (int)token->length, at == end ? "<EOF>" : token->text,
                (int)(last->text + last->length - first->text), first->text);
}

static void *allocate(struct parser *parser, size_t size)
{
    void *memory = parser->failed ? NULL : expr_alloc(parser->expr, size);
    if (memory == NULL)
        parse_out_of_memory(parser);
    return memory;
}

static const char *copy_token(struct parser *parser, const struct token *token)
{
    const char *copy = parser->failed ? NULL : expr_copy(parser->expr, token->text, token->length);
    if (copy == NULL)
        parse_out_of_memory(parser);
    return copy;
}

struct node_list parse_list(struct node *first)
{
    return (struct node_list){first, first, first != NULL};
}

struct node_list parse_append(struct node_list list, struct node *node)
{
    if (list.last == NULL || node == NULL)
        return (struct node_list){NULL, NULL, 0};
    list.last->next = node;
    list.last = node;
    list.count++;
    return list;
}

struct node_list parse_pair(struct node *first, struct node *second)
{
    return parse_append(parse_list(first), second);
}

/* A node over `args`, which are all there unless the parser failed. */
static struct node *new_node(struct parser *parser, enum node_kind kind, const struct token *token,
                             struct node_list args)
{
    struct node *node = allocate(parser, sizeof *node);
    const char *source = copy_token(parser, token);
    if (node == NULL || source == NULL)
        return NULL;
    node->kind = kind;
    node->source = source;
    node->args = args.first;
    node->arg_count = args.count;
    for (const struct node *arg = args.first; arg != NULL; arg = arg->next)
        node->depth = arg->depth >= node->depth ? arg->depth + 1 : node->depth;
    if (node->depth > PARSE_DEPTH_MAX) {
        reject(parser, "The expression has too many nesting levels;");
        return NULL;
    }
    return node;
}

/* Adds a step to a path; its parentheses, if any, no longer enclose all of it. */
static struct node *add_step(struct node *path, struct step *step)
{
    if (path == NULL || step == NULL)
        return NULL;
    struct step **at = &path->steps;
    while (*at != NULL)
        at = &(*at)->next;
    *at = step;
    path->arg_count++;
    path->grouped = false;
    return path;
}

static struct step *new_step(struct parser *parser, const struct token *token)
{
    struct step *step = allocate(parser, sizeof *step);
    const char *source = copy_token(parser, token);
    if (step == NULL || source == NULL)
        return NULL;
    step->source = source;
    return step;
}

struct node *parse_member(struct parser *parser, struct node *path, const struct token *name)
{
    struct step *step = new_step(parser, name);
    if (step != NULL) {
        step->name = step->source;
        step->placeholder = name->type == TOKEN_NAME;
    }
    return add_step(path, step);
}

struct node *parse_element(struct parser *parser, struct node *path, const struct token *index)
{
    struct step *step = new_step(parser, index);
    if (step != NULL && index->length > 10) {
        step->index = ULONG_MAX; /* 10 digits fit even in 32 bits of the check that follows */
    } else if (step != NULL) {
        unsigned long long value = strtoull(step->source, NULL, 10);
        step->index = value > INT_MAX ? ULONG_MAX : (unsigned long)value;
    }
    return add_step(path, step);
}

struct node *parse_path(struct parser *parser, const struct token *name)
{
    struct node *path = new_node(parser, NODE_PATH, name, (struct node_list){NULL, NULL, 0});
    return parse_member(parser, path, name);
}

struct node *parse_value(struct parser *parser, const struct token *token)
{
    return new_node(parser, NODE_VALUE, token, (struct node_list){NULL, NULL, 0});
}

struct node *parse_call(struct parser *parser, const struct token *name, struct node_list args)
{
    struct node *node = new_node(parser, NODE_CALL, name, args);
    if (node != NULL)
        node->function = check_function_named(node->source);
    return node;
}

struct node *parse_operator(struct parser *parser, enum node_kind kind, const struct token *token,
                            struct node_list operands)
{
    parser->operators++;
    if (parser->operators > EXPR_OPERATORS_MAX && !parser->failed) {
        parser->failed = true;
        expr_reject(parser->expr, parser->error,
                    "The expression contains too many operators; operator count: %zu",
                    parser->operators);
    }
    struct node *node = new_node(parser, kind, token, operands);
    if (node != NULL && (kind == NODE_BETWEEN || kind == NODE_IN))
        node->source = kind == NODE_IN ? "IN" : "BETWEEN"; /* however it is written */
    return node;
}

static enum comparison comparison_of(int token)
{
    static const struct {
        int token;
        enum comparison comparison;
    } pairs[] = {{TOKEN_EQ, COMPARE_EQ}, {TOKEN_NE, COMPARE_NE}, {TOKEN_LT, COMPARE_LT},
                 {TOKEN_LE, COMPARE_LE}, {TOKEN_GT, COMPARE_GT}, {TOKEN_GE, COMPARE_GE}};
    size_t i = 0;
    while (i + 1 < sizeof pairs / sizeof pairs[0] && pairs[i].token != token)
        i++;
    return pairs[i].comparison;
}

struct node *parse_compare(struct parser *parser, const struct token *token,
                           struct node_list operands)
{
    struct node *node = parse_operator(parser, NODE_COMPARE, token, operands);
    if (node != NULL)
        node->comparison = comparison_of(token->type);
    return node;
}

struct node *parse_group(struct parser *parser, struct node *inner)
{
    if (inner == NULL)
        return NULL;
    parser->redundant = parser->redundant || inner->grouped;
    inner->grouped = true;
    return inner;
}

void parse_action(struct parser *parser, enum action_kind kind, struct node *path,
                  struct node *value)
{
    struct action *action = allocate(parser, sizeof *action);
    if (action == NULL || path == NULL || (value == NULL && kind != ACTION_REMOVE))
        return;
    action->kind = kind;
    action->path = path;
    action->value = value;
    if (parser->last_action == NULL)
        parser->expr->actions = action;
    else
        parser->last_action->next = action;
    parser->last_action = action;
}

void parse_section(struct parser *parser, enum action_kind kind)
{
    static const char *const names[ACTION_KIND_COUNT] = {"SET", "REMOVE", "ADD", "DELETE"};
    if (parser->seen[kind] && parser->expr->repeated == NULL)
        parser->expr->repeated = names[kind];
    parser->seen[kind] = true;
}

static const int start_tokens[EXPR_KIND_COUNT] = {
    [EXPR_CONDITION] = TOKEN_START_CONDITION,     [EXPR_FILTER] = TOKEN_START_CONDITION,
    [EXPR_KEY_CONDITION] = TOKEN_START_CONDITION, [EXPR_UPDATE] = TOKEN_START_UPDATE,
    [EXPR_PROJECTION] = TOKEN_START_PROJECTION,
};

static void feed(struct parser *parser)
{
    void *machine = ExprParseAlloc(malloc);
    if (machine == NULL) {
        parse_out_of_memory(parser);
        return;
    }
    ExprParse(machine, start_tokens[parser->expr->kind], parser->tokens, parser);
    for (size_t i = 0; i < parser->token_count && !parser->failed; i++)
        ExprParse(machine, parser->tokens[i].type, &parser->tokens[i], parser);
    ExprParseFree(machine, free);
}

/* Text to tree, without the checks. */
static bool build(struct expr *expr, const char *text, struct expr_error *error)
{
    struct token *tokens = calloc(strlen(text) + 1, sizeof *tokens);
    if (tokens == NULL)
        return expr_fail_memory(error);
    struct parser parser = {.expr = expr, .error = error, .tokens = tokens};
    parser.token_count = lexer_run(expr->kind, text, tokens);
    feed(&parser);
    if (parser.redundant)
        reject(&parser, "The expression has redundant parentheses;");
    free(tokens);
    return !parser.failed;
}

static bool check_size(const struct expr *expr, const char *text, struct expr_error *error)
{
    size_t size = strlen(text);
    if (size == 0)
        return expr_reject(expr, error, "The expression can not be empty;");
    if (size > EXPR_TEXT_MAX) {
        return expr->kind == EXPR_UPDATE
                   ? expr_reject(expr, error,
                                 "Expression size has exceeded the maximum allowed size;")
                   : expr_reject(expr, error,
                                 "Expression size has exceeded the maximum allowed size; "
                                 "expression size: %zu",
                                 size);
    }
    return true;
}

struct expr *expr_parse(struct expr_scope *scope, enum expr_kind kind, const char *text,
                        struct expr_error *error)
{
    struct expr *expr = expr_new(kind);
    if (expr == NULL) {
        expr_fail_memory(error);
        return NULL;
    }
    if (!check_size(expr, text, error) || !build(expr, text, error) ||
        !check_expression(expr, scope, error) || !expr_finish(expr, error)) {
        expr_free(expr);
        return NULL;
    }
    return expr;
}
