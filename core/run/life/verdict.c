/* SPDX-License-Identifier: Apache-2.0 */
#include "run/life/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lua/language/marks.h"

void verdict_name(const struct item *item, struct result *result)
{
    result->path = spec_path(item->spec);
    result->name = item->sc->name;
    result->line = item->sc->line;
    result->order = item->order;
    result->plan = item->sc->plan;
    result->pattern = spec_pattern(item->spec);
    result->tags = item->sc->marks ? item->sc->marks->tags : NULL;
    result->n_tags = item->sc->marks ? item->sc->marks->n_tags : 0;
}

bool verdict_skip(const struct item *item, struct result *result)
{
    const char *why = marks_skip(item->sc->marks);
    if (!why)
        return false;
    *result = (struct result){.outcome = OUTCOME_SKIPPED};
    verdict_name(item, result);
    result->failure =
        (struct failure){.kind = FAILURE_SKIP, .summary = strdup(why), .text = strdup(why)};
    return true;
}

void verdict_not_run(const struct item *item, struct result *r, const char *why)
{
    size_t n = strlen(why) + 4;
    verdict_name(item, r);
    r->outcome = OUTCOME_ERROR;
    r->failure.summary = strdup(why);
    r->failure.text = malloc(n);
    if (r->failure.text)
        snprintf(r->failure.text, n, "E  %s", why);
}

/* It passed and was expected to fail. */
static void passed_all_the_same(const struct spec_marks *marks, struct result *r)
{
    if (marks->xfail_lax) {
        r->outcome = OUTCOME_XPASSED;
        return;
    }
    size_t n = strlen(marks->xfail) + 32;
    char *summary = malloc(n), *text = malloc(n);
    if (summary && text) {
        snprintf(summary, n, "[XPASS(strict)] %s", marks->xfail);
        snprintf(text, n, "E  [XPASS(strict)] %s", marks->xfail);
    }
    r->outcome = OUTCOME_FAILED;
    r->failure = (struct failure){.kind = FAILURE_EXPECTATION, .summary = summary, .text = text};
}

static void expect_failure(const struct spec_marks *marks, struct result *r)
{
    r->expected = marks->xfail;
    if (outcome_fails(r->outcome))
        r->outcome = OUTCOME_XFAILED;
    else if (r->outcome == OUTCOME_PASSED)
        passed_all_the_same(marks, r);
}

bool verdict_keeps(const struct item *item, const struct result *r)
{
    return outcome_fails(r->outcome) && !marks_xfail(item->sc->marks);
}

bool verdict_apply(const struct item *item, struct result *r)
{
    const struct spec_marks *marks = item->sc->marks;
    if (r->interrupted)
        return false;
    if (marks_xfail(marks)) {
        expect_failure(marks, r);
        return false;
    }
    if (outcome_fails(r->outcome))
        return r->tries < spec_retries(item->spec, item->sc);
    if (r->outcome == OUTCOME_PASSED && r->tries > 0)
        r->outcome = OUTCOME_FLAKY;
    return false;
}
