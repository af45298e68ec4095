/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/args.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"

struct parse {
    const struct arg_option *table;
    int argc, at;
    char **argv;
    char *options;
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

static const struct arg_option *by_name(const struct arg_option *table, const char *text, size_t n)
{
    for (; table->name; table++)
        if (named(table->name, text, n) || named(table->alias, text, n))
            return table;
    return NULL;
}

static int unknown(struct parse *p, const char *text, size_t n)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(n < 60 ? n : 60), text);
    struct nearest near = NEAREST_INIT(name);
    for (const struct arg_option *o = p->table; o->name; o++)
        nearest_offer(&near, o->name);
    error_set(p->error, SLRUN_E_USAGE, "unknown option %s%s", strlen(name) > 1 ? "--" : "-", name);
    if (near.best)
        return error_hint(p->error, "did you mean --%s?", near.best);
    return error_hint(p->error, "`slrun --help` lists the options");
}

static int set_number(struct parse *p, const struct arg_option *o, const char *value)
{
    char *end;
    errno = 0;
    unsigned long number = strtoul(value, &end, 10);
    if (errno || end == value || *end || *value == '-' || number < o->least || number > o->most)
        return error_set(p->error, SLRUN_E_USAGE, "--%s: '%s' is no number from %u to %u", o->name,
                         value, o->least, o->most);
    *(unsigned *)(void *)(p->options + o->offset) = (unsigned)number;
    return 0;
}

static int append(struct parse *p, const struct arg_option *o, struct arg_list *list,
                  const char *value)
{
    if (list->n == ARG_LIST_MAX)
        return error_set(p->error, SLRUN_E_USAGE, "--%s: more than %d of them", o->name,
                         ARG_LIST_MAX);
    list->words[list->n++] = value;
    return 0;
}

/* `value`: what stands behind "=" or directly behind the letter, or NULL. */
static int apply(struct parse *p, const struct arg_option *o, const char *value)
{
    void *field = p->options + o->offset;
    if (o->kind == ARG_FLAG || o->kind == ARG_COUNT) {
        if (value)
            return error_set(p->error, SLRUN_E_USAGE, "--%s takes no value", o->name);
        if (o->kind == ARG_FLAG)
            *(bool *)field = true;
        else
            *(int *)field += o->step;
        return 0;
    }
    if (!value && o->kind == ARG_OPTIONAL)
        value = "";
    if (!value && p->at + 1 < p->argc)
        value = p->argv[++p->at];
    if (!value)
        return error_set(p->error, SLRUN_E_USAGE, "--%s needs a value (%s)", o->name, o->metavar);
    if (o->kind == ARG_NUMBER)
        return set_number(p, o, value);
    if (o->kind == ARG_LIST)
        return append(p, o, field, value);
    *(const char **)field = value;
    return 0;
}

static int letters(struct parse *p, const char *text)
{
    for (; *text; text++) {
        const struct arg_option *o = by_letter(p->table, *text);
        if (!o)
            return unknown(p, text, 1);
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
    const struct arg_option *o = by_name(p->table, arg + 2, n);
    if (!o)
        return unknown(p, arg + 2, n);
    return apply(p, o, arg[2 + n] ? arg + 3 + n : NULL);
}

int args_parse(const struct arg_option *table, int argc, char **argv, void *options,
               struct arg_rest *rest, struct slrun_error *error)
{
    struct parse p = {
        .table = table, .argc = argc, .argv = argv, .options = options, .error = error};
    bool words_only = false;
    *rest = (struct arg_rest){.words = calloc((size_t)argc + 1, sizeof *rest->words)};
    if (!rest->words)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    for (; p.at < argc; p.at++) {
        const char *arg = argv[p.at];
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

void args_help(const struct arg_option *table)
{
    for (; table->name; table++) {
        char head[80], letter[4] = "";
        if (!table->help)
            continue;
        if (table->letter)
            snprintf(letter, sizeof letter, "-%c,", table->letter);
        const char *between = table->kind == ARG_OPTIONAL ? "[=" : table->metavar ? " " : "";
        snprintf(head, sizeof head, "%3s --%s%s%s%s", letter, table->name, between,
                 table->metavar ? table->metavar : "", table->kind == ARG_OPTIONAL ? "]" : "");
        printf("  %-28s %s\n", head, table->help);
    }
}
