/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds credentials for tests in other languages, by the environment that it is started in:
 *
 *     credential_tool [profile=P] [region=R] [container=URL] [process_ms=N] [exchange_ms=N]
 *
 * Lines in, one JSON object out for each:
 *
 *     want N                 N ask at once -> {"ready": N, "at_once": M, "method", "access_key",
 *                            "secret_key", "token"} or {"error", "hint", "method", "failed": N}
 *     expired KEY            AWS calls this key expired -> {"again": bool}
 *     identify               -> {"account", "arn"} or {"error"}
 *     region                 -> {"region"} or {"error"}
 *     endpoint PREFIX REGION -> {"endpoint"} or {"error"}
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/error.h"
#include "net/credential/credential.h"
#include "net/loop.h"

enum { LINE_BYTES = 1024, WAITS_MAX = 1000 };

struct tool {
    uv_loop_t *loop;
    struct credentials *credentials;
    struct endpoint_rules rules;
    struct sigv4_credentials now;
    char access_key[256], secret_key[256], token[4096];
    struct credentials_wait waits[WAITS_MAX];
    size_t left, ready, failed;
    json_t *answer;
    struct slrun_error error;
};

static void on_changed(void *arg, const struct sigv4_credentials *credentials)
{
    struct tool *t = arg;
    const char *token = credentials->session_token;
    snprintf(t->access_key, sizeof t->access_key, "%s", credentials->access_key);
    snprintf(t->secret_key, sizeof t->secret_key, "%s", credentials->secret_key);
    snprintf(t->token, sizeof t->token, "%s", token ? token : "");
}

static void on_ready(struct credentials_wait *wait, const struct slrun_error *error)
{
    struct tool *t = wait->data;
    t->ready += !error;
    t->failed += error != NULL;
    if (error)
        error_copy(&t->error, error);
    if (--t->left == 0)
        loop_stop(t->loop);
}

static json_t *want(struct tool *t, size_t n)
{
    size_t at_once = 0;
    t->left = t->ready = t->failed = 0;
    for (size_t i = 0; i < n && i < WAITS_MAX; i++) {
        t->waits[i] = (struct credentials_wait){.ready = on_ready, .data = t};
        bool good = credentials_want(t->credentials, &t->waits[i]);
        at_once += good;
        t->left += !good;
    }
    if (t->left)
        uv_run(t->loop, UV_RUN_DEFAULT);
    const char *method = credentials_method(t->credentials);
    if (t->failed)
        return json_pack("{s:s, s:s, s:s?, s:i}", "error", t->error.message, "hint", t->error.hint,
                         "method", method, "failed", (int)t->failed);
    return json_pack("{s:i, s:i, s:s?, s:s, s:s, s:s}", "ready", (int)(at_once + t->ready),
                     "at_once", (int)at_once, "method", method, "access_key", t->access_key,
                     "secret_key", t->secret_key, "token", t->token);
}

/* Lets a renewal that goes on beside come to its end. */
static json_t *settle(struct tool *t)
{
    uv_run(t->loop, UV_RUN_DEFAULT);
    return json_pack("{s:s}", "access_key", t->access_key);
}

static void on_identified(void *arg, const struct credentials_identity *identity,
                          const struct slrun_error *error)
{
    struct tool *t = arg;
    t->answer = error ? json_pack("{s:s}", "error", error->message)
                      : json_pack("{s:s, s:s}", "account", identity->account, "arn", identity->arn);
    loop_stop(t->loop);
}

static void on_region(void *arg, const char *region, const struct slrun_error *error)
{
    struct tool *t = arg;
    t->answer =
        error ? json_pack("{s:s}", "error", error->message) : json_pack("{s:s}", "region", region);
    loop_stop(t->loop);
}

static json_t *asked(struct tool *t)
{
    if (!t->answer)
        uv_run(t->loop, UV_RUN_DEFAULT);
    json_t *answer = t->answer;
    t->answer = NULL;
    return answer;
}

static json_t *region(struct tool *t)
{
    const char *known = credentials_region(t->credentials);
    if (known)
        return json_pack("{s:s}", "region", known);
    credentials_ask_region(t->credentials, on_region, t);
    return asked(t);
}

static json_t *endpoint(struct tool *t, const char *prefix, const char *where)
{
    const struct endpoint_place place = {prefix, where};
    char url[ENDPOINT_MAX];
    struct slrun_error error = {0};
    if (endpoint_resolve(&t->rules, &place, url, &error) != 0)
        return json_pack("{s:s}", "error", error.message);
    return json_pack("{s:s}", "endpoint", url);
}

static json_t *answer_line(struct tool *t, char *line)
{
    char a[LINE_BYTES] = "", b[LINE_BYTES] = "", word[LINE_BYTES] = "";
    sscanf(line, "%1023s %1023s %1023s", word, a, b);
    if (strcmp(word, "want") == 0)
        return want(t, (size_t)strtoul(a, NULL, 10));
    if (strcmp(word, "settle") == 0)
        return settle(t);
    if (strcmp(word, "expired") == 0)
        return json_pack("{s:b}", "again", credentials_expired(t->credentials, a));
    if (strcmp(word, "region") == 0)
        return region(t);
    if (strcmp(word, "endpoint") == 0)
        return endpoint(t, a, b);
    credentials_identify(t->credentials, on_identified, t);
    return asked(t);
}

static void set_option(struct credentials_options *options, const char *word)
{
    const char *value = strchr(word, '=') ? strchr(word, '=') + 1 : "";
    if (strncmp(word, "profile=", 8) == 0)
        options->profile = value;
    else if (strncmp(word, "region=", 7) == 0)
        options->region = value;
    else if (strncmp(word, "container=", 10) == 0)
        options->container_base = value;
    else if (strncmp(word, "process_ms=", 11) == 0)
        options->process_ms = strtol(value, NULL, 10);
    else if (strncmp(word, "exchange_ms=", 12) == 0)
        options->exchange_ms = strtol(value, NULL, 10);
}

static void print(json_t *json)
{
    char *text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    puts(text ? text : "null");
    fflush(stdout);
    free(text);
    json_decref(json);
}

static void serve(struct tool *t)
{
    char line[LINE_BYTES];
    while (fgets(line, sizeof line, stdin))
        print(answer_line(t, line));
}

int main(int argc, char **argv)
{
    static struct tool t;
    struct slrun_error error = {0};
    struct sigv4 *signer = sigv4_new();
    t.loop = loop_new(&error);
    struct credentials_options options = {
        .loop = t.loop, .signer = signer, .rules = &t.rules, .changed = on_changed, .arg = &t};
    for (int i = 1; i < argc; i++)
        set_option(&options, argv[i]);
    t.credentials = credentials_new(&options, &error);
    if (t.credentials &&
        endpoint_rules_read(&t.rules, credentials_config(t.credentials), &error) == 0)
        serve(&t);
    else
        print(json_pack("{s:s, s:s}", "error", error.message, "hint", error.hint));
    credentials_free(t.credentials);
    sigv4_free(signer);
    loop_free(t.loop);
    return 0;
}
