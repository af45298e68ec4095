/* SPDX-License-Identifier: Apache-2.0 */
/* Queries as they were parsed, and what the parts of the engine share. */
#ifndef SLRUN_LOGS_INSIGHTS_TREE_H
#define SLRUN_LOGS_INSIGHTS_TREE_H

#include <regex.h>

#include "local/insights/insights.h"

enum {
    NODES_MAX = 1000,
    DEPTH_MAX = 40,
    ARGUMENTS_MAX = 20,
    COMMANDS_MAX = 50,
    COLUMNS_MAX = 50,
    GROUPS_MAX = 20
};

enum node_kind { NODE_FIELD, NODE_VALUE, NODE_CALL, NODE_UNARY, NODE_BINARY, NODE_IN, NODE_LIKE };

/* An expression. Strings are owned. */
struct node {
    enum node_kind kind;
    char *text;     /* FIELD: its name; CALL: the function; UNARY, BINARY: the operator */
    json_t *value;  /* VALUE */
    bool negated;   /* IN, LIKE */
    bool has_regex; /* LIKE */
    regex_t regex;
    struct node *arguments[ARGUMENTS_MAX];
    size_t n;
};

struct column {
    struct node *node;
    char *name;
    bool named; /* by "as" */
};

enum command_kind {
    COMMAND_FIELDS,
    COMMAND_DISPLAY,
    COMMAND_FILTER,
    COMMAND_PARSE,
    COMMAND_SORT,
    COMMAND_LIMIT,
    COMMAND_STATS,
    COMMAND_DEDUP
};

struct command {
    enum command_kind kind;
    struct column columns[COLUMNS_MAX]; /* FILTER: one; SORT: with descending[] */
    bool descending[COLUMNS_MAX];
    size_t n, by; /* STATS: the columns from `by` on are what it groups by */
    size_t limit;
    /* STATS: what is computed over the records of a group; columns have fields "\001NUMBER" there
     */
    struct node *aggregates[COLUMNS_MAX];
    size_t n_aggregates;
    /* PARSE: the columns' names are those of the groups */
    regex_t regex;
    bool has_regex;
    size_t groups[GROUPS_MAX]; /* the number of each column's group */
};

struct query {
    struct command *commands;
    size_t n;
};

/* ---- reading (lex.c) ---- */

enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_TEXT, TOKEN_NUMBER, TOKEN_REGEX, TOKEN_SIGN };

struct reader {
    const char *start, *at;
    enum token_kind kind;  /* of the token that stands here */
    const char *from, *to; /* its bytes */
    char *text;            /* NAME, TEXT, REGEX: what it says; owned */
    double number;
    size_t nodes, depth;
    bool failed, aggregates; /* aggregates: may stand here */
    bool parsing;            /* "parse" was met, and no pattern of it yet */
    char *error;
};

/* The next token. */
void reader_next(struct reader *r);
/* Fails at the token that stands here. Returns false. */
bool reader_fail(struct reader *r, const char *expected);
/* The same, and goes on behind it. */
bool reader_take(struct reader *r, const char *sign_or_word);

/* ---- expressions ---- */

struct node *expression_parse(struct reader *r);
void node_free(struct node *node);
/* A new reference; NULL stands for nothing. `record`: field to value. */
json_t *expression_value(const struct node *node, const json_t *record);
bool expression_holds(const struct node *node, const json_t *record);

/* ---- commands ---- */

/* The names of the columns and what is computed, moved out of them. False after a failure. */
bool stats_prepare(struct reader *r, struct command *command);
/* Groups of the record by the columns from `by` on; see stats.c. */
struct groups;
struct groups *groups_new(const struct command *command);
void groups_add(struct groups *groups, const json_t *record);
/* The records of the groups; a new reference. Ends them. */
json_t *groups_end(struct groups *groups);
bool is_aggregate(const char *function);
/* PARSE: sets what the columns say, from the field that the first one is. */
void parse_apply(const struct command *command, json_t *record);

/* ---- values (value.c): strings, reals, and integers, which are times in milliseconds ---- */

json_t *value_text(const json_t *value); /* as it is shown; a new string */
bool value_number(const json_t *value, double *number);
int value_compare(const json_t *a, const json_t *b);
bool value_true(const json_t *value);
/* "5m" and the like in milliseconds; 0: it is none. */
int64_t period_ms(const char *text);

/* ---- functions (functions.c) ---- */

/* How many arguments it takes; false: there is no such function. */
bool function_takes(const char *name, size_t n);
json_t *function_call(const char *name, json_t *const arguments[], size_t n);

/* ---- regular expressions (pattern.c) ---- */

/* Compiles one of a query; the names of its groups, by their numbers, in `names` (NULL: any has
 * one), which are owned. False: it is none, or has what POSIX does not. */
bool regex_compile(regex_t *regex, const char *text, char *names[GROUPS_MAX]);

#endif
