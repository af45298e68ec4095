/* SPDX-License-Identifier: Apache-2.0 */
#ifndef SLRUN_JSONATA_NUMBERS_H
#define SLRUN_JSONATA_NUMBERS_H

#include "jsonata/evaluate/eval.h"

/* To so many places behind the point; halves to what is even. */
double jn_round(double value, double places);
/* format_number.c: $formatNumber(). */
struct jn jn_format_number(struct jn_run *run, const struct jn_call *call);

#endif
