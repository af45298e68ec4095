/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Macros of a template: AWS::Include and those that functions make (CloudFormation User Guide,
 * "Perform custom processing on templates with template macros"), named in Fn::Transform anywhere
 * or in the template's Transform. What they need from elsewhere is fetched between two attempts:
 * the first thing that is missing is told, and the same expansion begins anew with it.
 */
#ifndef SLRUN_CLOUDFORMATION_EXPAND_H
#define SLRUN_CLOUDFORMATION_EXPAND_H

#include "template/include.h"

enum { EXPANSIONS_MAX = 100 /* of a template */ };

struct expansion {
    struct include_from from;
    /* Answers of macros, in the order in which they were wanted: {"fragment": any}, or {"problem":
     * TEXT}. NULL: none was asked. */
    const json_t *macros;
    /* Parameters and pseudo parameters by name; NULL: they are not known yet. */
    const json_t *values;
    struct problems *problems;
    /* What is missing, a reference of the caller's: {"snippet": "s3://..."}, or {"macro": NAME,
     * "fragment", "params", "values"}. NULL: nothing. */
    json_t *wanted;
    size_t n;        /* expansions so far */
    size_t n_macros; /* of these, macros of functions */
};

/* Whether a template has what this is about: Fn::Transform, or a Transform that is not AWS's own
 * (AWS::Include is meant here, too). */
bool expand_is_used(const struct template *t);

/* Expands all of Fn::Transform below a member of the root, in place. False after a problem, or
 * where something is wanted. */
bool expand_section(struct expansion *e, struct template *t, const char *section);

/* The same for the whole template. */
bool expand_template(struct expansion *e, struct template *t);

/*
 * What a transform ("Name", or {"Name", "Parameters"}) makes of a fragment: a new reference. NULL
 * after a problem, or where something is wanted.
 */
json_t *expand_one(struct expansion *e, const json_t *transform, const json_t *fragment,
                   const struct at *at);

/* The name in one, or NULL. */
const char *expand_name(const json_t *transform);

#endif
