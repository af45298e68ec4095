/* SPDX-License-Identifier: Apache-2.0 */
/* The hand-written lexer of PartiQL statements. */
#include "partiql/lexer.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "partiql_grammar.h"

#define KEYWORD_MAX 16 /* longer words are names */

static const struct keyword {
    const char *word;
    int type;
} keywords[] = {
    {"SELECT", PARTIQL_TOKEN_SELECT},
    {"FROM", PARTIQL_TOKEN_FROM},
    {"WHERE", PARTIQL_TOKEN_WHERE},
    {"AND", PARTIQL_TOKEN_AND},
    {"OR", PARTIQL_TOKEN_OR},
    {"NOT", PARTIQL_TOKEN_NOT},
    {"IN", PARTIQL_TOKEN_IN},
    {"BETWEEN", PARTIQL_TOKEN_BETWEEN},
    {"IS", PARTIQL_TOKEN_IS},
    {"MISSING", PARTIQL_TOKEN_MISSING},
    {"NULL", PARTIQL_TOKEN_NULL},
    {"TRUE", PARTIQL_TOKEN_TRUE},
    {"FALSE", PARTIQL_TOKEN_FALSE},
    {"INSERT", PARTIQL_TOKEN_INSERT},
    {"INTO", PARTIQL_TOKEN_INTO},
    {"VALUE", PARTIQL_TOKEN_VALUE},
    {"UPDATE", PARTIQL_TOKEN_UPDATE},
    {"SET", PARTIQL_TOKEN_SET},
    {"REMOVE", PARTIQL_TOKEN_REMOVE},
    {"DELETE", PARTIQL_TOKEN_DELETE},
    {"ORDER", PARTIQL_TOKEN_ORDER},
    {"BY", PARTIQL_TOKEN_BY},
    {"ASC", PARTIQL_TOKEN_ASC},
    {"DESC", PARTIQL_TOKEN_DESC},
    {"EXISTS", PARTIQL_TOKEN_EXISTS},
    {"RETURNING", PARTIQL_TOKEN_RETURNING},
    {"ALL", PARTIQL_TOKEN_ALL},
    {"MODIFIED", PARTIQL_TOKEN_MODIFIED},
    {"OLD", PARTIQL_TOKEN_OLD},
    {"NEW", PARTIQL_TOKEN_NEW},
    {"AS", PARTIQL_TOKEN_AS},
    {"LIKE", PARTIQL_TOKEN_OPERATOR},
    {"VALUES", PARTIQL_TOKEN_RESERVED},
    {"GROUP", PARTIQL_TOKEN_RESERVED},
    {"HAVING", PARTIQL_TOKEN_RESERVED},
    {"UNION", PARTIQL_TOKEN_RESERVED},
    {"JOIN", PARTIQL_TOKEN_RESERVED},
    {"CREATE", PARTIQL_TOKEN_RESERVED},
    {"DROP", PARTIQL_TOKEN_RESERVED},
    {"ALTER", PARTIQL_TOKEN_RESERVED},
    {"TABLE", PARTIQL_TOKEN_RESERVED},
    {"LIMIT", PARTIQL_TOKEN_RESERVED},
    {"DISTINCT", PARTIQL_TOKEN_RESERVED},
    {"CASE", PARTIQL_TOKEN_RESERVED},
    {"CAST", PARTIQL_TOKEN_RESERVED},
};

