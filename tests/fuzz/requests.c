/* SPDX-License-Identifier: Apache-2.0 */
/* Lines to requests, and a look at each answer. */
#include "requests.h"

#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "heads.h"
#include "kept.h"

enum { BODY_MAX = 32768, TOKEN_SIZE = 1100, DEPTH_MAX = 16 /* in which a token is looked for */ };

struct run {
    const struct requests *requests;
    struct cloud_half half;
    struct cloud cloud;
    char token[TOKEN_SIZE];
    char id[TOKEN_SIZE]; /* of a thing that is part of another */
};

/* ---- answers ---- */

static void keep_token(struct run *run, const json_t *json, int depth)
{
    static const char *const names[] = {
        "ShardIterator", "NextShardIterator", "ReceiptHandle",    "NextToken",         "nextToken",
        "TaskHandle",    "StreamArn",         "nextForwardToken", "nextBackwardToken", "ApiId",
        "apiId"};
    const char *key;
    json_t *value;
    size_t i;
    for (i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = json_string_value(json_object_get(json, names[i]));
        if (text != NULL)
            (void)snprintf(run->token, sizeof run->token, "%s", text);
    }
    static const char *const parts[] = {"id", "integrationId", "routeId", "authorizerId"};
    const char *id = NULL;
    for (i = 0; id == NULL && i < sizeof parts / sizeof *parts; i++)
        id = json_string_value(json_object_get(json, parts[i]));
    const char *root = json_string_value(json_object_get(json, "rootResourceId"));
    if (id != NULL)
        (void)snprintf(root != NULL ? run->token : run->id, TOKEN_SIZE, "%s", id);
    if (root != NULL)
        (void)snprintf(run->id, TOKEN_SIZE, "%s", root);
    if (depth < DEPTH_MAX) {
        json_object_foreach ((json_t *)(uintptr_t)json, key, value)
            keep_token(run, value, depth + 1);
        json_array_foreach ((json_t *)(uintptr_t)json, i, value)
            keep_token(run, value, depth + 1);
    }
}

static void check_xml(const struct exchange *x)
{
    XML_Parser parser = XML_ParserCreate("UTF-8");
    if (parser != NULL && XML_Parse(parser, x->body, (int)x->size, 1) != XML_STATUS_OK)
        abort();
    XML_ParserFree(parser);
}

static void check_json(struct run *run, json_t *json)
{
    if (!json_is_object(json))
        abort();
    keep_token(run, json, 0);
    json_decref(json);
}

static void check(struct run *run, const struct exchange *x)
{
    const char *type = exchange_header(x, "Content-Type");
    if (x->status == 0 && x->gone == NULL && run->cloud.calls == NULL)
        abort(); /* neither answered nor parked, nor does it wait for another service */
    if (strncmp(x->base.target, "/_api/", 6) == 0)
        return;
    if (x->status != 0 && (x->status < 200 || x->status > (run->requests->may_fail ? 500 : 499)))
        abort();
    if (x->size == 0 || x->room != NULL)
        return; /* nothing, or events, which are no document */
    if (type == NULL || strstr(type, "xml") != NULL)
        check_xml(x);
    else if (strstr(type, "cbor") != NULL)
        check_json(run, run->requests->read_cbor(x->body, x->size));
    else
        check_json(run, json_loadb(x->body, x->size, JSON_ALLOW_NUL, NULL));
}

/* ---- requests ---- */

/* The text with the latest token in the place of each "$" and the latest id in that of each "!", as
 * far as `marks` has them. */
static size_t fill(const struct run *run, const char *marks, const char *text, char out[BODY_MAX])
{
    size_t n = 0;
    for (; *text != '\0' && n + TOKEN_SIZE < BODY_MAX; text++) {
        const char *value = strchr(marks, *text) == NULL ? NULL
                            : *text == '$'               ? run->token
                                                         : run->id;
        if (value != NULL) {
            size_t length = strlen(value);
            memcpy(out + n, value, length);
            n += length;
        } else {
            out[n++] = *text;
        }
    }
    return n;
}

