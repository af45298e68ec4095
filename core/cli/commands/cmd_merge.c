/* SPDX-License-Identifier: Apache-2.0 */
/* slrun merge: the JSON reports of several machines as one run. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "cli/command.h"
#include "cli/reports.h"
#include "cli/terminal.h"
#include "report/merge.h"
#include "run/select/durations.h"

struct merge_command {
    struct report_options reports;
    const char *color;
    int verbosity;
    bool help, store_durations;
};

#define FIELD(name) offsetof(struct merge_command, name)

static const struct arg_option options[] = {
    {0, "store-durations", NULL, ARG_FLAG, FIELD(store_durations), NULL,
     "keep in .slrun/cache how long the cases took, for --shard and -n"},
    {'q', "quiet", NULL, ARG_COUNT, FIELD(verbosity), NULL, "say less", -1},
    {'v', "verbose", NULL, ARG_COUNT, FIELD(verbosity), NULL, "a line for each case", 1},
    {0, "color", NULL, ARG_STRING, FIELD(color), "WHEN", "yes, no, or auto (NO_COLOR is heeded)",
     .among = "yes|no|auto"},
    REPORT_OPTIONS(FIELD(reports)),
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

struct merger {
    struct merge_command o;
    struct arg_rest rest;
    struct merge *merge;
    struct term *term;
    struct reports *reports;
    struct slrun_error error;
};

static int read_all(struct merger *m)
{
    if (m->rest.n == 0) {
        error_set(&m->error, SLRUN_E_USAGE, "merge: which reports?");
        return error_hint(&m->error, "slrun merge FILE... takes what --report-json has written");
    }
    m->merge = merge_new();
    if (!m->merge)
        return error_set(&m->error, SLRUN_E_MEMORY, "out of memory");
    for (size_t i = 0; i < m->rest.n; i++)
        if (merge_read(m->merge, m->rest.words[i], &m->error) != 0)
            return -1;
    return merge_join(m->merge, &m->error);
}

static int open_reports(struct merger *m)
{
    struct term_options looks = {.verbosity = m->o.verbosity, .shown = TERM_SHOWN_DEFAULT};
    m->term = terminal_new(m->o.color, &looks);
    if (!m->term)
        return error_set(&m->error, SLRUN_E_MEMORY, "out of memory");
    struct reporter terminal = {&term_observer, m->term};
    m->reports = reports_open(&m->o.reports, &terminal, &m->error);
    return m->reports ? 0 : -1;
}

/* The run goes by once more, in the order of the whole. */
static void replay(const struct merger *m)
{
    struct run_info info;
    const struct run_summary *s = merge_summary(m->merge);
    void *all = reports_all(m->reports);
    merge_info(m->merge, &info);
    reporters_observer.run_begin(all, &info);
    for (size_t i = 0; i < s->n_results; i++) {
        reporters_observer.case_begin(all, &s->results[i]);
        reporters_observer.case_end(all, &s->results[i]);
    }
    for (const struct fixture_result *f = s->fixtures; f; f = f->next)
        reporters_observer.fixture_end(all, f);
    reporters_observer.run_end(all, s);
}

static void tell(const json_t *list)
{
    size_t i;
    const json_t *one;
    fflush(stdout);
    json_array_foreach (list, i, one)
        fprintf(stderr, "slrun: %s\n", json_string_value(one));
}

static enum exitcode store(struct merger *m, enum exitcode code)
{
    if (!m->o.store_durations || durations_keep_run(merge_summary(m->merge), &m->error) == 0)
        return code;
    enum exitcode failed = command_fail(&m->error);
    return code == EXITCODE_OK ? failed : code;
}

static enum exitcode verdict(const struct merger *m)
{
    const struct run_summary *s = merge_summary(m->merge);
    if (s->stop != STOP_NONE)
        return EXITCODE_INTERRUPTED;
    if (outcomes_failing(s->counts) || s->n_errors)
        return EXITCODE_FAILED;
    return s->n_results ? EXITCODE_OK : EXITCODE_NOTHING;
}

static enum exitcode join(struct merger *m)
{
    if (read_all(m) != 0 || open_reports(m) != 0)
        return command_fail(&m->error);
    replay(m);
    tell(merge_missing(m->merge));
    tell(merge_doubts(m->merge));
    enum exitcode code = store(m, verdict(m));
    if (reports_close(m->reports, command_fail) != 0 && code == EXITCODE_OK)
        return EXITCODE_INTERNAL;
    return code;
}

static enum exitcode command_merge_main(const struct command *self, int argc, char **argv)
{
    struct merger m = {0};
    if (args_parse(options, &(struct arg_line){argc, argv, &m.o}, &m.rest, &m.error) != 0)
        return command_fail(&m.error);
    enum exitcode code = m.o.help ? command_help(self) : join(&m);
    term_free(m.term);
    merge_free(m.merge);
    free(m.rest.words);
    error_clear(&m.error);
    return code;
}

const struct command command_merge = {
    .name = "merge",
    .usage = "merge [options] FILE...",
    .about = "Joins the reports that --report-json has written on several machines into one run:\n"
             "its summary, its exit code and the reports that are asked for.",
    .options = options,
    .run = command_merge_main,
    .words = COMMAND_FILES,
};
