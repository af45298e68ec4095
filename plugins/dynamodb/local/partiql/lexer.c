/* SPDX-License-Identifier: Apache-2.0 */
/* The hand-written lexer of PartiQL statements. */
#include "partiql/lexer.h"

#include <stdbool.h>
#include <string.h>

#include "expr/number.h"
#include "partiql_grammar.h"

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
    while (is_digit(text[length]))
        length++;
    return length;
}

/* A word that is no name, but stands before an opening parenthesis, names a function. */
static bool is_called(const char *text)
{
    return text[strspn(text, " \t\r\n\f\v")] == '(';
}

static struct partiql_token word(const char *text)
{
    struct partiql_token token = {.text = text, .length = 1};
    while (is_letter(text[token.length]) || is_digit(text[token.length]))
        token.length++;
    token.type = partiql_word_type(text, token.length);
    if (token.type == PARTIQL_TOKEN_RESERVED && is_called(text + token.length))
        token.type = PARTIQL_TOKEN_IDENT;
    return token;
}

static struct partiql_token number(const char *text)
{
    struct number_scale scale;
    size_t length = digits(text);
    if (text[length] == '.')
        length += 1 + digits(text + length + 1);
    if (text[length] == 'e' || text[length] == 'E') {
        size_t sign = text[length + 1] == '+' || text[length + 1] == '-';
        size_t exponent = digits(text + length + 1 + sign);
        length += exponent == 0 ? 0 : 1 + sign + exponent;
    }
    bool fits = number_scale(text, length, &scale);
    return (struct partiql_token){
        .type = fits ? PARTIQL_TOKEN_NUMBER : PARTIQL_TOKEN_BAD, .text = text, .length = length};
}

/* A quote inside stands twice. */
static struct partiql_token quoted(const char *text)
{
    size_t length = 1;
    while (text[length] != '\0' && (text[length] != *text || text[length + 1] == *text))
        length += text[length] == *text ? 2 : 1;
    if (text[length] == '\0')
        return (struct partiql_token){.type = PARTIQL_TOKEN_BAD, .text = text, .length = length};
    return (struct partiql_token){.type = *text == '"' ? PARTIQL_TOKEN_IDENT : PARTIQL_TOKEN_STRING,
                                  .text = text,
                                  .length = length + 1};
}

static struct partiql_token punctuation(const char *text)
{
    for (size_t i = 0; i < sizeof punctuations / sizeof *punctuations; i++) {
        size_t length = strlen(punctuations[i].text);
        if (strncmp(text, punctuations[i].text, length) == 0) {
            return (struct partiql_token){
                .type = punctuations[i].type, .text = text, .length = length};
        }
    }
    return (struct partiql_token){.type = PARTIQL_TOKEN_BAD, .text = text, .length = 1};
}

static struct partiql_token next_token(const char *text)
{
    if (is_letter(*text))
        return word(text);
    if (is_digit(*text) || (*text == '.' && is_digit(text[1])))
        return number(text);
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
        if (strncmp(text, "/*", 2) == 0)
            end = strstr(text + 2, "*/");
        if (end == NULL)
            return text;
        text = end + 2;
    }
}

/* Where `to` stands, after `from`, which stands at `place`. Characters count, not bytes. */
static struct partiql_place advance(struct partiql_place place, const char *from, const char *to)
{
    for (; from < to; from++)
        if (*from == '\n')
            place = (struct partiql_place){.line = place.line + 1, .column = 1};
        else if (((unsigned char)*from & 0xC0) != 0x80)
            place.column++;
    return place;
}

size_t partiql_lex(const char *text, struct partiql_token *tokens)
{
    struct partiql_place place = {.line = 1, .column = 1};
    const char *at = text;
    size_t count = 0;
    for (text = skip(text); *text != '\0'; text = skip(text)) {
        struct partiql_token token = next_token(text);
        if (strncmp(text, "/*", 2) == 0)
            token.type = PARTIQL_TOKEN_BAD;
        place = advance(place, at, text);
        at = text + token.length;
        token.place = place;
        place = advance(place, text, at);
        token.place.length = place.column - token.place.column;
        tokens[count++] = token;
        text = at;
    }
    tokens[count++] = (struct partiql_token){.type = 0, .text = text};
    return count;
}
