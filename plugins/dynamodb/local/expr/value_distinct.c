/* SPDX-License-Identifier: Apache-2.0 */
/* Members that stand twice in a set, and AWS's words for them. */
#include <stdio.h>
#include <stdlib.h>

#include "value_internal.h"

#define INVALID "One or more parameter values were invalid: Input collection "

enum { SHOWN_MAX = EXPR_ERROR_MESSAGE_MAX - 128 };

struct member {
    const json_t *text;
    size_t at; /* its place in the request */
};

/* A set with a repeat; its members are sorted by texts. */
struct repeated {
    enum value_type type;
    const json_t *set;
    struct member *sorted;
    size_t count, first; /* the place of the first repeat */
};

/* A list in a message, cut where it is full. */
struct shown {
    char text[SHOWN_MAX];
    size_t used;
    const char *quote;
    const char *between;
};

static void show(struct shown *out, const json_t *member)
{
    int written = snprintf(out->text + out->used, sizeof out->text - out->used, "%s%s%s%s",
                           out->used == 0 ? "[" : out->between, out->quote,
                           json_string_value(member), out->quote);
    size_t room = sizeof out->text - out->used;
    if (written > 0)
        out->used += (size_t)written < room ? (size_t)written : room - 1;
}

static bool fail(enum value_type type, struct shown *list, struct expr_error *error)
{
    return expr_fail(error,
                     type == VALUE_SS ? INVALID "%s] contains duplicates."
                                      : INVALID "%s]of type BS contains duplicates.",
                     list->text);
}

static bool fail_older(const struct repeated *r, struct expr_error *error)
{
    struct shown list = {.quote = "", .between = ", "};
    if (r->type == VALUE_NS)
        return expr_fail(error, "Input collection contains duplicates");
    for (size_t i = 0; i < r->count; i++)
        show(&list, json_array_get(r->set, i));
    return fail(r->type, &list, error);
}

static int order_of_bytes(const void *a, const void *b)
{
    const struct member *x = a;
    const struct member *y = b;
    return value_compare_scalars(VALUE_B, x->text, y->text);
}

/* The newer words list what stands before the first repeat in the order of the bytes, and the rest
 * as it was sent. */
static bool fail_newer(const struct repeated *r, struct expr_error *error)
{
    struct shown list = {.quote = "\"", .between = r->type == VALUE_SS ? ", " : ","};
    if (r->type == VALUE_NS)
        return expr_fail(error, INVALID "contains duplicates.");
    if (r->type == VALUE_BS)
        qsort(r->sorted, r->count, sizeof *r->sorted, order_of_bytes);
    for (size_t i = 0; i < r->count; i++)
        if (r->sorted[i].at < r->first)
            show(&list, r->sorted[i].text);
    for (size_t i = r->first; i < r->count; i++)
        show(&list, json_array_get(r->set, i));
    return fail(r->type, &list, error);
}

static int order_of_texts(const void *a, const void *b)
{
    const struct member *x = a;
    const struct member *y = b;
    int order = value_compare_scalars(VALUE_S, x->text, y->text);
    return order != 0 ? order : (x->at > y->at) - (x->at < y->at);
}

/* The place of the first member that stands there before, or `count`. */
static size_t first_repeat(const struct member *sorted, size_t count)
{
    size_t first = count;
    for (size_t i = 1; i < count; i++)
        if (sorted[i].at < first &&
            value_compare_scalars(VALUE_S, sorted[i - 1].text, sorted[i].text) == 0)
            first = sorted[i].at;
    return first;
}

/* Duplicates stand side by side in sorted order: sets of 400 KB stay fast. Canonical scalars are
 * equal exactly when their texts are, so the order of texts does for all three kinds. */
bool value_check_distinct(enum value_type type, const json_t *set, struct expr_error *error)
{
    size_t count = json_array_size(set);
    struct member *sorted = malloc(count * sizeof *sorted);
    if (sorted == NULL)
        return expr_fail_memory(error);
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct member){json_array_get(set, i), i};
    qsort(sorted, count, sizeof *sorted, order_of_texts);
    const struct repeated r = {type, set, sorted, count, first_repeat(sorted, count)};
    bool ok = r.first == count;
    if (!ok)
        ok = error->words == EXPR_WORDS_OLDER ? fail_older(&r, error) : fail_newer(&r, error);
    free(sorted);
    return ok;
}
