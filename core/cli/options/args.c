/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/options/args.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <slrun/nearest.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/platform.h"

enum { DURATION_MOST_S = 366 * 24 * 3600 };

struct parse {
    const struct arg_option *table;
    const struct arg_line *line;
    int at; /* of its words */
    struct slrun_error *error;
};

static const struct arg_option *by_letter(const struct arg_option *table, char letter)
{
    for (; table->name; table++)
        if (table->letter == letter)
            return table;
    return NULL;
}

static bool named(const char *name, const char *text, size_t n)
{
    return name && strlen(name) == n && strncmp(name, text, n) == 0;
}

const struct arg_option *args_find(const struct arg_option *table, const char *name, size_t n)
{
    for (; table->name; table++)
        if (named(table->name, name, n) || named(table->alias, name, n))
            return table;
    return NULL;
}

static int unknown(struct parse *p, const char *text, size_t n)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(n < 60 ? n : 60), text);
    struct slrun_nearest near = {.word = name};
    for (const struct arg_option *o = p->table; o->name; o++)
        if (o->kind != ARG_NOT)
            slrun_nearest_offer(&near, o->name);
    error_set(p->error, SLRUN_E_USAGE, "unknown option %s%s", strlen(name) > 1 ? "--" : "-", name);
    if (near.best)
        return error_hint(p->error, "did you mean --%s?", near.best);
    return error_hint(p->error, "--help in its place lists the options");
}

static int set_number(const struct arg_option *o, unsigned *field, const char *value,
                      struct slrun_error *error)
{
    char *end;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (errno || end == value || *end || *value == '-' || number < o->least || number > o->most)
        return error_set(error, SLRUN_E_USAGE, "--%s: '%s' is no number from %u to %u", o->name,
                         value, o->least, o->most);
    *field = (unsigned)number;
    return 0;
}

static int append(const struct arg_option *o, struct arg_list *list, const char *value,
                  struct slrun_error *error)
{
    if (list->n == ARG_LIST_MAX)
        return error_set(error, SLRUN_E_USAGE, "--%s: more than %d of them", o->name, ARG_LIST_MAX);
    list->words[list->n++] = value;
    return 0;
}

static int choose(const struct arg_option *o, const char **field, const char *value,
                  struct slrun_error *error)
{
    for (const char *word = o->metavar; *word;) {
        size_t n = strcspn(word, "|");
        if (named(value, word, n)) {
            *field = value;
            return 0;
        }
        word += n + (word[n] == '|');
    }
    return error_set(error, SLRUN_E_USAGE, "--%s: '%s' is none of %s", o->name, value, o->metavar);
}

static int set_duration(const struct arg_option *o, double *field, const char *value,
                        struct slrun_error *error)
{
    int64_t ms;
    char *end;
    double seconds = strtod(value, &end);
    bool number = end != value && !*end && strspn(value, "0123456789.") == strlen(value);
    if (number && seconds <= DURATION_MOST_S) {
        *field = seconds * 1000;
        return 0;
    }
    if (number || !duration_parse(value, &ms)) {
        error_set(error, SLRUN_E_USAGE, "--%s: '%s' is no duration", o->name, value);
        return error_hint(error, "write seconds, or a number and a unit, such as 250ms or 2m");
    }
    *field = (double)ms;
    return 0;
}

int args_set(const struct arg_option *o, void *options, const char *value,
             struct slrun_error *error)
{
    void *field = (char *)options + o->offset;
    switch (o->kind) {
    case ARG_FLAG:
        *(bool *)field = true;
        return 0;
    case ARG_COUNT:
        *(int *)field += o->step;
        return 0;
    case ARG_NUMBER:
        return set_number(o, field, value, error);
    case ARG_LIST:
        return append(o, field, value, error);
    case ARG_CHOICE:
        return choose(o, field, value, error);
    case ARG_DURATION:
        return set_duration(o, field, value, error);
    case ARG_NOT:
    case ARG_STRING:
    case ARG_OPTIONAL:
        break;
    }
    *(const char **)field = value;
    return 0;
}

/* `given`: with its dashes, `n` bytes. */
static int is_not_there(const struct parse *p, const struct arg_option *o, const char *given, int n)
{
    error_set(p->error, SLRUN_E_USAGE, "unknown option %.*s", n, given);
    return error_hint(p->error, "%s", o->metavar);
}

static int needs_value(const struct parse *p, const struct arg_option *o, const char *got)
{
    error_set(p->error, SLRUN_E_USAGE, "--%s needs a value (%s)%s", o->name, o->metavar,
              got ? ", got an empty one" : "");
    return got ? error_hint(p->error, "a variable of the shell may not be set") : -1;
}

