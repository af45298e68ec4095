/* SPDX-License-Identifier: Apache-2.0 */
/* The credentials of a run: kept, renewed in time, and waited for. */
#include "net/credential/credential_source.h"

#include <openssl/crypto.h>
#include <slrun/time.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/error.h"

enum {
    /* Before they expire: renewed beside requests, and waited for. Of short-lived ones a part of
     * their life, so that they are of use at all. */
    RENEW_MS = 15 * 60 * 1000,
    RENEW_PART = 4,
    WAIT_MS = 5 * 60 * 1000,
    WAIT_PART = 10,
    AGAIN_MS = 30 * 1000, /* after a renewal that failed, while the old ones are good */
    FRESH_MS = 5 * 1000,  /* so young, AWS is right in calling them expired: no others are there */
    CONNECTIONS = 4,
};

static void wipe(char *text)
{
    if (text)
        OPENSSL_cleanse(text, strlen(text));
    free(text);
}

static void held_free(struct held *held)
{
    free(held->access_key);
    wipe(held->secret_key);
    wipe(held->session_token);
    *held = (struct held){0};
}

static bool held_copy(struct held *held, const struct credential *found)
{
    *held =
        (struct held){.access_key = strdup(found->access_key),
                      .secret_key = strdup(found->secret_key),
                      .session_token = found->session_token ? strdup(found->session_token) : NULL,
                      .since_ms = clock_wall_ms(),
                      .expires_ms = found->expires_ms};
    if (held->access_key && held->secret_key && (held->session_token || !found->session_token))
        return true;
    held_free(held);
    return false;
}

/* ---- how long they are good ---- */

static int64_t least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* Milliseconds before their end from which on something is to be done about it. */
static int64_t window(const struct held *held, int64_t most, int64_t part)
{
    return least(most, (held->expires_ms - held->since_ms) / part);
}

static bool within(const struct held *held, int64_t before_ms)
{
    return held->expires_ms && clock_wall_ms() >= held->expires_ms - before_ms;
}

static bool expired(const struct credentials *c)
{
    return within(&c->held, 0);
}

/* ---- those who wait ---- */

static void join(struct credentials *c, struct credentials_wait *wait)
{
    wait->prev = c->waits.prev;
    wait->next = &c->waits;
    wait->prev->next = wait->next->prev = wait;
}

static void leave(struct credentials_wait *wait)
{
    wait->prev->next = wait->next;
    wait->next->prev = wait->prev;
    wait->prev = wait->next = NULL;
}

/* Those who come while they are told wait for the next time. */
static void tell(struct credentials *c, const struct slrun_error *error)
{
    struct credentials_wait told;
    if (c->waits.next == &c->waits)
        return;
    told = c->waits;
    told.next->prev = told.prev->next = &told;
    c->waits.next = c->waits.prev = &c->waits;
    while (told.next != &told) {
        struct credentials_wait *wait = told.next;
        leave(wait);
        wait->ready(wait, error);
    }
}

/* ---- fetching ---- */

/* One message that says it all. */
static void explain(struct credentials *c, bool failed)
{
    char hint[SLRUN_ERROR_HINT_MAX];
    struct slrun_error *error = &c->failure;
    const char *profile = config_profile(c->config);
    snprintf(hint, sizeof hint, "%s", c->common.failure.hint);
    error_set(error, SLRUN_E_CREDENTIALS, "no credentials for AWS (profile '%s'): %s%s", profile,
              buf_str(&c->common.reasons), c->common.reasons.failed ? " ..." : "");
    if (*hint)
        error_hint(error, "%s", hint);
    else if (!failed)
        error_hint(error, "set AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "
                          "`aws configure sso`");
}

static void adopt(struct credentials *c, const struct credential *found)
{
    struct held fresh;
    if (!held_copy(&fresh, found)) {
        error_set(&c->failure, SLRUN_E_MEMORY, "no memory for credentials");
        tell(c, &c->failure);
        return;
    }
    struct held old = c->held;
    c->held = fresh;
    c->any = true;
    c->stale = false;
    c->options.changed(c->options.arg,
                       &(struct sigv4_credentials){.access_key = fresh.access_key,
                                                   .secret_key = fresh.secret_key,
                                                   .session_token = fresh.session_token});
    held_free(&old);
    tell(c, NULL);
}

static bool too_old(const struct credential *found)
{
    return found->expires_ms && found->expires_ms <= clock_wall_ms();
}

static void on_walked(struct credential_walk *walk, const struct credential *found)
{
    struct credentials *c = walk->data;
    char when[SLRUN_TIME_SIZE];
    if (found && too_old(found)) {
        buf_printf(&c->common.reasons, "%s%s: what it has given expired at %s",
                   c->common.reasons.len ? "; " : "", walk->chain[walk->at]->title,
                   slrun_time_text(found->expires_ms, 0, when));
        walk->failed = true;
        found = NULL;
    }
    const struct credential_provider *provider = walk->chain[walk->at];
    c->method = found || walk->failed ? provider->name : NULL;
    c->at = found ? walk->at : c->at;
    c->chain = found ? walk->chain : c->chain;
    c->walk = NULL;
    if (found) {
        adopt(c, found);
    } else {
        explain(c, walk->failed);
        c->again_ms = clock_wall_ms() + AGAIN_MS;
        bool good = c->any && !c->stale && !expired(c);
        tell(c, good ? NULL : &c->failure);
    }
    walk_free(walk);
}

