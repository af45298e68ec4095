/* SPDX-License-Identifier: Apache-2.0 */
/* Requests to function URLs as events, and what handlers return as answers. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include <slrun/base64.h>

#include "local/bytes.h"
#include "local/url.h"

enum { HEADERS_MAX = 256, TEXT_MAX = 8192 };

/* ---- events ---- */

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *at = c ? strchr(digits, tolower((unsigned char)c)) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* NULL: no UTF-8. `query`: + is a blank. */
static json_t *decoded(const char *text, size_t size, bool query)
{
    char out[TEXT_MAX];
    size_t n = 0;
    for (size_t i = 0; i < size && n < sizeof out; i++) {
        int high = text[i] == '%' && i + 2 < size ? hex(text[i + 1]) : -1;
        int low = high >= 0 ? hex(text[i + 2]) : -1;
        out[n++] = low >= 0 ? (char)(high * 16 + low) : query && text[i] == '+' ? ' ' : text[i];
        i += low >= 0 ? 2 : 0;
    }
    return json_stringn(out, n);
}

/* Values of the same name are joined by commas. */
static void add(json_t *map, const char *name, json_t *value)
{
    const char *before = json_string_value(json_object_get(map, name));
    if (before && value) {
        json_t *joined = json_sprintf("%s,%s", before, json_string_value(value));
        json_decref(value);
        value = joined;
    }
    (void)put(map, name, value);
}

static json_t *query_of(const char *query)
{
    json_t *map = json_object();
    while (*query) {
        size_t size = strcspn(query, "&"), name = strcspn(query, "=&");
        json_t *key = decoded(query, name, true);
        if (size > 0 && key)
            add(map, json_string_value(key),
                decoded(query + name + (name < size), size - name - (name < size), true));
        json_decref(key);
        query += size + (query[size] == '&');
    }
    return map;
}

static json_t *headers_of(const struct slrun_exchange *x)
{
    json_t *map = json_object();
    for (size_t i = 0; i < x->n_headers; i++) {
        char name[256];
        size_t n = 0;
        for (const char *c = x->headers[i].name; *c && n + 1 < sizeof name; c++)
            name[n++] = (char)tolower((unsigned char)*c);
        name[n] = '\0';
        if (strcmp(name, "cookie") != 0 && strcmp(name, "connection") != 0)
            add(map, name, json_string(x->headers[i].value));
    }
    const char *host = json_string_value(json_object_get(map, "host"));
    const char *port = host ? strrchr(host, ':') : NULL;
    (void)(put(map, "x-forwarded-for", json_string("127.0.0.1")) &&
           put(map, "x-forwarded-proto", json_string("http")) &&
           put(map, "x-forwarded-port", json_string(port ? port + 1 : "80")));
    return map;
}

/* "a=b; c=d": one string each. */
static json_t *cookies_of(const char *header)
{
    json_t *list = json_array();
    while (header && *header) {
        size_t size = strcspn(header, ";");
        json_array_append_new(list, json_stringn(header, size));
        header += size + (header[size] == ';');
        header += strspn(header, " ");
    }
    return list;
}

static bool is_text(const char *type)
{
    static const char *const types[] = {"text/", "application/json", "application/xml",
                                        "application/javascript", NULL};
    for (size_t i = 0; type && types[i]; i++)
        if (strncasecmp(type, types[i], strlen(types[i])) == 0)
            return true;
    return !type;
}

static void set_body(json_t *event, const struct slrun_exchange *x, const char *type)
{
    json_t *text = is_text(type) ? json_stringn(x->body, x->size) : NULL;
    char *base64 = x->size > 0 && !text ? slrun_base64_text(x->body, x->size, NULL) : NULL;
    if (base64)
        json_decref(text);
    if (x->size > 0)
        (void)put(event, "body", base64 ? json_string(base64) : text);
    else
        json_decref(text);
    (void)put(event, "isBase64Encoded", json_boolean(base64 != NULL));
    free(base64);
}

static json_t *context_of(const struct service *service, const struct slrun_exchange *x,
                          const char *id, const char *path)
{
    const struct slrun_cloud *cloud = service->cloud;
    const char *agent = service->host->header_get(x->headers, x->n_headers, "User-Agent");
    int64_t now = cloud->now_ms(cloud);
    time_t seconds = (time_t)(now / 1000);
    char when[64];
    struct tm tm;
    gmtime_r(&seconds, &tm);
    (void)strftime(when, sizeof when, "%d/%b/%Y:%H:%M:%S +0000", &tm);
    return json_pack("{s:s, s:s, s:o, s:s, s:{s:s, s:s, s:s, s:s, s:s}, s:s, s:s, s:s, s:s, s:I}",
                     "accountId", "anonymous", "apiId", id, "domainName",
                     json_sprintf("%s.lambda-url.%s.on.aws", id, x->region), "domainPrefix", id,
                     "http", "method", x->method, "path", path, "protocol", "HTTP/1.1", "sourceIp",
                     "127.0.0.1", "userAgent", agent ? agent : "", "requestId", x->request_id,
                     "routeKey", "$default", "stage", "$default", "time", when, "timeEpoch",
                     (json_int_t)now);
}

