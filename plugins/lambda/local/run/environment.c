/* SPDX-License-Identifier: Apache-2.0 */
/* One execution environment: its process, from start to end. */
#include "local/run/environment_inner.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <slrun/member.h>

#include "local/run/pool.h"
#include "local/run/variables.h"
#include "local/run/zygote.h"

enum {
    INIT_MAX_MS = 60000, /* AWS gives 10 s; a laptop that starts many at once needs more */
    SETTLE_MS = 200,     /* for marks that do not come: the handler closed its output */
    SETTLE_OTHER_MS = 5
};

const struct slrun_cloud *environment_cloud(const struct environment *e)
{
    return e->machine->service->cloud;
}

void environment_busy(const struct environment *e, int change)
{
    const struct slrun_cloud *cloud = environment_cloud(e);
    if (cloud->busy)
        cloud->busy(cloud, change);
}

bool environment_is_provided(const struct environment *e)
{
    return machine_family(pool_text(e->pool, "Runtime")) == FAMILY_PROVIDED;
}

/* ---- timers: real time, on a clock that may have been advanced ---- */

void environment_stop(struct environment *e, struct slrun_timer **timer)
{
    if (*timer)
        environment_cloud(e)->timer_stop(*timer);
    *timer = NULL;
}

void environment_start_timer(struct environment *e, struct slrun_timer **timer, double ms,
                             void (*fire)(void *arg))
{
    const struct slrun_cloud *cloud = environment_cloud(e);
    *timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + (int64_t)(ms > 0 ? ms + 0.999 : 0),
                                fire, e);
}

/* ---- finding ---- */

struct environment *environment_find(struct machine *machine, const char *id, size_t size)
{
    struct environment *e = machine->environments;
    while (e && (strlen(e->id) != size || strncmp(e->id, id, size) != 0))
        e = e->next;
    return e;
}

struct environment *environment_idle(struct machine *machine, const struct pool *pool)
{
    struct environment *best = NULL;
    for (struct environment *e = machine->environments; e; e = e->next)
        if (e->state == ENVIRONMENT_IDLE && (!pool || e->pool == pool) &&
            (!best || (pool ? e->idle_since > best->idle_since : e->idle_since < best->idle_since)))
            best = e;
    return best;
}

/* ---- its end ---- */

void environment_started(struct environment *e)
{
    e->pool->starting--;
    e->machine->starting--;
    environment_busy(e, -1);
}

/* Takes it out of all lists and frees it. */
static void leave(struct environment *e)
{
    struct environment **at = &e->machine->environments;
    while (*at != e)
        at = &(*at)->next;
    *at = e->next;
    e->machine->n_environments--;
    e->pool->environments--;
    if (e->state == ENVIRONMENT_STARTING)
        environment_started(e);
    environment_stop(e, &e->limit);
    environment_stop(e, &e->settling);
    if (e->asking) {
        e->asking->service = NULL;
        environment_cloud(e)->reply(e->asking,
                                    &(struct slrun_reply){.status = 410, .body = "", .size = 0});
    }
    output_close(e->output);
    json_decref(e->init_error);
    free(e);
}

void environment_close(struct environment *e)
{
    const struct slrun_cloud *cloud = environment_cloud(e);
    struct slrun_process *process = e->process;
    leave(e);
    if (process)
        cloud->process_close(process);
}

/* ---- the process ---- */

static void line(void *arg, int stream, const char *text, size_t size)
{
    struct environment *e = arg;
    if (!output_line(e->output, stream, text, size))
        return;
    e->marks[stream == 2]++;
    environment_settle(e);
}

/* RIE and AWS say it so. */
static void describe_exit(char text[128], int status, int signal)
{
    if (signal)
        (void)snprintf(text, 128, "Runtime exited with error: signal: %s",
                       signal == SIGKILL ? "killed" : strsignal(signal));
    else if (status)
        (void)snprintf(text, 128, "Runtime exited with error: exit status %d", status);
    else
        (void)snprintf(text, 128, "Runtime exited without providing a reason");
}

/* Before it asked for anything. */
static void init_failed(struct environment *e, const char *exit)
{
    char message[256];
    (void)snprintf(message, sizeof message, "Error: %s", exit);
    if (!e->init_error)
        e->init_error =
            json_pack("{s:s, s:s}", "errorType", "Runtime.ExitError", "errorMessage", message);
    output_say(e->output,
               "INIT_REPORT Init Duration: %.2f ms\tPhase: init\tStatus: error\tError "
               "Type: %s\n",
               real_ms() - e->started_ms,
               json_string_value(json_object_get(e->init_error, "errorType")));
    e->state = ENVIRONMENT_ENDING;
    environment_started(e);
    e->invocation = pool_next(e->pool);
    if (!e->invocation)
        return;
    e->invocation->started_ms = real_ms();
    output_invoked(e->output);
    output_say(e->output, "START RequestId: %s Version: %s\n", e->invocation->id, e->pool->version);
    invocation_fail_with(e->invocation, e->init_error);
    environment_finish(e);
}

static void invocation_exited(struct environment *e, const char *exit)
{
    struct invocation *i = e->invocation;
    if (!i->answered) {
        output_say(e->output, "RequestId: %s Error: %s\nRuntime.ExitError\n", i->id, exit);
        invocation_fail(i, "Runtime.ExitError", "RequestId: %s Error: %s", i->id, exit);
    }
    environment_finish(e);
}

