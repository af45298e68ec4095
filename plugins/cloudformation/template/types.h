/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Types of resources: those that services of this local cloud make, and those without behaviour
 * here (an IAM role, an alarm), which are accepted and listed.
 */
#ifndef SLRUN_CLOUDFORMATION_TYPES_H
#define SLRUN_CLOUDFORMATION_TYPES_H

#include <stdbool.h>

#include <slrun/cloud.h>
#include <slrun/resource.h>

#include "template/nearest.h"

enum { INERT_ARN_MAX = 512 };

/* The type of a service, or NULL. */
const struct slrun_resource_type *type_acting(const struct slrun_cloud *cloud, const char *type);
/* Whether it is a custom resource: Custom::NAME, AWS::CloudFormation::CustomResource. */
bool type_is_custom(const char *type);
/* Whether it is a stack of its own, AWS::CloudFormation::Stack. */
bool type_is_nested(const char *type);
/* Whether it is one without behaviour. */
bool type_is_inert(const char *type);
/* Whether Fn::GetAtt may ask for it; of types without behaviour and of
 * custom resources for anything. */
bool type_has_attribute(const struct slrun_cloud *cloud, const char *type, const char *attribute);
/* Offers all types. */
void types_offer(const struct slrun_cloud *cloud, struct slrun_nearest *nearest);

/* The capability that a template with such a resource needs ("CAPABILITY_IAM",
 * "CAPABILITY_NAMED_IAM"), or NULL. */
const char *type_capability(const char *type, const json_t *properties);

/* ---- inert.c ---- */

/* Whether others would wait on AWS for what happens there, as in a database: here nothing does. */
bool inert_would_act(const char *type);
/* The property that names such a resource, or NULL. */
const char *inert_named_by(const char *type);
/* Offers those types that are known by their whole names. */
void inert_offer(struct slrun_nearest *nearest);

/* What stands for a resource without behaviour. */
struct inert {
    const char *type;
    const json_t *properties; /* resolved */
    const char *name;         /* for what the properties leave without one */
    const char *region, *account;
};

/* Its attributes by name: "Arn", the scalars among its properties, and "*" for all else; and in
 * *physical_id what Ref gives. A new reference, or NULL. */
json_t *inert_attributes(const struct inert *inert, json_t **physical_id);

#endif
