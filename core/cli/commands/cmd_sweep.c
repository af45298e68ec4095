/* SPDX-License-Identifier: Apache-2.0 */
/* slrun sweep: undoes what runs that were killed have left. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "cli/command.h"
#include "cli/options/config.h"
#include "cli/target/target.h"
#include "net/loop.h"
#include "run/ledger/sweep.h"

struct sweep_command {
    struct target_options target;
    const char *run_id, *older_than;
    bool help, dry_run;
};

#define FIELD(name) offsetof(struct sweep_command, name)

static const struct arg_option options[] = {
    {0, "run", NULL, ARG_STRING, FIELD(run_id), "ID", "only what that run has left"},
    {0, "older-than", NULL, ARG_STRING, FIELD(older_than), "DURATION",
     "only runs that began before that, such as 12h"},
    {0, "dry-run", NULL, ARG_FLAG, FIELD(dry_run), NULL,
     "say what would be undone, and do nothing"},
    {0, "target", NULL, ARG_STRING, FIELD(target.name), "NAME", "endpoint or aws",
     .among = "endpoint|aws"},
    TARGET_OPTIONS(FIELD(target)),
    {'h', "help", NULL, ARG_FLAG, FIELD(help), NULL, "this text"},
    {0},
};

/* All that a sweep holds; opened from the top, closed from the bottom. */
struct sweeper {
    struct sweep_command o;
    struct config config;
    int64_t older_than_ms;
    struct identity identity;
    struct registry *registry;
    uv_loop_t *loop;
    struct target *target;
    struct sweep *sweep;
    uv_signal_t interrupt, terminate;
    bool watching, finished;
    struct slrun_error error;
};

static void on_done(void *arg)
{
    struct sweeper *s = arg;
    s->finished = true;
    loop_stop(s->loop);
}

static void on_signal(uv_signal_t *handle, int number)
{
    struct sweeper *s = handle->data;
    (void)number;
    loop_stop(s->loop);
}

static void watch_signals(struct sweeper *s)
{
    uv_signal_init(s->loop, &s->interrupt);
    uv_signal_init(s->loop, &s->terminate);
    s->interrupt.data = s->terminate.data = s;
    uv_signal_start(&s->interrupt, on_signal, SIGINT);
    uv_signal_start(&s->terminate, on_signal, SIGTERM);
    s->watching = true;
}

static int begin(struct sweeper *s, struct call_env *calls)
{
    struct sweep_options sweep_options = {.loop = s->loop,
                                          .registry = s->registry,
                                          .calls = calls,
                                          .directory = LEDGER_DIRECTORY,
                                          .run_id = s->o.run_id,
                                          .older_than_ms = s->older_than_ms,
                                          .dry_run = s->o.dry_run,
                                          .identity = &s->identity,
                                          .out = stdout,
                                          .done = on_done,
                                          .arg = s};
    s->sweep = sweep_new(&sweep_options, &s->error);
    if (!s->sweep)
        return -1;
    sweep_start(s->sweep);
    return 0;
}

static void on_ready(void *arg, struct call_env *calls, const struct slrun_error *error)
{
    struct sweeper *s = arg;
    if (error) {
        error_copy(&s->error, error);
        loop_stop(s->loop);
        return;
    }
    s->identity = target_identity(s->target); /* now that credentials are known */
    if (begin(s, s->o.dry_run ? NULL : calls) != 0)
        loop_stop(s->loop);
}

/* 1 when something is left that a sweep of this place should have undone. */
static enum exitcode verdict(const struct sweeper *s)
{
    const struct sweep_summary *m = sweep_summary(s->sweep);
    if (!s->finished) {
        printf("interrupted: the next sweep goes on from here\n");
        return EXITCODE_INTERRUPTED;
    }
    size_t seen = m->swept + m->live + m->young + m->other + m->broken;
    if (seen == 0) {
        printf("nothing to sweep%s%s\n", s->o.run_id ? ": there is no ledger of run " : "",
               s->o.run_id ? s->o.run_id : "");
        return EXITCODE_OK;
    }
    printf("%zu run%s swept: %zu %s, %zu kept, %zu failed\n", m->swept, m->swept == 1 ? "" : "s",
           m->counts.undone, s->o.dry_run ? "to undo" : "undone", m->counts.kept, m->counts.failed);
    bool refused = m->other > 0 && (s->o.run_id || m->swept == 0);
    bool named_is_left = s->o.run_id && m->live > 0;
    return m->counts.failed || m->broken || refused || named_is_left ? EXITCODE_FAILED
                                                                     : EXITCODE_OK;
}

static int check_options(struct sweeper *s, const struct arg_rest *rest)
{
    if (rest->n > 0)
        return error_set(&s->error, SLRUN_E_USAGE, "slrun sweep takes no '%s'", rest->words[0]);
    if (s->o.older_than && !duration_parse(s->o.older_than, &s->older_than_ms))
        return error_set(&s->error, SLRUN_E_USAGE,
                         "--older-than: '%s' is no duration such as 12h or 30m", s->o.older_than);
    struct run_options file;
    if (config_of_command(&s->config, &file, rest, &s->error) != 0)
        return -1;
    config_target(&s->o.target, &file.target);
    return 0;
}

/* Without a target nothing is sent: the local cloud of a run has taken all with it. */
static enum exitcode run(struct sweeper *s)
{
    struct target_events events = {.ready = on_ready, .arg = s};
    s->registry = command_registry(s->o.target.plugin_path, &s->error);
    s->loop = s->registry ? loop_new(&s->error) : NULL;
    s->target = s->loop ? target_new(s->loop, &s->o.target, &s->error) : NULL;
    if (!s->target)
        return command_fail(&s->error);
    watch_signals(s);
    bool opens = target_outlives_run(s->target);
    if (!opens)
        s->identity = target_identity(s->target);
    int begun = opens ? target_open(s->target, &events, &s->error) : begin(s, NULL);
    if (begun == 0)
        loop_run(s->loop);
    return s->sweep ? verdict(s) : command_fail(&s->error);
}

static void close_all(struct sweeper *s)
{
    sweep_free(s->sweep);
    target_free(s->target);
    if (s->watching) {
        uv_close((uv_handle_t *)&s->interrupt, NULL);
        uv_close((uv_handle_t *)&s->terminate, NULL);
    }
    loop_free(s->loop);
    registry_free(s->registry);
    config_close(&s->config);
    error_clear(&s->error);
}

static enum exitcode command_sweep_main(const struct command *self, int argc, char **argv)
{
    struct sweeper s = {0};
    struct arg_rest rest = {0};
    setvbuf(stdout, NULL, _IOLBF, 0); /* each line as it happens, also into a file */
    if (args_parse(options, &(struct arg_line){argc, argv, &s.o}, &rest, &s.error) != 0)
        return command_fail(&s.error);
    enum exitcode code = s.o.help                        ? command_help(self)
                         : check_options(&s, &rest) != 0 ? command_fail(&s.error)
                                                         : run(&s);
    free(rest.words);
    fflush(stdout);
    close_all(&s);
    return code;
}

const struct command command_sweep = {
    .name = "sweep",
    .usage = "sweep [options]",
    .about = "Undoes what runs that were killed have left, from their ledgers in " LEDGER_DIRECTORY
             ".\nOnly what those runs made themselves is deleted, and only on the target that is "
             "named here;\nruns that are still alive are left alone.",
    .options = options,
    .run = command_sweep_main,
};
