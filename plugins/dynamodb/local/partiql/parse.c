/* SPDX-License-Identifier: Apache-2.0 */
/* Builds statements for the grammar, and drives it. */
#include "partiql/parse.h"

#include <stdlib.h>
#include <string.h>

#include "partiql_grammar.h"

/* Of the generated parser. */
void *PartiqlParseAlloc(void *(*allocate)(size_t));
void PartiqlParseFree(void *parser, void (*release)(void *));
void PartiqlParse(void *parser, int type, const struct partiql_token *token,
                  struct partiql_parser *context);

void partiql_out_of_memory(struct partiql_parser *parser)
{
    if (!parser->failed) {
        parser->failed = true;
        expr_fail_memory(parser->error);
    }
}

void partiql_reject(struct partiql_parser *parser, const char *message)
{
    if (!parser->failed) {
        parser->failed = true;
        expr_fail(parser->error, "%s", message);
    }
}

void partiql_reject_at(struct partiql_parser *parser, const char *message,
                       const struct partiql_place *place)
{
    if (!parser->failed) {
        parser->failed = true;
        expr_fail(parser->error, "%s" PARTIQL_AT, message, place->line, place->column,
                  place->length);
    }
}

static void *allocate(struct partiql_parser *parser, size_t size)
{
    void *memory = parser->failed ? NULL : partiql_alloc(parser->statement, size);
    if (memory == NULL)
        partiql_out_of_memory(parser);
    return memory;
}

/* The token's text; a quoted one without its quotes, and those inside once. */
static const char *text_of(struct partiql_parser *parser, const struct partiql_token *token)
{
    char *copy = allocate(parser, token->length + 1);
    char quote = *token->text;
    bool quoted = quote == '"' || quote == '\'';
    size_t length = 0;
    if (copy == NULL)
        return NULL;
    for (size_t i = quoted; i + quoted < token->length; i++) {
        copy[length++] = token->text[i];
        i += quoted && token->text[i] == quote;
    }
    return copy;
}

struct partiql_list partiql_list_of(struct partiql_node *node)
{
    return (struct partiql_list){node, node, node != NULL};
}

struct partiql_list partiql_list_add(struct partiql_list list, struct partiql_node *node)
{
    if (list.last == NULL || node == NULL)
        return (struct partiql_list){NULL, NULL, 0};
    list.last->next = node;
    list.last = node;
    list.count++;
    return list;
}

struct partiql_list partiql_pair(struct partiql_node *first, struct partiql_node *second)
{
    return partiql_list_add(partiql_list_of(first), second);
}

struct partiql_node *partiql_parse_node(struct partiql_parser *parser, enum partiql_node_kind kind,
                                        const struct partiql_token *token, struct partiql_list args)
{
    struct partiql_node *node = allocate(parser, sizeof *node);
    const char *text = node == NULL ? NULL : text_of(parser, token);
    if (text == NULL)
        return NULL;
    node->kind = kind;
    node->text = text;
    node->place = token->place;
    node->args = args.first;
    node->count = args.count;
    for (const struct partiql_node *arg = args.first; arg != NULL; arg = arg->next)
        node->depth = arg->depth >= node->depth ? arg->depth + 1 : node->depth;
    if (node->depth > PARTIQL_DEPTH_MAX) {
        partiql_reject(parser, "The expression has too many nesting levels;");
        return NULL;
    }
    return node;
}

struct partiql_node *partiql_parse_leaf(struct partiql_parser *parser, enum partiql_node_kind kind,
                                        const struct partiql_token *token)
{
    return partiql_parse_node(parser, kind, token, (struct partiql_list){NULL, NULL, 0});
}

struct partiql_node *partiql_parse_negative(struct partiql_parser *parser,
                                            const struct partiql_token *number)
{
    struct partiql_node *node = partiql_parse_leaf(parser, PARTIQL_NUMBER_VALUE, number);
    char *text = node == NULL ? NULL : allocate(parser, number->length + 2);
    if (text == NULL)
        return NULL;
    *text = '-';
    memcpy(text + 1, number->text, number->length);
    node->text = text;
    return node;
}

