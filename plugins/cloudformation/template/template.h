/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A template as it was read: a tree of JSON values, in which the short forms of YAML (!Ref, !Sub)
 * are written out ({"Ref": ...}, {"Fn::Sub": ...}), and beside it a tree of the lines where its
 * nodes stand. The tree of lines stays as it was when the first one is changed.
 */
#ifndef SLRUN_CLOUDFORMATION_TEMPLATE_H
#define SLRUN_CLOUDFORMATION_TEMPLATE_H

#include <jansson.h>

#include "template/problem.h"

enum {
    TEMPLATE_DEPTH_MAX = 100,     /* nested maps and lists */
    TEMPLATE_NODES_MAX = 200000,  /* with what aliases stand for counted each time */
    TEMPLATE_INLINE_MAX = 51200,  /* bytes of TemplateBody; quotas of AWS CloudFormation */
    TEMPLATE_BYTES_MAX = 1 << 20, /* bytes of a template in S3 */
    TEMPLATE_FILE_MAX = 8 << 20,  /* bytes of a file:// template, which only exists here */
    TEMPLATE_KEY_SIZE = 64        /* of a key that is told */
};

struct template
{
    json_t *root;  /* an object; whoever has the template may change it in place */
    json_t *lines; /* see template_line() */
    /* A key that stands twice in its map, the last one of these in the text; AWS CloudFormation
     * takes the later value. 0: there is none. */
    int twice_line;
    char twice[TEMPLATE_KEY_SIZE];
};

struct template_source {
    const char *text; /* UTF-8 */
    size_t size;
    /* Whether YAML aliases and merge keys are expanded, as `aws cloudformation package` does on the
     * way from a file; AWS CloudFormation itself refuses them. */
    bool aliases;
};

/*
 * Reads YAML or JSON. 0, or -1 with problems added: it cannot be parsed, has duplicate keys, null
 * values, unknown tags, or passes a bound. The caller ends it with template_free() in either case.
 */
int template_read(struct template *t, const struct template_source *source,
                  struct problems *problems);
void template_free(struct template *t);

/*
 * The line, from 1, of the node at a JSON pointer (RFC 6901: "/Resources/Fn/Properties/CodeUri";
 * "~1" stands for "/" and "~0" for "~" in a key; a number for the element of a list). Where a map
 * has it, that is the line of its key. Of a node that the text does not have (a transform made it)
 * it is the line of the nearest node around it. 0: not known.
 */
int template_line(const struct template *t, const char *pointer);

/* The same, of `below` ("Properties", "Properties/Events/Api") in a resource. */
int template_resource_line(const struct template *t, const char *resource, const char *below);

#endif
