/* SPDX-License-Identifier: Apache-2.0 */
/* Where the time went: --durations, and the shares of the phases. */
#include <stdlib.h>
#include <string.h>

#include "report/term_state.h"

/* What is always told comes first; the others only where they took a share. */
static const struct {
    const char *phase, *name; /* of the engine; as it is told */
    bool always;
} phases[] = {
    {"setup", "setup", false},      {"seed", "seed", true}, {"listen", "listen", false},
    {"act", "act", true},           {"poll", "wait", true}, {"check", "check", true},
    {"teardown", "teardown", true},
};

enum { PHASES = sizeof phases / sizeof *phases };

static size_t index_of(const char *phase)
{
    size_t i = 0;
    while (i < PHASES && strcmp(phases[i].phase, phase) != 0)
        i++;
    return i;
}

const char *term_phase_name(const char *phase)
{
    size_t i = index_of(phase);
    return i < PHASES ? phases[i].name : phase;
}

void term_phases_of(const struct term *t, const struct result *r)
{
    for (size_t i = 0; i < r->n_phases; i++)
        term_print(t, "%s%s %.2fs", i ? ", " : "    ", term_phase_name(r->phases[i].name),
                   r->phases[i].seconds);
    if (r->n_phases)
        fputc('\n', t->o.out);
}

void term_phases(const struct term *t, const struct run_summary *s)
{
    double seconds[PHASES + 1] = {0}, all = 0;
    bool first = true;
    for (size_t i = 0; i < s->n_results; i++) {
        const struct result *r = &s->results[i];
        for (size_t k = 0; r->name && k < r->n_phases; k++) {
            seconds[index_of(r->phases[k].name)] += r->phases[k].seconds;
            all += r->phases[k].seconds;
        }
    }
    if (all <= 0 || t->o.verbosity < 0)
        return;
    fputs("time of the cases:", t->o.out);
    for (size_t i = 0; i < PHASES; i++) {
        double share = seconds[i] / all * 100;
        if (share < 0.5 && !phases[i].always)
            continue;
        term_print(t, "%s %s %.0f%%", first ? "" : ",", phases[i].name, share);
        first = false;
    }
    fputc('\n', t->o.out);
}

/* Durations ----------------------------------------------------------------------------------- */

struct duration {
    double seconds;
    const char *phase;
    const struct result *result; /* whose; or NULL */
    const struct fixture_result *fixture;
};

static int slowest_first(const void *a, const void *b)
{
    double x = ((const struct duration *)a)->seconds, y = ((const struct duration *)b)->seconds;
    return (x < y) - (x > y);
}

/* NULL: out of memory. */
static struct duration *all_durations(const struct run_summary *s, size_t *n)
{
    size_t most = 1;
    for (size_t i = 0; i < s->n_results; i++)
        most += s->results[i].name ? s->results[i].n_phases : 0;
    for (const struct fixture_result *f = s->fixtures; f; f = f->next)
        most += 2;
    struct duration *list = calloc(most, sizeof *list);
    *n = 0;
    if (!list)
        return NULL;
    for (size_t i = 0; i < s->n_results; i++)
        for (size_t k = 0; s->results[i].name && k < s->results[i].n_phases; k++)
            list[(*n)++] = (struct duration){.seconds = s->results[i].phases[k].seconds,
                                             .phase = s->results[i].phases[k].name,
                                             .result = &s->results[i]};
    for (const struct fixture_result *f = s->fixtures; f; f = f->next) {
        list[(*n)++] = (struct duration){f->setup_seconds, "setup", NULL, f};
        list[(*n)++] = (struct duration){f->teardown_seconds, "teardown", NULL, f};
    }
    qsort(list, *n, sizeof *list, slowest_first);
    return list;
}

static void tell(const struct term *t, const struct duration *d)
{
    term_print(t, "%.2fs %-8s ", d->seconds, term_phase_name(d->phase));
    if (d->result)
        term_print(t, "%s::%s\n", d->result->path, d->result->name);
    else
        term_print(t, "%s: fixture '%s'\n", d->fixture->spec ? d->fixture->spec : d->fixture->path,
                   d->fixture->name);
}

void term_durations(const struct term *t, const struct run_summary *s)
{
    char title[64] = "slowest durations";
    size_t n, i = 0;
    bool own = t->o.durations_min < 0;
    double least = !own ? t->o.durations_min : t->o.verbosity < 2 ? 0.005 : 0;
    struct duration *list = t->o.durations ? all_durations(s, &n) : NULL;
    if (!list)
        return;
    if (t->o.durations_most && t->o.durations_most < n)
        n = t->o.durations_most;
    if (t->o.durations_most)
        snprintf(title, sizeof title, "slowest %u durations", t->o.durations_most);
    if (n > 0)
        term_rule(t, PLAIN, '=', title);
    while (i < n && list[i].seconds >= least)
        tell(t, &list[i++]);
    if (i < n)
        term_print(t, "\n(%zu durations < %gs hidden.%s)\n", n - i, least,
                   own ? "  Use -vv to show these durations." : "");
    free(list);
}
