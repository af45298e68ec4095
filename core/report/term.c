/* SPDX-License-Identifier: Apache-2.0 */
/* The terminal reporter: its head, the progress of the run, its last line. */
#include "report/term.h"

#include <stdlib.h>
#include <string.h>

#include "base/width.h"
#include "lua/listen/listen.h"
#include "report/term_state.h"

enum { UNCLAIMED_SHOWN = 5 }; /* sources */

struct term *term_new(const struct term_options *options)
{
    struct term *t = calloc(1, sizeof *t);
    if (t)
        t->o = *options;
    return t;
}

void term_free(struct term *t)
{
    free(t);
}

void term_break(struct term *t)
{
    term_fresh_line(t);
    fflush(t->o.out);
}

/* The head ------------------------------------------------------------------------------------ */

static void tell_collected(const struct term *t, const struct run_info *info)
{
    size_t all = info->n_cases + info->n_deselected;
    term_print(t, "collected %zu case%s in %zu file%s", all, all == 1 ? "" : "s", info->n_files,
               info->n_files == 1 ? "" : "s");
    if (info->n_errors)
        term_print(t, " / %zu error%s", info->n_errors, info->n_errors == 1 ? "" : "s");
    if (info->n_deselected)
        term_print(t, " / %zu deselected / %zu selected", info->n_deselected, info->n_cases);
    if (info->shard)
        term_print(t, "\nshard %s: %zu of %zu cases", info->shard, info->n_cases, info->n_whole);
    if (info->recall)
        term_print(t, "\n%s", info->recall);
    fputs("\n\n", t->o.out);
}

static void on_run_begin(void *self, const struct run_info *info)
{
    struct term *t = self;
    t->total = info->n_cases;
    t->jobs = info->jobs;
    if (t->o.verbosity < 0) {
        if (info->seed && t->o.verbosity == -1)
            term_print(t, "shuffled by --seed %u\n", info->seed);
        return;
    }
    term_rule(t, BOLD, '=', info->n_reports ? "slrun merge" : "slrun run starts");
    term_print(t, "slrun %s, run %s, target %s", info->version, info->run_id, info->target);
    if (info->endpoint)
        term_print(t, " (%s)", info->endpoint);
    term_print(t, ", region %s", info->region);
    if (info->jobs)
        term_print(t, ", -j %u", info->jobs);
    if (info->workers)
        term_print(t, ", -n %u", info->workers);
    if (info->n_reports)
        term_print(t, ", %zu report%s", info->n_reports, info->n_reports == 1 ? "" : "s");
    fputc('\n', t->o.out);
    if (info->config)
        term_print(t, "configfile: %s\n", info->config);
    for (const char *const *note = info->notes; note && *note; note++)
        term_print(t, "%s\n", *note);
    if (info->seed)
        term_print(t, "shuffled by --seed %u\n", info->seed);
    tell_collected(t, info);
    fflush(t->o.out);
}

/* Progress ------------------------------------------------------------------------------------ */

static void percent(struct term *t, size_t used)
{
    unsigned done = t->total ? (unsigned)(t->seen * 100 / t->total) : 100;
    int gap = (int)t->o.width - 7 - (int)used; /* pytest leaves the last column free */
    term_print(t, "%*s[%3u%%]\n", gap > 1 ? gap : 1, "", done);
    t->column = 0;
}

void term_fresh_line(struct term *t)
{
    term_live_hide(t);
    if (t->column)
        percent(t, t->column);
}

/* One more in the row of letters. */
static void put_letters(struct term *t, enum color color, const char *letters)
{
    term_measure(t);
    if (t->column == 0)
        term_live_hide(t);
    term_paint(t, color, "%s", letters);
    t->column += (unsigned)strlen(letters);
    if (t->column + 9 >= t->o.width || t->seen == t->total) {
        term_live_hide(t);
        percent(t, t->column);
        fflush(t->o.out);
    } else if (t->o.windowed) {
        fflush(t->o.out);
    }
}

/* Whole lines leave at once, also into a pipe: who reads the log of a run that hangs sees how far
 * it came. */