static void ended(void *arg, int status, int signal)
{
    struct environment *e = arg;
    struct pool *pool = e->pool;
    char exit[128];
    json_t *failure = NULL;
    pool->held++;
    describe_exit(exit, status, signal);
    if (e->state == ENVIRONMENT_STARTING) {
        init_failed(e, exit);
        failure = json_incref(e->init_error);
    } else if (e->invocation) {
        e->state = ENVIRONMENT_ENDING;
        invocation_exited(e, exit);
    }
    environment_close(e);
    if (failure)
        pool_failed(pool, failure);
    json_decref(failure);
    pool->held--;
    pool_left(pool);
}

static void init_too_long(void *arg)
{
    struct environment *e = arg;
    e->limit = NULL;
    if (!e->init_error)
        e->init_error = json_pack("{s:s, s:s}", "errorType", "Sandbox.Timedout", "errorMessage",
                                  "Error: Init phase timed out after 60.00 seconds");
    environment_cloud(e)->process_signal(e->process, SIGKILL);
}

enum { ARGUMENTS_MAX = 8 };

/* What starts the runtime where the function has a wrapper (Developer Guide, "Modifying the runtime
 * environment"): its path, of what is in /opt and /var/task here; NULL: it has none. */
static const char *wrapper_of(const struct environment *e, char path[PATH_SIZE])
{
    const json_t *variables =
        json_object_get(json_object_get(e->pool->config, "Environment"), "Variables");
    const char *wanted = slrun_text(variables, "AWS_LAMBDA_EXEC_WRAPPER");
    const char *task = slrun_text_or(e->pool->code, "Path", "");
    if (!wanted || environment_is_provided(e))
        return NULL;
    (void)snprintf(path, PATH_SIZE, "%s", wanted);
    if (strncmp(wanted, "/var/task/", 10) == 0)
        (void)snprintf(path, PATH_SIZE, "%s/%s", task, wanted + 10);
    for (size_t i = json_array_size(e->pool->layers); strncmp(wanted, "/opt/", 5) == 0 && i > 0;
         i--) {
        char there[PATH_SIZE];
        (void)snprintf(there, sizeof there, "%.2000s/%.2000s",
                       json_string_value(json_array_get(e->pool->layers, i - 1)), wanted + 5);
        if (access(there, F_OK) == 0)
            (void)snprintf(path, PATH_SIZE, "%s", there);
    }
    return path;
}

/* A shell starts the wrapper, whose absence is an exit status as with AWS. */
static void arguments(const struct environment *e, const char *wrapper,
                      const char *argv[ARGUMENTS_MAX])
{
    enum family family = machine_family(pool_text(e->pool, "Runtime"));
    size_t n = 0;
    if (wrapper) {
        argv[n++] = "/bin/sh";
        argv[n++] = "-c";
        argv[n++] = "exec \"$0\" \"$@\"";
        argv[n++] = wrapper;
    }
    argv[n++] = e->pool->program;
    argv[n++] = family == FAMILY_PYTHON ? e->machine->python_bootstrap
                : family == FAMILY_NODE ? e->machine->node_bootstrap
                                        : NULL;
    argv[n] = NULL;
}

static bool start_process(struct environment *e, struct slrun_error *error)
{
    const char *argv[ARGUMENTS_MAX];
    char path[PATH_SIZE];
    const char *wrapper = wrapper_of(e, path);
    char **variables = variables_make(e);
    arguments(e, wrapper, argv);
    const struct slrun_process_options options = {
        .argv = argv,
        .environment = (const char *const *)variables,
        .directory = json_string_value(json_object_get(e->pool->code, "Path")),
        .line = line,
        .ended = ended,
        .arg = e};
    const struct slrun_cloud *cloud = environment_cloud(e);
    struct slrun_process *zygote = wrapper ? NULL : zygote_of(e->pool);
    if (variables && zygote)
        e->process = cloud->process_copy(zygote, &options, error);
    else if (variables && cloud->process_start)
        e->process = cloud->process_start(cloud, &options, error);
    variables_free(variables);
    return e->process != NULL;
}

static struct environment *environment_new(struct pool *pool)
{
    struct machine *m = pool->function->service->machine;
    struct environment *e = calloc(1, sizeof *e);
    if (e)
        e->output =
            output_open(m, pool->function->region, pool->function->account, pool_log_group(pool));
    if (!e || !e->output) {
        free(e);
        return NULL;
    }
    e->machine = m;
    e->pool = pool;
    hex_id_make(e->id);
    e->stage = environment_is_provided(e) ? 0 : 1;
    e->next = m->environments;
    m->environments = e;
    m->n_environments++;
    pool->environments++;
    pool->starting++;
    m->starting++;
    return e;
}

void environment_start(struct pool *pool)
{
    struct environment *e = environment_new(pool);
    struct slrun_error error = {.kind = SLRUN_E_NONE, .message = "out of memory"};
    if (e) {
        environment_busy(e, 1); /* until environment_started() */
        e->started_ms = real_ms();
        environment_start_timer(e, &e->limit, INIT_MAX_MS, init_too_long);
    }
    if (e && start_process(e, &error))
        return;
    if (e)
        environment_close(e);
    pool_prepared(pool, json_pack("{s:s, s:s}", "errorType", "Runtime.InvalidEntrypoint",
                                  "errorMessage", error.message));
}