static size_t unhex(const char *text, char out[BODY_MAX])
{
    size_t n = 0;
    unsigned byte;
    for (; n < BODY_MAX && sscanf(text, "%2x", &byte) == 1 && text[1] != '\0'; text += 2)
        out[n++] = (char)byte;
    return n;
}

/* "METHOD /path {...}"; false: it is none. */
static bool send_rest(struct run *run, char *line)
{
    static char target[BODY_MAX], body[BODY_MAX];
    size_t size = strspn(line, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (size == 0 || line[size] != ' ' || line[size + 1] != '/')
        return false;
    char *path = line + size + 1, *rest = strchr(path, ' ');
    line[size] = '\0';
    if (rest != NULL)
        *rest++ = '\0';
    target[fill(run, "$!", path, target)] = '\0';
    struct message m = {.method = line,
                        .target = target,
                        .type = "application/json",
                        .body = body,
                        .size = rest == NULL ? 0 : fill(run, "!", rest, body),
                        .access_key = "test"};
    m.headers[m.n_headers++] = (struct slrun_header){"Host", "127.0.0.1:4566"};
    check(run, cloud_send(&run->cloud, &m));
    cloud_advance(&run->cloud, run->requests->step_ms);
    return true;
}

/* "> {...}", "> !Code": to the first call of another service that waits. false: it is none. */
static bool answer_call(struct run *run, const char *line)
{
    if (strncmp(line, "> ", 2) != 0)
        return false;
    json_t *result = line[2] == '!' ? NULL : json_loads(line + 2, JSON_ALLOW_NUL, NULL);
    if (run->cloud.calls != NULL) {
        cloud_answer_call(&run->cloud, result, json_is_object(result) ? NULL : line + 2);
        cloud_advance(&run->cloud, run->requests->step_ms);
    }
    json_decref(result);
    return true;
}

static void send_line(struct run *run, char *line)
{
    static char body[BODY_MAX];
    bool cbor = line[0] == '~' && run->requests->read_cbor != NULL;
    char *name = line + cbor;
    char *space = name[0] >= 'A' && name[0] <= 'Z' ? strchr(name, ' ') : NULL;
    if (answer_call(run, line) || send_rest(run, line))
        return;
    struct message m = {.body = body, .access_key = "test"};
    m.headers[m.n_headers++] = (struct slrun_header){"Host", "127.0.0.1:4566"};
    if (space == NULL) {
        m.type = "application/x-www-form-urlencoded";
        m.size = fill(run, "$", line, body);
    } else {
        *space = '\0';
        char *dot = strrchr(name, '.');
        m.operation = dot == NULL ? name : dot + 1;
        m.type = cbor ? "application/x-amz-cbor-1.1" : NULL;
        m.size = cbor ? unhex(space + 1, body) : fill(run, "$", space + 1, body);
        if (dot != NULL) /* found before the one that the service has */
            m.headers[m.n_headers++] = (struct slrun_header){"X-Amz-Target", name};
    }
    check(run, cloud_send(&run->cloud, &m));
    cloud_advance(&run->cloud, run->requests->step_ms);
}

static void forget_line(enum slrun_log_level level, const char *format, ...)
{
    (void)level, (void)format;
}

void requests_serve(const struct requests *requests, const uint8_t *data, size_t size)
{
    static struct run run;
    char *text = heads_text(data, size), *at = text;
    if (text == NULL)
        return;
    run.requests = requests;
    run.token[0] = run.id[0] = '\0';
    run.half = requests->half;
    run.half.stores = kept_stores(size);
    cloud_open_half(&run.cloud, &run.half, NULL);
    static struct slrun_host quiet;
    quiet = *run.cloud.base.host;
    quiet.log = forget_line;
    if (requests->may_log)
        run.cloud.base.host = &quiet;
    do {
        send_line(&run, heads_line(&at));
    } while (*at != '\0');
    for (const struct exchange *x = run.cloud.exchanges; x != NULL; x = x->next)
        if (x->status != 0)
            check(&run, x); /* also what was answered late */
    cloud_close(&run.cloud);
    free(text);
}
