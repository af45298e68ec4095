/* SPDX-License-Identifier: Apache-2.0 */
/* Order: a merge sort, which keeps the order of what is the same. */
#include <string.h>

#include "jsonata/evaluate/eval.h"

/* Two sorted parts that stand side by side: [from, middle) and [middle, end). */
struct halves {
    const struct jn *at;
    size_t from, middle, end;
};

static void merge(struct jn_run *run, const struct jn_order *order, const struct halves *h,
                  struct jn *into)
{
    size_t left = h->from, right = h->middle;
    for (size_t i = h->from; i < h->end; i++) {
        bool take_right = right < h->end &&
                          (left == h->middle ||
                           (!jn_failed(run) && order->swap(run, order, h->at[left], h->at[right])));
        into[i] = h->at[take_right ? right++ : left++];
    }
}

struct jn jn_sort(struct jn_run *run, const struct jn_order *order, struct jn array)
{
    size_t count = jn_count(array);
    struct jn sorted = jn_array(run, 0);
    struct jn *at = jn_take(run, count * sizeof *at), *other = jn_take(run, count * sizeof *at);
    if (!at || !other || !jn_step(run, count))
        return JN_NOTHING;
    if (count)
        memcpy(at, array.array->at, count * sizeof *at);
    for (size_t width = 1; width < count && !jn_failed(run); width *= 2) {
        for (size_t from = 0; from < count; from += 2 * width) {
            size_t middle = from + width < count ? from + width : count;
            size_t end = middle + width < count ? middle + width : count;
            merge(run, order, &(struct halves){at, from, middle, end}, other);
        }
        struct jn *swap = at;
        at = other;
        other = swap;
    }
    for (size_t i = 0; i < count && !jn_failed(run); i++)
        jn_push(run, sorted, at[i]);
    return sorted;
}

/* ---- ^(...) ---- */

static struct jn term_value(struct jn_run *run, const struct jn_order *order,
                            const struct jn_node *term, struct jn item)
{
    if (!order->tuples)
        return jn_evaluate(run, term->left, item, order->frame);
    struct jn_frame *frame = jn_tuple_frame(run, order->frame, item);
    return frame ? jn_evaluate(run, term->left, jn_get(item, jn_literal("@")), frame) : JN_NOTHING;
}

static bool has_order(struct jn value)
{
    return value.type == JN_STRING || value.type == JN_NUMBER;
}

static int fail(struct jn_run *run, const struct jn_order *order, struct jn a, struct jn b)
{
    bool types = has_order(a) && has_order(b);
    (void)jn_fail_with(run, &(struct jn_failure){.code = types ? "T2007" : "T2008",
                                                 .position = order->node->position,
                                                 .value = !types && has_order(a) ? b : a,
                                                 .value2 = b});
    return 0;
}

/* Negative, 0, positive; nothing comes last, whichever the direction. */
static int compare(struct jn_run *run, const struct jn_order *order, const struct jn values[2],
                   bool descending)
{
    struct jn a = values[0], b = values[1];
    if (a.type == JN_UNDEFINED || b.type == JN_UNDEFINED)
        return (a.type == JN_UNDEFINED) - (b.type == JN_UNDEFINED);
    if (!has_order(a) || !has_order(b) || a.type != b.type)
        return fail(run, order, a, b);
    int found =
        a.type == JN_STRING ? jn_compare_text(a, b) : (a.number > b.number) - (a.number < b.number);
    return descending ? -found : found;
}

static bool swap_by_terms(struct jn_run *run, const struct jn_order *order, struct jn a,
                          struct jn b)
{
    int found = 0;
    for (size_t i = 0; found == 0 && i < order->node->list.count && !jn_failed(run); i++) {
        const struct jn_node *term = order->node->list.at[i];
        struct jn values[2] = {term_value(run, order, term, a), term_value(run, order, term, b)};
        found = jn_failed(run) ? 0 : compare(run, order, values, term->descending);
    }
    return found > 0;
}

struct jn jn_sort_by_terms(struct jn_run *run, const struct jn_node *sort, struct jn input,
                           struct jn_frame *frame)
{
    struct jn_order order = {
        .swap = swap_by_terms, .node = sort, .frame = frame, .tuples = jn_marked(input, JN_TUPLES)};
    return jn_count(input) > 1 ? jn_sort(run, &order, input) : input;
}
