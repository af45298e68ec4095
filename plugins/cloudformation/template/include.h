/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The transform AWS::Include ("Fn::Transform" anywhere in a template; CloudFormation User Guide,
 * "AWS::Include transform"): the members of a snippet take its place. The snippet is in a bucket,
 * or a file beside the template, as it is before `aws cloudformation package` uploads it.
 */
#ifndef SLRUN_CLOUDFORMATION_INCLUDE_H
#define SLRUN_CLOUDFORMATION_INCLUDE_H

#include <slrun/error.h>

#include "template/template.h"

enum { INCLUDES_MAX = 100 /* snippets of a template */ };

/* Where the snippet is that a map includes ({"Fn::Transform": {"Name": "AWS::Include", ...}}), a
 * text; borrowed. NULL: it includes none. */
json_t *include_location(const json_t *map);

/* Where snippets are. */
struct include_from {
    const char *directory;  /* of the template; what their paths are relative to. NULL: it is in no
                               file, so none of them is */
    const json_t *snippets; /* of those in buckets, location to text; NULL: there are none */
    /* The host's file_read; with `directory`. */
    char *(*read)(const char *path, size_t most, size_t *size, struct slrun_error *error);
};

/*
 * Expands all of them in place. False with problems: a snippet that cannot be read, or that is
 * elsewhere.
 */
bool include_expand(struct template *t, const struct include_from *from, struct problems *problems);

#endif
