/* SPDX-License-Identifier: Apache-2.0 */
/* Where a transfer goes, and through which proxy. */
#include "net/client/http_transfer.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"

#define SET(x, option, value) (!(x)->api->easy_setopt((x)->easy, (option), (value)))

int http_transfer_keep(struct buf *b, const char *text, size_t len)
{
    if (b->data && b->len == len && !memcmp(b->data, text, len))
        return 0;
    buf_clear(b);
    return buf_add(b, text, len) ? 1 : -1;
}

/* "scheme://host:port", a slash behind it allowed; its length without it, or 0. */
static size_t base_length(const char *base)
{
    size_t scheme = !base                               ? 0
                    : !strncasecmp(base, "http://", 7)  ? 7
                    : !strncasecmp(base, "https://", 8) ? 8
                                                        : 0;
    size_t len = scheme ? scheme + strcspn(base + scheme, "/?#@ \t\r\n") : 0;
    return len > scheme && (!base[len] || !strcmp(base + len, "/")) ? len : 0;
}

static int refuse(struct slrun_error *error, const char *base)
{
    return error_set(error, SLRUN_E_USAGE, "not an endpoint: \"%.200s\"", base ? base : "");
}

static int refuse_proxy(const struct http_proxy *proxy, struct slrun_error *error)
{
    char shown[HTTP_PROXY_SHOWN_MAX];
    http_proxy_show(proxy, shown);
    error_set(error, SLRUN_E_USAGE, "not a proxy: %s", shown);
    return error_hint(error, "write %s=http://HOST:PORT", proxy->variable);
}

/* libcurl would parse a URL anew for each request. What is parsed it copies, but for the zone of an
 * IPv6 address; and what it cannot parse it is to refuse when it is sent. */
static bool set_url(struct http_transfer *x, const char *url)
{
    if (!x->url)
        x->url = x->api->url();
    bool parsed = x->url && !strchr(url, '%') && !x->api->url_set(x->url, CURLUPART_URL, url, 0);
    return SET(x, CURLOPT_URL, url) && SET(x, CURLOPT_CURLU, parsed ? x->url : NULL);
}

/* Empty forbids libcurl to look for one itself. */
static bool set_proxy(struct http_transfer *x, const char *url)
{
    const char *proxy = x->proxy.url ? x->proxy.url : "";
    if (!strncmp(proxy, "//", 2))
        proxy += 2;
    x->absolute = x->proxy.url && !strncasecmp(url, "http:", 5) && http_proxy_forwards(&x->proxy);
    buf_clear(&x->target); /* its form may have to change */
    x->target_set = false;
    return set_url(x, url) && SET(x, CURLOPT_PROXY, proxy);
}

int http_transfer_set_base(struct http_transfer *x, const struct http_call *call,
                           struct slrun_error *error)
{
    char url[HTTP_BASE_MAX + 2];
    size_t len = base_length(call->base);
    if (!len)
        return refuse(error, call->base);
    int changed = http_transfer_keep(&x->base, call->base, len);
    if (changed < 0)
        return refuse(error, call->base);
    if (!changed && x->direct == call->direct)
        return 0;
    snprintf(url, sizeof url, "%s/", buf_str(&x->base));
    x->direct = call->direct;
    x->proxy = call->direct ? (struct http_proxy){0} : http_proxy_for(url);
    bool valid = !x->proxy.url || http_proxy_is_valid(&x->proxy);
    if (valid && set_proxy(x, url))
        return 0;
    buf_clear(&x->base); /* so that the next call sets all anew */
    return valid ? error_set(error, SLRUN_E_MEMORY, "out of memory for an HTTP request")
                 : refuse_proxy(&x->proxy, error);
}
