/* SPDX-License-Identifier: Apache-2.0 */
/* Credentials of a container: ECS tasks, EKS Pod Identity (AWS SDKs and Tools Reference Guide,
 * "Container credential provider"). */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "net/client/http_proxy.h"
#include "net/credential/credential_walk.h"

enum { TIMEOUT_MS = 2000, TRIES = 3, PAUSE_MS = 1000 };

static const char ecs_base[] = "http://169.254.170.2";

static void on_credentials(struct credential_walk *walk, const struct slrun_response *answer,
                           const struct slrun_error *error)
{
    static const struct walk_members members = {"AccessKeyId", "SecretAccessKey", "?Token",
                                                "Expiration", false};
    if (error) {
        walk_failed(walk, "%s", error->message);
        return;
    }
    const json_t *json = walk_json(walk, answer->body, answer->size);
    if (answer->status != 200)
        walk_failed(walk, "%s answered with status %d", walk->exchange.http.base, answer->status);
    else if (!json)
        walk_failed(walk, "the answer of %s is no JSON object", walk->exchange.http.base);
    else
        walk_found_json(walk, json, &members);
}

/* Over plain HTTP only to this machine, or to the addresses of ECS and EKS: a token goes with it.
 */
static bool is_safe(const char *base)
{
    static const char *const hosts[] = {"http://169.254.170.2", "http://169.254.170.23",
                                        "http://[fd00:ec2::23]"};
    if (strncmp(base, "https://", 8) == 0 || http_is_loopback(base))
        return true;
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++) {
        size_t n = strlen(hosts[i]);
        if (strncmp(base, hosts[i], n) == 0 && (!base[n] || base[n] == ':'))
            return true;
    }
    return false;
}

/* The value of Authorization: the file is read every time, as it changes. False: walk_failed(). */
static bool authorization(struct credential_walk *walk, const char **value)
{
    const char *path = config_env("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    *value = path ? walk_file(walk, path) : config_env("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    if (path && !*value) {
        walk_failed(walk, "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: %s: %s", path, file_why(errno));
        return false;
    }
    if (!*value || !(*value)[strcspn(*value, "\r\n")])
        return true;
    walk_failed(walk, "the authorization token has a line end in it");
    return false;
}

static void ask(struct credential_walk *walk, const char *base, const char *target)
{
    const char *token;
    if (!authorization(walk, &token))
        return;
    struct slrun_header headers[] = {
        {"Accept", "application/json"}, {token ? "Authorization" : NULL, token}, {NULL, NULL}};
    struct walk_question question = {.base = base,
                                     .method = "GET",
                                     .target = target,
                                     .headers = headers,
                                     .direct = true,
                                     .timeout_ms = TIMEOUT_MS,
                                     .tries = TRIES,
                                     .pause_ms = PAUSE_MS};
    walk_ask(walk, &question, on_credentials);
}

static void ask_full(struct credential_walk *walk, const char *uri)
{
    const char *host = strstr(uri, "://");
    size_t n = host ? (size_t)(host - uri) + 3 : 0;
    n += strcspn(uri + n, "/?");
    const char *base = arena_copy(walk->arena, uri, n);
    const char *target = uri[n] == '/' ? uri + n : arena_format(walk->arena, "/%s", uri + n);
    if (!base || !target)
        walk_no_memory(walk);
    else if (!endpoint_is_url(base))
        walk_failed(walk, "AWS_CONTAINER_CREDENTIALS_FULL_URI is no http or https URL");
    else if (!is_safe(base))
        walk_failed(walk,
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI: %s is neither https nor on this machine, "
                    "nor an address of ECS or EKS",
                    base);
    else
        ask(walk, base, target);
}

static void fetch(struct credential_walk *walk)
{
    const char *relative = config_env("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    const char *full = config_env("AWS_CONTAINER_CREDENTIALS_FULL_URI");
    const char *base = walk->common->options->container_base;
    if (!relative && !full)
        walk_absent(walk, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and _FULL_URI are not set");
    else if (relative && *relative != '/')
        walk_failed(walk, "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a slash");
    else if (relative)
        ask(walk, base ? base : ecs_base, relative);
    else
        ask_full(walk, full);
}

const struct credential_provider credential_container = {"container-role", "container", fetch};
