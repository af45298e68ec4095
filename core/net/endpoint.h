/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Where the requests of a service go on AWS: the address that the user has configured for it (AWS
 * SDKs and Tools Reference Guide, "Service-specific endpoints"), else AWS's own by partition,
 * region, FIPS and dual-stack (the same, "Dual-stack and FIPS endpoints").
 *
 * Services are known by the prefix of their host name, "dynamodb" or "portal.sso".
 */
#ifndef SLRUN_NET_ENDPOINT_H
#define SLRUN_NET_ENDPOINT_H

#include <stdbool.h>

#include <slrun/error.h>

#include "net/credential/config.h"

enum { ENDPOINT_MAX = 512 };

/* How S3's buckets are named in a request (the `addressing_style` of the files). */
enum endpoint_style {
    ENDPOINT_AUTO, /* in the host where that works, else in the path */
    ENDPOINT_PATH,
    ENDPOINT_VIRTUAL
};

struct endpoint_rules {
    const struct config *config; /* borrowed; NULL: nothing is configured */
    bool ignore_configured;
    bool fips, dual_stack;
    enum endpoint_style s3;
};

/* What the environment and the profile in use say of it all. 0, or -1 with `error` filled. */
int endpoint_rules_read(struct endpoint_rules *rules, const struct config *config,
                        struct slrun_error *error);

/*
 * The address that is configured for a service, or NULL: AWS_ENDPOINT_URL_<SERVICE>,
 * AWS_ENDPOINT_URL, the service's `endpoint_url` in the [services] section that the profile names,
 * the profile's own. `from` (may be NULL) gets where it was found, for messages. Without a prefix:
 * what is configured for all services.
 */
const char *endpoint_configured(const struct endpoint_rules *rules, const char *prefix,
                                const char **from);

/* A service in a region. */
struct endpoint_place {
    const char *prefix, *region;
};
/* "https://dynamodb.eu-west-1.amazonaws.com". 0, or -1 with `error` filled. */
int endpoint_resolve(const struct endpoint_rules *rules, const struct endpoint_place *place,
                     char out[ENDPOINT_MAX], struct slrun_error *error);

/* scheme://host[:port], and nothing behind it but one slash: a request's path is the operation's.
 */
bool endpoint_is_url(const char *url);

/* Whether the host of a URL is AWS's: who goes there is to be as careful as on `aws`. */
bool endpoint_is_aws(const char *url);

/*
 * A request of S3 with its bucket in the host. `base` and `target` ("/bucket/key?query") are
 * replaced by those in `new_base` and `*target` where it is to be and can be; otherwise both stay.
 * `configured`: the base is not AWS's own.
 */
struct endpoint_s3 {
    const char *base, *target;
    bool configured;
    char new_base[ENDPOINT_MAX];
};
/* False: left as they are. */
bool endpoint_s3_host(const struct endpoint_rules *rules, struct endpoint_s3 *request);

#endif
