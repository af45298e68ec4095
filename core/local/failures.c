/* SPDX-License-Identifier: Apache-2.0 */
#include "local/failures.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "local/clock/timer.h"

enum { NAME_MAX_SIZE = 64 };

struct failure {
    struct failure *next; /* the one before it */
    int64_t at_ms;
    json_int_t times;
    int status;
    const char *service; /* its plugin's */
    char operation[NAME_MAX_SIZE];
    char region[SIGV4_SCOPE_NAME_MAX + 1];
};

static bool is_same(const struct failure *a, const struct failure *b)
{
    return a->service == b->service && a->status == b->status &&
           strcmp(a->operation, b->operation) == 0 && strcmp(a->region, b->region) == 0;
}

/* Takes the one like it out of the list, or the last of too many; NULL: there is neither. */
static struct failure *take(struct cloud *cloud, const struct failure *like)
{
    struct failure **at = &cloud->failures, **last = NULL;
    size_t n = 0;
    for (; *at && !is_same(*at, like); at = &(*at)->next, n++)
        last = at;
    if (!*at && n >= FAILURES_MAX)
        at = last;
    struct failure *found = *at;
    if (found)
        *at = found->next;
    return found;
}

void failures_note(struct exchange *e, int status)
{
    if (status < 400 || status > 499 || e->flight || !e->http || !e->service)
        return;
    struct cloud *cloud = e->cloud;
    struct failure one = {.service = e->service->plugin->name, .status = status};
    const char *operation = exchange_operation(e, true);
    text_append(one.operation, sizeof one.operation, operation ? operation : "");
    text_append(one.region, sizeof one.region, e->x.region);
    struct failure *kept = take(cloud, &one);
    one.times = kept && is_same(kept, &one) ? kept->times + 1 : 1;
    one.at_ms = timer_now_ms(&cloud->api);
    one.next = cloud->failures;
    if (!kept && !(kept = malloc(sizeof *kept)))
        return;
    *kept = one;
    cloud->failures = kept;
}

void failures_answer(struct cloud *cloud, struct slrun_exchange *x)
{
    json_t *list = json_array();
    for (const struct failure *f = cloud->failures; f; f = f->next)
        json_array_append_new(list, json_pack("{s:I, s:I, s:s, s:s?, s:s, s:i}", "at_ms",
                                              (json_int_t)f->at_ms, "times", f->times, "service",
                                              f->service, "operation",
                                              *f->operation ? f->operation : NULL, "region",
                                              f->region, "status", f->status));
    exchange_json(x, 200, json_pack("{s:o}", "failures", list));
}

void failures_clear(struct cloud *cloud)
{
    while (cloud->failures) {
        struct failure *first = cloud->failures;
        cloud->failures = first->next;
        free(first);
    }
}
