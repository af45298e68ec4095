/* SPDX-License-Identifier: Apache-2.0 */
/* The types of resources that stacks have of S3 (AWS CloudFormation, "Template reference"). */
#ifndef SLRUN_S3_RESOURCE_H
#define SLRUN_S3_RESOURCE_H

#include <slrun/resource.h>

extern const struct slrun_resource_type s3_resources[]; /* ended by a NULL type */

/* ---- resource_shapes.c, resource_config.c ---- */

extern const struct slrun_param resource_bucket_properties[];
extern const struct slrun_param resource_policy_properties[];

/* A property of a bucket that is a configuration with operations of its own. */
struct resource_config {
    const char *property; /* "CorsConfiguration" */
    const char *put;      /* operation: "put_bucket_cors" */
    const char *member;   /* argument that holds it: "CORSConfiguration" */
    /* The argument's value for the property, or, for NULL, what is as if it had never been set. A
     * new reference. */
    json_t *(*value)(const json_t *property);
    const char *remove; /* operation that takes it away; NULL: put(value(NULL)) does */
};
extern const struct resource_config resource_configs[]; /* in the order in which they are put */

/* The canned ACL that AccessControl names ("PublicRead": "public-read"; NULL: private), as a new
 * reference. */
json_t *resource_canned_acl(const json_t *property);

#endif
