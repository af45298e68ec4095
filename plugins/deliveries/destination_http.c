/* SPDX-License-Identifier: Apache-2.0 */
/* Requests of API destinations as they go over the wire, and what their answers mean. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <slrun/member.h>

#include "deliveries/destination_inner.h"

enum { HEADERS_MAX = 100, RETRY_AFTER_MAX = 86400 };

/* ---- texts ---- */

void destination_merge(json_t *into, const json_t *parameters, const char *kind)
{
    size_t i;
    json_t *one;
    json_array_foreach (json_object_get(parameters, kind), i, one) {
        const char *name = slrun_text(one, "key"), *value = slrun_text(one, "value");
        if (name && value && strcmp(kind, "header_parameters") == 0)
            destination_header(into, name, value);
        else if (name && value)
            (void)json_object_set_new(into, name, json_string(value));
    }
}

void destination_header(json_t *headers, const char *name, const char *value)
{
    const char *key;
    json_t *old;
    void *next;
    json_object_foreach_safe (headers, next, key, old)
        if (strcasecmp(key, name) == 0)
            (void)json_object_del(headers, key);
    (void)json_object_set_new(headers, name, json_string(value));
}

void destination_put_encoded(FILE *out, const char *text)
{
    static const char unreserved[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (; *text; text++)
        if (strchr(unreserved, *text))
            (void)fputc(*text, out);
        else
            (void)fprintf(out, "%%%02X", (unsigned char)*text);
}

static json_t *closed(FILE *out, char **text)
{
    json_t *made = out && fclose(out) == 0 ? json_string(*text) : NULL;
    free(*text);
    return made;
}

json_t *destination_url(const char *endpoint, const json_t *values)
{
    char *text = NULL;
    size_t size, n = 0;
    FILE *out = open_memstream(&text, &size);
    for (; out && *endpoint; endpoint++) {
        const char *value =
            *endpoint == '*' ? json_string_value(json_array_get(values, n++)) : NULL;
        if (value)
            destination_put_encoded(out, value);
        else
            (void)fputc(*endpoint, out);
    }
    return closed(out, &text);
}

json_t *destination_form(const json_t *values)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    const char *name, *between = "";
    json_t *value;
    json_object_foreach ((json_t *)(uintptr_t)values, name, value) {
        if (!out)
            break;
        (void)fputs(between, out);
        destination_put_encoded(out, name);
        (void)fputc('=', out);
        destination_put_encoded(out, json_is_string(value) ? json_string_value(value) : "");
        between = "&";
    }
    return closed(out, &text);
}

/* ---- sending ---- */

static size_t headers_of(const json_t *all, struct slrun_header headers[HEADERS_MAX])
{
    const char *name;
    json_t *value;
    size_t n = 0;
    json_object_foreach ((json_t *)(uintptr_t)all, name, value)
        if (n < HEADERS_MAX && json_is_string(value))
            headers[n++] = (struct slrun_header){name, json_string_value(value)};
    return n;
}

static json_t *url_with_query(const struct destination_request *request)
{
    json_t *query = destination_form(request->query);
    const char *text = query ? json_string_value(query) : "";
    json_t *url = json_sprintf("%s%s%s", request->url,
                               !*text                      ? ""
                               : strchr(request->url, '?') ? "&"
                                                           : "?",
                               text);
    json_decref(query);
    return url;
}

bool destination_request(struct destination *d, const struct destination_request *request,
                         void (*done)(void *arg, const struct slrun_response *response,
                                      const struct slrun_error *error))
{
    const struct slrun_cloud *cloud = d->all->cloud;
    struct slrun_header headers[HEADERS_MAX];
    json_t *url = url_with_query(request);
    const struct slrun_cloud_request order = {.method = request->method,
                                              .target = json_string_value(url),
                                              .headers = headers,
                                              .n_headers = headers_of(request->headers, headers),
                                              .body = request->body,
                                              .size = strlen(request->body),
                                              .caller = d->all->service,
                                              .done = done,
                                              .arg = d};
    d->calling = url ? cloud->request(cloud, &order) : NULL;
    json_decref(url);
    return d->calling != NULL;
}

/* ---- answers ---- */

/* Statuses that may pass ("API destination error codes and retries"), and what dead letters call
 * them. */
static const struct {
    int status;
    const char *code;
} retried[] = {{401, "NO_PERMISSIONS"},
               {407, "NO_PERMISSIONS"},
               {409, "SDK_CLIENT_ERROR"},
               {429, "THROTTLING"},
               {500, "UNKNOWN"}};

static const char *retried_as(int status)
{
    for (size_t i = 0; i < sizeof retried / sizeof *retried; i++)
        if (retried[i].status == (status >= 500 ? 500 : status))
            return retried[i].code;
    return NULL;
}

static json_t *retry_after(const struct destination *d, const struct slrun_response *response)
{
    const char *text =
        d->all->cloud->host->header_get(response->headers, response->n_headers, "Retry-After");
    long seconds = text ? strtol(text, NULL, 10) : 0;
    return seconds > 0 && seconds <= RETRY_AFTER_MAX
               ? json_pack("{s:i}", "RetryAfter", (int)seconds)
               : NULL;
}

/* Nothing was answered. */
static void unanswered(const struct slrun_error *why, struct slrun_error *error)
{
    bool never = why->kind == SLRUN_E_USAGE;
    error->status = never ? 400 : 503;
    (void)snprintf(error->code, sizeof error->code, "%s",
                   never                          ? "SDK_CLIENT_ERROR"
                   : why->kind == SLRUN_E_TIMEOUT ? "TIMEOUT"
                                                  : "CONNECTION_FAILURE");
    (void)snprintf(error->message, sizeof error->message, "%s", why->message);
}

bool destination_succeeded(const struct destination *d, const struct slrun_response *response,
                           const struct slrun_error *why, struct slrun_error *error)
{
    *error = (struct slrun_error){.kind = SLRUN_E_SERVICE};
    if (!response) {
        unanswered(why, error);
        return false;
    }
    if (response->status / 100 == 2)
        return true;
    const char *code = retried_as(response->status);
    error->status = code ? 503 : 400;
    error->detail = code ? retry_after(d, response) : NULL;
    (void)snprintf(error->code, sizeof error->code, "%s", code ? code : "SDK_CLIENT_ERROR");
    (void)snprintf(error->message, sizeof error->message, "The endpoint answered with status %d.",
                   response->status);
    return false;
}
