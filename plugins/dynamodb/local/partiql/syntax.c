/* SPDX-License-Identifier: Apache-2.0 */
/* What AWS says of a statement that is none. */
#include "partiql/parse.h"
#include "partiql_grammar.h"

static bool begins_statement(int type)
{
    return type == PARTIQL_TOKEN_SELECT || type == PARTIQL_TOKEN_INSERT ||
           type == PARTIQL_TOKEN_UPDATE || type == PARTIQL_TOKEN_DELETE ||
           type == PARTIQL_TOKEN_EXISTS || type == PARTIQL_TOKEN_FROM;
}

/* What AWS says behind the colon, by the token where reading stopped and the one before. */
static const char *detail(const struct partiql_parser *parser, const struct partiql_token *token)
{
    int before = token > parser->tokens ? token[-1].type : 0;
    if (token->type == PARTIQL_TOKEN_BAD)
        return "";
    if (!begins_statement(parser->tokens->type))
        return "Expected data manipulation";
    if ((before == PARTIQL_TOKEN_FROM && parser->tokens->type == PARTIQL_TOKEN_DELETE) ||
        before == PARTIQL_TOKEN_SET || before == PARTIQL_TOKEN_REMOVE)
        return "Expected identifier for simple path";
    if (before == PARTIQL_TOKEN_DOT)
        return "Invalid path dot component";
    if (token->type != 0 && (partiql_is_leftover(parser, token) ||
                             (token->type == PARTIQL_TOKEN_IDENT && before == PARTIQL_TOKEN_IDENT)))
        return "Unexpected token after expression";
    if (token->type == 0 || token->type == PARTIQL_TOKEN_SEMICOLON) {
        return before == PARTIQL_TOKEN_AND || before == PARTIQL_TOKEN_OR
                   ? "Missing right-hand side expression of infix operator"
                   : "Unexpected term";
    }
    if (token->type == PARTIQL_TOKEN_IS || token->type == PARTIQL_TOKEN_OPERATOR ||
        token->type == PARTIQL_TOKEN_LIKE)
        return "Unexpected operator";
    return before == PARTIQL_TOKEN_IS                                     ? "Expected type name"
           : token->type == PARTIQL_TOKEN_RESERVED                        ? "Unexpected keyword"
           : (*token->text | 0x20) >= 'a' && (*token->text | 0x20) <= 'z' ? "Unexpected keyword"
                                                                          : "Unexpected term";
}

void partiql_syntax_error(struct partiql_parser *parser, const struct partiql_token *token)
{
    if (!parser->failed) {
        parser->failed = true;
        if (!parser->probing)
            expr_fail(parser->error, PARTIQL_MALFORMED "%s", detail(parser, token));
    }
}
