/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/runner.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "cli/command.h"
#include "cli/manned.h"
#include "cli/stacks.h"
#include "lua/coro.h"
#include "lua/language/chunk.h"
#include "lua/operation/tags.h"
#include "net/loop.h"
#include "run/collect/path.h"
#include "run/worker/workers_clock.h"

/* What the environment adds comes before the command line. */
static int read_words(struct runner *r, int argc, char **argv)
{
    const char *more = getenv("SLRUN_ADDOPTS");
    r->argv = argv;
    if (more && words_split(&r->words, more, "SLRUN_ADDOPTS", &r->error) != 0)
        return -1;
    for (int i = 0; i < argc; i++)
        if (words_add(&r->words, argv[i], &r->error) != 0)
            return -1;
    return 0;
}

static int parse(struct runner *r, struct run_options *options)
{
    free(r->rest.words);
    r->rest = (struct arg_rest){0};
    const struct arg_line line = {(int)r->words.n, r->words.at, options};
    return args_parse(run_options, &line, &r->rest, &r->error);
}

/* Where the command line says half of it, the file's other half does not hold: an endpoint is a
 * target. */
static void prefer_target(struct target_options *o, const struct target_options *words)
{
    if (words->endpoint && !words->name)
        o->name = NULL;
    if (words->name && !words->endpoint)
        o->endpoint = NULL;
}

int runner_read(struct runner *r, int argc, char **argv)
{
    struct run_options words = run_options_initial;
    if (read_words(r, argc, argv) != 0 || parse(r, &words) != 0)
        return -1;
    r->o = run_options_initial;
    r->o.help = words.help;
    r->o.version = words.version;
    if (words.help || words.version)
        return 0;
    if (config_open(&r->config, &words, &r->rest, &r->error) != 0 ||
        config_apply(&r->config, &r->o, &r->error) != 0)
        return -1;
    prefer_target(&r->o.target, &words.target);
    if (parse(r, &r->o) != 0 || config_define(&r->config, &r->o.defines, &r->error) != 0)
        return -1;
    config_test_paths(&r->config, &r->rest);
    return 0;
}

/* The clock jumps unless it is told not to. */
static int open_clock(struct runner *r)
{
    const char *clock = r->o.clock ? r->o.clock : "virtual";
    bool real = strcmp(clock, "real") == 0;
    if (!real && strcmp(clock, "virtual") != 0)
        return error_set(&r->error, SLRUN_E_USAGE, "--clock: '%s' is neither virtual nor real",
                         clock);
    if (r->o.clock && !real && strcmp(target_name(r->target), "local") != 0)
        return error_set(&r->error, SLRUN_E_USAGE,
                         "--clock virtual: only the local cloud's clock can jump");
    if (r->n_workers > 0 && !(r->clock = workers_clock_new(r->loop)))
        return error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
    return target_follow(r->target, &r->env, real, r->clock) == 0
               ? 0
               : error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
}

static int open_recall(struct runner *r)
{
    const char *what = r->o.none_failed ? r->o.none_failed : "all";
    r->recall.o = r->o.recall;
    r->recall.o.none = strcmp(what, "none") == 0;
    r->recall.o.stepwise |= r->recall.o.stepwise_skip;
    if (r->recall.o.none || strcmp(what, "all") == 0)
        return 0;
    return error_set(&r->error, SLRUN_E_USAGE, "--lfnf: '%s' is neither all nor none", what);
}

/* A seed that is not given is drawn; none is 0. */
static int open_order(struct runner *r)
{
    while (r->o.shuffle && r->o.seed == 0)
        if (random_bytes(&r->o.seed, sizeof r->o.seed, &r->error) != 0)
            return -1;
    return 0;
}

/* conftest.lua files hold from the folder of the configuration file on, unless it is said. */
static int open_root(struct runner *r, const char **root)
{
    *root = r->config.file.folder;
    if (!r->o.root)
        return 0;
    *root = r->root;
    if (!realpath(r->o.root, r->root))
        return error_set(&r->error, SLRUN_E_USAGE, "--rootdir %s: %s", r->o.root, strerror(errno));
    return 0;
}

bool runner_lists(const struct runner *r)
{
    return r->o.collect_only || r->o.fixtures || r->o.setup_plan;
}

/* Words of -p: plugins to load first, and those that are switched off. */
static int open_plugins(struct runner *r)
{
    struct buf path = BUF_INIT(PATH_MAX * ARG_LIST_MAX);
    const char *more = r->o.target.plugin_path;
    for (size_t i = 0; i < r->o.plugins.n; i++)
        if (strncmp(r->o.plugins.words[i], "no:", 3) != 0)
            buf_printf(&path, "%s%s", path.len ? ":" : "", r->o.plugins.words[i]);
    if (path.len && more)
        buf_printf(&path, ":%s", more);
    if (path.len)
        r->o.target.plugin_path = r->plugin_path = path.data;
    r->registry = command_registry(r->o.target.plugin_path, &r->error);
    for (size_t i = 0; i < r->o.plugins.n && r->registry; i++)
        if (strncmp(r->o.plugins.words[i], "no:", 3) == 0 &&
            registry_ban(r->registry, r->o.plugins.words[i] + 3, &r->error) != 0)
            return -1;
    return r->registry ? 0 : -1;
}

