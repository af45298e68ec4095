/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/nearest.h"
#include "base/random.h"
#include "cli/target_aws.h"
#include "local/launch.h"
#include "local/lifeline.h"
#include "lua/quiet.h"
#include "net/http_proxy.h"
#include "net/region.h"
#include "run/workers_clock.h"

extern char **environ;

enum { TARGET_NOTE_MAX = 2560 };

struct target {
    uv_loop_t *loop;
    const char *name;
    struct call_env calls;
    uv_idle_t soon; /* an endpoint is ready at once, and told on the next turn */
    struct target_events events;
    bool opened;
    const char *plugin_path, *iam;
    struct local_launch *launch;
    struct lua_env *env;         /* whose clock jumps, or NULL; */
    struct workers_clock *clock; /* in its place: of all processes of the run */
    char run_id[RANDOM_ID_MAX];
    char access_key[RANDOM_ID_MAX + 8], secret_key[41]; /* of this run, for its local cloud */
    struct target_options o;
    struct target_aws *aws; /* where credentials are looked for as AWS's SDKs do */
    char who[TARGET_NOTE_MAX], unused[TARGET_NOTE_MAX], region[256];
    bool other_mode; /* of retries: one was asked for that slrun does not have */
    const char *notes[5];
};

static const char *const names[] = {"local", "endpoint", "aws", NULL};

static const char *first_env(const char *const *variables, const char *otherwise)
{
    for (; *variables; variables++) {
        const char *value = getenv(*variables);
        if (value && *value)
            return value;
    }
    return otherwise;
}

static int choose_name(struct target *t, const struct target_options *o, struct slrun_error *error)
{
    const char *wanted = o->name ? o->name : o->endpoint ? "endpoint" : "local";
    struct nearest near = NEAREST_INIT(wanted);
    for (size_t i = 0; names[i]; i++) {
        nearest_offer(&near, names[i]);
        if (strcmp(names[i], wanted) == 0)
            t->name = names[i];
    }
    if (!t->name) {
        error_set(error, SLRUN_E_USAGE, "--target: there is no target '%s'", wanted);
        return error_hint(error, near.best ? "did you mean '%s'?" : "local, endpoint or aws",
                          near.best);
    }
    bool endpoint = strcmp(t->name, "endpoint") == 0;
    if (endpoint && !t->calls.endpoint)
        t->calls.endpoint = config_env("AWS_ENDPOINT_URL");
    if (endpoint && !t->calls.endpoint)
        return error_set(error, SLRUN_E_USAGE,
                         "--target endpoint needs --endpoint-url URL, or AWS_ENDPOINT_URL");
    if (!endpoint && o->endpoint)
        return error_set(error, SLRUN_E_USAGE, "--endpoint-url goes with --target endpoint, not %s",
                         t->name);
    return 0;
}

static int check_endpoint(const char *url, struct slrun_error *error)
{
    if (endpoint_is_url(url))
        return 0;
    error_set(error, SLRUN_E_USAGE, "--endpoint-url: '%s' is no endpoint", url);
    return error_hint(error, "write http://HOST:PORT or https://HOST");
}

/* Keys of this run alone: its local cloud checks the signatures made with them. */
static int make_keys(struct target *t, struct slrun_error *error)
{
    unsigned char bytes[20];
    if (random_bytes(bytes, sizeof bytes, error) != 0)
        return -1;
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(t->secret_key + 2 * i, 3, "%02x", bytes[i]);
    snprintf(t->access_key, sizeof t->access_key, "SLRUN%s", t->run_id);
    t->calls.credentials =
        (struct sigv4_credentials){.access_key = t->access_key, .secret_key = t->secret_key};
    return 0;
}

/* Whether the target is AWS, whatever it is called. */
static bool is_aws(const struct target *t)
{
    return t->calls.aws || (t->calls.endpoint && endpoint_is_aws(t->calls.endpoint));
}

/* A profile that was named is meant for an endpoint, too; nothing else is looked for there. */
static bool looks_around(const struct target *t)
{
    return is_aws(t) || t->o.profile || config_env("AWS_PROFILE");
}

static void aws_ready(void *arg, const struct slrun_error *error)
{
    struct target *t = arg;
    t->events.ready(t->events.arg, error ? NULL : &t->calls, error);
}

static int open_aws(struct target *t, struct slrun_error *error)
{
    struct target_aws_options options = {.loop = t->loop,
                                         .target = &t->o,
                                         .calls = &t->calls,
                                         .identify = is_aws(t),
                                         .ready = aws_ready,
                                         .arg = t};
    t->calls.signer = sigv4_new();
    if (!t->calls.signer)
        return error_set(error, SLRUN_E_MEMORY, "no memory to sign requests");
    t->aws = target_aws_new(&options, error);
    return t->aws ? 0 : -1;
}

