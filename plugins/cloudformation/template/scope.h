/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What names in a template stand for, and the intrinsic functions over them
 * (docs.aws.amazon.com/AWSCloudFormation, "Intrinsic function reference").
 */
#ifndef SLRUN_CLOUDFORMATION_SCOPE_H
#define SLRUN_CLOUDFORMATION_SCOPE_H

#include <slrun/cloud.h>

#include "template/at.h"

enum { CONDITION_DEPTH_MAX = 64, CIDR_MAX = 256, SUB_VARIABLE_MAX = 512 };

struct scope {
    const struct slrun_cloud *cloud;
    const struct template *template;
    const json_t *parameters; /* and pseudo parameters: name to a string or a list of strings */
    json_t *conditions;       /* name to a boolean: those that have been judged */
    /* Logical id to {"PhysicalResourceId", "Attributes": {}} of the resources that are there. */
    const json_t *resources;
    const json_t *exports; /* name to value */
    bool early;            /* resources that are not there are unknown values, and no mistakes */
    bool extensions;       /* the template names AWS::LanguageExtensions */
    json_t *uses;          /* gets the logical ids of the resources that are referred to; or NULL */
    json_t *imports;       /* gets the names of the exports that are imported; or NULL */
    struct problems *problems;
};

/*
 * The value with its functions done. A new reference: JSON's null where it is AWS::NoValue (members
 * and elements that are so are left out), an unknown value (value.h) where that is early; NULL
 * after a problem or without memory.
 */
json_t *resolve(const struct scope *scope, const json_t *value, const struct at *at);

/* Judges all conditions of the template into scope->conditions. False after a problem. */
bool conditions_judge(struct scope *scope);

/* Whether a condition of that name holds; false, with a problem, if there is none. */
bool condition_holds(const struct scope *scope, const char *name, const struct at *at, bool *holds);

/* The resource of that name, whose condition, if any, holds; or NULL. */
const json_t *scope_resource(const struct scope *scope, const char *name);

/*
 * Finds every name that the template uses and does not have: parameters, resources, conditions, in
 * branches that are not taken, too. False after a problem.
 */
bool references_check(const struct scope *scope);

/*
 * Fn::Sub: calls piece() for each part of the text, literal or variable (without ${}; "${!Literal}"
 * is a literal "${Literal}"). Until piece() returns false, which is returned.
 */
struct sub_piece {
    const char *text;
    size_t size;
    bool variable;
};
bool sub_split(const char *text, bool (*piece)(void *arg, const struct sub_piece *piece),
               void *arg);

/* Fn::Cidr: `count` blocks of 2^bits addresses each in an IPv4 or IPv6 block; NULL: not possible.
 */
json_t *cidr_blocks(const char *block, long count, long bits);

/* The name in "Name.Attribute" or ["Name", "Attribute"]; a new string, or NULL. *attribute borrows
 * the rest: a string for the first form, any value for the second. */
json_t *get_att_name(const json_t *value, json_t **attribute);

#endif
