/* SPDX-License-Identifier: Apache-2.0 */
/* The local cloud as the target of a run: its process, its keys, and its clock. */
#include <stdio.h>
#include <string.h>

#include "cli/target/target_state.h"
#include "local/lifeline.h"
#include "lua/waiting/quiet.h"
#include "run/worker/workers_clock.h"

/* Keys of this run alone: its local cloud checks the signatures made with them. */
int target_make_keys(struct target *t, struct slrun_error *error)
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

int target_start_local(struct target *t, struct slrun_error *error)
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
