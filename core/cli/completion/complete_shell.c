/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/completion/complete_shell.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct reading {
    struct shell_line *line;
    const char *breaks;
    char *out, *word; /* where the next character goes; where the last word began */
    bool in_word;
};

static bool blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool begin_word(struct reading *r)
{
    if (r->in_word)
        return true;
    if (r->line->n == SHELL_WORDS_MAX)
        return false;
    r->in_word = true;
    r->line->fixed = 0;
    r->line->words[r->line->n++] = r->word = r->out;
    return true;
}

static void end_word(struct reading *r)
{
    if (r->in_word)
        *r->out++ = '\0';
    r->in_word = false;
}

static void fix(struct reading *r)
{
    r->line->fixed = (size_t)(r->out - r->word);
}

/* One character of the line; how many were read. */
static size_t step(struct reading *r, const char *at)
{
    char *quote = &r->line->quote;
    if (*quote && *at == *quote) {
        *quote = '\0';
        return 1;
    }
    bool escape = *at == '\\' && at[1] && *quote != '\'';
    if (escape && (!*quote || strchr("\"\\$`", at[1]))) {
        *r->out++ = at[1];
        return 2;
    }
    if (!*quote && (*at == '\'' || *at == '"')) {
        *quote = *at;
        fix(r);
        return 1;
    }
    *r->out++ = *at;
    if (!*quote && strchr(r->breaks, *at))
        fix(r);
    return 1;
}

int shell_line_read(struct shell_line *line, const char *text, const char *breaks)
{
    *line = (struct shell_line){.text = malloc(2 * strlen(text) + 2)};
    struct reading r = {.line = line, .breaks = breaks, .out = line->text, .word = line->text};
    if (!line->text)
        return -1;
    while (*text) {
        if (!line->quote && blank(*text)) {
            end_word(&r);
            text++;
        } else if (begin_word(&r)) {
            text += step(&r, text);
        } else {
            return -1;
        }
    }
    if (!begin_word(&r))
        return -1;
    end_word(&r);
    return 0;
}

void shell_quote(struct buf *out, const char *candidate, const struct shell_line *line)
{
    static const char special[] = " \t\n\"'\\$`&|;<>()[]{}*?!#~";
    for (const char *at = candidate + line->fixed; *at; at++) {
        if (line->quote == '\'' && *at == '\'')
            buf_puts(out, "'\\''");
        else if (line->quote == '\'')
            buf_putc(out, *at);
        else {
            if (strchr(line->quote ? "\"\\$`" : special, *at))
                buf_putc(out, '\\');
            buf_putc(out, *at);
        }
    }
}
