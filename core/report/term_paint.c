/* SPDX-License-Identifier: Apache-2.0 */
/* Colours and rules of the terminal. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/platform.h"
#include "base/text.h"
#include "base/width.h"
#include "report/term_state.h"

enum { WIDTH_LEAST = 40, WIDTH_MOST = 400, LINE_USUAL = 512 };

static const char *const escapes[] = {"\033[0m", "\033[31m", "\033[32m", "\033[33m", "\033[1m"};

static const enum color outcome_colors[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = GREEN,   [OUTCOME_FAILED] = RED,     [OUTCOME_ERROR] = RED,
    [OUTCOME_SKIPPED] = YELLOW, [OUTCOME_XFAILED] = YELLOW, [OUTCOME_XPASSED] = YELLOW,
    [OUTCOME_FLAKY] = YELLOW,   [OUTCOME_TIMEOUT] = RED};

enum color term_color(enum outcome outcome)
{
    return outcome_colors[outcome];
}

/* What a spec or AWS says must not move the cursor, or worse: line ends and tabs are all that a
 * terminal is to obey. */
static void put_shown(FILE *out, const char *text)
{
    const char *from = text;
    while (*text) {
        char escaped[TEXT_ESCAPED];
        size_t n = *text == '\n' || *text == '\t' ? 0 : text_control(text, strnlen(text, 2));
        if (n > 0) {
            text_escape(escaped, text, n);
            fwrite(from, 1, (size_t)(text - from), out);
            fputs(escaped, out);
            from = text + n;
        }
        text += n ? n : 1;
    }
    fwrite(from, 1, (size_t)(text - from), out);
}

__attribute__((format(printf, 2, 0))) static void print(FILE *out, const char *fmt, va_list args)
{
    char line[LINE_USUAL], *text = line;
    va_list again;
    va_copy(again, args);
    int n = vsnprintf(line, sizeof line, fmt, args);
    if (n >= (int)sizeof line && (text = malloc((size_t)n + 1)))
        vsnprintf(text, (size_t)n + 1, fmt, again);
    va_end(again);
    put_shown(out, text ? text : line); /* what there is memory for */
    if (text != line)
        free(text);
}

void term_print(const struct term *t, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    print(t->o.out, fmt, args);
    va_end(args);
}

void term_paint(const struct term *t, enum color color, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    if (t->o.color && color != PLAIN)
        fputs(escapes[color], t->o.out);
    print(t->o.out, fmt, args);
    if (t->o.color && color != PLAIN)
        fputs(escapes[PLAIN], t->o.out);
    va_end(args);
}

void term_rule(const struct term *t, enum color color, char mark, const char *text)
{
    char line[WIDTH_MOST + 1];
    size_t width = t->o.width < sizeof line ? t->o.width : sizeof line - 1;
    size_t n = width_of(text) + 2, side = width > n ? (width - n) / 2 : 1;
    if (side < 1)
        side = 1;
    memset(line, mark, side);
    line[side] = '\0';
    term_paint(t, color, "%s %s %s", line, text, line);
    if (n + 2 * side < width)
        term_paint(t, color, "%c", mark);
    fputc('\n', t->o.out);
}

void term_measure(struct term *t)
{
    unsigned width = t->o.resizes ? platform_terminal_width(fileno(t->o.out)) : 0;
    if (width >= WIDTH_LEAST && width <= WIDTH_MOST)
        t->o.width = width;
}
