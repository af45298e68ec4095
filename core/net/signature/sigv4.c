/* SPDX-License-Identifier: Apache-2.0 */
/* The signer's context, and signing in the headers. */
#include "net/signature/sigv4.h"

#include "net/signature/sigv4_parts.h"

#include <stdlib.h>

#define HASH_HEADER "x-amz-content-sha256"

struct sigv4 *sigv4_new(void)
{
    return calloc(1, sizeof(struct sigv4));
}

void sigv4_free(struct sigv4 *s)
{
    if (s == NULL)
        return;
    sigv4_forget_keys(s);
    free(s->canonical.at);
    free(s->scratch.at);
    free(s);
}

struct sigv4_slice sigv4_canonical_request(const struct sigv4 *s)
{
    return (struct sigv4_slice){s->canonical.at, s->canonical.size};
}

struct sigv4_slice sigv4_string_to_sign(const struct sigv4 *s)
{
    return (struct sigv4_slice){s->string_to_sign, s->string_to_sign_size};
}

/* A part of the credential scope: one or more visible characters without a separator. */
static bool is_scope_name(const char *name)
{
    for (const char *at = name; *at != '\0'; at++)
        if (*at <= ' ' || *at >= 0x7f || strchr("/,=", *at) != NULL)
            return false;
    return name[0] != '\0';
}

static enum sigv4_status make_scope(const struct sigv4_options *options, struct sigv4_scope *scope)
{
    const struct sigv4_credentials *credentials = options->credentials;
    scope->secret = credentials->secret_key;
    scope->region = options->region;
    scope->service = options->service;
    bool usable = is_scope_name(credentials->access_key) && is_scope_name(options->region) &&
                  is_scope_name(options->service) && sigv4_format_time(options->time, scope->time);
    return usable ? SIGV4_OK : SIGV4_MALFORMED;
}

/* A request that is signed already; a retry must sign the request as it was before. */
static bool is_signed_already(const struct sigv4_request *request)
{
    static const char *const reserved[] = {"Authorization", "X-Amz-Date", "X-Amz-Security-Token"};
    for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
        if (sigv4_header(request, reserved[i]) != NULL)
            return true;
    return false;
}

/* The headers that are being made; `text` is in the output's buffer. */
struct draft {
    const struct sigv4_options *options;
    struct sigv4_scope scope;
    struct sigv4_output *output;
    struct sigv4_text text;
};

static void add_header(struct draft *d, const char *name, const char *value)
{
    d->output->headers[d->output->n_headers++] = (struct slrun_header){name, value};
}

/* Copies a value into the output's buffer and adds it as a header. */
static void write_header(struct draft *d, const char *name, const char *value)
{
    const char *start = d->text.at + d->text.size;
    sigv4_add(&d->text, value, strlen(value) + 1);
    add_header(d, name, start);
}

bool sigv4_has_token(const struct sigv4_options *options)
{
    const char *token = options->credentials->session_token;
    return token != NULL && token[0] != '\0';
}

/* The headers that are signed beside the request's own. */
static void prepare_headers(struct draft *d, const struct sigv4_canonical *c)
{
    const struct sigv4_options *options = d->options;
    write_header(d, "X-Amz-Date", d->scope.time);
    if (sigv4_has_token(options))
        add_header(d, "X-Amz-Security-Token", options->credentials->session_token);
    if ((options->flags & SIGV4_HASH_HEADER) && sigv4_header(c->request, HASH_HEADER) == NULL)
        write_header(d, HASH_HEADER, c->payload);
}

static void write_authorization(struct draft *d, const struct sigv4 *s, const char *signature)
{
    struct sigv4_text *t = &d->text;
    add_header(d, "Authorization", t->at + t->size);
    sigv4_adds(t, SIGV4_ALGORITHM " Credential=");
    sigv4_adds(t, d->options->credentials->access_key);
    sigv4_addc(t, '/');
    sigv4_add_scope(t, &d->scope);
    sigv4_adds(t, ", SignedHeaders=");
    sigv4_add(t, s->signed_headers.at, s->signed_headers.size);
    sigv4_adds(t, ", Signature=");
    sigv4_add(t, signature, SIGV4_HEX_SIZE + 1);
}

enum sigv4_status sigv4_begin(struct sigv4 *s, const struct sigv4_request *request,
                              const struct sigv4_options *options, struct sigv4_scope *scope)
{
    sigv4_forget_texts(s);
    if (is_signed_already(request) || sigv4_header(request, "Host") == NULL)
        return SIGV4_MALFORMED;
    return make_scope(options, scope);
}

enum sigv4_status sigv4_sign(struct sigv4 *s, const struct sigv4_request *request,
                             const struct sigv4_options *options, struct sigv4_output *output)
{
    char hex[SIGV4_HEX_SIZE + 1];
    struct draft d;
    d.options = options;
    d.output = output;
    d.text = (struct sigv4_text){.at = output->buffer, .room = output->size};
    output->n_headers = 0;
    enum sigv4_status status = sigv4_begin(s, request, options, &d.scope);
    if (status != SIGV4_OK)
        return status;
    struct sigv4_canonical c = {.request = request,
                                .added = output->headers,
                                .payload = sigv4_payload(request, hex),
                                .flags = options->flags};
    if (c.payload == NULL)
        return SIGV4_CRYPTO_FAILED;
    prepare_headers(&d, &c);
    c.n_added = output->n_headers;
    status = d.text.full ? SIGV4_TOO_LARGE : sigv4_canonicalise(s, &c);
    if (status == SIGV4_OK)
        status = sigv4_signature(s, &d.scope, hex);
    if (status == SIGV4_OK) {
        write_authorization(&d, s, hex);
        status = d.text.full ? SIGV4_TOO_LARGE : SIGV4_OK;
    }
    if (status != SIGV4_OK)
        output->n_headers = 0;
    return status;
}
