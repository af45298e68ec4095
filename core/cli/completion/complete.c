/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/completion/complete.h"

#include <stdio.h>
#include <string.h>

#include "cli/command.h"

enum { NAME_ROOM = 128 };

void complete_offer(struct complete *c, const char *candidate, const char *about)
{
    if (strncmp(candidate, c->word, strlen(c->word)) != 0)
        return;
    buf_puts(c->out, candidate);
    buf_putc(c->out, '\t');
    if (about)
        buf_add(c->out, about, strcspn(about, "\t\n"));
    buf_putc(c->out, '\0');
}

static bool takes_value(const struct arg_option *o)
{
    return o->kind != ARG_FLAG && o->kind != ARG_COUNT && o->kind != ARG_OPTIONAL;
}

static const struct arg_option *by_letter(const struct arg_option *table, char letter)
{
    for (; table->name; table++)
        if (table->letter == letter)
            return table;
    return NULL;
}

/* The option of this word whose value is the next word, or NULL. */
static const struct arg_option *waiting(const struct arg_option *table, const char *word)
{
    if (strncmp(word, "--", 2) == 0) {
        const struct arg_option *o = args_find(table, word + 2, strlen(word + 2));
        return o && takes_value(o) ? o : NULL;
    }
    for (const char *letter = *word == '-' ? word + 1 : ""; *letter; letter++) {
        const struct arg_option *o = by_letter(table, *letter);
        if (!o)
            return NULL;
        if (takes_value(o))
            return letter[1] ? NULL : o;
    }
    return NULL;
}

static void offer_behind(struct complete *c, const char *candidate, size_t n)
{
    char word[NAME_ROOM * 2];
    snprintf(word, sizeof word, "%.*s%.*s", (int)c->skip, c->word, (int)n, candidate);
    complete_offer(c, word, NULL);
}

static void values(struct complete *c, const struct arg_option *o)
{
    static const struct {
        const char *metavar;
        enum complete_files files;
    } kinds[] = {{"FILE", COMPLETE_FILES},
                 {"PATH", COMPLETE_FILES},
                 {"DIR", COMPLETE_FOLDERS},
                 {"DIRECTORY", COMPLETE_FOLDERS}};
    const char *among = o->kind == ARG_CHOICE ? o->metavar : o->among;
    while (among && *among) {
        size_t n = strcspn(among, "|");
        offer_behind(c, among, n);
        among += n + (among[n] == '|');
    }
    for (size_t i = 0; o->metavar && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(o->metavar, kinds[i].metavar) == 0)
            c->files = kinds[i].files;
    if (o->metavar && strcmp(o->metavar, "ID") == 0 && o->kind == ARG_LIST && c->skip == 0)
        complete_ids(c);
}

static void options(struct complete *c, const struct arg_option *table)
{
    for (; table->name; table++) {
        char word[NAME_ROOM];
        if (!table->help)
            continue;
        snprintf(word, sizeof word, "--%s", table->name);
        complete_offer(c, word, table->help);
        snprintf(word, sizeof word, "--%s", table->alias ? table->alias : "");
        if (table->alias && strlen(c->word) > 2)
            complete_offer(c, word, table->help);
        snprintf(word, sizeof word, "-%c", table->letter);
        if (table->letter && strlen(c->word) < 2)
            complete_offer(c, word, table->help);
    }
}

static void names(struct complete *c)
{
    for (const struct command *const *one = commands; *one; one++)
        complete_offer(c, (*one)->name, (*one)->about);
}

static void specs(struct complete *c)
{
    if (strstr(c->word, "::"))
        complete_ids(c);
    else
        c->files = COMPLETE_FILES;
}

/* `before`: the arguments that stand before the word. */
static void arguments(struct complete *c, const struct command *command, const char *const *before,
                      size_t n)
{
    switch (command->words) {
    case COMMAND_SPECS:
        specs(c);
        break;
    case COMMAND_FILES:
        c->files = COMPLETE_FILES;
        break;
    case COMMAND_FOLDERS:
        c->files = COMPLETE_FOLDERS;
        break;
    case COMMAND_PLUGINS:
        if (n == 1 && strcmp(before[0], "check") == 0)
            c->files = COMPLETE_FILES;
        else if (n < 2)
            complete_plugins(c, n ? before[0] : NULL);
        break;
    case COMMAND_SHELLS:
        for (const char *const *shell = (const char *const[]){"bash", "fish", "zsh", NULL};
             n == 0 && *shell; shell++)
            complete_offer(c, *shell, NULL);
        break;
    case COMMAND_NAMES:
        if (n == 0)
            names(c);
        break;
    case COMMAND_NO_WORDS:
        break;
    }
}

/* "--name=value" that is being written. */
static bool option_with_value(struct complete *c, const struct arg_option *table)
{
    size_t n = strcspn(c->word, "=");
    if (strncmp(c->word, "--", 2) != 0 || !c->word[n])
        return false;
    const struct arg_option *o = args_find(table, c->word + 2, n - 2);
    c->skip = n + 1;
    if (o)
        values(c, o);
    return true;
}

void complete(struct complete *c, const char *const *words, size_t n)
{
    const struct command *command = n > 1 ? command_find(words[0]) : NULL;
    const struct arg_option *value_of = NULL;
    size_t at = command ? 1 : 0, n_before = 0;
    const char *before[2] = {0};
    bool words_only = false;
    command = command && command->about ? command : &command_run;
    for (; at + 1 < n; at++) {
        bool value = value_of != NULL;
        value_of = value || words_only ? NULL : waiting(command->options, words[at]);
        if (!value && !words_only && strcmp(words[at], "--") == 0)
            words_only = true;
        else if (!value && (words_only || *words[at] != '-') && n_before++ < 2)
            before[n_before - 1] = words[at];
    }
    c->word = words[n - 1];
    if (value_of)
        values(c, value_of);
    else if (*c->word == '-' && !words_only) {
        if (!option_with_value(c, command->options))
            options(c, command->options);
    } else {
        if (n == 1)
            names(c);
        arguments(c, command, before, n_before);
    }
}
