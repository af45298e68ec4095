/* SPDX-License-Identifier: Apache-2.0 */
/* Names of regions. */
#ifndef SLRUN_NET_REGION_H
#define SLRUN_NET_REGION_H

#include <stdbool.h>

#include <slrun/error.h>

/* Whether it can be the name of a region: a label of a host, as botocore has it, in small letters,
 * as AWS's are ("us-gov-west-1"; other systems have "local"). */
bool region_is_name(const char *region);

/* 0, or -1 with `error` filled (USAGE), which hints at the region that may be meant. */
int region_check(const char *region, struct slrun_error *error);

/* The region of AWS that may be meant by a name that is none of those known here; NULL where it is
 * one of them, or like none. AWS adds regions: one that is not known is no mistake for sure. */
const char *region_meant(const char *region);

#endif
