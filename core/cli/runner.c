/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/runner.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"
#include "base/random.h"
#include "cli/command.h"
#include "cli/stacks.h"
#include "lua/chunk.h"
#include "lua/coro.h"
#include "lua/tags.h"
#include "net/loop.h"
#include "run/path.h"

/* What the environment adds comes first, so that the command line has the last word. */
int runner_read(struct runner *r, int argc, char **argv)
{
    const char *more = getenv("SLRUN_ADDOPTS");
    if (more && words_split(&r->words, more, "SLRUN_ADDOPTS", &r->error) != 0)
        return -1;
    for (int i = 0; i < argc; i++)
        if (words_add(&r->words, argv[i], &r->error) != 0)
            return -1;
    return args_parse(run_options, (int)r->words.n, r->words.at, &r->o, &r->rest, &r->error);
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
    return target_follow(r->target, &r->env, real) == 0
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

int runner_open(struct runner *r)
{
    struct discover_options where = {.args = r->rest.words,
                                     .n_args = r->rest.n,
                                     .ignore = r->o.ignore.words,
                                     .n_ignore = r->o.ignore.n,
                                     .ignore_globs = r->o.ignore_globs.words,
                                     .n_ignore_globs = r->o.ignore_globs.n};
    path_here(r->directory, sizeof r->directory, r->root, sizeof r->root);
    if (r->o.shard && shard_read(r->o.shard, &r->shard, &r->error) != 0)
        return -1;
    if (open_recall(r) != 0 || open_order(r) != 0 || discover(&where, &r->files, &r->error) != 0)
        return -1;
    r->registry = command_registry(r->o.target.plugin_path, &r->error);
    r->loop = r->registry ? loop_new(&r->error) : NULL;
    r->target = r->loop ? target_new(r->loop, &r->o.target, &r->error) : NULL;
    if (!r->target || stacks_read(r, target_name(r->target)) != 0)
        return -1;
    if (r->o.keep && !target_outlives_run(r->target)) {
        error_set(&r->error, SLRUN_E_USAGE, "--keep: nothing outlives the local cloud of a run");
        return error_hint(&r->error, "start `slrun local` and give its address as --endpoint-url");
    }
    if (r->o.jobs == 0)
        r->o.jobs = strcmp(target_name(r->target), "aws") == 0 ? 64 : SESSION_JOBS;
    r->env = (struct lua_env){.loop = r->loop,
                              .registry = r->registry,
                              .target = target_name(r->target),
                              .target_name = r->o.target_name,
                              .run_id = target_run_id(r->target),
                              .stacks = &r->stacks,
                              .stack_timeout_ms = (double)r->stack_timeout_ms};
    r->tags = tags_of_run(r->env.run_id, clock_wall_ms() / 1000);
    r->env.tags = r->tags;
    if (!r->o.collect_only && open_clock(r) != 0)
        return -1;
    return r->tags ? 0 : error_set(&r->error, SLRUN_E_MEMORY, "out of memory");
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
    coro_drain(&r->env);
    collect_free(&r->collection);
    recall_free(&r->recall);
    json_decref(r->tags);
    chunk_free(r->env.chunks);
    if (r->watching) {
        uv_close((uv_handle_t *)&r->interrupt, NULL);
        uv_close((uv_handle_t *)&r->terminate, NULL);
    }
    loop_free(r->loop);
    discover_free(&r->files);
    term_free(r->term);
    free(r->rest.words);
    words_free(&r->words);
    error_clear(&r->error);
}
