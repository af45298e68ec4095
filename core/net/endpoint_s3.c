/* SPDX-License-Identifier: Apache-2.0 */
/* Virtual-hosted requests of S3 (Amazon S3 User Guide, "Virtual hosting of buckets"). */
#include <stdio.h>
#include <string.h>

#include "net/endpoint.h"

enum { BUCKET_MIN = 3, BUCKET_MAX = 63 };

/* A name that is one label of a host: a dot would fail TLS, as AWS's certificate is *.s3.REGION. */
static bool fits_host(const char *bucket, size_t n)
{
    return n >= BUCKET_MIN && n <= BUCKET_MAX && *bucket != '-' && bucket[n - 1] != '-' &&
           strspn(bucket, "abcdefghijklmnopqrstuvwxyz0123456789-") >= n;
}

/* "127.0.0.1:4566", "[::1]": there is no name to put a bucket in front of. */
static bool is_address(const char *host)
{
    size_t n = strcspn(host, ":/");
    return *host == '[' || strspn(host, "0123456789.") >= n;
}

static bool wanted(const struct endpoint_rules *rules, bool configured)
{
    return rules->s3 == ENDPOINT_VIRTUAL || (rules->s3 == ENDPOINT_AUTO && !configured);
}

bool endpoint_s3_host(const struct endpoint_rules *rules, struct endpoint_s3 *request)
{
    const char *host = strstr(request->base, "://"), *bucket = request->target + 1;
    size_t n = strcspn(bucket, "/?");
    if (!host || *request->target != '/' || !wanted(rules, request->configured) ||
        !fits_host(bucket, n) || is_address(host + 3))
        return false;
    host += 3;
    int size = snprintf(request->new_base, ENDPOINT_MAX, "%.*s%.*s.%s", (int)(host - request->base),
                        request->base, (int)n, bucket, host);
    if (size < 0 || size >= ENDPOINT_MAX)
        return false;
    request->base = request->new_base;
    request->target = bucket + n;
    return true;
}
