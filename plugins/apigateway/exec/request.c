/* SPDX-License-Identifier: Apache-2.0 */
/* Headers, query and body of a request. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "exec/exec.h"

const char *exec_header(const struct exec *e, const char *name)
{
    const char *found = NULL;
    for (size_t i = 0; i < e->x->n_headers; i++)
        if (strcasecmp(e->x->headers[i].name, name) == 0)
            found = e->x->headers[i].value;
    return found;
}

static void add(json_t *single, json_t *multi, const char *name, const char *value)
{
    if (!json_object_get(multi, name))
        json_object_set_new(multi, name, json_array());
    json_t *text = text_json_bytes(value, strlen(value));
    json_object_set(single, name, text);
    json_array_append_new(json_object_get(multi, name), text);
}

#define TRACE "X-Amzn-Trace-Id"

/* "Root=1-SECONDS-24 digits", all hexadecimal (X-Ray developer guide, "Tracing header"). */
static void add_trace(struct exec *e)
{
    const struct slrun_cloud *cloud = e->service->cloud;
    char digits[25] = "000000000000000000000000";
    size_t n = 0;
    for (const char *c = e->x->request_id; *c && n < sizeof digits - 1; c++)
        if (isxdigit((unsigned char)*c))
            digits[n++] = *c;
    json_t *trace = json_sprintf("Root=1-%08x-%s", (unsigned)(cloud->now_ms(cloud) / 1000), digits);
    add(e->headers, e->multi_headers, TRACE, json_string_value(trace));
    json_decref(trace);
}

/* AWS's front writes these in one way; of others it keeps letters as they came. */
static const char *front_name(const char *name)
{
    static const char *const names[] = {"Authorization", "Host", "User-Agent"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(names[i], name) == 0)
            return names[i];
    return name;
}

/* What AWS's front adds; Connection and the like stay behind. */
static void add_headers(struct exec *e)
{
    static const char *const dropped[] = {
        "Connection",      "Content-Length",   "Transfer-Encoding", "Expect",
        "X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"};
    const struct slrun_cloud *cloud = e->service->cloud;
    const char *url = cloud->url(cloud);
    for (size_t i = 0; i < e->x->n_headers; i++) {
        const struct slrun_header *h = &e->x->headers[i];
        bool keep = true;
        for (size_t d = 0; d < sizeof dropped / sizeof *dropped; d++)
            keep = keep && strcasecmp(h->name, dropped[d]) != 0;
        if (keep)
            add(e->headers, e->multi_headers, e->v2 ? h->name : front_name(h->name), h->value);
    }
    if (e->test)
        return;
    if (!exec_header(e, TRACE))
        add_trace(e);
    add(e->headers, e->multi_headers, "X-Forwarded-For", "127.0.0.1");
    add(e->headers, e->multi_headers, "X-Forwarded-Port",
        url && strrchr(url, ':') ? strrchr(url, ':') + 1 : "80");
    add(e->headers, e->multi_headers, "X-Forwarded-Proto", "http");
}

static void add_query(struct exec *e)
{
    for (const char *at = e->raw_query; *at;) {
        size_t n = strcspn(at, "&"), name = strcspn(at, "=&");
        struct text key = TEXT_INIT, value = TEXT_INIT;
        text_add_decoded(&key, at, name, true);
        if (name < n)
            text_add_decoded(&value, at + name + 1, n - name - 1, true);
        if (key.n && !key.failed && strlen(key.at) == key.n)
            add(e->query, e->multi_query, text_str(&key), text_str(&value));
        text_free(&key);
        text_free(&value);
        at += n + (at[n] == '&');
    }
}

bool exec_read(struct exec *e)
{
    e->headers = json_object();
    e->multi_headers = json_object();
    e->query = json_object();
    e->multi_query = json_object();
    e->path_params = json_object();
    e->added = json_object();
    add_headers(e);
    add_query(e);
    if (e->x->size <= EXEC_BODY_MAX)
        return true;
    exec_fail(e, "REQUEST_TOO_LARGE", e->v2 ? "Request Entity Too Large" : NULL);
    return false;
}

json_t *exec_body_text(const struct exec *e)
{
    return text_json_bytes(e->x->body, e->x->size);
}

static bool is_media(const char *pattern, const char *type, size_t n)
{
    const char *slash = strchr(pattern, '/');
    if (*pattern == '*') /* none but this one may begin so */
        return strcmp(pattern, "*/*") == 0;
    if (slash && strcmp(slash, "/*") == 0)
        return n > (size_t)(slash - pattern) &&
               strncasecmp(pattern, type, (size_t)(slash - pattern) + 1) == 0;
    return strlen(pattern) == n && strncasecmp(pattern, type, n) == 0;
}

bool exec_is_binary(const struct exec *e, const char *type)
{
    size_t i;
    json_t *pattern;
    if (!type)
        return false;
    json_array_foreach (json_object_get(doc_it(e->config), "binaryMediaTypes"), i, pattern)
        if (is_media(json_string_value(pattern), type, strcspn(type, ";, ")))
            return true;
    return false;
}
