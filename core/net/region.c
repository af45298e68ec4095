/* SPDX-License-Identifier: Apache-2.0 */
#include "net/region.h"

#include <stddef.h>
#include <string.h>

#include <slrun/nearest.h>

#include "base/error.h"

enum { LABEL_MAX = 63 }; /* RFC 1035 */

/* Those of botocore's partitions.json. */
static const char *const known[] = {
    "af-south-1",      "ap-east-1",      "ap-east-2",      "ap-northeast-1", "ap-northeast-2",
    "ap-northeast-3",  "ap-south-1",     "ap-south-2",     "ap-southeast-1", "ap-southeast-2",
    "ap-southeast-3",  "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
    "ca-central-1",    "ca-west-1",      "cn-north-1",     "cn-northwest-1", "eu-central-1",
    "eu-central-2",    "eu-isoe-west-1", "eu-north-1",     "eu-south-1",     "eu-south-2",
    "eu-west-1",       "eu-west-2",      "eu-west-3",      "eusc-de-east-1", "il-central-1",
    "me-central-1",    "me-south-1",     "me-west-1",      "mx-central-1",   "sa-east-1",
    "sa-west-1",       "us-east-1",      "us-east-2",      "us-gov-east-1",  "us-gov-west-1",
    "us-iso-east-1",   "us-iso-west-1",  "us-isob-east-1", "us-isob-west-1", "us-isof-east-1",
    "us-isof-south-1", "us-west-1",      "us-west-2",
};

bool region_is_name(const char *region)
{
    size_t n = strspn(region, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return n > 0 && n <= LABEL_MAX && !region[n] && *region != '-' && region[n - 1] != '-' &&
           strspn(region, "0123456789") < n;
}

const char *region_meant(const char *region)
{
    struct slrun_nearest near = {.word = region};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        slrun_nearest_offer(&near, known[i]);
    return near.best && strcmp(near.best, region) != 0 ? near.best : NULL;
}

int region_check(const char *region, struct slrun_error *error)
{
    if (region_is_name(region))
        return 0;
    const char *meant = region_meant(region);
    error_set(error, SLRUN_E_USAGE, "'%s' is no name of a region", region);
    return meant ? error_hint(error, "did you mean '%s'?", meant)
                 : error_hint(error, "a region is a name such as us-east-1");
}
