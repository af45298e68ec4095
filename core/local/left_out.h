/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What came to something in the local cloud and went no further, lately, of which AWS tells nobody:
 * an event that no rule matched, a record that a filter left out. What a failed wait tells of it
 * comes from here.
 */
#ifndef SLRUN_LOCAL_LEFT_OUT_H
#define SLRUN_LOCAL_LEFT_OUT_H

#include "local/exchange.h"

enum {
    LEFT_OUT_MAX = 512,      /* that are kept; the oldest goes */
    LEFT_OUT_TEXT_MAX = 2000 /* bytes of what it was, as JSON; the rest is cut */
};

struct left_outs;

/* slrun_cloud.left_out */
void left_out_note(const struct slrun_cloud *api, const struct slrun_left_out *what);

/* Answers with {"left_out": [{"at_ms", "kind", "name", "why", "what"}]}, the last one first. */
void left_out_answer(struct cloud *cloud, struct slrun_exchange *x);

/* Forgets them, and gives the memory back. */
void left_out_clear(struct cloud *cloud);

#endif
