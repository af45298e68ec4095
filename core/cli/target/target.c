/* SPDX-License-Identifier: Apache-2.0 */
#include "cli/target/target.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/error.h"
#include "cli/target/target_state.h"
#include "net/client/http_proxy.h"
#include "net/region.h"

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
    struct slrun_nearest near = {.word = wanted};
    for (size_t i = 0; names[i]; i++) {
        slrun_nearest_offer(&near, names[i]);
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

bool target_is_aws(const struct target *t)
{
    return t->calls.aws || (t->calls.endpoint && endpoint_is_aws(t->calls.endpoint));
}

/* A profile that was named is meant for an endpoint, too; nothing else is looked for there. */
static bool looks_around(const struct target *t)
{
    return target_is_aws(t) || t->o.profile || config_env("AWS_PROFILE");
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
                                         .identify = target_is_aws(t),
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
        return target_make_keys(t, error);
    const struct sigv4_credentials own = {.access_key = config_env("AWS_ACCESS_KEY_ID"),
                                          .secret_key = config_env("AWS_SECRET_ACCESS_KEY"),
                                          .session_token = config_env("AWS_SESSION_TOKEN")};
    if (target_is_aws(t) || (looks_around(t) && (t->o.profile || !own.access_key)))
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
    if (strcmp(t->name, "local") == 0)
        return 0;
    int other =
        retry_configure(&t->calls.retry, config_setting(config, "AWS_RETRY_MODE", "retry_mode"),
                        config_setting(config, "AWS_MAX_ATTEMPTS", "max_attempts"), error);
    t->other_mode = other > 0;
    return other < 0 ? -1 : 0;
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

int target_open(struct target *t, const struct target_events *events, struct slrun_error *error)
{
    t->events = *events;
    if (open_client(t, error) != 0)
        return -1;
    if (strcmp(t->name, "local") == 0)
        return target_start_local(t, error);
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
    identity_set_key(&id, t->calls.credentials.access_key, target_is_aws(t));
    if (t->calls.aws)
        id.endpoint = target_aws_endpoint(t->aws);
    if (t->aws && *target_aws_account(t->aws))
        snprintf(id.account, sizeof id.account, "%s", target_aws_account(t->aws));
    return id;
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