/* `value`: what stands behind "=" or directly behind the letter, or NULL. */
static int apply(struct parse *p, const struct arg_option *o, const char *value)
{
    bool alone = o->kind == ARG_FLAG || o->kind == ARG_COUNT;
    if (alone && value)
        return error_set(p->error, SLRUN_E_USAGE, "--%s takes no value", o->name);
    if (!value && o->kind == ARG_OPTIONAL)
        return args_set(o, p->line->options, "", p->error);
    if (!alone && !value && p->at + 1 < p->line->argc)
        value = p->line->argv[++p->at];
    if (!alone && (!value || (!*value && !o->may_be_empty)))
        return needs_value(p, o, value);
    return args_set(o, p->line->options, value, p->error);
}

static int letters(struct parse *p, const char *text)
{
    for (; *text; text++) {
        const struct arg_option *o = by_letter(p->table, *text);
        if (!o)
            return unknown(p, text, 1);
        if (o->kind == ARG_NOT)
            return is_not_there(p, o, (char[]){'-', *text}, 2);
        bool takes = o->kind != ARG_FLAG && o->kind != ARG_COUNT;
        if (apply(p, o, takes && text[1] ? text + 1 + (text[1] == '=') : NULL) != 0)
            return -1;
        if (takes)
            return 0;
    }
    return 0;
}

static int option(struct parse *p, const char *arg)
{
    if (arg[1] != '-')
        return letters(p, arg + 1);
    size_t n = strcspn(arg + 2, "=");
    const struct arg_option *o = args_find(p->table, arg + 2, n);
    if (!o)
        return unknown(p, arg + 2, n);
    if (o->kind == ARG_NOT)
        return is_not_there(p, o, arg, (int)n + 2);
    return apply(p, o, arg[2 + n] ? arg + 3 + n : NULL);
}

int args_parse(const struct arg_option *table, const struct arg_line *line, struct arg_rest *rest,
               struct slrun_error *error)
{
    struct parse p = {.table = table, .line = line, .error = error};
    bool words_only = false;
    *rest = (struct arg_rest){.words = calloc((size_t)line->argc + 1, sizeof *rest->words)};
    if (!rest->words)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (; p.at < line->argc; p.at++) {
        const char *arg = line->argv[p.at];
        if (words_only || arg[0] != '-' || arg[1] == '\0')
            rest->words[rest->n++] = arg;
        else if (strcmp(arg, "--") == 0)
            words_only = true;
        else if (option(&p, arg) != 0) {
            free(rest->words);
            *rest = (struct arg_rest){0};
            return -1;
        }
    }
    return 0;
}

unsigned args_width(void)
{
    const char *columns = getenv("COLUMNS");
    int n = columns ? atoi(columns) : 0;
    if (n <= 0)
        n = (int)platform_terminal_width(STDOUT_FILENO);
    return n >= 40 && n <= 400 ? (unsigned)n : 80;
}

void args_print(const char *head, size_t indent, const char *text)
{
    size_t width = args_width(), at = (size_t)printf("%s", head);
    if (at >= indent) {
        printf("\n");
        at = 0;
    }
    for (size_t n; *text; text += n, text += strspn(text, " \n")) {
        n = strcspn(text, " \n");
        if (at > indent && at + 1 + n > width) {
            printf("\n");
            at = 0;
        }
        if (at < indent)
            printf("%*s", (int)(indent - at), "");
        else
            printf(" ");
        printf("%.*s", (int)n, text);
        at = (at < indent ? indent : at + 1) + n;
    }
    printf("\n");
}

void args_help(const struct arg_option *table)
{
    if (!table->group)
        printf("options:\n");
    for (const char *between = ""; table->name; table++) {
        char head[80], letter[4] = "";
        if (!table->help)
            continue;
        if (table->group) {
            printf("%s%s:\n", between, table->group);
            between = "\n";
        }
        if (table->letter)
            snprintf(letter, sizeof letter, "-%c,", table->letter);
        const char *equals = table->kind == ARG_OPTIONAL ? "[=" : table->metavar ? " " : "";
        snprintf(head, sizeof head, "%3s --%s%s%s%s", letter, table->name, equals,
                 table->metavar ? table->metavar : "", table->kind == ARG_OPTIONAL ? "]" : "");
        char line[96];
        snprintf(line, sizeof line, "  %s", head);
        args_print(line, 31, table->help);
    }
}
