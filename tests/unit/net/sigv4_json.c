/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a signing request from JSON, for the vectors and for sigv4_tool. */
#include "sigv4_json.h"

#include <stdlib.h>
#include <string.h>

static const char *text(const json_t *object, const char *name)
{
    return json_string_value(json_object_get(object, name));
}

static int nibble(char c)
{
    return c >= 'a' ? c - 'a' + 10 : c - '0';
}

static bool load_body(struct sigv4_json *to, const json_t *request)
{
    const char *hex = text(request, "body_hex");
    if (hex == NULL || (to->body = malloc(strlen(hex) / 2 + 1)) == NULL)
        return false;
    size_t size = strlen(hex) / 2;
    for (size_t i = 0; i < size; i++)
        to->body[i] = (unsigned char)(nibble(hex[2 * i]) * 16 + nibble(hex[2 * i + 1]));
    to->request.body = to->body;
    to->request.body_size = size;
    return true;
}

static bool load_headers(struct sigv4_json *to, const json_t *request)
{
    const json_t *headers = json_object_get(request, "headers");
    size_t n = json_array_size(headers);
    if (n > SIGV4_JSON_HEADERS_MAX)
        return false;
    for (size_t i = 0; i < n; i++) {
        const json_t *pair = json_array_get(headers, i);
        to->headers[i].name = json_string_value(json_array_get(pair, 0));
        to->headers[i].value = json_string_value(json_array_get(pair, 1));
        if (to->headers[i].name == NULL || to->headers[i].value == NULL)
            return false;
    }
    to->request.headers = to->headers;
    to->request.n_headers = n;
    return true;
}

static unsigned flags(const json_t *names)
{
    static const struct {
        const char *name;
        unsigned flag;
    } known[] = {
        {"s3", SIGV4_S3}, {"keep-path", SIGV4_KEEP_PATH}, {"hash-header", SIGV4_HASH_HEADER}};
    unsigned found = 0;
    for (size_t i = 0; i < json_array_size(names); i++) {
        const char *name = json_string_value(json_array_get(names, i));
        for (size_t k = 0; k < sizeof known / sizeof *known; k++)
            found |= name != NULL && strcmp(name, known[k].name) == 0 ? known[k].flag : 0;
    }
    return found;
}

bool sigv4_json_load(struct sigv4_json *to, const json_t *request, const json_t *context)
{
    memset(to, 0, sizeof *to);
    to->request.method = text(request, "method");
    to->request.target = text(request, "target");
    to->request.payload_hash = text(request, "payload");
    to->credentials.access_key = text(context, "access_key");
    to->credentials.secret_key = text(context, "secret_key");
    to->credentials.session_token = text(context, "session_token");
    to->options.credentials = &to->credentials;
    to->options.region = text(context, "region");
    to->options.service = text(context, "service");
    to->options.time = json_integer_value(json_object_get(context, "epoch"));
    to->options.expires = (unsigned)json_integer_value(json_object_get(context, "expires"));
    to->options.flags = flags(json_object_get(context, "flags"));
    return to->request.method != NULL && to->request.target != NULL &&
           to->credentials.access_key != NULL && to->credentials.secret_key != NULL &&
           to->options.region != NULL && to->options.service != NULL && load_headers(to, request) &&
           load_body(to, request);
}

void sigv4_json_free(struct sigv4_json *loaded)
{
    free(loaded->body);
    loaded->body = NULL;
}
