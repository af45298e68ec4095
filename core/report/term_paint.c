/* SPDX-License-Identifier: Apache-2.0 */
/* Colours and rules of the terminal. */
#include <stdarg.h>
#include <string.h>

#include "base/platform.h"
#include "base/width.h"
#include "report/term_state.h"

enum { WIDTH_LEAST = 40, WIDTH_MOST = 400 };

static const char *const escapes[] = {"\033[0m", "\033[31m", "\033[32m", "\033[33m", "\033[1m"};

static const enum color outcome_colors[OUTCOME_COUNT] = {
    [OUTCOME_PASSED] = GREEN,   [OUTCOME_FAILED] = RED,     [OUTCOME_ERROR] = RED,
    [OUTCOME_SKIPPED] = YELLOW, [OUTCOME_XFAILED] = YELLOW, [OUTCOME_XPASSED] = YELLOW,
    [OUTCOME_FLAKY] = YELLOW,   [OUTCOME_TIMEOUT] = RED};

enum color term_color(enum outcome outcome)
{
    return outcome_colors[outcome];
}

void term_paint(const struct term *t, enum color color, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    if (t->o.color && color != PLAIN)
        fputs(escapes[color], t->o.out);
    vfprintf(t->o.out, fmt, args);
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
