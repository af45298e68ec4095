/* SPDX-License-Identifier: Apache-2.0 */
/* Values of parameters as messages of AWS show them. */
#ifndef SLRUN_DYNAMODB_SHOWN_H
#define SLRUN_DYNAMODB_SHOWN_H

#include "params/param.h"
#include "text.h"

/* Adds what Java's toString makes of a value: strings bare, lists as [a, b], maps as {key=a},
 * structures as Name(member=a). `param` may be NULL: it is not known. */
void param_show(struct text *out, const struct param *param, const json_t *value);

#endif
