/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Snippets of the transform AWS::Include (CloudFormation User Guide, "AWS::Include transform"). A
 * snippet is in a bucket, or a file beside the template, as it is before `aws cloudformation
 * package` uploads it.
 */
#ifndef SLRUN_CLOUDFORMATION_INCLUDE_H
#define SLRUN_CLOUDFORMATION_INCLUDE_H

#include <slrun/error.h>

#include "template/at.h"

#define INCLUDE "AWS::Include"

/* Where snippets are. */
struct include_from {
    const char *directory;  /* of the template; what their paths are relative to. NULL: it is in no
                               file, so none of them is */
    const json_t *snippets; /* of those in buckets, location to text, or to null where there is
                               none; NULL: nothing was looked up */
    /* The host's file_read; with `directory`. */
    char *(*read)(const char *path, size_t most, size_t *size, struct slrun_error *error);
};

/* Whether a location is in a bucket, and not among the snippets yet. */
bool include_is_wanted(const struct include_from *from, const char *location);

/*
 * The members of the snippet at `location`, a new reference; NULL after a problem: it cannot be
 * read, or is elsewhere. `location` may be NULL: there is none.
 */
json_t *include_read(const struct include_from *from, const char *location, const struct at *at,
                     struct problems *problems);

#endif
