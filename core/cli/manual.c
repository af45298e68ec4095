/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/manual.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

extern const char manual_in[];

/* Text as troff reads it: no command at the beginning of a line, hyphens that can be copied. */
static void text_n(const char *text, size_t n, bool line_begins)
{
    for (size_t i = 0; i < n; i++) {
        if (line_begins && (text[i] == '.' || text[i] == '\''))
            fputs("\\&", stdout);
        line_begins = text[i] == '\n';
        if (text[i] == '\\')
            fputs("\\e", stdout);
        else if (text[i] == '-')
            fputs("\\-", stdout);
        else if (text[i] == '\'')
            fputs("\\(aq", stdout);
        else if (text[i] == '`')
            fputs("\\(ga", stdout);
        else
            putchar(text[i]);
    }
}

static void text(const char *words, bool line_begins)
{
    text_n(words, strlen(words), line_begins);
}

static void option(const struct arg_option *o)
{
    puts(".TP");
    if (o->letter)
        printf("\\fB\\-%c\\fR, ", o->letter);
    fputs("\\fB\\-\\-", stdout);
    text(o->name, false);
    fputs("\\fR", stdout);
    if (o->metavar) {
        fputs(o->kind == ARG_OPTIONAL ? "[=\\fI" : " \\fI", stdout);
        text(o->metavar, false);
        fputs(o->kind == ARG_OPTIONAL ? "\\fR]" : "\\fR", stdout);
    }
    putchar('\n');
    text(o->help, true);
    if (o->alias) {
        fputs(" (also \\fB\\-\\-", stdout);
        text(o->alias, false);
        fputs("\\fR)", stdout);
    }
    putchar('\n');
}

static void options(const struct arg_option *table)
{
    for (; table->name; table++) {
        if (table->group) {
            fputs(".SS ", stdout);
            text(table->group, false);
            putchar('\n');
        }
        if (table->help)
            option(table);
    }
}

/* Indented lines of it are shown as they are, an empty one begins a paragraph. */
static void about(const char *lines)
{
    bool plain = true;
    while (*lines) {
        size_t n = strcspn(lines, "\n");
        bool indented = *lines == ' ';
        if (n > 0 && indented == plain)
            puts(indented ? ".PP\n.nf" : ".fi");
        plain = n > 0 ? !indented : plain;
        if (n == 0 && plain && lines[1] != ' ')
            puts(".PP");
        text_n(lines, n, true);
        if (n > 0)
            putchar('\n');
        lines += n + (lines[n] == '\n');
    }
    if (!plain)
        puts(".fi");
}

static void command(const struct command *c)
{
    fputs(".SS slrun ", stdout);
    text(c->usage, false);
    putchar('\n');
    about(c->about);
    if (c->options != command_run.options)
        options(c->options);
}

static void print_options(void)
{
    options(command_run.options);
}

static void print_commands(void)
{
    for (const struct command *const *c = commands; *c; c++)
        command(*c);
}

static void print_version(void)
{
    fputs(SLRUN_VERSION, stdout);
}

/* Words of the frame, and what stands in their place. */
static const struct {
    const char *word;
    void (*print)(void);
} marks[] = {
    {"@OPTIONS@\n", print_options}, {"@COMMANDS@\n", print_commands}, {"@VERSION@", print_version}};

int manual_print(void)
{
    for (const char *at = manual_in; *at;) {
        size_t n = strcspn(at, "@"), i = 0, n_marks = sizeof marks / sizeof *marks;
        fwrite(at, 1, n, stdout);
        at += n;
        while (i < n_marks && strncmp(at, marks[i].word, strlen(marks[i].word)) != 0)
            i++;
        if (i < n_marks) {
            marks[i].print();
            at += strlen(marks[i].word);
        } else if (*at) {
            putchar(*at++);
        }
    }
    return ferror(stdout) ? -1 : 0;
}
