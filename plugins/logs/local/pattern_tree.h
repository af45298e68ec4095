/* SPDX-License-Identifier: Apache-2.0 */
/* A filter pattern, parsed: between pattern.c, which makes it, and pattern_match.c. */
#ifndef SLRUN_LOGS_PATTERN_TREE_H
#define SLRUN_LOGS_PATTERN_TREE_H

#include <jansson.h>
#include <regex.h>
#include <stdbool.h>

#include "local/pattern.h"

enum { FIELDS_MAX = 128, STEPS_MAX = 32, NO_FIELD = -1, ANY_ELEMENT = -1 };

enum language { TERMS, JSON, FIELDS };

/* What something is compared with: a text that may have * at its ends, a number, or a regex. */
struct value {
    char *text; /* owned; NULL: `regex` */
    bool is_regex;
    bool open_left, open_right; /* something may stand before it, behind it */
    bool is_number;             /* and was not quoted */
    double number;
    regex_t regex;
};

/* .name, or [index] with a NULL name. */
struct step {
    char *name;
    int index;
};

enum test {
    EQUAL,
    UNEQUAL,
    LESS, /* from here to GREATER_EQUAL only with numbers */
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    IS_NULL,
    IS_TRUE,
    IS_FALSE,
    NOT_EXISTS
};

enum kind { AND, OR, CONDITION };

struct node {
    enum kind kind;
    struct node *left, *right; /* AND, OR */
    enum test test;            /* CONDITION, and all below */
    struct step *steps;        /* JSON: the way from the root */
    size_t n_steps;
    char *field; /* FIELDS: whose value */
    struct value value;
};

enum term_kind { PLAIN, OPTIONAL, EXCLUDED };

struct term {
    enum term_kind kind;
    struct value value;
    struct term *next;
};

struct pattern {
    enum language language;
    struct term *terms;
    struct node *condition;   /* JSON, FIELDS: NULL is true */
    char *fields[FIELDS_MAX]; /* names; NULL: it has none */
    int n_fields;             /* without the ellipsis */
    int ellipsis;             /* how many fields stand before it, or NO_FIELD */
};

#endif