/* From the top, or from the provider that had them: another one would be another identity. */
static void begin(struct credentials *c)
{
    bool given = config_profile_given(c->config);
    buf_clear(&c->common.reasons);
    c->common.reasons.failed = false;
    error_clear(&c->common.failure);
    c->common.failure.hint[0] = '\0';
    c->walk = walk_new(&c->common, given ? credential_chain_given : credential_chain,
                       config_profile(c->config));
    if (!c->walk) {
        error_set(&c->failure, SLRUN_E_MEMORY, "out of memory");
        tell(c, &c->failure);
        return;
    }
    c->walk->variables = !given;
    c->walk->alone = c->any;
    c->walk->at = c->any ? c->at : 0;
    c->walk->done = on_walked;
    c->walk->data = c;
    walk_begin(c->walk);
}

static void on_soon(uv_timer_t *timer)
{
    struct credentials *c = timer->data;
    if (!c->begin)
        return;
    c->begin = false;
    begin(c);
}

/* On the next turn of the loop, so that nobody is told from inside his question. */
static void fetch(struct credentials *c)
{
    if (c->walk || c->begin)
        return;
    c->begin = true;
    uv_timer_start(c->soon, on_soon, 0, 0);
}

bool credentials_want(struct credentials *c, struct credentials_wait *wait)
{
    bool good = c->any && !c->stale;
    bool paused = good && clock_wall_ms() < c->again_ms && !expired(c);
    if (!paused && (!good || within(&c->held, window(&c->held, RENEW_MS, RENEW_PART))))
        fetch(c);
    if (paused || (good && !within(&c->held, window(&c->held, WAIT_MS, WAIT_PART))))
        return true;
    join(c, wait);
    return false;
}

void credentials_cancel(struct credentials *c, struct credentials_wait *wait)
{
    (void)c;
    if (wait->next)
        leave(wait);
}

bool credentials_expired(struct credentials *c, const char *access_key)
{
    struct slrun_error error = {0};
    if (!c->any || strcmp(access_key, c->held.access_key) != 0)
        return c->any;
    if (c->stale || clock_wall_ms() - c->held.since_ms < FRESH_MS)
        return c->stale;
    c->stale = true;
    if (!c->walk && config_reload(c->config, &error) != 0)
        error_clear(&error); /* what was read before will do */
    return true;
}

void credentials_set_region(struct credentials *c, const char *region)
{
    snprintf(c->region, sizeof c->region, "%s", region);
}

const struct config *credentials_config(const struct credentials *c)
{
    return c->config;
}

const char *credentials_method(const struct credentials *c)
{
    return c->method;
}

static int open_all(struct credentials *c, struct slrun_error *error)
{
    struct http_client_options options = {.cap = CONNECTIONS, .user_agent = "slrun/" SLRUN_VERSION};
    c->config = config_load(c->options.profile, error);
    if (c->config)
        options.ca_file = config_setting(c->config, "AWS_CA_BUNDLE", "ca_bundle");
    c->common.client = c->config ? http_client_new(c->options.loop, &options, error) : NULL;
    if (!c->common.client)
        return -1;
    c->soon = malloc(sizeof *c->soon);
    if (!c->soon)
        return error_set(error, SLRUN_E_MEMORY, "out of memory");
    uv_timer_init(c->options.loop, c->soon);
    c->soon->data = c;
    return 0;
}

struct credentials *credentials_new(const struct credentials_options *options,
                                    struct slrun_error *error)
{
    struct credentials *c = calloc(1, sizeof *c);
    if (!c) {
        error_set(error, SLRUN_E_MEMORY, "out of memory");
        return NULL;
    }
    c->options = *options;
    c->waits.prev = c->waits.next = &c->waits;
    snprintf(c->region, sizeof c->region, "%s", options->region ? options->region : "us-east-1");
    if (open_all(c, error) != 0) {
        credentials_free(c);
        return NULL;
    }
    c->common.options = &c->options;
    c->common.config = c->config;
    c->common.region = c->region;
    c->common.reasons = BUF_INIT(WALK_REASONS_MAX);
    c->other = c->common;
    return c;
}

static void soon_closed(uv_handle_t *handle)
{
    free(handle);
}

void credentials_free(struct credentials *c)
{
    if (!c)
        return;
    while (c->waits.next && c->waits.next != &c->waits)
        leave(c->waits.next);
    walk_free(c->walk);
    walk_free(c->asking);
    http_client_free(c->common.client);
    if (c->soon)
        uv_close((uv_handle_t *)c->soon, soon_closed);
    buf_free(&c->common.reasons);
    buf_free(&c->other.reasons);
    error_clear(&c->failure);
    error_clear(&c->common.failure);
    held_free(&c->held);
    config_free(c->config);
    free(c);
}
