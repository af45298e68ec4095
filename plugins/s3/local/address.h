/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What a request is about: bucket and key, from the path or from the host ("Virtual hosting of
 * general purpose buckets", S3's user guide), and the parameters of the query. Keys are taken as
 * they are: percent-decoded once, nothing normalised.
 */
#ifndef SLRUN_S3_ADDRESS_H
#define SLRUN_S3_ADDRESS_H

#include "store/pool.h"

enum { QUERY_MAX = 128, KEY_MAX = 1024, BUCKET_NAME_SIZE = 64 };

struct parameter {
    const char *name;
    struct slice value;
    bool assigned; /* there was a '=' */
};

struct address {
    const char *bucket;      /* NULL: none */
    struct slice key;        /* empty: none */
    bool website;            /* the host is that of the bucket's website */
    struct parameter *query; /* in the pool */
    size_t n_query;
};

/* false: it cannot be parsed (InvalidURI). `host` may be NULL. */
bool address_read(struct address *address, struct pool *pool, const char *target, const char *host);

/* The value of a parameter, or NULL. */
const char *address_query(const struct address *address, const char *name);
const struct parameter *address_parameter(const struct address *address, const char *name);

/* The bucket's part of a host: its length, 0 where the host names none. */
size_t address_host_bucket(const char *host);

/* Bucket naming rules (user guide, "Bucket naming rules"). */
bool address_bucket_valid(const char *name);

#endif
