/* SPDX-License-Identifier: Apache-2.0 */
/* The load client's requests. */
#include "load/request.h"

#include "common/util.h"

#include <stdio.h>
#include <string.h>

#define PATH_MAX_SENT 512

void writer_open(struct writer *w, const struct plan *plan)
{
    char host[32];
    snprintf(host, sizeof host, "127.0.0.1:%d", plan->port);
    w->plan = plan;
    sign_open(&w->signer, host, plan->access_key, plan->secret_key);
}

static void put(struct form *f, const char *text)
{
    size_t n = strlen(text);
    if (n >= sizeof f->head - f->len)
        die("the head of a request is too long");
    memcpy(f->head + f->len, text, n);
    f->len += n;
}

static void put_header(struct form *f, const char *name, const char *value)
{
    if (value == NULL)
        return;
    put(f, "\r\n");
    put(f, name);
    put(f, ": ");
    put(f, value);
}

/* The head with room for the signature. */
static void write_head(struct writer *w, const struct sign_request *r, struct form *f)
{
    char credential[sizeof w->signer.access_key + SIGN_SCOPE_LEN + 1];
    snprintf(credential, sizeof credential, "%s/%s", w->signer.access_key, w->signer.scope);
    f->len = 0;
    put(f, r->method);
    put(f, " ");
    put(f, r->path);
    put(f, " HTTP/1.1");
    put_header(f, "Host", w->signer.host);
    put_header(f, "X-Amz-Date", w->signer.date);
    put_header(f, "Content-Type", r->type);
    put_header(f, "X-Amz-Target", r->target);
    put_header(f, "X-Amz-Content-Sha256", r->hash);
    put_header(f, "Authorization", SIGN_CREDENTIAL);
    put(f, credential);
    put(f, SIGN_NAMES);
    put(f, f->sign.names);
    put(f, SIGN_SIGNATURE);
    f->signature_at = f->len;
    put(f, "----------------------------------------------------------------");
    put_header(f, "Content-Length", "");
}

/* The form, as it is now. `r->hash` is only known of a step whose form is not kept. */
static void renew(struct writer *w, const struct sign_request *r, struct form *f)
{
    sign_begin(&w->signer, r, &f->sign);
    write_head(w, r, f);
}

/* Signs it; of the same body in the same second the signature is the same. */
static void sign(struct writer *w, struct form *f, const char *body, size_t len, const char *given)
{
    char hash[SIGN_HEX_LEN], signature[SIGN_HEX_LEN];
    if (f->kept && f->body_len == len && memcmp(f->body, body, len) == 0)
        return;
    if (given == NULL)
        sign_hash(body, len, hash);
    sign_end(&w->signer, &f->sign, given != NULL ? given : hash, signature);
    memcpy(f->head + f->signature_at, signature, SIGN_HEX_LEN - 1);
    memcpy(f->body, body, len);
    f->body_len = len;
}

static void add(struct request *to, const char *bytes, size_t n)
{
    if (n > sizeof to->bytes - to->len)
        die("a request is too long");
    memcpy(to->bytes + to->len, bytes, n);
    to->len += n;
}

void request_write(struct writer *w, int step, const struct values *values, struct request *to)
{
    char *body = w->body;
    const struct step *s = &w->plan->steps[step];
    struct form *f = &w->forms[step];
    char path[PATH_MAX_SENT], hash[SIGN_HEX_LEN], digits[PLAN_DIGITS_MAX];
    bool s3 = strcmp(w->plan->service, "s3") == 0;
    size_t len = plan_expand(&s->body, values, body, sizeof w->body);
    plan_expand(&s->path, values, path, sizeof path);
    if (s3 && s->fill == NULL)
        sign_hash(body, len, hash);
    const struct sign_request request = {.method = s->method,
                                         .path = path,
                                         .service = w->plan->service,
                                         .type = s->type,
                                         .target = s->target,
                                         .hash = !s3               ? NULL
                                                 : s->fill != NULL ? s->fill_hash
                                                                   : hash};
    if (sign_now(&w->signer, w->plan->service))
        for (int i = 0; i < w->plan->n_steps; i++)
            w->forms[i].kept = false;
    if (!f->kept)
        renew(w, &request, f);
    sign(w, f, body, len, request.hash);
    f->kept = !s3 && plan_is_fixed(&s->path);
    to->len = 0;
    add(to, f->head, f->len);
    add(to, digits, plan_digits(digits, len + s->fill_len));
    add(to, "\r\n\r\n", 4);
    add(to, body, len);
    to->fill = s->fill;
    to->fill_len = s->fill_len;
}
