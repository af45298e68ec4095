/* SPDX-License-Identifier: Apache-2.0 */
/* The parser of filter patterns: pattern.c and, for words and values, pattern_value.c. */
#ifndef SLRUN_LOGS_PATTERN_PARSER_H
#define SLRUN_LOGS_PATTERN_PARSER_H

#include "local/pattern_tree.h"

#define LETTERS  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
#define UNQUOTED LETTERS ".*-+/" /* of values in conditions */

struct parser {
    const char *at;
    bool failed; /* with `error` filled; nothing that follows is meant */
    int depth;   /* of parentheses */
    char *error; /* PATTERN_ERROR_MAX bytes */
    struct pattern *pattern;
};

/* The n bytes of `text` are wrong. */
void parser_fail(struct parser *p, const char *text, size_t n);
/* What stands here is wrong: the letters, or all up to the next letter or blank. */
void parser_fail_here(struct parser *p);
/* `memory`; NULL fails the parser. */
void *parser_made(struct parser *p, void *memory);
char *parser_copy(struct parser *p, const char *text, size_t n);

void parser_blanks(struct parser *p);
/* Takes `word` if it stands here, behind blanks. */
bool parser_takes(struct parser *p, const char *word);
/* The same; fails if it does not. */
void parser_want(struct parser *p, const char *word);

/* A text in quotes, a regex, or one of the characters allowed without quotes. Where * is one of
 * them, it is a wildcard at both ends. */
void parser_value(struct parser *p, struct value *value, const char *allowed);

#endif
