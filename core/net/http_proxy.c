/* SPDX-License-Identifier: Apache-2.0 */
/* Which proxy a plain-HTTP request goes through. */
#include "net/http_proxy.h"

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
    if (entry.len && *entry.text == '.')
        entry.text++, entry.len--;
    if (!entry.len || !ends_with(host, entry))
        return false;
    return host.len == entry.len || host.text[host.len - entry.len - 1] == '.';
}

static bool excluded(const char *list, struct span host)
{
    if (!strcmp(list, "*"))
        return true;
    while (*list) {
        list += strspn(list, ", ");
        struct span entry = {list, strcspn(list, ", ")};
        if (excludes(entry, host))
            return true;
        list += entry.len;
    }
    return false;
}

/* The first of the variables that is set and not empty. */
static const char *first_of(const char *const *names)
{
    for (; *names; names++) {
        const char *value = getenv(*names);
        if (value && *value)
            return value;
    }
    return NULL;
}

const char *http_proxy_for(const char *base)
{
    /* HTTP_PROXY in capitals is not read: in a CGI program a client could set it. */
    static const char *const proxies[] = {"http_proxy", "all_proxy", "ALL_PROXY", NULL};
    static const char *const exceptions[] = {"no_proxy", "NO_PROXY", NULL};
    bool direct = http_is_loopback(base) || is_metadata(host_of(base));
    const char *proxy = direct ? NULL : first_of(proxies);
    const char *list = proxy ? first_of(exceptions) : NULL;
    return list && excluded(list, host_of(base)) ? NULL : proxy;
}
