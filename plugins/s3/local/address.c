/* SPDX-License-Identifier: Apache-2.0 */
/* Bucket, key and query of a request. */
#include "address.h"

#include <string.h>
#include <strings.h>

#include "utf8.h"

/* The length of a host without its port. */
static size_t host_size(const char *host)
{
    return host[0] == '[' ? strcspn(host, "]") + 1 : strcspn(host, ":");
}

static bool ends_with(const char *host, size_t size, const char *end)
{
    size_t n = strlen(end);
    return size > n && strncasecmp(host + size - n, end, n) == 0;
}

/* Where an IPv4 address of a wildcard DNS service begins: "b.127.0.0.1.nip.io"; or 0. */
static size_t before_ip(const char *host, size_t size)
{
    static const char *const services[] = {".nip.io", ".sslip.io"};
    for (size_t i = 0; i < sizeof services / sizeof *services; i++) {
        if (ends_with(host, size, services[i])) {
            size_t at = size - strlen(services[i]);
            for (int dots = 0; at > 0; at--) {
                char c = host[at - 1];
                dots += c == '.';
                if (dots == 4 || (c != '.' && c != '-' && (c < '0' || c > '9')))
                    break;
            }
            return at > 0 && host[at - 1] == '.' ? at - 1 : 0;
        }
    }
    return 0;
}

size_t address_host_bucket(const char *host)
{
    size_t size = host_size(host), found = 0;
    for (size_t i = 1; i + 4 < size; i++)
        if (strncasecmp(host + i, ".s3.", 4) == 0 || strncasecmp(host + i, ".s3-", 4) == 0)
            found = i; /* the last: a bucket's name may have it, too */
    if (found == 0 && (strncasecmp(host, "s3.", 3) == 0 || strncasecmp(host, "s3-", 3) == 0))
        return 0;
    if (found == 0 && ends_with(host, size, ".localhost"))
        found = size - strlen(".localhost");
    return found != 0 ? found : before_ip(host, size);
}

/* What stands behind the bucket's name: ".s3-website.eu-central-1" or ".s3-website-eu-west-1". */
static bool is_website(const char *rest)
{
    static const char name[] = ".s3-website";
    const char *end = rest + sizeof name - 1;
    return strncasecmp(rest, name, sizeof name - 1) == 0 && (*end == '.' || *end == '-');
}

/* User guide, "General purpose bucket naming rules". */
static bool is_reserved(const char *name, size_t size)
{
    static const char *const starts[] = {"xn--", "sthree-", "amzn-s3-demo-"};
    static const char *const endings[] = {"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"};
    bool found = false;
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        found = found || strncmp(name, starts[i], strlen(starts[i])) == 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        found = found || ends_with(name, size, endings[i]);
    return found;
}

bool address_bucket_valid(const char *name)
{
    static const char allowed[] = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    static const char ends[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    size_t size = strlen(name), digits_and_dots = strspn(name, "0123456789.");
    size_t dots = 0;
    for (const char *c = name; *c != '\0'; c++)
        dots += *c == '.';
    return size >= 3 && size < BUCKET_NAME_SIZE && strspn(name, allowed) == size &&
           strchr(ends, name[0]) != NULL && strchr(ends, name[size - 1]) != NULL &&
           strstr(name, "..") == NULL && !(digits_and_dots == size && dots == 3) &&
           !is_reserved(name, size);
}

/* Parameters that there are at most: some may be empty. */
static size_t count_parameters(const char *query)
{
    size_t n = 1;
    for (; (query = strchr(query, '&')) != NULL; query++)
        n++;
    return n < QUERY_MAX ? n : QUERY_MAX;
}

static bool read_query(struct address *address, struct pool *pool, const char *query)
{
    address->query = pool_take(pool, count_parameters(query) * sizeof *address->query);
    if (address->query == NULL)
        return false;
    while (*query != '\0') {
        size_t size = strcspn(query, "&");
        const char *equals = memchr(query, '=', size);
        size_t name_size = equals == NULL ? size : (size_t)(equals - query);
        if (name_size > 0) {
            struct slice name = percent_decode(pool, (struct slice){query, name_size}, true);
            struct slice raw = {equals == NULL ? "" : equals + 1,
                                equals == NULL ? 0 : size - name_size - 1};
            struct slice value = percent_decode(pool, raw, true);
            if (address->n_query == QUERY_MAX || name.data == NULL || value.data == NULL)
                return false;
            address->query[address->n_query++] =
                (struct parameter){name.data, value, equals != NULL};
        }
        query += size + (query[size] == '&');
    }
    return true;
}

/* An absolute target ("GET http://host/path", what proxies get) has its path behind the host. */
static const char *path_of(const char *target)
{
    const char *host = target[0] == '/' ? NULL : strstr(target, "://");
    const char *path = host == NULL ? target : strpbrk(host + 3, "/?");
    return path == NULL ? "" : path;
}

bool address_read(struct address *address, struct pool *pool, const char *target, const char *host)
{
    const char *path = path_of(target);
    size_t size = strcspn(path, "?"), named = host == NULL ? 0 : address_host_bucket(host);
    *address = (struct address){.key = {"", 0}, .website = named > 0 && is_website(host + named)};
    if (path[size] == '?' && !read_query(address, pool, path + size + 1))
        return false;
    size_t at = size > 0 && path[0] == '/';
    if (named == 0) {
        const char *slash = memchr(path + at, '/', size - at);
        named = slash == NULL ? size - at : (size_t)(slash - path) - at;
        host = path + at;
        at += named + (slash != NULL);
    }
    if (named > 0) {
        struct slice bucket = percent_decode(pool, (struct slice){host, named}, false);
        address->bucket = bucket.data;
    }
    address->key = percent_decode(pool, (struct slice){path + at, size - at}, false);
    return address->key.data != NULL && utf8_valid(address->key) &&
           (named == 0 || address->bucket != NULL);
}

const struct parameter *address_parameter(const struct address *address, const char *name)
{
    for (size_t i = 0; i < address->n_query; i++)
        if (strcmp(address->query[i].name, name) == 0)
            return &address->query[i];
    return NULL;
}

const char *address_query(const struct address *address, const char *name)
{
    const struct parameter *parameter = address_parameter(address, name);
    return parameter == NULL ? NULL : parameter->value.data;
}
