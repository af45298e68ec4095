/* SPDX-License-Identifier: Apache-2.0 */
/* Credentials in environment variables. */
#include "base/clock.h"
#include "net/credential/credential_walk.h"

static void fetch(struct credential_walk *walk)
{
    struct credential found = {.access_key = config_env("AWS_ACCESS_KEY_ID"),
                               .secret_key = config_env("AWS_SECRET_ACCESS_KEY"),
                               .session_token = config_env("AWS_SESSION_TOKEN")};
    const char *expiration = config_env("AWS_CREDENTIAL_EXPIRATION");
    if (!found.session_token)
        found.session_token = config_env("AWS_SECURITY_TOKEN"); /* its old name */
    if (!found.access_key)
        walk_absent(walk, "AWS_ACCESS_KEY_ID is not set");
    else if (!found.secret_key)
        walk_failed(walk, "AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is not");
    else if (expiration && !walk_time(expiration, &found.expires_ms))
        walk_failed(walk, "AWS_CREDENTIAL_EXPIRATION is no time");
    else if (expiration && found.expires_ms <= clock_wall_ms())
        walk_failed(walk, "they have expired, at %s (AWS_CREDENTIAL_EXPIRATION)", expiration);
    else
        walk_found(walk, &found);
}

const struct credential_provider credential_env = {"env", "environment", fetch};
