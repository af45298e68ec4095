/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A transform (macro) that a template names in `Transform`: a function that changes the template in
 * place, before conditions are judged and references resolved.
 */
#ifndef SLRUN_CLOUDFORMATION_TRANSFORM_H
#define SLRUN_CLOUDFORMATION_TRANSFORM_H

#include "template/template.h"

struct transform_input {
    struct template *template; /* the root is changed in place; lines are those of the text */
    /* Values of the template's parameters by name (a string; a list of strings for list types), and
     * of the pseudo parameters: AWS::Region, AWS::AccountId, AWS::Partition, AWS::StackName,
     * AWS::StackId, AWS::URLSuffix. Read only. */
    const json_t *parameters;
    /* Absolute directory of a template that was given by file://, to which local paths (CodeUri)
     * are relative; NULL: there is none, and local paths are an error. */
    const char *directory;
    struct problems *problems;
};

struct transform {
    const char *name; /* "AWS::Serverless-2016-10-31" */
    /* 0, or -1 with problems added. It leaves `Transform` where it is. */
    int (*run)(const struct transform_input *in);
};

#endif