static void verbose_line(struct term *t, const struct result *r, const char *word, const char *why)
{
    struct buf head = BUF_INIT(TERM_TEXT_MAX);
    term_fresh_line(t);
    term_measure(t);
    buf_printf(&head, "%s::%s ", r->path, r->name);
    size_t n = width_of(buf_str(&head)) + strlen(word);
    term_print(t, "%s", buf_str(&head));
    term_paint(t, term_color(r->outcome), "%s", word);
    buf_clear(&head);
    if (why)
        buf_printf(&head, " (%s)", why);
    if (r->tries)
        buf_printf(&head, " (try %u)", r->tries + 1);
    term_print(t, "%s", buf_str(&head));
    percent(t, n + width_of(buf_str(&head)));
    buf_free(&head);
}

static void attachments(const struct term *t, const struct attachment *a)
{
    for (; a; a = a->next)
        term_print(t, "attached: %s (%zu byte%s)\n", a->name, a->size, a->size == 1 ? "" : "s");
}

/* A case that is tried again, as pytest-rerunfailures tells it. */
static void on_case_again(void *self, const struct result *attempt)
{
    struct term *t = self;
    struct result shown = *attempt;
    shown.outcome = OUTCOME_FLAKY; /* its colour */
    if (t->o.verbosity > 0)
        verbose_line(t, &shown, "RERUN", NULL);
    else if (!t->o.setup_show)
        put_letters(t, YELLOW, "R");
}

static void on_case_end(void *self, const struct result *r)
{
    struct term *t = self;
    t->seen++;
    t->failed += outcome_fails(r->outcome) || r->problems;
    if (t->o.setup_show) {
        term_fresh_line(t);
        term_setup_case(t->o.out, r->path, r->name, r->plan);
        fputc(' ', t->o.out);
        term_paint(t, term_color(r->outcome), "%s\n", outcome_verbose(r->outcome));
    } else if (t->o.verbosity > 0) {
        verbose_line(t, r, outcome_verbose(r->outcome),
                     r->outcome == OUTCOME_SKIPPED ? r->failure.summary : r->expected);
        if (t->o.verbosity > 1)
            term_phases_of(t, r);
        attachments(t, r->attachments);
    } else {
        char letters[3] = {outcome_letter(r->outcome), r->problems ? 'E' : '\0', '\0'};
        put_letters(t, r->problems ? RED : term_color(r->outcome), letters);
        return;
    }
    fflush(t->o.out);
}

/* -s: whose it is stands in front, for cases run side by side. */
static void says(struct term *t, const char *word, const char *name, const char *text)
{
    if (!t->o.says)
        return;
    term_fresh_line(t);
    while (*text) {
        size_t n = strcspn(text, "\n");
        fprintf(t->o.out, "%s%s | %.*s\n", word, name, (int)n, text); /* raw, as pytest's */
        text += n + (text[n] == '\n');
    }
    fflush(t->o.out);
}

static void on_case_says(void *self, const struct result *r, const char *text)
{
    says(self, "", r->name, text);
}

static void on_fixture_says(void *self, const char *name, const char *text)
{
    says(self, "fixture ", name, text);
}

static void on_fixture_moves(void *self, const struct fixture_move *move)
{
    struct term *t = self;
    if (!t->o.setup_show)
        return;
    term_fresh_line(t);
    term_setup_move(t->o.out, move, move->of && t->jobs > 1 ? move->of->name : NULL);
    fflush(t->o.out);
}

/* The end ------------------------------------------------------------------------------------- */

/* What listeners heard, and gave back because no case wanted it. */
static void show_unclaimed(const struct term *t, const struct run_summary *s)
{
    size_t n = 0, more = 0;
    for (const struct listen_unclaimed *u = s->unclaimed; u; u = u->next) {
        if (++n > UNCLAIMED_SHOWN)
            more += u->records;
        else
            term_print(t, "%zu record%s claimed by no listener: %s\n", u->records,
                       u->records == 1 ? "" : "s", u->source);
    }
    if (more)
        term_print(t, "%zu record%s claimed by no listener: %zu more sources\n", more,
                   more == 1 ? "" : "s", n - UNCLAIMED_SHOWN);
}

