/* SPDX-License-Identifier: Apache-2.0 */
/* slrun [options] [files]: collects the specs and runs them. */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/listing.h"
#include "cli/manned.h"
#include "cli/runner.h"
#include "cli/runner_signals.h"
#include "cli/stacks.h"
#include "cli/terminal.h"
#include "net/loop.h"
#include "run/collect/path.h"
#include "run/ledger/ledger_book.h"
#include "run/select/durations.h"
#include "run/select/select.h"

static enum exitcode list(const struct runner *r)
{
    if (r->o.fixtures)
        return listing_fixtures(&r->collection);
    if (r->o.setup_plan)
        return listing_plan(&r->collection);
    if (r->o.verbosity < -1)
        return listing_files(&r->collection);
    return listing_cases(&r->collection, (double)(clock_mono_ns() - r->began_ns) / 1e9);
}

/* `auto` and `long` are the same: a report is as long as it has something to say. */
static enum term_traceback traceback(const char *how)
{
    static const struct {
        const char *word;
        enum term_traceback how;
    } words[] = {{"short", TERM_SHORT}, {"line", TERM_LINE}, {"no", TERM_NO}};
    for (size_t i = 0; how && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].word, how) == 0)
            return words[i].how;
    return TERM_FULL;
}

static int open_report(struct runner *r)
{
    struct term_options looks = {.verbosity = r->o.verbosity,
                                 .says = r->o.says,
                                 .setup_show = r->o.setup_show,
                                 .shown = r->shown,
                                 .traceback = traceback(r->o.traceback),
                                 .durations = r->o.durations != DURATIONS_NONE,
                                 .durations_most = r->o.durations,
                                 .durations_min = r->o.durations_min / 1000};
    r->term = terminal_new(r->o.color, &looks);
    if (!r->term)
        return error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
    struct reporter terminal = {&term_observer, r->term};
    r->reports = reports_open(&r->o.reports, &terminal, &r->error);
    if (!r->reports)
        return -1;
    reports_follow(r->reports, r->loop);
    return 0;
}

static void on_session_done(void *arg)
{
    struct runner *r = arg;
    loop_stop(r->loop);
}

static void tell_begin(struct runner *r)
{
    struct run_info info = {
        .version = SLRUN_VERSION,
        .run_id = r->env.run_id,
        .target = target_name(r->target),
        .endpoint = r->env.calls ? r->env.calls->endpoint : NULL,
        .region = target_identity(r->target).region,
        .notes = stacks_notes(r),
        .n_cases = r->collection.n_items,
        .n_files = r->files.n,
        .n_deselected = r->collection.n_deselected,
        .jobs = r->o.jobs,
        .workers = r->n_workers,
        .seed = r->o.seed,
        .config = r->config.file.path,
        .recall = *r->recall.status ? r->recall.status : NULL,
        .directory = *r->directory ? r->directory : NULL,
        .root = *r->project ? r->project : NULL,
        .shard = r->shard.n ? r->o.shard : NULL,
        .n_whole = r->shard.n ? r->n_whole : 0,
        .errors = r->collection.errors,
        .n_errors = r->collection.n_errors,
    };
    reporters_observer.run_begin(reports_all(r->reports), &info);
}

/* Earlier runs that were killed may have left things there. */
static void tell_leftovers(const struct runner *r, const struct identity *identity)
{
    char options_text[512];
    size_t n = book_leftovers(LEDGER_DIRECTORY, identity);
    identity_options(identity, options_text, sizeof options_text);
    if (n > 0 && r->o.verbosity > -2)
        printf("%zu earlier run%s left things there: `slrun sweep%s` removes them\n", n,
               n == 1 ? "" : "s", options_text);
}

/* 0, or -1 with r->error filled. */
static int open_ledger(struct runner *r)
{
    struct identity identity = target_identity(r->target);
    struct ledger_options ledger_options = {
        .directory = LEDGER_DIRECTORY, .run_id = r->env.run_id, .identity = &identity};
    if (!target_outlives_run(r->target))
        return 0;
    tell_leftovers(r, &identity);
    r->ledger = ledger_new(r->loop, &ledger_options);
    if (!r->ledger)
        return error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
    r->env.journal = ledger_journal(r->ledger);
    return 0;
}

/* What this run has not undone, and how to do it. */
static void tell_outstanding(const struct runner *r)
{
    size_t n = ledger_outstanding(r->ledger) + workers_outstanding(r->workers);
    struct identity identity = target_identity(r->target);
    char options_text[512];
    if (n == 0)
        return;
    identity_options(&identity, options_text, sizeof options_text);
    printf("%zu thing%s of this run %s left: `slrun sweep --run %s%s` removes %s\n", n,
           n == 1 ? "" : "s", n == 1 ? "is" : "are", r->env.run_id, options_text,
           n == 1 ? "it" : "them");
}

