/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Roles: the role_arn of a profile, assumed with the credentials of its source_profile or
 * credential_source; and a role assumed with a token of someone else's (web identity).
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "net/credential/credential_sts.h"

/* ---- AssumeRole ---- */

static const struct credential_provider *const
    env_only[] = {&credential_env, NULL},
    *const container_only[] = {&credential_container, NULL},
    *const imds_only[] = {&credential_imds, NULL}, *const role_only[] = {&credential_role, NULL};

static const struct {
    const char *name;
    const struct credential_provider *const *chain;
} sources[] = {
    {"Environment", env_only},
    {"EcsContainer", container_only},
    {"Ec2InstanceMetadata", imds_only},
};

static const char *get(const struct credential_walk *walk, const char *profile, const char *key)
{
    return config_get(walk->common->config, "profile", profile, key);
}

static bool has_role(const struct credential_walk *walk, const char *profile)
{
    return get(walk, profile, "role_arn") && !get(walk, profile, "web_identity_token_file");
}

static bool has_keys(const struct credential_walk *walk, const char *profile)
{
    return get(walk, profile, "aws_access_key_id") || get(walk, profile, "aws_secret_access_key");
}

static const char *what(struct credential_walk *walk, const char *action, const char *role)
{
    const char *text = arena_format(walk->arena, "%s of %s", action, role);
    return text ? text : action;
}

static void on_assumed(struct credential_walk *walk, const struct sts_answer *answer,
                       const struct slrun_error *error)
{
    sts_found(walk, answer, error, what(walk, "AssumeRole", walk_get(walk, "role_arn")));
}

/* A number, or nothing: as botocore, which leaves it to STS to judge it. */
static const char *duration_of(const struct credential_walk *walk)
{
    const char *text = walk_get(walk, "duration_seconds");
    return text && *text && strspn(text, "0123456789") == strlen(text) ? text : NULL;
}

static void on_source(struct credential_walk *below, const struct credential *found)
{
    struct credential_walk *walk = below->data;
    const char *session = walk_get(walk, "role_session_name");
    if (!found) {
        walk_failed(walk, "so there are no credentials to assume the role of the profile '%s' with",
                    walk->profile);
        return;
    }
    session = session && *session ? session : sts_session_name(walk);
    struct sts_question question = {.action = "AssumeRole",
                                    .parameters = {{"RoleArn", walk_get(walk, "role_arn")},
                                                   {"RoleSessionName", session},
                                                   {"ExternalId", walk_get(walk, "external_id")},
                                                   {"DurationSeconds", duration_of(walk)}},
                                    .signer = found};
    sts_ask(walk, &question, on_assumed);
}

static void ask_source(struct credential_walk *walk, const struct credential_provider *const *chain,
                       const char *profile)
{
    struct credential_walk *below = walk_new(walk->common, chain, profile);
    if (!below) {
        walk_no_memory(walk);
        return;
    }
    below->above = walk;
    below->depth = walk->depth + 1;
    below->variables = false;
    below->done = on_source;
    below->data = walk;
    walk->below = below;
    walk_begin(below);
}

static bool visited(const struct credential_walk *walk, const char *profile)
{
    for (; walk; walk = walk->above)
        if (strcmp(walk->profile, profile) == 0)
            return true;
    return false;
}

/* A profile may name itself: then the keys that stand in it assume its role. */
static void ask_profile(struct credential_walk *walk, const char *source)
{
    bool self = strcmp(walk->profile, source) == 0, keys = has_keys(walk, source);
    if (!config_has(walk->common->config, "profile", source))
        walk_failed(walk, "the source_profile '%s' of the profile '%s' is nowhere", source,
                    walk->profile);
    else if (walk->depth >= WALK_DEPTH_MAX || (visited(walk, source) && !(self && keys)))
        walk_failed(walk, "the source_profile '%s' of the profile '%s' leads in a circle", source,
                    walk->profile);
    else
        ask_source(walk, keys || !has_role(walk, source) ? credential_chain_source : role_only,
                   source);
}

static void ask_named(struct credential_walk *walk, const char *source)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        if (strcmp(sources[i].name, source) == 0) {
            ask_source(walk, sources[i].chain, walk->profile);
            return;
        }
    }
    walk_failed(walk,
                "the credential_source '%s' of the profile '%s' is not Environment, EcsContainer "
                "or Ec2InstanceMetadata",
                source, walk->profile);
}

static void fetch_role(struct credential_walk *walk)
{
    const char *profile = walk_get(walk, "source_profile");
    const char *source = walk_get(walk, "credential_source");
    if (!has_role(walk, walk->profile)) {
        walk_absent(walk, "the profile '%s' has no role_arn", walk->profile);
    } else if (walk_get(walk, "mfa_serial")) {
        walk_hint(walk,
                  "take a session with MFA first: eval \"$(aws configure export-credentials "
                  "--profile %s --format env)\"",
                  walk->profile);
        walk_failed(walk,
                    "the role of the profile '%s' wants an MFA code (mfa_serial), and a run "
                    "of tests asks nobody",
                    walk->profile);
    } else if (profile && source) {
        walk_failed(walk, "the profile '%s' has both source_profile and credential_source",
                    walk->profile);
    } else if (profile) {
        ask_profile(walk, profile);
    } else if (source) {
        ask_named(walk, source);
    } else {
        walk_failed(walk,
                    "the profile '%s' has a role_arn, but no source_profile or credential_source",
                    walk->profile);
    }
}

const struct credential_provider credential_role = {"assume-role", "role", fetch_role};

/* ---- AssumeRoleWithWebIdentity ---- */

/* A variable, where they count, else the profile's. */
static const char *setting(const struct credential_walk *walk, const char *variable,
                           const char *key)
{
    const char *value = walk->variables ? config_env(variable) : NULL;
    return value ? value : walk_get(walk, key);
}

static void on_web_identity(struct credential_walk *walk, const struct sts_answer *answer,
                            const struct slrun_error *error)
{
    sts_found(walk, answer, error,
              what(walk, "AssumeRoleWithWebIdentity", setting(walk, "AWS_ROLE_ARN", "role_arn")));
}

static void fetch_web_identity(struct credential_walk *walk)
{
    char path[CONFIG_PATH_MAX];
    const char *file = setting(walk, "AWS_WEB_IDENTITY_TOKEN_FILE", "web_identity_token_file");
    const char *role = setting(walk, "AWS_ROLE_ARN", "role_arn");
    const char *session = setting(walk, "AWS_ROLE_SESSION_NAME", "role_session_name");
    const char *token = file && config_expand(file, path) ? walk_file(walk, path) : NULL;
    if (!file || !*file) {
        walk_absent(walk, "no web_identity_token_file%s",
                    walk->variables ? ", and AWS_WEB_IDENTITY_TOKEN_FILE is not set" : "");
    } else if (!role || !*role) {
        walk_failed(walk, "there is a token file, but no AWS_ROLE_ARN and no role_arn");
    } else if (!token || !*token) {
        walk_failed(walk, "the token file %s: %s", file, token ? "it is empty" : file_why(errno));
    } else {
        struct sts_question question = {
            .action = "AssumeRoleWithWebIdentity",
            .parameters = {
                {"RoleArn", role},
                {"RoleSessionName", session && *session ? session : sts_session_name(walk)},
                {"WebIdentityToken", token}}};
        sts_ask(walk, &question, on_web_identity);
    }
}

const struct credential_provider credential_web_identity = {"assume-role-with-web-identity",
                                                            "web identity", fetch_web_identity};
