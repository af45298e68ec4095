/* SPDX-License-Identifier: Apache-2.0 */
/* What is sent to an API destination, or by an HTTP task, and what becomes of its answer. */
#include <stdlib.h>
#include <string.h>

#include <slrun/base64.h>
#include <slrun/member.h>

#include "deliveries/destination_inner.h"

enum { API_DESTINATION_MS = 5000, HTTP_TASK_MS = 60000 };

static void responded(void *arg, const struct slrun_response *response,
                      const struct slrun_error *why)
{
    struct destination *d = arg;
    struct slrun_error error;
    d->calling = NULL;
    destination_timer_stop(d);
    if (response && (response->status == 401 || response->status == 407))
        destination_token_forget(d);
    if (response && d->plain) {
        destination_over(d, response, NULL);
        return;
    }
    bool good = destination_succeeded(d, response, why, &error);
    json_t *detail = error.detail;
    destination_over(d, good ? response : NULL, good ? NULL : &error);
    json_decref(detail);
}

static void authorize_basic(const struct destination *d, json_t *headers)
{
    json_t *both = json_sprintf("%s:%s", slrun_text_or(d->secret, "username", ""),
                                slrun_text_or(d->secret, "password", ""));
    char *text =
        both ? slrun_base64_text(json_string_value(both), json_string_length(both), NULL) : NULL;
    json_t *value = text ? json_sprintf("Basic %s", text) : NULL;
    if (value)
        destination_header(headers, "Authorization", json_string_value(value));
    json_decref(both);
    json_decref(value);
    free(text);
}

static void authorize(const struct destination *d, json_t *headers)
{
    const char *key = slrun_text(d->secret, "api_key_name");
    const char *token = destination_authorization(d);
    if (slrun_text(d->secret, "username"))
        authorize_basic(d, headers);
    else if (key)
        destination_header(headers, key, slrun_text_or(d->secret, "api_key_value", ""));
    else if (token)
        destination_header(headers, "Authorization", token);
}

static json_t *headers_of(const struct destination *d)
{
    json_t *headers =
        d->plain ? json_object()
                 : json_pack("{s:s, s:s, s:s}", "User-Agent", "Amazon/EventBridge/ApiDestinations",
                             "Content-Type", "application/json; charset=utf-8", "Range",
                             "bytes=0-1048575");
    const char *name;
    json_t *value;
    json_object_foreach (json_object_get(d->parameters, "HeaderParameters"), name, value)
        if (json_is_string(value))
            destination_header(headers, name, json_string_value(value));
    destination_merge(headers, json_object_get(d->secret, "invocation_http_parameters"),
                      "header_parameters");
    authorize(d, headers);
    return headers;
}

static json_t *query_of(const struct destination *d)
{
    json_t *given = json_object_get(d->parameters, "QueryStringParameters");
    json_t *query = given ? json_copy(given) : json_object();
    destination_merge(query, json_object_get(d->secret, "invocation_http_parameters"),
                      "query_string_parameters");
    return query;
}

/* The text, with the connection's own members where it is an object. */
static json_t *body_of(const struct destination *d)
{
    const json_t *more = json_object_get(d->secret, "invocation_http_parameters");
    if (d->body)
        return d->body(d->arg, json_object_get(more, "body_parameters"));
    json_t *body = json_object_get(more, "body_parameters")
                       ? json_loads(json_string_value(d->text), 0, NULL)
                       : NULL;
    if (json_is_object(body))
        destination_merge(body, more, "body_parameters");
    char *text = json_is_object(body) ? json_dumps(body, JSON_COMPACT) : NULL;
    json_t *made = text ? json_string(text) : json_incref(d->text);
    json_decref(body);
    free(text);
    return made;
}

/* The endpoint takes too long, which may pass. */
static void late(void *arg)
{
    struct destination *d = arg;
    const struct slrun_error error = {.kind = SLRUN_E_SERVICE,
                                      .status = 503,
                                      .code = "TIMEOUT",
                                      .message = "The endpoint did not answer in time."};
    d->all->cloud->pending(d->all->cloud, -1);
    d->timer = NULL;
    destination_over(d, NULL, &error);
}

/* How long an endpoint may take: 5 s ("API destinations"), and 60 s of an HTTP task ("Call HTTPS
 * APIs in Step Functions workflows"). */
static void limit(struct destination *d)
{
    const struct slrun_cloud *cloud = d->all->cloud;
    int64_t ms = d->plain ? HTTP_TASK_MS : API_DESTINATION_MS;
    d->timer = cloud->timer_start(cloud, cloud->now_ms(cloud) + ms, late, d);
    if (d->timer)
        cloud->pending(cloud, 1);
}

void destination_invoke(struct destination *d)
{
    const char *method = slrun_text_or(d->told, "HttpMethod", "POST");
    bool empty = !d->plain && (strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0);
    json_t *url = destination_url(slrun_text_or(d->told, "InvocationEndpoint", ""),
                                  json_object_get(d->parameters, "PathParameterValues"));
    json_t *headers = headers_of(d), *query = query_of(d), *body = body_of(d);
    const struct destination_request request = {method, url ? json_string_value(url) : "", headers,
                                                query,
                                                empty || !body ? "" : json_string_value(body)};
    bool made = body, sent = made && url && destination_request(d, &request, responded);
    json_decref(url);
    json_decref(headers);
    json_decref(query);
    json_decref(body);
    if (!made)
        destination_fail(d, DESTINATION_NO_BODY, "The request has no body.");
    else if (!sent)
        destination_no_memory(d);
    else
        limit(d);
}
