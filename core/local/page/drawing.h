/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Who hands on to whom, as the local cloud's page draws it: boxes that local halves gave
 * (slrun_looks.box), and the ways that the texts of these say there are.
 *
 *   {"boxes": [{"kind": "sqs/queues", "key": ..., "name": ..., "says": ..., "failed": false}],
 *    "ways": [[0, 1], ...]}      places among the boxes: from, to
 */
#ifndef SLRUN_LOCAL_DRAWING_H
#define SLRUN_LOCAL_DRAWING_H

#include <jansson.h>
#include <slrun/look.h>

enum {
    DRAWING_WAYS_MAX = 500,
    DRAWING_TEXT_MAX = 64 << 10, /* bytes of a text that are read */
};

/* A box with its texts, which are taken over; NULL: no memory. */
json_t *drawing_box(const char *key, const json_t *name, const struct slrun_look_box *box);

/* The boxes of a kind ("sqs/queues") become part of all. */
void drawing_add(json_t *all, const json_t *boxes, const char *service, const char *kind);

/* The drawing of these boxes, which lose their texts; a new reference, NULL: no memory. */
json_t *drawing_of(json_t *boxes);

#endif
