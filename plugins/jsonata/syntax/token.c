/* SPDX-License-Identifier: Apache-2.0 */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "jsonata/syntax/token.h"
#include "jsonata/values/text.h"

static const struct {
    const char *text;
    int power;
} operators[] = {{"", 0},
#define JN_OPERATOR(name, text, power) {text, power},
                 JN_OPERATORS(JN_OPERATOR)
#undef JN_OPERATOR
};

const char *jn_operator_text(enum jn_operator op)
{
    return operators[op].text;
}

int jn_operator_power(enum jn_operator op)
{
    return operators[op].power;
}

static bool is_space(char c)
{
    return c && strchr(" \t\n\r\v", c);
}

/* What ends a name. */
static bool is_mark(char c)
{
    return c && strchr(".[]{}(),@#;:?+-*/%|=<>^&!~", c);
}

static struct jn_token token(const struct jn_lexer *l, enum jn_token_type type, struct jn value)
{
    return (struct jn_token){.type = type, .position = (long)(l->at - l->text), .value = value};
}

static struct jn_token fail_at(struct jn_lexer *l, const char *code, const char *at)
{
    (void)jn_fail_at(l->run, code, (long)(at - l->text));
    l->at = l->end;
    return token(l, JN_TOKEN_END, JN_NOTHING);
}

static struct jn_token fail_token(struct jn_lexer *l, const char *code, struct jn value)
{
    (void)jn_fail_with(
        l->run,
        &(struct jn_failure){.code = code, .position = (long)(l->at - l->text), .token = value});
    l->at = l->end;
    return token(l, JN_TOKEN_END, JN_NOTHING);
}

/* ---- regular expressions ---- */

/* Whether the character at `at` is bare of a backslash: an even number stands before it. */
static bool is_bare(const char *from, const char *at)
{
    size_t n = 0;
    while (at - n > from && at[-(long)n - 1] == '\\')
        n++;
    return n % 2 == 0;
}

static int bracket_depth(char c)
{
    return c && strchr("([{", c) ? 1 : c && strchr(")]}", c) ? -1 : 0;
}

static struct jn_token regex(struct jn_lexer *l)
{
    const char *from = ++l->at, *flags;
    int depth = 0;
    for (const char *c = from; c < l->end; c++) {
        if (*c == '/' && depth == 0 && is_bare(from, c)) {
            if (c == from)
                return fail_at(l, "S0301", c);
            for (flags = ++c; c < l->end && (*c == 'i' || *c == 'm');)
                c++;
            l->at = c;
            struct jn_token made =
                token(l, JN_TOKEN_REGEX, jn_string(from, (size_t)(flags - from - 1)));
            made.flags = jn_string(flags, (size_t)(c - flags));
            return made;
        }
        if (c == from || c[-1] != '\\')
            depth += bracket_depth(*c);
    }
    return fail_at(l, "S0302", l->end);
}

/* ---- texts ---- */

static bool hex4(const char *at, const char *end, uint32_t *value)
{
    *value = 0;
    for (int i = 0; i < 4; i++, at++) {
        static const char digits[] = "0123456789abcdefABCDEF";
        const char *digit = at < end && *at ? strchr(digits, *at) : NULL;
        if (!digit)
            return false;
        *value =
            *value * 16 + (uint32_t)(digit - digits > 15 ? digit - digits - 6 : digit - digits);
    }
    return true;
}

/* \uXXXX, or two of them for one character. False: it is none. */
static bool add_code(struct jn_lexer *l, struct jn_text *text)
{
    uint32_t high, low;
    if (!hex4(l->at + 1, l->end, &high))
        return false;
    l->at += 5;
    if (high >= 0xD800 && high < 0xDC00 && l->end - l->at > 5 && memcmp(l->at, "\\u", 2) == 0 &&
        hex4(l->at + 2, l->end, &low) && low >= 0xDC00 && low < 0xE000) {
        high = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        l->at += 6;
    }
    jn_add_point(l->run, text, high);
    return true;
}

/* What stands after a backslash. False: it cannot. */
static bool add_escape(struct jn_lexer *l, struct jn_text *text)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    const char *found = ++l->at < l->end && *l->at ? strchr(from, *l->at) : NULL;
    size_t bytes;
    if (found) {
        jn_add(l->run, text, to + (found - from), 1);
        l->at++;
        return true;
    }
    if (l->at < l->end && *l->at == 'u') {
        if (!add_code(l, text))
            (void)fail_at(l, "S0104", l->at);
        return !jn_failed(l->run);
    }
    if (l->at == l->end)
        return true;
    (void)jn_point(l->at, l->end, &bytes);
    (void)fail_token(l, "S0103", jn_string(l->at, bytes));
    return false;
}

static struct jn_token quoted(struct jn_lexer *l)
{
    struct jn_text text = {0};
    char quote = *l->at++;
    while (l->at < l->end && *l->at != quote) {
        const char *plain = l->at;
        while (l->at < l->end && *l->at != quote && *l->at != '\\')
            l->at++;
        jn_add(l->run, &text, plain, (size_t)(l->at - plain));
        if (l->at < l->end && *l->at == '\\' && !add_escape(l, &text))
            return token(l, JN_TOKEN_END, JN_NOTHING);
    }
    if (l->at == l->end)
        return fail_at(l, "S0101", l->end);
    l->at++;
    return token(l, JN_TOKEN_TEXT, jn_text_value(l->run, &text));
}