static int open_shown(struct runner *r)
{
    const char *bad = term_shown(r->o.shown ? r->o.shown : TERM_SHOWN_DEFAULT, r->shown);
    if (!bad)
        return 0;
    error_set(&r->error, SLRUN_E_USAGE, "-r: '%c' names no kind of outcome", *bad);
    return error_hint(&r->error, "there are f E s x X p P R w, and a A N");
}

/* What specs see of the run's options. */
static int fill_env(struct runner *r)
{
    if (r->o.strict_tags && !r->config.tags)
        r->config.tags = json_object();
    r->env = (struct lua_env){
        .loop = r->loop,
        .registry = r->registry,
        .target = target_name(r->target),
        .target_name = r->o.target_name,
        .run_id = target_run_id(r->target),
        .stacks = &r->stacks,
        .timeout_ms = (int64_t)r->o.timeout,
        .reruns = r->o.reruns,
        .run_xfail = r->o.run_xfail,
        .repeat = r->o.repeat,
        .config = r->config.values,
        .known_tags = r->o.strict_tags ? r->config.tags : NULL,
        .stack_timeout_ms = r->o.stack_timeout,
        .timelines = r->o.reports.html != NULL,
    };
    r->tags = tags_of_run(r->env.run_id, r->began_s);
    r->env.tags = r->tags;
    return r->tags ? 0 : error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
}

int runner_open_here(struct runner *r)
{
    r->o.target.iam = r->o.iam;
    r->loop = open_plugins(r) == 0 ? loop_new(&r->error) : NULL;
    r->target = r->loop ? target_new(r->loop, &r->o.target, &r->error) : NULL;
    if (!r->target || stacks_read(r, target_name(r->target)) != 0)
        return -1;
    r->began_s = clock_wall_ms() / 1000;
    return fill_env(r);
}

/* A command that stands behind options is taken for a spec. Always -1. */
static int hint_command(struct runner *r)
{
    for (size_t i = 0; i < r->rest.n; i++)
        if (command_find(r->rest.words[i]))
            return error_hint(&r->error,
                              "`%s` is a command, which stands first: slrun %s [options]",
                              r->rest.words[i], r->rest.words[i]);
    return -1;
}

int runner_open(struct runner *r)
{
    const char *root;
    if (open_root(r, &root) != 0 || open_shown(r) != 0)
        return -1;
    struct discover_options where = {.root = root,
                                     .args = r->rest.words,
                                     .n_args = r->rest.n,
                                     .ignore = r->o.ignore.words,
                                     .n_ignore = r->o.ignore.n,
                                     .ignore_globs = r->o.ignore_globs.words,
                                     .n_ignore_globs = r->o.ignore_globs.n};
    path_here(r->directory, sizeof r->directory, r->project, sizeof r->project);
    if (r->o.shard && shard_read(r->o.shard, &r->shard, &r->error) != 0)
        return -1;
    if (manned_read(r) != 0 || open_recall(r) != 0 || open_order(r) != 0)
        return -1;
    if (discover(&where, &r->files, &r->error) != 0)
        return hint_command(r);
    if (runner_open_here(r) != 0)
        return -1;
    if (r->o.keep && !target_outlives_run(r->target)) {
        error_set(&r->error, SLRUN_E_USAGE, "--keep: nothing outlives the local cloud of a run");
        return error_hint(&r->error, "start `slrun local` and give its address as --endpoint-url");
    }
    if (r->o.jobs == 0)
        r->o.jobs = strcmp(target_name(r->target), "aws") == 0 ? 64 : SESSION_JOBS;
    return runner_lists(r) ? 0 : open_clock(r);
}

/* First what others can see: the ledger, connections, the local cloud, what plugins hold. Memory is
 * given back only where a leak checker looks; else the system takes it back when the process ends.
 */
void runner_close(struct runner *r)
{
    ledger_free(r->ledger);
    target_free(r->target);
    registry_free(r->registry);
    if (!SLRUN_FREE_AT_EXIT)
        return;
    session_free(r->session);
    iam_free(r->uses);
    workers_free(r->workers);
    workers_clock_free(r->clock);
    json_decref(r->hello);
    coro_drain(&r->env);
    collect_free(&r->collection);
    recall_free(&r->recall);
    json_decref(r->denied);
    json_decref(r->tags);
    chunk_free(r->env.chunks);
    live_stop(&r->live);
    if (r->watching)
        for (size_t i = 0; i < RUNNER_SIGNALS; i++)
            uv_close((uv_handle_t *)&r->signals[i], NULL);
    loop_free(r->loop);
    discover_free(&r->files);
    term_free(r->term);
    free(r->rest.words);
    free(r->plugin_path);
    config_close(&r->config);
    words_free(&r->words);
    error_clear(&r->error);
}
