/* SPDX-License-Identifier: Apache-2.0 */
/* Listing objects and versions. */
#ifndef SLRUN_S3_LIST_H
#define SLRUN_S3_LIST_H

#include "service.h"

enum { LIST_MAX = 1000 };

/* What all the lists have in common. */
struct listing {
    struct slice prefix, delimiter;
    long max;             /* entries on a page */
    long asked;           /* the same as it was asked for */
    const char *encoding; /* encoding-type, which is url in either case; or NULL */
    long n;               /* entries and common prefixes so far */
};

/* Reads prefix, delimiter, encoding-type and the number parameter `max_name`, whose range is
 * looked at last: listing_limit(). */
bool listing_read(struct call *call, struct listing *listing, const char *max_name);
/* `name`: what the error calls the number. */
bool listing_limit(struct call *call, struct listing *listing, const char *name);
/* A key as the list writes it: escaped, or percent-encoded first. */
void listing_key(const struct listing *listing, struct text *text, const char *name,
                 struct slice key);
/* The common prefix of the key: up to and with the first delimiter behind the prefix; empty: it
 * has none. */
struct slice listing_common(const struct listing *listing, struct slice key);
/* The least key above all that begin with `prefix`; empty: there is none. */
struct slice listing_behind(struct call *call, struct slice prefix);
struct slice listing_parameter(struct call *call, const char *name);

/* What S3 refuses before it looks for the bucket. */
bool list_check_objects(struct call *call);
bool list_check_objects_v2(struct call *call);
bool list_check_versions(struct call *call);
bool list_check_uploads(struct call *call);
bool list_check_parts(struct call *call);

bool op_list_objects(struct call *call);
bool op_list_objects_v2(struct call *call);
bool op_list_versions(struct call *call);

#endif
