/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The transform AWS::Serverless-2016-10-31 as a pure function over the tree of a template: what the
 * AWS Serverless Application Model (docs.aws.amazon.com/serverless-application-model) says of
 * AWS::Serverless::* becomes resources of AWS CloudFormation, with the logical ids and properties
 * that the public aws-sam-translator gives them. It reads no file and knows no clock.
 */
#ifndef SLRUN_CLOUDFORMATION_SAM_TRANSLATE_H
#define SLRUN_CLOUDFORMATION_SAM_TRANSLATE_H

#include <jansson.h>

enum { SAM_TEXT_MAX = 600 }; /* bytes of a problem's text, with the NUL */

/* One thing that is wrong. The strings are gone when the callback returns. */
struct sam_problem {
    const char *resource; /* the logical id in the template, or NULL */
    const char *property; /* where, below Properties ("Events/Queue/Properties"), or without a
                             resource below the template's top; or NULL */
    const char *text;     /* AWS's sentence: "Resource with id [Fn] is invalid. ..." */
};

struct sam_input {
    json_t *template;         /* an object, changed in place; half changed after an error */
    const json_t *parameters; /* values by name, pseudo parameters among them; or NULL. What is not
                               * here has the template's Default. */
    const char *directory;    /* absolute, to which CodeUri and the like are relative; NULL: a local
                               * path is an error */
    void (*problem)(void *arg, const struct sam_problem *problem); /* required */
    void *arg;
};

/* Transforms. 0, or -1 with at least one problem told. `Transform` stays where it is. */
int sam_translate(const struct sam_input *in);

#endif
