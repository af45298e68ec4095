/* SPDX-License-Identifier: Apache-2.0 */
#include "run/result.h"

#include <stdlib.h>

static const struct {
    const char *word, *verbose;
    char letter;
} outcomes[] = {
#define OUTCOME_ROW(symbol, word, letter, verbose) {word, verbose, letter},
    OUTCOMES(OUTCOME_ROW)
#undef OUTCOME_ROW
};

const char *outcome_word(enum outcome outcome)
{
    return outcomes[outcome].word;
}

const char *outcome_verbose(enum outcome outcome)
{
    return outcomes[outcome].verbose;
}

char outcome_letter(enum outcome outcome)
{
    return outcomes[outcome].letter;
}

void result_free(struct result *result)
{
    for (struct problem *next, *p = result->problems; p; p = next) {
        next = p->next;
        failure_free(&p->failure);
        free(p->what);
        free(p);
    }
    failure_free(&result->failure);
    free(result->notes);
    *result = (struct result){0};
}