/* Functions whose roles lack permissions: here all works, on AWS it would not. */
static void show_denied(const struct term *t, const struct run_summary *s)
{
    size_t i;
    json_t *refusal;
    bool enforced = false;
    if (json_array_size(s->denied) == 0 || t->o.verbosity < -1)
        return;
    term_rule(t, YELLOW, '=', "what AWS would refuse");
    json_array_foreach ((json_t *)s->denied, i, refusal) {
        const char *text = json_string_value(json_object_get(refusal, "text"));
        const char *hint = json_string_value(json_object_get(refusal, "hint"));
        term_paint(t, YELLOW, "%s\n", text ? text : "");
        fprintf(t->o.out, "  %s\n", hint ? hint : "");
        enforced = enforced || json_is_true(json_object_get(refusal, "enforced"));
    }
    fputs(enforced ? "they were refused here, too (--iam enforce); --iam warn only tells of them\n"
                   : "--iam enforce has them refused here, too; --iam off is silent\n",
          t->o.out);
}

static size_t reruns(const struct run_summary *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->n_results; i++)
        n += s->results[i].tries;
    return n;
}

/* The counts, in pytest's order: "1 failed, 2 passed, 3 deselected". Their length. */
static size_t counts_text(const struct run_summary *s, char *text, size_t size)
{
    size_t n = 0, again = reruns(s);
    for (int i = 0; i < OUTCOME_COUNT; i++) {
        size_t count = s->counts[i] + (i == OUTCOME_ERROR ? s->n_errors : 0);
        if (count > 0)
            n += (size_t)snprintf(text + n, size - n, "%s%zu %s%s", n ? ", " : "", count,
                                  outcome_word((enum outcome)i),
                                  i == OUTCOME_ERROR && count != 1 ? "s" : "");
        if (i == OUTCOME_SKIPPED && s->n_deselected)
            n += (size_t)snprintf(text + n, size - n, "%s%zu deselected", n ? ", " : "",
                                  s->n_deselected);
    }
    if (again)
        n += (size_t)snprintf(text + n, size - n, "%s%zu rerun", n ? ", " : "", again);
    return n;
}

static void last_line(const struct term *t, const struct run_summary *s)
{
    char text[256] = "";
    if (t->o.verbosity < -1)
        return;
    size_t n = counts_text(s, text, sizeof text);
    size_t bad = s->n_errors + outcomes_failing(s->counts);
    if (n == 0)
        n += (size_t)snprintf(text, sizeof text, "no tests ran");
    n += (size_t)snprintf(text + n, sizeof text - n, " in %.2fs", s->seconds);
    if (s->seconds >= 60)
        snprintf(text + n, sizeof text - n, " (%d:%02d:%02d)", (int)s->seconds / 3600,
                 (int)s->seconds / 60 % 60, (int)s->seconds % 60);
    bool doubts =
        !s->counts[OUTCOME_PASSED] || s->counts[OUTCOME_XPASSED] || s->counts[OUTCOME_FLAKY];
    enum color color = bad ? RED : doubts ? YELLOW : GREEN;
    if (t->o.verbosity < 0)
        term_paint(t, color, "%s\n", text);
    else
        term_rule(t, color, '=', text);
}

/* Between the letters of progress it has a line of its own. */
static void on_notice(void *self, const char *text)
{
    struct term *t = self;
    if (t->o.verbosity < 0)
        return;
    term_fresh_line(t);
    term_print(t, "%s\n", text);
    fflush(t->o.out);
}

static void on_run_end(void *self, const struct run_summary *s)
{
    struct term *t = self;
    term_fresh_line(t);
    term_measure(t);
    term_failures(t, s);
    term_passes(t, s);
    term_durations(t, s);
    term_reruns(t, s);
    term_short(t, s);
    show_unclaimed(t, s);
    show_denied(t, s);
    if (s->stopped)
        term_rule(t, RED, '!', s->stopped);
    term_phases(t, s);
    last_line(t, s);
    fflush(t->o.out);
}

const struct observer term_observer = {
    .run_begin = on_run_begin,
    .case_again = on_case_again,
    .case_says = on_case_says,
    .fixture_says = on_fixture_says,
    .case_end = on_case_end,
    .notice = on_notice,
    .fixture_moves = on_fixture_moves,
    .run_end = on_run_end,
};