/* Longer ones first. */
static const struct punctuation {
    const char *text;
    int type;
} punctuations[] = {
    {"<<", PARTIQL_TOKEN_LBAG},     {">>", PARTIQL_TOKEN_RBAG},     {"<>", PARTIQL_TOKEN_NE},
    {"!=", PARTIQL_TOKEN_NE},       {"<=", PARTIQL_TOKEN_LE},       {">=", PARTIQL_TOKEN_GE},
    {"<", PARTIQL_TOKEN_LT},        {">", PARTIQL_TOKEN_GT},        {"=", PARTIQL_TOKEN_EQ},
    {"(", PARTIQL_TOKEN_LPAREN},    {")", PARTIQL_TOKEN_RPAREN},    {"[", PARTIQL_TOKEN_LBRACKET},
    {"]", PARTIQL_TOKEN_RBRACKET},  {"{", PARTIQL_TOKEN_LBRACE},    {"}", PARTIQL_TOKEN_RBRACE},
    {".", PARTIQL_TOKEN_DOT},       {",", PARTIQL_TOKEN_COMMA},     {":", PARTIQL_TOKEN_COLON},
    {"+", PARTIQL_TOKEN_PLUS},      {"-", PARTIQL_TOKEN_MINUS},     {"*", PARTIQL_TOKEN_STAR},
    {"?", PARTIQL_TOKEN_PARAMETER}, {";", PARTIQL_TOKEN_SEMICOLON}, {"||", PARTIQL_TOKEN_OPERATOR},
    {"/", PARTIQL_TOKEN_OPERATOR},  {"%", PARTIQL_TOKEN_OPERATOR},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

static size_t digits(const char *text)
{
    size_t length = 0;
    while (is_digit(text[length])) {
        length++;
    }
    return length;
}

static struct partiql_token word(const char *text)
{
    char copy[KEYWORD_MAX + 1] = {0};
    struct partiql_token token = {PARTIQL_TOKEN_IDENT, text, 1};
    while (is_letter(text[token.length]) || is_digit(text[token.length])) {
        token.length++;
    }
    if (token.length > KEYWORD_MAX) {
        return token;
    }
    memcpy(copy, text, token.length);
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strcasecmp(copy, keywords[i].word) == 0) {
            token.type = keywords[i].type;
        }
    }
    return token;
}

static struct partiql_token number(const char *text)
{
    size_t length = digits(text);
    if (text[length] == '.') {
        length += 1 + digits(text + length + 1);
    }
    if (text[length] == 'e' || text[length] == 'E') {
        size_t sign = text[length + 1] == '+' || text[length + 1] == '-';
        size_t exponent = digits(text + length + 1 + sign);
        length += exponent == 0 ? 0 : 1 + sign + exponent;
    }
    return (struct partiql_token){PARTIQL_TOKEN_NUMBER, text, length};
}

/* A quote inside stands twice. */
static struct partiql_token quoted(const char *text)
{
    size_t length = 1;
    while (text[length] != '\0' && (text[length] != *text || text[length + 1] == *text)) {
        length += text[length] == *text ? 2 : 1;
    }
    if (text[length] == '\0') {
        return (struct partiql_token){PARTIQL_TOKEN_BAD, text, length};
    }
    return (struct partiql_token){*text == '"' ? PARTIQL_TOKEN_IDENT : PARTIQL_TOKEN_STRING, text,
                                  length + 1};
}

static struct partiql_token punctuation(const char *text)
{
    for (size_t i = 0; i < sizeof punctuations / sizeof *punctuations; i++) {
        size_t length = strlen(punctuations[i].text);
        if (strncmp(text, punctuations[i].text, length) == 0) {
            return (struct partiql_token){punctuations[i].type, text, length};
        }
    }
    return (struct partiql_token){PARTIQL_TOKEN_BAD, text, 1};
}

static struct partiql_token next_token(const char *text)
{
    if (is_letter(*text)) {
        return word(text);
    }
    if (is_digit(*text) || (*text == '.' && is_digit(text[1]))) {
        return number(text);
    }
    return *text == '"' || *text == '\'' ? quoted(text) : punctuation(text);
}

/* Behind blanks and comments; a block comment without an end is left where it begins. */
static const char *skip(const char *text)
{
    for (;;) {
        const char *end = NULL;
        text += strspn(text, " \t\r\n\f\v");
        if (strncmp(text, "--", 2) == 0) {
            text += strcspn(text, "\n");
            continue;
        }
        if (strncmp(text, "/*", 2) == 0) {
            end = strstr(text + 2, "*/");
        }
        if (end == NULL) {
            return text;
        }
        text = end + 2;
    }
}

size_t partiql_lex(const char *text, struct partiql_token *tokens)
{
    size_t count = 0;
    for (text = skip(text); *text != '\0'; text = skip(text)) {
        struct partiql_token token = next_token(text);
        if (strncmp(text, "/*", 2) == 0) {
            token.type = PARTIQL_TOKEN_BAD;
        }
        tokens[count++] = token;
        text += token.length;
    }
    tokens[count++] = (struct partiql_token){0, text, 0};
    return count;
}