struct partiql_node *partiql_parse_parameter(struct partiql_parser *parser,
                                             const struct partiql_token *token)
{
    struct partiql_node *node = partiql_parse_leaf(parser, PARTIQL_PARAMETER_VALUE, token);
    if (node != NULL) /* they come in the order of the text */
        node->index = parser->statement->parameters++;
    return node;
}

struct partiql_node *partiql_parse_step(struct partiql_parser *parser, struct partiql_node *path,
                                        const struct partiql_token *token)
{
    struct partiql_node *step = partiql_parse_leaf(parser, PARTIQL_STEP, token);
    if (path == NULL || step == NULL)
        return NULL;
    step->is_index = token->type == PARTIQL_TOKEN_NUMBER;
    if (step->is_index && strspn(step->text, "0123456789") != strlen(step->text)) {
        partiql_reject_at(parser, "Unexpected path component", &step->place);
        return NULL;
    }
    struct partiql_node **at = &path->args;
    while (*at != NULL)
        at = &(*at)->next;
    *at = step;
    path->count++;
    return path;
}

void partiql_parse_negative_step(struct partiql_parser *parser, const struct partiql_token *number)
{
    struct partiql_node *node = partiql_parse_negative(parser, number);
    if (node != NULL) {
        parser->failed = true;
        expr_fail(parser->error,
                  "List index is not within the allowable range; index: [%.255s]" PARTIQL_AT,
                  node->text, PARTIQL_PLACE(node));
    }
}

struct partiql_node *partiql_parse_path(struct partiql_parser *parser,
                                        const struct partiql_token *name)
{
    return partiql_parse_step(parser, partiql_parse_leaf(parser, PARTIQL_PATH, name), name);
}

