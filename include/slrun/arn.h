/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Since 1.5. Parts of ARNs, arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE (AWS General Reference,
 * "Amazon Resource Names"). Compiled into who includes it: no part of the binary interface.
 */
#ifndef SLRUN_ARN_H
#define SLRUN_ARN_H

#include <stddef.h>
#include <string.h>

enum { SLRUN_REGION_SIZE = 32, SLRUN_ACCOUNT_SIZE = 13 }; /* with a NUL */

/* Behind so many colons; NULL: there are fewer. */
static inline const char *slrun_arn_behind(const char *arn, int colons)
{
    for (; arn && colons > 0; colons--) {
        const char *colon = strchr(arn, ':');
        arn = colon ? colon + 1 : NULL;
    }
    return arn;
}

/* Copies what stands until the next colon, cut to `size` with its NUL. */
static inline void slrun_arn_copy(char *to, size_t size, const char *from)
{
    size_t n = from ? strcspn(from, ":") : 0;
    n = n < size ? n : size - 1;
    if (n)
        memcpy(to, from, n);
    to[n] = '\0';
}

/* Region and account; both are "" where there is no region (arn:aws:s3:::bucket), or no ARN. */
static inline void slrun_arn_place(const char *arn, char region[SLRUN_REGION_SIZE],
                                   char account[SLRUN_ACCOUNT_SIZE])
{
    const char *at = strncmp(arn, "arn:", 4) == 0 ? slrun_arn_behind(arn, 3) : NULL;
    slrun_arn_copy(region, SLRUN_REGION_SIZE, at);
    slrun_arn_copy(account, SLRUN_ACCOUNT_SIZE, *region ? slrun_arn_behind(at, 1) : NULL);
}

/* What stands behind the last colon; all of it where there is none. */
static inline const char *slrun_arn_last(const char *arn)
{
    const char *colon = strrchr(arn, ':');
    return colon ? colon + 1 : arn;
}

/* What stands behind the last colon or slash: what most resources are called by. All of it where
 * there is neither. */
static inline const char *slrun_arn_name(const char *arn)
{
    const char *last = slrun_arn_last(arn), *slash = strrchr(last, '/');
    return slash ? slash + 1 : last;
}

#endif
