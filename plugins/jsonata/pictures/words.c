/* SPDX-License-Identifier: Apache-2.0 */
/* Numbers in English words. */
#include <math.h>
#include <string.h>
#include <strings.h>

#include "jsonata/pictures/integer.h"
#include "jsonata/values/text.h"

/* X(value, cardinal, ordinal) */
#define WORDS(X)                                                                                   \
    X(0, "Zero", "Zeroth")                                                                         \
    X(1, "One", "First")                                                                           \
    X(2, "Two", "Second")                                                                          \
    X(3, "Three", "Third")                                                                         \
    X(4, "Four", "Fourth")                                                                         \
    X(5, "Five", "Fifth")                                                                          \
    X(6, "Six", "Sixth")                                                                           \
    X(7, "Seven", "Seventh")                                                                       \
    X(8, "Eight", "Eighth")                                                                        \
    X(9, "Nine", "Ninth")                                                                          \
    X(10, "Ten", "Tenth")                                                                          \
    X(11, "Eleven", "Eleventh")                                                                    \
    X(12, "Twelve", "Twelfth")                                                                     \
    X(13, "Thirteen", "Thirteenth")                                                                \
    X(14, "Fourteen", "Fourteenth")                                                                \
    X(15, "Fifteen", "Fifteenth")                                                                  \
    X(16, "Sixteen", "Sixteenth")                                                                  \
    X(17, "Seventeen", "Seventeenth")                                                              \
    X(18, "Eighteen", "Eighteenth")                                                                \
    X(19, "Nineteen", "Nineteenth")                                                                \
    X(20, "Twenty", "Twentieth")                                                                   \
    X(30, "Thirty", "Thirtieth")                                                                   \
    X(40, "Forty", "Fortieth")                                                                     \
    X(50, "Fifty", "Fiftieth")                                                                     \
    X(60, "Sixty", "Sixtieth")                                                                     \
    X(70, "Seventy", "Seventieth")                                                                 \
    X(80, "Eighty", "Eightieth")                                                                   \
    X(90, "Ninety", "Ninetieth")                                                                   \
    X(100, "Hundred", "Hundredth")                                                                 \
    X(1e3, "Thousand", "Thousandth")                                                               \
    X(1e6, "Million", "Millionth")                                                                 \
    X(1e9, "Billion", "Billionth")                                                                 \
    X(1e12, "Trillion", "Trillionth")

static const struct word {
    double value;
    const char *cardinal, *ordinal;
} words[] = {
#define WORD(value, cardinal, ordinal) {value, cardinal, ordinal},
    WORDS(WORD)
#undef WORD
};
enum { COUNT = sizeof words / sizeof *words };

/* The last word that is not more than the value. */
static const struct word *word_below(double value)
{
    size_t i = COUNT - 1;
    while (i > 0 && words[i].value > value)
        i--;
    return &words[i];
}

struct writing {
    struct jn_run *run;
    struct jn_text text;
    bool ordinal;
};

static void add_word(struct writing *w, const struct word *word, bool last)
{
    jn_add_text(w->run, &w->text, last && w->ordinal ? word->ordinal : word->cardinal);
}

static void add_value(struct writing *w, double value, bool last)
{
    const struct word *word = word_below(value);
    double times = word->value < 100 ? 1 : floor(value / word->value);
    double rest = value - times * word->value;
    if (word->value >= 100) {
        add_value(w, times, false);
        jn_add_text(w->run, &w->text, " ");
    }
    add_word(w, word, last && rest == 0);
    if (rest == 0)
        return;
    jn_add_text(w->run, &w->text, word->value < 100 ? "-" : rest < 100 ? " and " : ", ");
    add_value(w, rest, last);
}

struct jn jn_number_words(struct jn_run *run, double value, bool ordinal)
{
    struct writing w = {.run = run, .ordinal = ordinal};
    if (!isfinite(value))
        return JN_NOTHING;
    add_value(&w, value, true);
    return jn_text_value(run, &w.text);
}

/* ---- reading ---- */

static const struct word *word_named(const char *name, size_t size)
{
    for (size_t i = 0; i < COUNT; i++)
        if ((strlen(words[i].cardinal) == size &&
             strncasecmp(words[i].cardinal, name, size) == 0) ||
            (strlen(words[i].ordinal) == size && strncasecmp(words[i].ordinal, name, size) == 0))
            return &words[i];
    return NULL;
}

/* What the words so far say: what is complete, and what may still be multiplied. */
struct sum {
    double whole, open;
};

static void add_to_sum(struct sum *sum, double value)
{
    if (value >= 100) {
        sum->open *= value;
        return;
    }
    if (sum->open >= 1000) {
        sum->whole += sum->open;
        sum->open = 0;
    }
    sum->open += value;
}

bool jn_words_number(struct jn text, double *value)
{
    struct sum sum = {0, 0};
    size_t found = 0;
    for (size_t i = 0; i < text.size;) {
        size_t size = 0;
        while (i + size < text.size && !strchr(" -,\t\n", text.text[i + size]))
            size++;
        const struct word *word = word_named(text.text + i, size);
        if (!word && size && !(size == 3 && strncasecmp(text.text + i, "and", 3) == 0))
            return false;
        if (word)
            add_to_sum(&sum, word->value);
        found += word != NULL;
        i += size ? size : 1;
    }
    *value = sum.whole + sum.open;
    return found > 0;
}

struct jn jn_words_pattern(struct jn_run *run)
{
    struct jn_text text = {0};
    jn_add_text(run, &text, "(?:");
    for (size_t i = 0; i < COUNT; i++) {
        jn_add_text(run, &text, words[i].ordinal);
        jn_add_text(run, &text, "|");
        jn_add_text(run, &text, words[i].cardinal);
        jn_add_text(run, &text, "|");
    }
    jn_add_text(run, &text, "and|[-, ])+");
    return jn_text_value(run, &text);
}
