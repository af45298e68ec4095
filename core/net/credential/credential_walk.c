/* SPDX-License-Identifier: Apache-2.0 */
/* The chains, and the walk along one. */
#include "net/credential/credential_walk.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

const struct credential_provider *const credential_chain[] = {&credential_env,
                                                              &credential_role,
                                                              &credential_web_identity,
                                                              &credential_sso,
                                                              &credential_file,
                                                              &credential_login,
                                                              &credential_process,
                                                              &credential_config,
                                                              &credential_container,
                                                              &credential_imds,
                                                              NULL};

/* Who names a profile on the command line does not mean the keys of the environment. */
const struct credential_provider *const credential_chain_given[] = {
    &credential_role,   &credential_web_identity,
    &credential_sso,    &credential_file,
    &credential_login,  &credential_process,
    &credential_config, &credential_container,
    &credential_imds,   NULL};

const struct credential_provider *const credential_chain_source[] = {&credential_web_identity,
                                                                     &credential_sso,
                                                                     &credential_file,
                                                                     &credential_login,
                                                                     &credential_process,
                                                                     &credential_config,
                                                                     NULL};

struct credential_walk *walk_new(struct walk_common *common,
                                 const struct credential_provider *const *chain,
                                 const char *profile)
{
    struct credential_walk *walk = calloc(1, sizeof *walk);
    if (walk)
        walk->arena = arena_new(WALK_MEMORY_MAX);
    if (!walk || !walk->arena) {
        free(walk);
        return NULL;
    }
    walk->common = common;
    walk->chain = chain;
    walk->profile = profile;
    walk->variables = true;
    return walk;
}

static void timer_closed(uv_handle_t *handle)
{
    free(handle);
}

void walk_free(struct credential_walk *walk)
{
    if (!walk)
        return;
    walk_free(walk->below);
    if (walk->cancel)
        walk->cancel(walk);
    http_client_cancel(walk->common->client, &walk->exchange.http);
    if (walk->exchange.timer)
        uv_close((uv_handle_t *)walk->exchange.timer, timer_closed);
    json_decref(walk->kept);
    arena_free(walk->arena);
    free(walk);
}

static void end(struct credential_walk *walk, const struct credential *found)
{
    walk->done(walk, found);
}

void walk_begin(struct credential_walk *walk)
{
    const struct credential_provider *provider = walk->chain[walk->at];
    if (provider)
        provider->fetch(walk);
    else
        end(walk, NULL);
}

void walk_found(struct credential_walk *walk, const struct credential *found)
{
    walk->cancel = NULL;
    end(walk, found);
}

/* "environment: AWS_ACCESS_KEY_ID is not set" */
__attribute__((format(printf, 2, 0))) static void note(struct credential_walk *walk,
                                                       const char *fmt, va_list args)
{
    struct buf *reasons = &walk->common->reasons;
    if (reasons->len)
        buf_puts(reasons, "; ");
    buf_printf(reasons, "%s: ", walk->chain[walk->at]->title);
    buf_vprintf(reasons, fmt, args);
}

void walk_absent(struct credential_walk *walk, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    note(walk, fmt, args);
    va_end(args);
    walk->cancel = NULL;
    if (walk->alone) {
        end(walk, NULL);
        return;
    }
    walk->at++;
    walk_begin(walk);
}

void walk_failed(struct credential_walk *walk, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    note(walk, fmt, args);
    va_end(args);
    walk->cancel = NULL;
    walk->failed = true;
    end(walk, NULL);
}

void walk_hint(struct credential_walk *walk, const char *fmt, ...)
{
    char hint[SLRUN_ERROR_HINT_MAX];
    va_list args;
    va_start(args, fmt);
    vsnprintf(hint, sizeof hint, fmt, args);
    va_end(args);
    error_hint(&walk->common->failure, "%s", hint);
}

void walk_no_memory(struct credential_walk *walk)
{
    walk_failed(walk, "out of memory");
}

const char *walk_get(const struct credential_walk *walk, const char *key)
{
    return config_get(walk->common->config, "profile", walk->profile, key);
}
