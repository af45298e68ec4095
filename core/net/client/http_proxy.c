/* SPDX-License-Identifier: Apache-2.0 */
#include "net/client/http_proxy.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct span {
    const char *text;
    size_t len;
};

/* The host of "scheme://host:port", without the brackets of an IPv6 address. */
static struct span host_of(const char *base)
{
    const char *p = strstr(base, "://");
    p = p ? p + 3 : base;
    if (*p == '[')
        return (struct span){p + 1, strcspn(p + 1, "]")};
    return (struct span){p, strcspn(p, ":/")};
}

static bool ends_with(struct span host, struct span end)
{
    return host.len >= end.len && !strncasecmp(host.text + host.len - end.len, end.text, end.len);
}

static bool is(struct span host, const char *name)
{
    struct span other = {name, strlen(name)};
    return host.len == other.len && ends_with(host, other);
}

bool http_is_loopback(const char *base)
{
    struct span host = host_of(base);
    return is(host, "localhost") || is(host, "::1") ||
           ends_with(host, (struct span){".localhost", 10}) ||
           (host.len > 4 && !strncmp(host.text, "127.", 4) &&
            strspn(host.text, "0123456789.") >= host.len);
}

/* Where instances and containers get their credentials: link-local, and nobody else's business. */
static bool is_metadata(struct span host)
{
    return (host.len > 8 && !strncmp(host.text, "169.254.", 8) &&
            strspn(host.text, "0123456789.") >= host.len) ||
           (host.len > 9 && !strncasecmp(host.text, "fd00:ec2:", 9));
}

/* An entry of no_proxy names a host and all below it, with or without a dot in front. */
static bool excludes(struct span entry, struct span host)
{
    while (entry.len && *entry.text == '.')
        entry.text++, entry.len--;
    if (!entry.len || !ends_with(host, entry))
        return false;
    return host.len == entry.len || host.text[host.len - entry.len - 1] == '.';
}

static bool excluded(const char *list, const char *base)
{
    const char *scheme = strstr(base, "://");
    const char *at = scheme ? scheme + 3 : base;
    struct span with_port = {at, strcspn(at, "/")}, host = host_of(base);
    bool bracketed = *at == '[';
    struct span brackets = {at, host.len + 2};
    if (!strcmp(list, "*"))
        return true;
    while (*list) {
        list += strspn(list, ", \t");
        struct span entry = {list, strcspn(list, ", \t")};
        if (excludes(entry, host) || excludes(entry, with_port) ||
            (bracketed && excludes(entry, brackets)))
            return true;
        list += entry.len;
    }
    return false;
}

/* Of one meaning: in lower case, else in capitals. NULL: neither is set, or it is empty. */
static const char *variable(const char *lower, const char *upper, const char **name)
{
    *name = getenv(lower) ? lower : upper;
    const char *value = getenv(*name);
    bool forged = !strcmp(*name, "HTTP_PROXY") && getenv("REQUEST_METHOD");
    return value && *value && !forged ? value : NULL;
}

struct http_proxy http_proxy_for(const char *base)
{
    struct http_proxy proxy = {0};
    const char *name;
    if (http_is_loopback(base) || is_metadata(host_of(base)))
        return proxy;
    proxy.url = strncasecmp(base, "https:", 6) == 0
                    ? variable("https_proxy", "HTTPS_PROXY", &proxy.variable)
                    : variable("http_proxy", "HTTP_PROXY", &proxy.variable);
    if (!proxy.url)
        proxy.url = variable("all_proxy", "ALL_PROXY", &proxy.variable);
    const char *list = proxy.url ? variable("no_proxy", "NO_PROXY", &name) : NULL;
    if (list && excluded(list, base))
        proxy.url = NULL;
    return proxy;
}

/* ---- what is known of one ---- */

static const struct {
    const char *scheme;
    bool forwards;
} schemes[] = {
    {"http://", true},     {"https://", true},   {"//", true},          {"socks4://", false},
    {"socks4a://", false}, {"socks5://", false}, {"socks5h://", false},
};

/* Behind the scheme, which may be missing: it is HTTP then. */
static const char *authority(const char *url, bool *forwards, bool *known)
{
    *forwards = true;
    *known = strstr(url, "://") == NULL;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        size_t len = strlen(schemes[i].scheme);
        if (strncasecmp(url, schemes[i].scheme, len) != 0)
            continue;
        *forwards = schemes[i].forwards;
        *known = true;
        return url + len;
    }
    const char *end = strstr(url, "://");
    return end ? end + 3 : url;
}

bool http_proxy_forwards(const struct http_proxy *proxy)
{
    bool forwards, known;
    authority(proxy->url, &forwards, &known);
    return forwards;
}

/* Of "user:password@host:port/": where the host begins. A password may hold an @. */
static const char *behind_user(const char *at)
{
    const char *host = at;
    for (size_t i = 0, len = strcspn(at, "/?#"); i < len; i++)
        if (at[i] == '@')
            host = at + i + 1;
    return host;
}

bool http_proxy_is_valid(const struct http_proxy *proxy)
{
    bool forwards, known;
    const char *host = behind_user(authority(proxy->url, &forwards, &known));
    size_t len = strcspn(host, "/?#");
    const char *colon = *host == '[' ? strstr(host, "]:") : memchr(host, ':', len);
    const char *port = colon ? colon + 1 + (*host == '[') : NULL;
    bool numeric = !port || (strspn(port, "0123456789") == (size_t)(host + len - port) && *port &&
                             strtol(port, NULL, 10) <= 65535);
    return known && len && *host != ':' && !host[len + strspn(host + len, "/")] && numeric &&
           strcspn(proxy->url, " \t\r\n") == strlen(proxy->url);
}

void http_proxy_show(const struct http_proxy *proxy, char shown[HTTP_PROXY_SHOWN_MAX])
{
    bool forwards, known;
    const char *at = authority(proxy->url, &forwards, &known), *host = behind_user(at);
    snprintf(shown, HTTP_PROXY_SHOWN_MAX, "%.*s%s%.*s (%s)", (int)(at - proxy->url) & 31,
             proxy->url, host > at ? "***@" : "", (int)strcspn(host, "/?#"), host, proxy->variable);
}