static void tell_notice(void *arg, const char *text)
{
    const struct runner *r = arg;
    reporters_observer.notice(reports_all(r->reports), text);
}

static void give_up(struct runner *r)
{
    r->failed = true;
    loop_stop(r->loop);
}

/* 0, or -1 with r->error filled. */
static int open_session(struct runner *r)
{
    if (open_ledger(r) != 0 || manned_open(r) != 0)
        return -1;
    struct session_options options = {
        .uses = r->uses,
        .jobs = r->o.jobs,
        .max_failures = recall_max_failures(&r->recall, r->o.exit_first ? 1 : r->o.max_failures),
        .stepwise = r->recall.o.stepwise,
        .shuffle = r->o.seed != 0,
        .seed = r->o.seed,
        .rerun_delay_ms = r->o.reruns_delay,
        .keep = r->o.keep,
        .calls = reports_calls(r->reports),
        .workers = r->workers,
        .observer = &reporters_observer,
        .observer_self = reports_all(r->reports),
    };
    r->session = session_new(&r->env, &r->collection, &options);
    return r->session ? 0 : error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
}

/* The target is ready, or cannot be had. */
static void on_ready(void *arg, struct call_env *calls, const struct slrun_error *error)
{
    struct runner *r = arg;
    if (error) {
        error_set(&r->error, error->kind, "%s", error->message);
        error_hint(&r->error, "%s", error->hint);
        give_up(r);
        return;
    }
    struct identity identity = target_identity(r->target);
    r->uses = iam_new(&identity, r->env.run_id, calls);
    r->env.calls = calls;
    r->env.notice = tell_notice;
    r->env.notice_arg = r;
    tell_begin(r);
    if (open_session(r) != 0) {
        give_up(r);
        return;
    }
    session_start(r->session, on_session_done, r);
    if (live_wanted() && r->o.verbosity > -2)
        live_start(&r->live, r->loop, r->term, r->session);
}

/* Without its cloud a run can only end: what waits for it is told so. */
static void on_lost(void *arg, const struct slrun_error *error)
{
    struct runner *r = arg;
    r->env.lost = true;
    workers_lost(r->workers);
    if (r->session)
        session_interrupt(r->session, STOP_TARGET, error->message);
}

/* What AWS would refuse to a function. */
static void on_denied(void *arg, json_t *refusal)
{
    struct runner *r = arg;
    r->denied = r->denied ? r->denied : json_array();
    json_array_append(r->denied, refusal);
    r->env.denied = r->denied;
    workers_deny(r->workers, refusal);
}

/* Whether the next run may want to know how long the cases of this one took. A shard keeps it for
 * itself: the next would be dealt out in another way. */
static bool balances(const struct runner *r, const struct run_summary *summary)
{
    return r->shard.n == 0 && (r->n_workers > 0 || summary->seconds >= DURATIONS_WORTH_SECONDS);
}

/* A cache that cannot be kept harms no result. */
static void keep_recall(struct runner *r, const struct run_summary *summary)
{
    struct slrun_error error = {0};
    if (recall_keep(&r->recall, &r->collection, summary, &error) != 0 ||
        (balances(r, summary) && durations_keep_run(summary, &error) != 0) ||
        (r->uses && iam_keep(r->uses, &error) != 0))
        fprintf(stderr, "slrun: %s\n", error.message);
    error_clear(&error);
}

static enum exitcode verdict(struct runner *r)
{
    if (r->failed)
        return command_fail(&r->error);
    if (!r->session)
        return EXITCODE_INTERRUPTED;
    const struct run_summary *s = session_summary(r->session);
    struct run_summary told = *s;
    told.denied = r->denied;
    live_stop(&r->live);
    reporters_observer.run_end(reports_all(r->reports), &told);
    tell_outstanding(r);
    keep_recall(r, s);
    if (s->stop == STOP_SIGNAL || s->stop == STOP_STEP)
        return EXITCODE_INTERRUPTED;
    if (s->stop == STOP_TARGET)
        return EXITCODE_INTERNAL;
    if (outcomes_failing(s->counts) || s->n_errors)
        return EXITCODE_FAILED;
    return r->o.fail_on_flaky && s->counts[OUTCOME_FLAKY] ? EXITCODE_FLAKY : EXITCODE_OK;
}

