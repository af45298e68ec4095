/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What the parser makes of expressions, for a test that holds pytest's beside it. A line of
 * standard input is an expression, and behind a tab each the words that hold; the answer is a line:
 * 1, 0, or what is wrong.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "run/select/expression.h"

struct words {
    char *at[64];
    size_t n;
};

static bool among(void *arg, const struct expression_word *word)
{
    const struct words *words = arg;
    for (size_t i = 0; i < words->n; i++)
        if (strcmp(words->at[i], word->name) == 0)
            return word->n_args == 0;
    return false;
}

static void answer(char *line)
{
    struct words words = {.n = 0};
    struct slrun_error error = {0};
    line[strcspn(line, "\n")] = '\0';
    char *tab = strchr(line, '\t');
    if (tab)
        *tab++ = '\0';
    for (char *word = tab ? strtok(tab, "\t") : NULL; word && words.n < 64;
         word = strtok(NULL, "\t"))
        words.at[words.n++] = word;
    struct expression *e = expression_parse(line, &error);
    if (e)
        puts(expression_holds(e, among, &words) ? "1" : "0");
    else
        puts(error.message);
    expression_free(e);
}

int main(void)
{
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, stdin) > 0)
        answer(line);
    free(line);
    return 0;
}