/* What an operator is when its sides are exchanged. */
static const char *turned(const char *operator)
{
    static const char *const pairs[][2] = {{"<", ">"}, {">", "<"}, {"<=", ">="}, {">=", "<="}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (strcmp(operator, pairs[i][0]) == 0)
            return pairs[i][1];
    return operator;
}

struct partiql_node *partiql_parse_compare(struct partiql_parser *parser,
                                           const struct partiql_token *token,
                                           struct partiql_node *left, struct partiql_node *right)
{
    bool turn = left != NULL && right != NULL && partiql_is_value(left) && !partiql_is_value(right);
    struct partiql_list sides = turn ? partiql_pair(right, left) : partiql_pair(left, right);
    struct partiql_node *node = partiql_parse_node(parser, PARTIQL_COMPARE, token, sides);
    if (node != NULL) {
        const char *operator= strcmp(node->text, "!=") == 0 ? "<>" : node->text;
        node->text = turn ? turned(operator) : operator;
    }
    return node;
}

struct partiql_node *partiql_parse_not(struct partiql_parser *parser,
                                       const struct partiql_token *token, struct partiql_node *node)
{
    return partiql_parse_node(parser, PARTIQL_NOT, token, partiql_list_of(node));
}

struct partiql_node *partiql_parse_in(struct partiql_parser *parser,
                                      const struct partiql_token *token, struct partiql_node *value,
                                      struct partiql_list list)
{
    struct partiql_list all = {value, list.last, list.count + 1};
    if (value == NULL || list.first == NULL)
        return NULL;
    value->next = list.first;
    return partiql_parse_node(parser, PARTIQL_IN, token, all);
}

struct partiql_node *partiql_parse_is(struct partiql_parser *parser, struct partiql_node *value,
                                      const struct partiql_token *no,
                                      const struct partiql_token *type)
{
    bool missing = type->type == PARTIQL_TOKEN_MISSING;
    struct partiql_node *node = partiql_parse_node(
        parser, missing ? PARTIQL_MISSING : PARTIQL_IS_TYPE, type, partiql_list_of(value));
    return no == NULL ? node : partiql_parse_not(parser, no, node);
}

void partiql_parse_item(struct partiql_parser *parser, struct partiql_node *node)
{
    if (node != NULL && node->kind != PARTIQL_MAP_VALUE) {
        partiql_reject_at(parser,
                          "Unsupported format in item expression. Please use struct format {...} "
                          "to express item values for insert statement.",
                          &node->place);
    }
    parser->statement->item = node;
}

void partiql_parse_source(struct partiql_parser *parser, const struct partiql_token *name)
{
    struct partiql *statement = parser->statement;
    const char *text = text_of(parser, name);
    if (text != NULL && *text == '\0')
        partiql_reject(parser, "Path component cannot be an empty string");
    if (++statement->components > 2)
        partiql_reject(parser, "A path may contain at most 2 components in the FROM clause");
    *(statement->components == 1 ? &statement->table : &statement->index) = text;
}

static void add_action(struct partiql_parser *parser, struct partiql_node *node)
{
    if (node != NULL) {
        *parser->last_action = node;
        parser->last_action = &node->next;
    }
}

void partiql_parse_set(struct partiql_parser *parser, const struct partiql_token *token,
                       struct partiql_list pair)
{
    add_action(parser, partiql_parse_node(parser, PARTIQL_SET, token, pair));
}

void partiql_parse_remove(struct partiql_parser *parser, struct partiql_node *path)
{
    static const struct partiql_token token = {
        .type = PARTIQL_TOKEN_REMOVE, .text = "REMOVE", .length = 6};
    add_action(parser, partiql_parse_node(parser, PARTIQL_REMOVE, &token, partiql_list_of(path)));
}

static void feed(struct partiql_parser *parser)
{
    void *machine = PartiqlParseAlloc(malloc);
    if (machine == NULL) {
        partiql_out_of_memory(parser);
        return;
    }
    for (size_t i = 0; i < parser->count && !parser->failed; i++)
        PartiqlParse(machine, parser->tokens[i].type, &parser->tokens[i], parser);
    if (parser->probing && !parser->failed)
        PartiqlParse(machine, 0, &parser->tokens[parser->count], parser);
    PartiqlParseFree(machine, free);
}

bool partiql_is_leftover(const struct partiql_parser *parser, const struct partiql_token *token)
{
    struct expr_error error = {.kind = EXPR_ERROR_NONE};
    struct partiql *statement = calloc(1, sizeof *statement);
    if (statement == NULL)
        return false;
    struct partiql_parser probe = {.statement = statement,
                                   .error = &error,
                                   .tokens = parser->tokens,
                                   .count = (size_t)(token - parser->tokens),
                                   .probing = true,
                                   .last_action = &statement->actions};
    feed(&probe);
    partiql_free(statement);
    return probe.complete && !probe.failed;
}

static bool has_bad_token(const struct partiql_parser *parser)
{
    for (size_t i = 0; i < parser->count; i++)
        if (parser->tokens[i].type == PARTIQL_TOKEN_BAD)
            return true;
    return false;
}

struct partiql *partiql_parse(const char *text, struct expr_error *error)
{
    struct partiql *statement = calloc(1, sizeof *statement);
    struct partiql_token *tokens = calloc(strlen(text) + 1, sizeof *tokens);
    if (statement == NULL || tokens == NULL) {
        free(statement);
        free(tokens);
        expr_fail_memory(error);
        return NULL;
    }
    struct partiql_parser parser = {.statement = statement,
                                    .error = error,
                                    .tokens = tokens,
                                    .last_action = &statement->actions};
    parser.count = partiql_lex(text, tokens);
    if (has_bad_token(&parser))
        partiql_reject(&parser, PARTIQL_MALFORMED);
    else
        feed(&parser);
    free(tokens);
    if (parser.failed) {
        partiql_free(statement);
        return NULL;
    }
    return statement;
}