/* As pytest: files that cannot be collected interrupt the run before its first case. */
static enum exitcode collection_failed(struct runner *r)
{
    char why[64];
    size_t n = r->collection.n_errors;
    snprintf(why, sizeof why, "Interrupted: %zu error%s during collection", n, n == 1 ? "" : "s");
    struct run_summary summary = {
        .errors = r->collection.errors, .n_errors = n, .n_deselected = r->collection.n_deselected};
    if (!r->o.run_the_rest) {
        summary.stop = STOP_COLLECTION;
        summary.stopped = why;
    }
    tell_begin(r);
    reporters_observer.run_end(reports_all(r->reports), &summary);
    return r->o.run_the_rest ? EXITCODE_FAILED : EXITCODE_INTERRUPTED;
}

/* Also where all was deselected: as pytest, whose last line then says so. */
static enum exitcode nothing(struct runner *r)
{
    struct run_summary summary = {.n_deselected = r->collection.n_deselected,
                                  .seconds = (double)(clock_mono_ns() - r->began_ns) / 1e9};
    if (r->n_whole > 0) { /* of a shard: others have them */
        tell_begin(r);
        reporters_observer.run_end(reports_all(r->reports), &summary);
        return EXITCODE_OK;
    }
    if (!summary.n_deselected) {
        printf("no cases in %zu file%s\n", r->files.n, r->files.n == 1 ? "" : "s");
        if (r->files.n == 0)
            printf("  hint: `slrun FILES...` runs spec files; without arguments, the folder "
                   "specs/\n");
    } else {
        printf("collected %zu cases / %zu deselected / 0 selected\n", summary.n_deselected,
               summary.n_deselected);
        reporters_observer.run_end(reports_all(r->reports), &summary);
    }
    return EXITCODE_NOTHING;
}

/* Leaves what --shard says, of all that is selected. */
static int narrow(struct runner *r)
{
    if (r->shard.n == 0)
        return 0;
    r->n_whole = r->collection.n_items;
    return shard_narrow(&r->shard, &r->collection, &r->error);
}

static enum exitcode run(struct runner *r)
{
    struct select_options selection = {.keyword = r->o.keyword,
                                       .mark = r->o.mark,
                                       .deselect = r->o.deselect.words,
                                       .n_deselect = r->o.deselect.n,
                                       .known_tags = r->env.known_tags};
    if (!runner_lists(r)) {
        runner_watch_signals(r);
        /* starts at once: it gets ready while the specs are being read */
        struct target_events events = {
            .ready = on_ready, .lost = on_lost, .denied = on_denied, .arg = r};
        if (target_open(r->target, &events, &r->error) != 0)
            return command_fail(&r->error);
    }
    if (collect(&r->env, &r->files, &r->collection, &r->error) != 0)
        return command_fail(&r->error);
    if (stacks_check(&r->stacks, &r->collection, &r->error) != 0)
        return command_fail(&r->error);
    recall_narrow(&r->recall, &r->collection);
    if (select_cases(&r->collection, &selection, &r->error) != 0 || narrow(r) != 0 ||
        recall_order(&r->recall, &r->collection, &r->error) != 0)
        return command_fail(&r->error);
    if (runner_lists(r))
        return list(r);
    if (open_report(r) != 0)
        return command_fail(&r->error);
    if (r->collection.n_errors && (!r->o.run_the_rest || r->collection.n_items == 0))
        return collection_failed(r);
    if (r->collection.n_items == 0)
        return nothing(r);
    loop_run(r->loop);
    return verdict(r);
}

/* A report that is not complete must not pass for one, whatever became of the cases. */
static enum exitcode close_reports(struct runner *r, enum exitcode code)
{
    if (reports_close(r->reports, command_fail) != 0 && code == EXITCODE_OK)
        return EXITCODE_INTERNAL;
    return code;
}

static enum exitcode command_run_main(const struct command *self, int argc, char **argv)
{
    struct runner r = {.began_ns = clock_mono_ns()};
    if (runner_read(&r, argc, argv) != 0) {
        enum exitcode usage = command_fail(&r.error);
        runner_close(&r);
        return usage;
    }
    enum exitcode code = r.o.help               ? command_help(self)
                         : r.o.version          ? command_version()
                         : runner_open(&r) != 0 ? command_fail(&r.error)
                                                : run(&r);
    code = close_reports(&r, code);
    fflush(stdout);
    runner_close(&r);
    return code;
}

const struct command command_run = {
    .usage = "[options] [FILE | DIRECTORY | FILE::CASE]...",
    .about =
        "Runs specs: Lua files that seed a system, act on it, poll for the eventual result, check "
        "it\nand tear it down. Without files: the folder specs/. Without a target: the embedded "
        "local cloud.",
    .options = run_options,
    .run = command_run_main,
    .words = COMMAND_SPECS,
};
