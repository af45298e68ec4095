/* SPDX-License-Identifier: Apache-2.0 */
/* AWS::Serverless::Function (SAM developer guide, under that name). */
#ifndef SLRUN_CLOUDFORMATION_SAM_FUNCTION_H
#define SLRUN_CLOUDFORMATION_SAM_FUNCTION_H

#include "sam/property.h"
#include "sam/role.h"

/* One function on its way. */
struct sam_function {
    json_t *p;      /* its properties */
    json_t *lambda; /* those of the AWS::Lambda::Function, borrowed */
    struct sam_target target;
    const char *alias_name;    /* AutoPublishAlias, or NULL */
    char alias_id[SAM_ID_MAX]; /* "": no alias */
    json_t *policies;          /* of destinations; inline policies of the role */
    json_t *spare;             /* properties of the role where Role is given: events add to it */
};

/* The resource at hand. */
bool sam_function_resource(struct sam *s);
extern const struct sam_property sam_function_properties[];

/* Its parts, each for a subject of its own. */
bool sam_function_version(struct sam *s, struct sam_function *f);
bool sam_function_url(struct sam *s, struct sam_function *f);
bool sam_function_invoke(struct sam *s, struct sam_function *f);

#endif
