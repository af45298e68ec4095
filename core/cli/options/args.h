/* SPDX-License-Identifier: Apache-2.0 */
/* Command lines from tables: one table gives the parsing and the help. */
#ifndef SLRUN_CLI_ARGS_H
#define SLRUN_CLI_ARGS_H

#include <stdbool.h>
#include <stddef.h>

#include <slrun/error.h>

enum arg_kind {
    ARG_FLAG,     /* bool: set */
    ARG_COUNT,    /* int: `step` is added each time */
    ARG_STRING,   /* const char *: the last one counts */
    ARG_OPTIONAL, /* const char *: what stands behind "=", "" without it */
    ARG_NUMBER,   /* unsigned, from `least` to `most` */
    ARG_LIST,     /* struct arg_list: every one counts */
    ARG_CHOICE,   /* const char *: one of the words of `metavar`, "auto|yes|no" */
    /* double, milliseconds: "250ms", "1.5s"; a number alone is seconds, as pytest has it */
    ARG_DURATION,
    ARG_NOT, /* known from pytest, and not there: `metavar` says what is; without help */
};

enum { ARG_LIST_MAX = 64 };

struct arg_list {
    const char *words[ARG_LIST_MAX];
    size_t n;
};

struct arg_option {
    char letter;              /* 0: none */
    const char *name, *alias; /* without dashes; alias may be NULL */
    enum arg_kind kind;
    size_t offset;              /* of the field in the command's options */
    const char *metavar, *help; /* without help: not shown */
    int step;
    unsigned least, most;
    bool words_only;   /* of the command line: no configuration file has it */
    const char *among; /* of a string: words that it may be, "local|aws", for completion */
    const char *group; /* of the first of several: what the help calls them; or NULL */
    bool may_be_empty; /* "" is a value; of all others it is mostly a variable that is not set */
};

/* The arguments that are not options; they point into argv. */
struct arg_rest {
    const char **words;
    size_t n;
};

/* A command line, and the command's options, which get what it says. */
struct arg_line {
    int argc;
    char **argv;
    void *options;
};

/*
 * Parses a line as pytest's argparse does: options and words in any order, `--name=value` or
 * `--name value`, `-xvalue` or `-x value`, letters of flags together, `--` ends the options. The
 * table ends with a NULL name. 0, or -1 with `error` filled. rest->words is malloc's.
 */
int args_parse(const struct arg_option *table, const struct arg_line *line, struct arg_rest *rest,
               struct slrun_error *error);

/* The option of that name, n bytes, or NULL. */
const struct arg_option *args_find(const struct arg_option *table, const char *name, size_t n);

/* Gives an option its value, as if it stood on the command line. A flag and a count have none
 * (NULL). The value is borrowed for as long as the options are used. 0, or -1 with `error` filled.
 */
int args_set(const struct arg_option *option, void *options, const char *value,
             struct slrun_error *error);

/* Prints the options of the table, in groups where it has some. */
void args_help(const struct arg_option *table);

/* Prints `head`, and behind it `text` from column `indent` on, in lines that the terminal holds
 * (without one: those of 80 columns). */
void args_print(const char *head, size_t indent, const char *text);

/* How wide standard output is: COLUMNS, its terminal, 80. */
unsigned args_width(void);

#endif
