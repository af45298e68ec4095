/* SPDX-License-Identifier: Apache-2.0 */
/* The hand-written lexer of expressions. */
#include "lexer.h"

#include <stdbool.h>
#include <string.h>

#include "grammar.h"

static const struct keyword {
    const char *word;
    int type;
    bool update; /* of update expressions; the others belong to conditions */
} keywords[] = {
    {"AND", TOKEN_AND, false},         {"OR", TOKEN_OR, false},
    {"NOT", TOKEN_NOT, false},         {"IN", TOKEN_IN, false},
    {"BETWEEN", TOKEN_BETWEEN, false}, {"SET", TOKEN_SET, true},
    {"REMOVE", TOKEN_REMOVE, true},    {"ADD", TOKEN_ADD, true},
    {"DELETE", TOKEN_DELETE, true},
};

/* Longer ones first. */
static const struct punctuation {
    const char *text;
    int type;
} punctuations[] = {
    {"<>", TOKEN_NE},      {"<=", TOKEN_LE},      {">=", TOKEN_GE},    {"<", TOKEN_LT},
    {">", TOKEN_GT},       {"=", TOKEN_EQ},       {"(", TOKEN_LPAREN}, {")", TOKEN_RPAREN},
    {"[", TOKEN_LBRACKET}, {"]", TOKEN_RBRACKET}, {".", TOKEN_DOT},    {",", TOKEN_COMMA},
    {"+", TOKEN_PLUS},     {"-", TOKEN_MINUS},
};

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_word(char c)
{
    return is_letter(c) || is_digit(c) || c == '_';
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_word(text[length]))
        length++;
    return length;
}

static bool same_word(const char *text, size_t length, const char *word)
{
    for (size_t i = 0; i < length; i++) {
        char c = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 'a' + 'A') : text[i];
        if (c != word[i])
            return false;
    }
    return word[length] == '\0';
}

static int word_type(enum expr_kind kind, const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof keywords / sizeof keywords[0]; i++)
        if (keywords[i].update == (kind == EXPR_UPDATE) && kind != EXPR_PROJECTION &&
            same_word(text, length, keywords[i].word))
            return keywords[i].type;
    return TOKEN_IDENT;
}

/* One character that cannot start a token; all bytes of it, so that messages stay UTF-8. */
static struct token bad_token(const char *text)
{
    size_t length = 1;
    while (((unsigned char)text[length] & 0xC0) == 0x80)
        length++;
    return (struct token){TOKEN_BAD, text, length};
}

static struct token placeholder(const char *text)
{
    size_t length = word_length(text + 1);
    if (length == 0)
        return bad_token(text);
    return (struct token){*text == '#' ? TOKEN_NAME : TOKEN_VALUE, text, length + 1};
}

/* An index has no leading zeros: "01" is two tokens. */
static struct token integer(const char *text)
{
    size_t length = 1;
    while (*text != '0' && is_digit(text[length]))
        length++;
    return (struct token){TOKEN_INTEGER, text, length};
}

static struct token punctuation(const char *text)
{
    for (size_t i = 0; i < sizeof punctuations / sizeof punctuations[0]; i++) {
        size_t length = strlen(punctuations[i].text);
        if (strncmp(text, punctuations[i].text, length) == 0)
            return (struct token){punctuations[i].type, text, length};
    }
    return bad_token(text);
}

static struct token next_token(enum expr_kind kind, const char *text)
{
    if (*text == '#' || *text == ':')
        return placeholder(text);
    if (is_digit(*text))
        return integer(text);
    if (is_letter(*text)) {
        size_t length = word_length(text);
        return (struct token){word_type(kind, text, length), text, length};
    }
    return punctuation(text);
}

size_t lexer_run(enum expr_kind kind, const char *text, struct token *tokens)
{
    size_t count = 0;
    for (;;) {
        while (is_blank(*text))
            text++;
        if (*text == '\0')
            break;
        tokens[count] = next_token(kind, text);
        text += tokens[count].length;
        count++;
    }
    tokens[count++] = (struct token){0, text, 0};
    return count;
}
