/* SPDX-License-Identifier: Apache-2.0 */
/* Keys that stand in the credentials file, or in the config file. */
#include "net/credential/credential_walk.h"

static void fetch_from(struct credential_walk *walk, enum config_kind kind)
{
    const struct config *config = walk->common->config;
    const char *path = config_path(config, kind), *profile = walk->profile;
    struct credential found = {
        .access_key = config_of_file(config, kind, profile, "aws_access_key_id"),
        .secret_key = config_of_file(config, kind, profile, "aws_secret_access_key"),
        .session_token = config_of_file(config, kind, profile, "aws_session_token")};
    if (!found.session_token)
        found.session_token = config_of_file(config, kind, profile, "aws_security_token");
    if (found.session_token && !*found.session_token)
        found.session_token = NULL;
    if (!found.access_key)
        walk_absent(walk, "no aws_access_key_id for the profile '%s' in %s", profile, path);
    else if (!*found.access_key)
        walk_failed(walk, "the aws_access_key_id of the profile '%s' in %s is empty", profile,
                    path);
    else if (!found.secret_key || !*found.secret_key)
        walk_failed(walk, "the profile '%s' in %s has no aws_secret_access_key", profile, path);
    else
        walk_found(walk, &found);
}

static void fetch_credentials(struct credential_walk *walk)
{
    fetch_from(walk, CONFIG_CREDENTIALS);
}

static void fetch_config(struct credential_walk *walk)
{
    fetch_from(walk, CONFIG_SHARED);
}

/* `aws login` keeps tokens that are bound to a key of its own, which only the AWS CLI renews. */
static void fetch_login(struct credential_walk *walk)
{
    if (!walk_get(walk, "login_session")) {
        walk_absent(walk, "the profile '%s' has no login_session", walk->profile);
        return;
    }
    walk_hint(walk, "eval \"$(aws configure export-credentials --profile %s --format env)\"",
              walk->profile);
    walk_failed(walk, "slrun does not read the sessions of `aws login`");
}

const struct credential_provider credential_file = {"shared-credentials-file", "credentials file",
                                                    fetch_credentials},
                                 credential_config = {"config-file", "config file", fetch_config},
                                 credential_login = {"login", "aws login", fetch_login};
