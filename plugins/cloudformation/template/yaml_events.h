/* SPDX-License-Identifier: Apache-2.0 */
/* libyaml's events, one by one, with problems that say where they are. */
#ifndef SLRUN_CLOUDFORMATION_YAML_EVENTS_H
#define SLRUN_CLOUDFORMATION_YAML_EVENTS_H

#include <yaml.h>

#include "template/template.h"

struct yaml_reader {
    yaml_parser_t parser;
    const char *text, *end;
    struct problems *problems;
    json_t *anchors; /* name: [value, lines] */
    bool aliases;
    size_t nodes;
    int depth;
    struct template *into;
};

/* The line of a mark, from 1. */
int yaml_line(const yaml_mark_t *mark);

/* The next event, which the caller deletes; false after a problem. */
bool yaml_next(struct yaml_reader *r, yaml_event_t *event);

/* Adds a problem at an event: a text, and what it is about ("" for nothing). False. */
bool yaml_fails(struct yaml_reader *r, const yaml_event_t *event, const char *text,
                const char *what);

/* Counts `n` values that an event makes; false after a problem: there are too many. */
bool yaml_count(struct yaml_reader *r, const yaml_event_t *event, size_t n);

#endif
