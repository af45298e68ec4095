/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/result.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

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

bool outcome_fails(enum outcome outcome)
{
    return outcome == OUTCOME_FAILED || outcome == OUTCOME_TIMEOUT || outcome == OUTCOME_ERROR;
}

size_t outcomes_failing(const size_t counts[OUTCOME_COUNT])
{
    size_t n = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        n += outcome_fails((enum outcome)i) ? counts[i] : 0;
    return n;
}

void outcomes_count(size_t counts[OUTCOME_COUNT], const struct result *result)
{
    counts[result->outcome]++;
    for (const struct problem *p = result->problems; p; p = p->next)
        counts[OUTCOME_ERROR]++;
}

const char *problem_of(const char *what)
{
    return strcmp(what, "teardown") == 0 ? "" : "clean-up of ";
}

struct problem *problem_add(struct problem **list, const char *what)
{
    while (*list)
        list = &(*list)->next;
    *list = calloc(1, sizeof **list);
    if (*list)
        (*list)->what = strdup(what);
    return *list;
}

void problems_free(struct problem *list)
{
    for (struct problem *next; list; list = next) {
        next = list->next;
        failure_free(&list->failure);
        free(list->what);
        free(list);
    }
}

/* Names go to the terminal and become names of files. */
static const char *bad_name(const char *name)
{
    size_t n = strlen(name);
    if (n == 0 || n > ATTACHMENT_NAME_MAX)
        return "a name has 1 to 128 characters";
    for (; *name; name++)
        if (iscntrl((unsigned char)*name) || *name == '/')
            return "a name has no '/' and no control characters";
    return NULL;
}

const char *attachment_add(struct attachment **list, const char *name, const char *data,
                           size_t size)
{
    const char *why = bad_name(name);
    unsigned n = 0;
    if (why)
        return why;
    if (size > ATTACHMENT_SIZE_MAX)
        return "more than 16 MiB";
    for (; *list; list = &(*list)->next)
        if (++n == ATTACHMENTS_MAX)
            return "more than 100 in one case";
    struct attachment *a = calloc(1, sizeof *a);
    if (a) {
        *a = (struct attachment){.name = strdup(name), .data = malloc(size + 1), .size = size};
        if (a->name && a->data) {
            memcpy(a->data, data, size);
            a->data[size] = '\0';
            *list = a;
            return NULL;
        }
    }
    attachments_free(a);
    return "out of memory";
}

void attachments_free(struct attachment *list)
{
    for (struct attachment *next; list; list = next) {
        next = list->next;
        free(list->name);
        free(list->data);
        free(list);
    }
}

void result_slim(struct result *result)
{
    for (struct result *r = result; r; r = r->earlier) {
        free(r->timeline);
        json_decref(r->failure.wait);
        r->timeline = NULL;
        r->failure.wait = NULL;
    }
}

void result_free(struct result *result)
{
    if (result->earlier) {
        result_free(result->earlier);
        free(result->earlier);
    }
    problems_free(result->problems);
    attachments_free(result->attachments);
    failure_free(&result->failure);
    json_decref(result->autopsy);
    free(result->timeline);
    free(result->notes);
    *result = (struct result){0};
}