static int set_credentials(struct target *t, struct slrun_error *error)
{
    t->calls.aws = strcmp(t->name, "aws") == 0;
    if (strcmp(t->name, "local") == 0)
        return make_keys(t, error);
    const struct sigv4_credentials own = {.access_key = config_env("AWS_ACCESS_KEY_ID"),
                                          .secret_key = config_env("AWS_SECRET_ACCESS_KEY"),
                                          .session_token = config_env("AWS_SESSION_TOKEN")};
    if (is_aws(t) || (looks_around(t) && (t->o.profile || !own.access_key)))
        return open_aws(t, error);
    /* what emulators expect */
    t->calls.credentials =
        own.access_key && own.secret_key
            ? own
            : (struct sigv4_credentials){.access_key = "test", .secret_key = "test"};
    return 0;
}

struct target *target_new(uv_loop_t *loop, const struct target_options *o,
                          struct slrun_error *error)
{
    static const char *const region[] = {"AWS_REGION", "AWS_DEFAULT_REGION", NULL};
    struct target *t = calloc(1, sizeof *t);
    if (!t) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    t->loop = loop;
    t->calls.loop = loop;
    t->o = *o;
    t->calls.endpoint = o->endpoint;
    t->calls.timeout_ms = (int64_t)o->read_timeout_s * 1000;
    t->plugin_path = o->plugin_path;
    t->iam = o->iam;
    t->calls.region = o->region ? o->region : first_env(region, "us-east-1");
    if (region_check(t->calls.region, error) != 0 || choose_name(t, o, error) != 0 ||
        (t->calls.endpoint && check_endpoint(t->calls.endpoint, error) != 0) ||
        random_id(t->run_id, error) != 0 || set_credentials(t, error) != 0) {
        sigv4_free(t->calls.signer);
        free(t);
        return NULL;
    }
    return t;
}

static bool on_loopback(const struct target *t)
{
    return t->calls.endpoint ? http_is_loopback(t->calls.endpoint) : !t->calls.aws;
}

/* The local cloud is the same for everyone: what a shell has set does not act on it. */
static int set_retries(struct target *t, const struct config *config, struct slrun_error *error)
{
    bool local = strcmp(t->name, "local") == 0;
    return local ? 0
                 : retry_configure(&t->calls.retry,
                                   config_setting(config, "AWS_RETRY_MODE", "retry_mode"),
                                   config_setting(config, "AWS_MAX_ATTEMPTS", "max_attempts"),
                                   &t->other_mode, error);
}

static int open_client(struct target *t, struct slrun_error *error)
{
    const struct config *config = t->aws ? target_aws_config(t->aws) : NULL;
    struct http_client_options options = {.cap = on_loopback(t) ? TARGET_LOOPBACK_CONNECTIONS : 0,
                                          .user_agent = "slrun/" SLRUN_VERSION,
                                          .ca_file =
                                              config_setting(config, "AWS_CA_BUNDLE", "ca_bundle")};
    if (set_retries(t, config, error) != 0)
        return -1;
    if (!t->calls.signer)
        t->calls.signer = sigv4_new();
    if (!t->calls.signer)
        return error_set(error, SLRUN_E_MEMORY, "no memory to sign requests");
    t->calls.client = http_client_new(t->loop, &options, error);
    return t->calls.client ? 0 : -1;
}

static void on_soon(uv_idle_t *handle)
{
    struct target *t = handle->data;
    uv_idle_stop(handle);
    t->events.ready(t->events.arg, &t->calls, NULL);
}

static void on_listening(void *arg, const char *url, const struct slrun_error *error)
{
    struct target *t = arg;
    t->calls.endpoint = url;
    t->events.ready(t->events.arg, error ? NULL : &t->calls, error);
}

static void on_died(void *arg, const struct slrun_error *error)
{
    struct target *t = arg;
    t->events.lost(t->events.arg, error);
}

static void on_heard(void *arg, const struct lifeline_word *word)
{
    struct target *t = arg;
    if (t->clock && word->kind == LIFELINE_OFFER)
        workers_clock_offer(t->clock, word->number, word->ms);
    else if (t->env && word->kind == LIFELINE_OFFER)
        quiet_offer(t->env, word->number, word->ms);
}

static void on_denied(void *arg, json_t *refusal)
{
    const struct target *t = arg;
    if (t->events.denied)
        t->events.denied(t->events.arg, refusal);
}

static void ask(void *arg, const struct quiet_question *q)
{
    const struct target *t = arg;
    local_launch_say(t->launch, &(struct lifeline_word){.kind = LIFELINE_ASK,
                                                        .number = q->number,
                                                        .ms = q->within,
                                                        .flights = q->flights});
}

static bool jump(void *arg, uint64_t number, double *ms)
{
    const struct target *t = arg;
    return local_launch_say(
        t->launch, &(struct lifeline_word){.kind = LIFELINE_JUMP, .number = number, .ms = *ms});
}

int target_follow(struct target *t, struct lua_env *env, bool real, struct workers_clock *clock)
{
    struct quiet_options options = {.ask = ask, .jump = jump, .arg = t, .real = real};
    if (strcmp(t->name, "local") != 0)
        return 0;
    t->env = env;
    t->clock = clock;
    t->calls.counts.numbered = true;
    if (clock)
        workers_clock_lead(clock, env, &options);
    return quiet_start(env, &options);
}

