/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decides about retries for tests in other languages. JSON objects in, one a line; one out for
 * each:
 *
 *     {"do": "kind", "service": SIGNING_NAME, "idempotent": bool, "token": bool, "error": KIND,
 *      "code": "..", "status": N}                             -> {"kind": "throttling", ...}
 *     {"do": "pause", "kind": "..", "service": .., "attempt": N, "random": R, "headers": {..}}
 *                                                             -> {"ms": M}
 *     {"do": "take", "kind": ".."}                            -> {"cost": N, "left": M}
 *     {"do": "give", "cost": N}                               -> {"left": M}
 *     {"do": "attempts", "service": "..", "mode": "..", "attempts": ".."}
 *                                                             -> {"n": N, "other": bool} or
 * {"error"}
 */
#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "base/error.h"
#include "plugin/retry.h"

enum { LINE_BYTES = 4096, HEADERS_MAX = 8 };

static const char *const kinds[] = {
    [RETRY_NEVER] = "never",
    [RETRY_TRANSIENT] = "transient",
    [RETRY_THROTTLING] = "throttling",
    [RETRY_ARRIVED] = "arrived",
};

static const char *text(const json_t *in, const char *name)
{
    const char *value = json_string_value(json_object_get(in, name));
    return value ? value : "";
}

static int64_t number(const json_t *in, const char *name)
{
    return json_integer_value(json_object_get(in, name));
}

static struct slrun_service service_of(const json_t *in)
{
    return (struct slrun_service){.signing_name = text(in, "service")};
}

static enum retry_kind kind_of(const json_t *in)
{
    for (int i = 0; i < 4; i++)
        if (strcmp(kinds[i], text(in, "kind")) == 0)
            return (enum retry_kind)i;
    return RETRY_NEVER;
}

static json_t *kind(const json_t *in)
{
    struct slrun_service service = service_of(in);
    struct slrun_op op = {.name = "op", .flags = json_is_true(json_object_get(in, "idempotent"))};
    struct slrun_error error = {.kind = SLRUN_E_SERVICE, .status = (int)number(in, "status")};
    for (int i = 0; i <= SLRUN_E_INTERNAL; i++)
        if (strcmp(error_name((enum slrun_errno)i), text(in, "error")) == 0)
            error.kind = (enum slrun_errno)i;
    snprintf(error.code, sizeof error.code, "%s", text(in, "code"));
    bool token = json_is_true(json_object_get(in, "token"));
    return json_pack("{s:s}", "kind", kinds[retry_kind(&op, &service, token, &error)]);
}

static json_t *pause_of(const json_t *in)
{
    struct slrun_service service = service_of(in);
    struct slrun_header headers[HEADERS_MAX];
    struct slrun_response answer = {.headers = headers};
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(in, "headers"), name, value)
        headers[answer.n_headers++] = (struct slrun_header){name, json_string_value(value)};
    const struct retry_try failed = {kind_of(in), &service, (int)number(in, "attempt"), &answer};
    double ms = retry_pause_ms(&failed, json_number_value(json_object_get(in, "random")));
    return json_pack("{s:f}", "ms", ms);
}

static json_t *attempts(const json_t *in)
{
    struct slrun_service service = service_of(in);
    struct slrun_error error = {0};
    struct retry retry = {0};
    const char *mode = json_string_value(json_object_get(in, "mode"));
    const char *n = json_string_value(json_object_get(in, "attempts"));
    int other = retry_configure(&retry, mode, n, &error);
    if (other < 0)
        return json_pack("{s:s}", "error", error.message);
    return json_pack("{s:i, s:b}", "n", retry_attempts(&retry, &service), "other", other);
}

static json_t *answer(struct retry_client *client, const json_t *in)
{
    const char *what = text(in, "do");
    unsigned cost = (unsigned)number(in, "cost");
    if (strcmp(what, "kind") == 0)
        return kind(in);
    if (strcmp(what, "pause") == 0)
        return pause_of(in);
    if (strcmp(what, "attempts") == 0)
        return attempts(in);
    if (strcmp(what, "take") == 0)
        cost = retry_take(client, kind_of(in));
    else
        retry_give_back(client, cost);
    return json_pack("{s:i, s:i}", "cost", (int)cost, "left", RETRY_QUOTA - (int)client->spent);
}

int main(void)
{
    char line[LINE_BYTES];
    struct retry retry = {0};
    struct retry_client *client = retry_client(&retry, "the only one");
    while (client && fgets(line, sizeof line, stdin)) {
        json_t *in = json_loads(line, 0, NULL), *out = answer(client, in);
        json_dumpf(out, stdout, JSON_COMPACT);
        puts("");
        fflush(stdout);
        json_decref(in);
        json_decref(out);
    }
    retry_free(&retry);
    return client ? 0 : 1;
}
