/* SPDX-License-Identifier: Apache-2.0 */
/* Tokens of OAuth's client credentials (RFC 6749, section 4.4), kept until they expire. */
#include <string.h>

#include <slrun/member.h>

#include "deliveries/destination_inner.h"

enum { VALID_S = 3600 /* where the endpoint does not say */, EARLY_S = 60 };

/* What a connection is known by: its ARN. */
static const char *connection_of(const struct destination *d)
{
    return slrun_text_or(d->connection, "ConnectionArn", "");
}

/* Its token, unless that is of another version of the secret or about to expire. */
static const json_t *token_of(const struct destination *d)
{
    const json_t *token = json_object_get(d->all->tokens, connection_of(d));
    int64_t now = d->all->cloud->now_ms(d->all->cloud);
    return token && json_equal(json_object_get(token, "Version"), d->version) &&
                   json_integer_value(json_object_get(token, "Until")) > now
               ? token
               : NULL;
}

const char *destination_authorization(const struct destination *d)
{
    return slrun_text(token_of(d), "Authorization");
}

void destination_token_forget(struct destination *d)
{
    (void)json_object_del(d->all->tokens, connection_of(d));
}

/* What the endpoint answered. False: it is no token. */
static bool keep(struct destination *d, const struct slrun_response *response)
{
    json_t *answer = json_loadb(response->body, response->size, 0, NULL);
    const char *token = slrun_text(answer, "access_token");
    const char *type = slrun_text_or(answer, "token_type", "Bearer");
    const json_t *expires = json_object_get(answer, "expires_in");
    json_int_t seconds = expires ? json_integer_value(expires) : VALID_S;
    int64_t until = d->all->cloud->now_ms(d->all->cloud) +
                    (seconds > 2 * EARLY_S ? seconds - EARLY_S : seconds) * 1000;
    if (!d->all->tokens)
        d->all->tokens = json_object();
    bool good = token && *token;
    if (good)
        (void)json_object_set_new(
            d->all->tokens, connection_of(d),
            json_pack("{s:o, s:O, s:I}", "Authorization",
                      json_sprintf("%s %s", strcmp(type, "bearer") == 0 ? "Bearer" : type, token),
                      "Version", d->version, "Until", (json_int_t)until));
    json_decref(answer);
    return good;
}

static void answered(void *arg, const struct slrun_response *response,
                     const struct slrun_error *why)
{
    struct destination *d = arg;
    struct slrun_error error;
    d->calling = NULL;
    bool good = destination_succeeded(d, response, why, &error), kept = good && keep(d, response);
    if (good && !kept)
        error = (struct slrun_error){.kind = SLRUN_E_SERVICE,
                                     .status = 503,
                                     .code = "NO_PERMISSIONS",
                                     .message = "The authorization endpoint gave no access_token."};
    if (kept)
        d->then(d);
    else
        destination_over(d, NULL, &error);
    json_decref(error.detail);
}

/* The client's id and secret, with what the connection adds, as the form that RFC 6749 wants. */
static bool ask(struct destination *d)
{
    const json_t *more = json_object_get(d->secret, "oauth_http_parameters");
    json_t *headers = json_pack("{s:s}", "Content-Type", "application/x-www-form-urlencoded");
    json_t *query = json_object();
    json_t *body = json_object();
    const char *method = slrun_text_or(d->secret, "http_method", "POST");
    bool gets = strcmp(method, "GET") == 0;
    destination_merge(headers, more, "header_parameters");
    destination_merge(query, more, "query_string_parameters");
    destination_merge(body, more, "body_parameters"); /* grant_type among them: AWS adds none */
    json_t *client =
        json_pack("{s:s, s:s}", "client_secret", slrun_text_or(d->secret, "client_secret", ""),
                  "client_id", slrun_text_or(d->secret, "client_id", ""));
    (void)json_object_update_missing(body, client);
    json_decref(client);
    if (gets)
        (void)json_object_update(query, body);
    json_t *form = gets ? json_string("") : destination_form(body);
    const struct destination_request request = {
        method, slrun_text_or(d->secret, "authorization_endpoint", ""), headers, query,
        form ? json_string_value(form) : ""};
    bool sent = form && destination_request(d, &request, answered);
    json_decref(headers);
    json_decref(query);
    json_decref(body);
    json_decref(form);
    return sent;
}

bool destination_token(struct destination *d, void (*then)(struct destination *d))
{
    d->then = then;
    if (!token_of(d))
        return ask(d);
    then(d);
    return true;
}
