/* SPDX-License-Identifier: Apache-2.0 */
/* Addresses: an absolute URL becomes a server and a target. */
#include "client/url.h"

#include <stdbool.h>
#include <string.h>

/* Text that grows in the call's memory. */
struct text {
    struct slrun_ctx *ctx;
    char *at;
    size_t size;
};

static const char unreserved[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
static const char reserved[] = ":/?@!$&'()*+,;=%[]"; /* that a URL brings along */

static int too_long(struct slrun_ctx *ctx)
{
    return ctx->host->fail(ctx, SLRUN_E_USAGE, "url: longer than %d bytes", URL_MAX);
}

static bool is_one_of(const char *set, char c)
{
    return c && strchr(set, c);
}

/* `keep`: characters that stay as they are besides the unreserved. */
static int put(struct text *t, const char *from, const char *keep)
{
    static const char digits[] = "0123456789ABCDEF";
    for (; *from; from++) {
        if (t->size + 4 > URL_MAX)
            return too_long(t->ctx);
        unsigned char c = (unsigned char)*from;
        if (is_one_of(unreserved, *from) || is_one_of(keep, *from)) {
            t->at[t->size++] = *from;
        } else {
            t->at[t->size++] = '%';
            t->at[t->size++] = digits[c >> 4];
            t->at[t->size++] = digits[c & 15];
        }
    }
    t->at[t->size] = '\0';
    return 0;
}

/* Everything may stand there, also the separators: they are ours. */
static int put_raw(struct text *t, const char *from)
{
    return put(t, from, reserved);
}

/* ---- queries and forms ---- */

static const char *scalar(struct slrun_ctx *ctx, const json_t *value)
{
    if (json_is_string(value))
        return json_string_value(value);
    if (json_is_boolean(value))
        return json_is_true(value) ? "true" : "false";
    if (json_is_integer(value))
        return ctx->host->format(ctx, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    if (json_is_real(value))
        return ctx->host->format(ctx, "%.17g", json_real_value(value));
    return NULL;
}

static int put_pair(struct text *t, const char *name, const json_t *value, const char *what)
{
    const char *text = scalar(t->ctx, value);
    if (!text)
        return t->ctx->host->fail(
            t->ctx, SLRUN_E_USAGE,
            "%s.%s: a string, a number, a boolean or a list of them is wanted", what, name);
    if (put(t, name, "") || put_raw(t, "=") || put(t, text, ""))
        return -1;
    return put_raw(t, "&");
}

/* Pairs, each with & behind it. */
static int put_pairs(struct text *t, const json_t *pairs, const char *what)
{
    const char *name;
    json_t *value, *item;
    size_t i;
    json_object_foreach ((json_t *)pairs, name, value) {
        if (!json_is_array(value)) {
            if (put_pair(t, name, value, what))
                return -1;
            continue;
        }
        json_array_foreach (value, i, item)
            if (put_pair(t, name, item, what))
                return -1;
    }
    return 0;
}

static void drop_last(struct text *t, char c)
{
    if (t->size && t->at[t->size - 1] == c)
        t->at[--t->size] = '\0';
}

static int text_open(struct text *t, struct slrun_ctx *ctx)
{
    *t = (struct text){.ctx = ctx, .at = ctx->host->alloc(ctx, URL_MAX + 1)};
    return t->at ? 0 : ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
}

const char *url_form(struct slrun_ctx *ctx, const json_t *form, const char *what)
{
    struct text t;
    if (text_open(&t, ctx) || put_pairs(&t, form, what))
        return NULL;
    drop_last(&t, '&');
    return t.at;
}

/* ---- the address ---- */

/* scheme://host[:port], without a user: credentials in an address end up in logs. */
static int set_base(struct slrun_ctx *ctx, const char *url, size_t size, struct slrun_request *req)
{
    req->base = ctx->host->format(ctx, "%.*s", (int)size, url);
    if (!req->base)
        return ctx->host->fail(ctx, SLRUN_E_MEMORY, "no memory for a request");
    if (strchr(req->base, '@'))
        return ctx->host->fail(ctx, SLRUN_E_USAGE,
                               "url: name and password stand in a header (Authorization), not in "
                               "the address");
    return 0;
}

static size_t scheme_of(const char *url)
{
    static const char *const schemes[] = {"http://", "https://"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (!strncmp(url, schemes[i], strlen(schemes[i])))
            return strlen(schemes[i]);
    return 0;
}

int url_set(struct slrun_ctx *ctx, const char *url, const json_t *query, struct slrun_request *req)
{
    size_t scheme = scheme_of(url), host = scheme ? strcspn(url + scheme, "/?#") : 0;
    struct text t;
    if (!host)
        return ctx->host->fail(ctx, SLRUN_E_USAGE,
                               "url: '%s' is no address; it begins with http://HOST or "
                               "https://HOST",
                               url);
    if (set_base(ctx, url, scheme + host, req) || text_open(&t, ctx))
        return -1;
    const char *rest = url + scheme + host;
    const char *target =
        ctx->host->format(ctx, "%s%.*s", *rest == '/' ? "" : "/", (int)strcspn(rest, "#"), rest);
    if (!target)
        return too_long(ctx);
    if (put_raw(&t, target))
        return -1;
    if (query && json_object_size(query)) {
        if (put_raw(&t, strchr(t.at, '?') ? "&" : "?") || put_pairs(&t, query, "query"))
            return -1;
        drop_last(&t, '&');
    }
    req->target = t.at;
    return 0;
}
