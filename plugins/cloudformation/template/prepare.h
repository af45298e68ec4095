/* SPDX-License-Identifier: Apache-2.0 */
/* The first half of a plan: the template is read, its parameters get values, and transforms are
 * done. */
#ifndef SLRUN_CLOUDFORMATION_PREPARE_H
#define SLRUN_CLOUDFORMATION_PREPARE_H

#include "template/plan.h"

/* Fills all of a plan that can be known before conditions are judged. False after a problem, or
 * where something is wanted. */
bool plan_prepare(struct plan *plan, const struct plan_input *in, struct problems *problems);

/* ---- plan.c ---- */

struct scope plan_scope(const struct plan *plan, const struct plan_look *look);
/* Whether the template names AWS::LanguageExtensions. */
bool plan_has_extensions(const struct plan *plan);

#endif
