/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The instance metadata service of EC2, version 2 (Amazon EC2 User Guide, "Use the Instance
 * Metadata Service"): a token first, then the role's name, then its credentials; or the region.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "net/credential/credential_walk.h"
#include "net/region.h"

enum { TIMEOUT_S = 1, TIMEOUT_S_MAX = 60, TRIES_MAX = 10, TOKEN_S = 21600, ROLE_MAX = 256 };

#define ROLES "/latest/meta-data/iam/security-credentials/"

struct imds {
    const char *base, *token;
    bool region; /* that is what is asked for */
};

/* A number of a variable, or else of the profile, within bounds. */
struct setting {
    const char *variable, *key;
    unsigned otherwise, most;
};
static const struct setting timeout_s = {"AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout",
                                         TIMEOUT_S, TIMEOUT_S_MAX};
static const struct setting tries = {"AWS_METADATA_SERVICE_NUM_ATTEMPTS",
                                     "metadata_service_num_attempts", 1, TRIES_MAX};

static unsigned number(const struct credential_walk *walk, const struct setting *s)
{
    const char *text = config_env(s->variable);
    text = text ? text : walk_get(walk, s->key);
    char *end;
    unsigned long n = text ? strtoul(text, &end, 10) : 0;
    return n == 0 ? s->otherwise : n > s->most ? s->most : (unsigned)n;
}

static const char *base_of(struct credential_walk *walk)
{
    const char *base = config_env("AWS_EC2_METADATA_SERVICE_ENDPOINT");
    const char *mode = config_env("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE");
    base = base ? base : walk_get(walk, "ec2_metadata_service_endpoint");
    mode = mode ? mode : walk_get(walk, "ec2_metadata_service_endpoint_mode");
    if (base)
        return base;
    return mode && strcasecmp(mode, "ipv6") == 0 ? "http://[fd00:ec2::254]"
                                                 : "http://169.254.169.254";
}

static bool ask(struct credential_walk *walk, const char *target, walk_answered *answered)
{
    const struct imds *imds = walk->state;
    struct slrun_header headers[] = {{"x-aws-ec2-metadata-token", imds->token}, {NULL, NULL}};
    struct slrun_header first[] = {{"x-aws-ec2-metadata-token-ttl-seconds", "21600"}, {NULL, NULL}};
    struct walk_question question = {.base = imds->base,
                                     .method = imds->token ? "GET" : "PUT",
                                     .target = target,
                                     .headers = imds->token ? headers : first,
                                     .direct = true,
                                     .timeout_ms = 1000 * (int64_t)number(walk, &timeout_s),
                                     .tries = number(walk, &tries)};
    return walk_ask(walk, &question, answered);
}

/* Nothing there, or not the thing: nobody said that this is an EC2 instance. */
static bool refused(struct credential_walk *walk, const struct slrun_response *answer,
                    const struct slrun_error *error)
{
    const struct imds *imds = walk->state;
    if (error)
        walk_absent(walk, "%s", error->message);
    else if (answer->status != 200 || answer->size == 0)
        walk_absent(walk, "%s answered %s with status %d", imds->base,
                    walk->exchange.request.target, answer->status);
    else
        return false;
    return true;
}

static void on_credentials(struct credential_walk *walk, const struct slrun_response *answer,
                           const struct slrun_error *error)
{
    static const struct walk_members members = {"AccessKeyId", "SecretAccessKey", "Token",
                                                "Expiration", false};
    if (refused(walk, answer, error))
        return;
    const json_t *json = walk_json(walk, answer->body, answer->size);
    const char *code = json_string_value(json_object_get(json, "Code"));
    if (!json)
        walk_absent(walk, "the answer is no JSON object");
    else if (code && strcmp(code, "Success") != 0)
        walk_absent(walk, "the answer is %s", code);
    else
        walk_found_json(walk, json, &members);
}

/* One line of letters that are safe in a path: the first role of the list. */
static const char *first_word(struct credential_walk *walk, const struct slrun_response *answer)
{
    const char *text = answer->body;
    size_t n = strcspn(text, "\r\n");
    if (n == 0 || n >= ROLE_MAX ||
        strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                     "0123456789+=,.@_-") < n)
        return NULL;
    return arena_copy(walk->arena, text, n);
}

static void on_role(struct credential_walk *walk, const struct slrun_response *answer,
                    const struct slrun_error *error)
{
    if (refused(walk, answer, error))
        return;
    const char *role = first_word(walk, answer);
    const char *target = role ? arena_format(walk->arena, ROLES "%s", role) : NULL;
    if (target)
        ask(walk, target, on_credentials);
    else
        walk_absent(walk, "what it calls a role is none");
}

static void on_region(struct credential_walk *walk, const struct slrun_response *answer,
                      const struct slrun_error *error)
{
    if (refused(walk, answer, error))
        return;
    const char *region = first_word(walk, answer);
    if (region && region_is_name(region))
        walk_found(walk, &(struct credential){.access_key = region});
    else
        walk_absent(walk, "what it calls a region is none");
}

static void on_token(struct credential_walk *walk, const struct slrun_response *answer,
                     const struct slrun_error *error)
{
    struct imds *imds = walk->state;
    if (refused(walk, answer, error))
        return;
    imds->token = arena_copy(walk->arena, answer->body, answer->size);
    if (!imds->token || strlen(imds->token) != strcspn(imds->token, "\r\n"))
        walk_absent(walk, "what it calls a token is none");
    else if (imds->region)
        ask(walk, "/latest/meta-data/placement/region", on_region);
    else
        ask(walk, ROLES, on_role);
}

static void begin(struct credential_walk *walk, bool region)
{
    const char *disabled = config_env("AWS_EC2_METADATA_DISABLED");
    struct imds *imds = arena_alloc(walk->arena, sizeof *imds);
    walk->state = imds;
    if (!imds) {
        walk_no_memory(walk);
        return;
    }
    *imds = (struct imds){.base = base_of(walk), .region = region};
    if (disabled && strcasecmp(disabled, "true") == 0)
        walk_absent(walk, "AWS_EC2_METADATA_DISABLED is set");
    else if (!endpoint_is_url(imds->base))
        walk_failed(walk, "'%s' is no endpoint", imds->base);
    else
        ask(walk, "/latest/api/token", on_token);
}

static void fetch(struct credential_walk *walk)
{
    begin(walk, false);
}

static void fetch_region(struct credential_walk *walk)
{
    begin(walk, true);
}

const struct credential_provider credential_imds = {"iam-role", "instance metadata", fetch},
                                 credential_imds_region = {"imds", "instance metadata",
                                                           fetch_region};