json_t *url_event(const struct service *service, const struct slrun_exchange *x, const char *id,
                  const char *path)
{
    size_t size = strcspn(path, "?");
    const char *query = path[size] ? path + size + 1 : "";
    const char *type = service->host->header_get(x->headers, x->n_headers, "Content-Type");
    const char *cookie = service->host->header_get(x->headers, x->n_headers, "Cookie");
    for (; size > 1 && path[1] == '/'; size--) /* the URL ends with one, and paths begin so */
        path++;
    json_t *raw = size > 0 ? decoded(path, size, false) : json_string("/");
    if (!raw) /* no UTF-8 behind its escapes */
        raw = json_stringn(path, size);
    json_t *event =
        json_pack("{s:s, s:s, s:O, s:s, s:o, s:o}", "version", "2.0", "routeKey", "$default",
                  "rawPath", raw, "rawQueryString", query, "headers", headers_of(x),
                  "requestContext", context_of(service, x, id, json_string_value(raw)));
    if (*query)
        (void)put(event, "queryStringParameters", query_of(query));
    if (cookie)
        (void)put(event, "cookies", cookies_of(cookie));
    set_body(event, x, type);
    json_decref(raw);
    return event;
}

/* ---- answers ---- */

struct answer {
    struct slrun_header headers[HEADERS_MAX];
    size_t n;
    const char *type;
    char *dumped; /* of values that are no strings */
    char *bytes;
};

static void add_header(struct answer *a, const char *name, const char *value)
{
    if (!value || strpbrk(value, "\r\n") || strpbrk(name, "\r\n: "))
        return;
    if (strcasecmp(name, "content-type") == 0)
        a->type = value;
    else if (strcasecmp(name, "content-length") != 0 && a->n < HEADERS_MAX)
        a->headers[a->n++] = (struct slrun_header){name, value};
}

static void add_headers(struct answer *a, const json_t *result)
{
    const char *name;
    size_t i;
    json_t *value;
    json_object_foreach (json_object_get(result, "headers"), name, value)
        add_header(a, name, json_string_value(value));
    json_array_foreach (json_object_get(result, "cookies"), i, value)
        add_header(a, "Set-Cookie", json_string_value(value));
}

static void send_text(const struct service *service, struct slrun_exchange *x, const void *body,
                      size_t size)
{
    service->cloud->reply(
        x, &(struct slrun_reply){
               .status = 200, .content_type = "application/json", .body = body, .size = size});
}

/* A number, or the digits of one; 0: there is none. */
static json_int_t status_of(const json_t *result)
{
    const json_t *status = json_object_get(result, "statusCode");
    return json_is_string(status) ? strtoll(json_string_value(status), NULL, 10)
                                  : json_integer_value(status);
}

static void send_result(const struct service *service, struct slrun_exchange *x,
                        const json_t *result)
{
    struct answer a = {.type = "application/json"};
    const json_t *value = json_object_get(result, "body");
    const char *body = json_string_value(value);
    size_t size = json_string_length(value);
    json_int_t status = status_of(result);
    add_headers(&a, result);
    if (body && json_is_true(json_object_get(result, "isBase64Encoded"))) {
        a.bytes = slrun_base64_bytes(body, size, &size);
        body = a.bytes ? a.bytes : "";
    } else if (value && !body && !json_is_null(value)) {
        a.dumped = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
        body = a.dumped;
        size = body ? strlen(body) : 0;
    }
    bool ok = status >= 200 && status <= 599;
    service->cloud->reply(x, &(struct slrun_reply){.status = ok ? (int)status : 502,
                                                   .content_type = a.type,
                                                   .headers = a.headers,
                                                   .n_headers = a.n,
                                                   .body = body ? body : "",
                                                   .size = body ? size : 0});
    free(a.bytes);
    free(a.dumped);
}

void url_open(const struct service *service, struct slrun_exchange *x, const json_t *head,
              const char *type)
{
    struct answer a = {.type = type ? type : "application/octet-stream"};
    const json_t *given = json_object_get(head, "statusCode");
    json_int_t status = given ? json_integer_value(given) : 200;
    add_headers(&a, head);
    service->cloud->reply_open(
        x,
        &(struct slrun_reply){.status = status >= 200 && status <= 599 ? (int)status : 502,
                              .content_type = a.type,
                              .headers = a.headers,
                              .n_headers = a.n},
        NULL);
}

/* JSON without the blanks that runtimes put between its parts; free() it. NULL: no memory. */
static char *without_blanks(const char *json, size_t size, size_t *n)
{
    char *text = malloc(size + 1);
    bool quoted = false;
    *n = 0;
    for (size_t i = 0; text && i < size; i++) {
        quoted ^= json[i] == '"';
        if (quoted || !strchr(" \t\r\n", json[i]))
            text[(*n)++] = json[i];
        if (quoted && json[i] == '\\' && i + 1 < size)
            text[(*n)++] = json[++i];
    }
    return text;
}

static void send_value(const struct service *service, struct slrun_exchange *x, const char *json,
                       size_t size)
{
    size_t n;
    char *text = without_blanks(json, size, &n);
    send_text(service, x, text ? text : json, text ? n : size);
    free(text);
}

/* Developer Guide: what has a statusCode is an answer, anything else is the body of one. */
void url_answer(const struct service *service, struct slrun_exchange *x, const char *payload,
                size_t size)
{
    json_t *result = json_loadb(payload, size, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
    if (status_of(result) > 0)
        send_result(service, x, result);
    else if (json_is_string(result))
        send_text(service, x, json_string_value(result), json_string_length(result));
    else
        send_value(service, x, payload, size);
    json_decref(result);
}
