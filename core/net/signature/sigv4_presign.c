/* SPDX-License-Identifier: Apache-2.0 */
/* Signing in the query: the signature's parts are parameters, and the URL alone is the permission.
 */
#include "net/signature/sigv4_parts.h"

#include <stdio.h>

#define NUMBER_MAX 16

static void add_parameter(struct sigv4_text *t, const char *name, struct sigv4_slice value)
{
    bool follows = t->size > 0 && memchr(t->at, '?', t->size) != NULL;
    sigv4_addc(t, follows ? '&' : '?');
    sigv4_adds(t, name);
    sigv4_addc(t, '=');
    sigv4_add_encoded(t, value, false);
}

static void add_credential(struct sigv4_text *t, const struct sigv4_options *options,
                           const struct sigv4_scope *scope)
{
    add_parameter(t, "X-Amz-Credential", sigv4_slice_of(options->credentials->access_key));
    sigv4_adds(t, "%2F");
    char room[2 * SIGV4_SCOPE_NAME_MAX + SIGV4_DATE_SIZE + sizeof SIGV4_TERMINATOR + 3];
    struct sigv4_text text = {.at = room, .room = sizeof room};
    sigv4_add_scope(&text, scope);
    sigv4_add_encoded(t, (struct sigv4_slice){text.at, text.size}, false);
    t->full = t->full || text.full;
}

/* Behind the target: everything but the signature. */
static void add_parameters(struct sigv4_text *t, const struct sigv4 *s,
                           const struct sigv4_options *options, const struct sigv4_scope *scope)
{
    char expires[NUMBER_MAX];
    snprintf(expires, sizeof expires, "%u", options->expires);
    add_parameter(t, "X-Amz-Algorithm", sigv4_slice_of(SIGV4_ALGORITHM));
    add_credential(t, options, scope);
    add_parameter(t, "X-Amz-Date", sigv4_slice_of(scope->time));
    add_parameter(t, "X-Amz-Expires", sigv4_slice_of(expires));
    add_parameter(t, "X-Amz-SignedHeaders", s->signed_headers);
    if (sigv4_has_token(options)) {
        add_parameter(t, "X-Amz-Security-Token",
                      sigv4_slice_of(options->credentials->session_token));
    }
}

static const char *presigned_payload(const struct sigv4_request *request, unsigned flags,
                                     char hex[SIGV4_HEX_SIZE + 1])
{
    if (request->payload_hash == NULL && (flags & SIGV4_S3) == SIGV4_S3)
        return SIGV4_UNSIGNED_PAYLOAD;
    return sigv4_payload(request, hex);
}

/* Writes the new target, canonicalises the request with it, and appends the signature. */
static enum sigv4_status sign_target(struct sigv4 *s, struct sigv4_canonical *c,
                                     const struct sigv4_scope *scope, struct sigv4_text *t)
{
    char hex[SIGV4_HEX_SIZE + 1];
    struct sigv4_request request = *c->request;
    request.target = t->at;
    c->request = &request;
    sigv4_addc(t, '\0');
    if (t->full)
        return SIGV4_TOO_LARGE;
    enum sigv4_status status = sigv4_canonicalise(s, c);
    if (status == SIGV4_OK)
        status = sigv4_signature(s, scope, hex);
    if (status == SIGV4_OK) {
        t->size--; /* the signature takes the NUL's place */
        sigv4_adds(t, "&X-Amz-Signature=");
        sigv4_add(t, hex, SIGV4_HEX_SIZE + 1);
        status = t->full ? SIGV4_TOO_LARGE : SIGV4_OK;
    }
    return status;
}

enum sigv4_status sigv4_presign(struct sigv4 *s, const struct sigv4_request *request,
                                const struct sigv4_options *options, struct sigv4_output *output)
{
    char hex[SIGV4_HEX_SIZE + 1];
    struct sigv4_scope scope;
    struct sigv4_text t = {.at = output->buffer, .room = output->size};
    output->n_headers = 0;
    enum sigv4_status status = sigv4_begin(s, request, options, &scope);
    if (status != SIGV4_OK || options->expires == 0 || options->expires > SIGV4_EXPIRES_MAX)
        return SIGV4_MALFORMED;
    struct sigv4_canonical c = {.request = request,
                                .payload = presigned_payload(request, options->flags, hex),
                                .flags = options->flags};
    if (c.payload == NULL)
        return SIGV4_CRYPTO_FAILED;
    /* The query names the signed headers and is signed itself: a first pass finds the names. */
    status = sigv4_canonicalise(s, &c);
    if (status != SIGV4_OK)
        return status;
    sigv4_adds(&t, request->target[0] == '\0' ? "/" : request->target);
    add_parameters(&t, s, options, &scope);
    return sign_target(s, &c, &scope, &t);
}