/* ---- numbers and names ---- */

static const char *digits_end(const char *at)
{
    return at + strspn(at, "0123456789");
}

/* The end of a number; `at` itself: it is none. */
static const char *number_end(const char *at)
{
    const char *end = *at == '0' ? at + 1 : digits_end(at);
    if (end == at)
        return at;
    if (*end == '.' && digits_end(end + 1) > end + 1)
        end = digits_end(end + 1);
    const char *exponent = *end == 'e' || *end == 'E' ? end + 1 : end;
    if (exponent > end && (*exponent == '+' || *exponent == '-'))
        exponent++;
    return exponent > end && digits_end(exponent) > exponent ? digits_end(exponent) : end;
}

static struct jn_token number(struct jn_lexer *l, const char *end)
{
    struct jn text = jn_copy(l->run, l->at, (size_t)(end - l->at));
    double value = text.type == JN_STRING ? strtod(text.text, NULL) : 0;
    if (!isfinite(value))
        return fail_token(l, "S0102", text);
    l->at = end;
    return token(l, JN_TOKEN_NUMBER, jn_number(value));
}

static struct jn_token back_quoted(struct jn_lexer *l)
{
    const char *from = l->at + 1, *end = memchr(from, '`', (size_t)(l->end - from));
    if (!end)
        return fail_at(l, "S0105", l->end);
    l->at = end + 1;
    return token(l, JN_TOKEN_NAME, jn_string(from, (size_t)(end - from)));
}

static struct jn_token operator(struct jn_lexer *l, enum jn_operator op)
{
    struct jn_token made = token(l, JN_TOKEN_OPERATOR, jn_literal(jn_operator_text(op)));
    made.op = op;
    return made;
}

static struct jn_token name(struct jn_lexer *l)
{
    static const struct {
        const char *word;
        enum jn_operator op;
        struct jn value;
    } words[] = {
        {"and", JN_OP_AND, {0}},
        {"or", JN_OP_OR, {0}},
        {"in", JN_OP_IN, {0}},
        {"true", JN_OP_NONE, {.type = JN_BOOLEAN, .yes = true}},
        {"false", JN_OP_NONE, {.type = JN_BOOLEAN}},
        {"null", JN_OP_NONE, {.type = JN_NULL}},
    };
    const char *from = l->at;
    while (l->at < l->end && !is_space(*l->at) && !is_mark(*l->at))
        l->at++;
    struct jn text = jn_string(from, (size_t)(l->at - from));
    if (*from == '$')
        return token(l, JN_TOKEN_VARIABLE, jn_part(text, 1, text.size));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (jn_is(text, words[i].word))
            return words[i].op ? operator(l, words[i].op)
                               : token(l, JN_TOKEN_CONSTANT, words[i].value);
    return token(l, JN_TOKEN_NAME, text);
}

/* ---- operators ---- */

/* Those that are words are names first. */
static enum jn_operator operator_at(const struct jn_lexer *l)
{
    for (size_t i = 1; is_mark(*l->at) && i < sizeof operators / sizeof *operators; i++) {
        const char *text = operators[i].text;
        size_t size = *text == *l->at ? strlen(text) : 0;
        if (size > 0 && size <= (size_t)(l->end - l->at) && memcmp(text, l->at, size) == 0)
            return (enum jn_operator)i;
    }
    return JN_OP_NONE;
}

static bool skip_comment(struct jn_lexer *l)
{
    const char *from = l->at;
    for (l->at += 2; l->at + 1 < l->end; l->at++)
        if (memcmp(l->at, "*/", 2) == 0) {
            l->at += 2;
            return true;
        }
    (void)fail_at(l, "S0106", from);
    return false;
}

static bool skip_blanks(struct jn_lexer *l)
{
    for (;;) {
        while (l->at < l->end && is_space(*l->at))
            l->at++;
        if (l->end - l->at < 2 || memcmp(l->at, "/*", 2) != 0)
            return true;
        if (!skip_comment(l))
            return false;
    }
}

struct jn_token jn_token_next(struct jn_lexer *l, bool operand)
{
    if (!skip_blanks(l) || l->at == l->end)
        return token(l, JN_TOKEN_END, JN_NOTHING);
    if (*l->at == '/' && !operand)
        return regex(l);
    enum jn_operator op = operator_at(l);
    if (op) {
        l->at += strlen(jn_operator_text(op));
        return operator(l, op);
    }
    if (*l->at == '!' || *l->at == '~') {
        struct jn mark = jn_string(l->at++, 1);
        return fail_token(l, "S0204", mark);
    }
    if (*l->at == '"' || *l->at == '\'')
        return quoted(l);
    if (*l->at == '`')
        return back_quoted(l);
    const char *end = number_end(l->at);
    return end > l->at ? number(l, end) : name(l);
}
