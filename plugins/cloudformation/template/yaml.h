/* SPDX-License-Identifier: Apache-2.0 */
/* YAML to a tree of JSON values and the tree of its lines, from libyaml's events. */
#ifndef SLRUN_CLOUDFORMATION_YAML_H
#define SLRUN_CLOUDFORMATION_YAML_H

#include "template/template.h"

/* Reads one document. 0, or -1 with problems added. */
int yaml_read(struct template *t, const struct template_source *source, struct problems *problems);

/*
 * The tree of lines: a node is [line, null] for a scalar, [line, {key: node}] for a map and
 * [line, [node...]] for a list.
 */
int lines_line(const json_t *node);

#endif