static int open_local(struct target *t, struct slrun_error *error)
{
    const char *words[5] = {NULL};
    size_t n = 0;
    if (t->plugin_path) {
        words[n++] = "--plugin-path";
        words[n++] = t->plugin_path;
    }
    if (t->iam) {
        words[n++] = "--iam";
        words[n] = t->iam;
    }
    struct local_launch_options options = {.words = words,
                                           .access_key = t->access_key,
                                           .secret_key = t->secret_key,
                                           .ready = on_listening,
                                           .died = on_died,
                                           .heard = on_heard,
                                           .denied = on_denied,
                                           .arg = t};
    t->launch = local_launch(t->loop, &options, error);
    if (!t->launch)
        return -1;
    return http_client_load(t->calls.client, error); /* while the child starts */
}

int target_open(struct target *t, const struct target_events *events, struct slrun_error *error)
{
    t->events = *events;
    if (open_client(t, error) != 0)
        return -1;
    if (strcmp(t->name, "local") == 0)
        return open_local(t, error);
    if (t->aws) {
        target_aws_open(t->aws);
        return 0;
    }
    uv_idle_init(t->loop, &t->soon);
    t->soon.data = t;
    t->opened = true;
    uv_idle_start(&t->soon, on_soon);
    return 0;
}

const char *target_name(const struct target *t)
{
    return t->name;
}

const char *target_run_id(const struct target *t)
{
    return t->run_id;
}

struct identity target_identity(const struct target *t)
{
    struct identity id = {
        .target = t->name, .endpoint = t->calls.endpoint, .region = t->calls.region};
    identity_set_key(&id, t->calls.credentials.access_key, is_aws(t));
    if (t->calls.aws)
        id.endpoint = target_aws_endpoint(t->aws);
    if (t->aws && *target_aws_account(t->aws))
        snprintf(id.account, sizeof id.account, "%s", target_aws_account(t->aws));
    return id;
}

/* Whether a variable leads elsewhere in other programs, and slrun does not heed it here. */
static bool is_ignored(const struct target *t, const char *name, size_t n)
{
    static const char *const on_local[] = {"AWS_SAM_STACK_NAME", "AWS_PROFILE",
                                           "AWS_DEFAULT_PROFILE"};
    static const char endpoints[] = "AWS_ENDPOINT_URL";
    size_t n_endpoints = sizeof endpoints - 1;
    if (n >= n_endpoints && strncmp(name, endpoints, n_endpoints) == 0)
        return strcmp(t->name, "endpoint") != 0 || t->o.endpoint || n != n_endpoints;
    for (size_t i = 0; i < sizeof on_local / sizeof *on_local; i++)
        if (strcmp(t->name, "local") == 0 && strlen(on_local[i]) == n &&
            strncmp(name, on_local[i], n) == 0)
            return true;
    return false;
}

/* Variables that would lead elsewhere if slrun heeded them: only an option does. */
static bool note_unused(struct target *t)
{
    size_t n = 0;
    for (char **variable = environ; *variable && !t->calls.aws; variable++) {
        size_t name = strcspn(*variable, "=");
        if (!(*variable)[name] || !(*variable)[name + 1] || !is_ignored(t, *variable, name) ||
            n + name + 64 > sizeof t->unused)
            continue;
        n += (size_t)snprintf(t->unused + n, sizeof t->unused - n, "%s%.*s",
                              n ? ", " : "not used: ", (int)name, *variable);
    }
    if (n)
        snprintf(t->unused + n, sizeof t->unused - n, " (--target aws or --endpoint-url would)");
    return n > 0;
}

/* It may be a new one: AWS would say if it is not. */
static bool note_region(struct target *t)
{
    const char *meant = region_meant(t->calls.region);
    if (meant)
        snprintf(t->region, sizeof t->region,
                 "the region %s is none that slrun knows; did you mean %s?", t->calls.region,
                 meant);
    return meant != NULL;
}

const char *const *target_notes(struct target *t)
{
    size_t n = 0;
    if (is_aws(t)) {
        target_aws_note(t->aws, t->who, sizeof t->who);
        t->notes[n++] = t->who;
    }
    if (note_unused(t))
        t->notes[n++] = t->unused;
    if (note_region(t))
        t->notes[n++] = t->region;
    if (t->other_mode)
        t->notes[n++] = "retries: as the mode standard has them; slrun knows no other";
    t->notes[n] = NULL;
    return t->notes;
}

bool target_outlives_run(const struct target *t)
{
    return strcmp(t->name, "local") != 0;
}

static void closed(uv_handle_t *handle)
{
    free(handle->data);
}

void target_free(struct target *t)
{
    if (!t)
        return;
    target_aws_free(t->aws);
    http_client_free(t->calls.client);
    retry_free(&t->calls.retry);
    local_launch_stop(t->launch);
    sigv4_free(t->calls.signer);
    if (t->opened)
        uv_close((uv_handle_t *)&t->soon, closed);
    else
        free(t);
}
