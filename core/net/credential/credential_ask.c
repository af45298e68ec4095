/* SPDX-License-Identifier: Apache-2.0 */
/* What else is asked on behalf of a run: who its credentials belong to, and which region it is in.
 */
#include <stdio.h>

#include "base/error.h"
#include "net/credential/credential_source.h"

/* False: out of memory. */
static bool ask_other(struct credentials *c, const struct credential_provider *const *chain,
                      void *state,
                      void (*done)(struct credential_walk *, const struct credential *))
{
    buf_clear(&c->other.reasons);
    error_clear(&c->other.failure);
    c->other.region = c->region;
    c->asking = walk_new(&c->other, chain, config_profile(c->config));
    if (!c->asking)
        return false;
    c->asking->state = state;
    c->asking->done = done;
    c->asking->data = c;
    walk_begin(c->asking);
    return true;
}

static void no_memory(struct slrun_error *error)
{
    error_set(error, SLRUN_E_MEMORY, "out of memory");
}

static void on_identified(struct credential_walk *walk, const struct credential *found)
{
    struct credentials *c = walk->data;
    struct slrun_error error = {0};
    struct credentials_identity identity = {0};
    if (found) {
        snprintf(identity.account, sizeof identity.account, "%s", found->access_key);
        snprintf(identity.arn, sizeof identity.arn, "%s", found->secret_key);
    } else {
        error_set(&error, c->other.failure.status ? SLRUN_E_CREDENTIALS : SLRUN_E_CONNECT, "%s",
                  buf_str(&c->other.reasons));
    }
    c->asking = NULL;
    walk_free(walk);
    c->identified(c->asker, found ? &identity : NULL, found ? NULL : &error);
}

void credentials_identify(struct credentials *c, credentials_identified *done, void *arg)
{
    static const struct credential_provider *const chain[] = {&credential_caller, NULL};
    struct slrun_error error = {0};
    c->identified = done;
    c->asker = arg;
    c->self = (struct credential){c->held.access_key, c->held.secret_key, c->held.session_token, 0};
    if (ask_other(c, chain, &c->self, on_identified))
        return;
    no_memory(&error);
    done(arg, NULL, &error);
}

const char *credentials_region(const struct credentials *c)
{
    const char *region = config_env("AWS_REGION");
    region = region ? region : config_env("AWS_DEFAULT_REGION");
    return region ? region : config_get(c->config, "profile", config_profile(c->config), "region");
}

static void on_region(struct credential_walk *walk, const struct credential *found)
{
    struct credentials *c = walk->data;
    struct slrun_error error = {0};
    char region[sizeof c->region];
    snprintf(region, sizeof region, "%s", found ? found->access_key : "");
    if (!found) {
        error_set(&error, SLRUN_E_USAGE,
                  "no region: AWS_REGION and AWS_DEFAULT_REGION are not set; the profile '%s' has "
                  "no region; %s",
                  config_profile(c->config), buf_str(&c->other.reasons));
        error_hint(&error, "give one: --region REGION");
    }
    c->asking = NULL;
    walk_free(walk);
    c->region_found(c->asker, found ? region : NULL, found ? NULL : &error);
}

void credentials_ask_region(struct credentials *c, credentials_region_found *done, void *arg)
{
    static const struct credential_provider *const chain[] = {&credential_imds_region, NULL};
    struct slrun_error error = {0};
    c->region_found = done;
    c->asker = arg;
    if (ask_other(c, chain, NULL, on_region))
        return;
    no_memory(&error);
    done(arg, NULL, &error);
}
