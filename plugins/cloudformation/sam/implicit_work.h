/* SPDX-License-Identifier: Apache-2.0 */
/* One kind of implicit API at work: what implicit.c finds out of events, and what
 * implicit_conditions.c makes of it. */
#ifndef SLRUN_CLOUDFORMATION_SAM_IMPLICIT_WORK_H
#define SLRUN_CLOUDFORMATION_SAM_IMPLICIT_WORK_H

#include "sam/swagger.h"

struct sam_implicit_kind {
    enum sam_api api;
    const char *id;        /* of the implicit API */
    const char *event;     /* type of event */
    const char *type;      /* of the API */
    const char *reference; /* the event's property that names an API */
};

/* One kind at work. */
struct sam_implicit_work {
    const struct sam_implicit_kind *kind;
    json_t *conditions; /* {api: {path: {method: condition or null}}} */
    json_t *deletion;   /* DeletionPolicy of functions at the implicit API */
    json_t *replacing;  /* UpdateReplacePolicy */
};

/* Conditions and policies of functions become those of the implicit API, and of paths. */
void sam_implicit_condition(struct sam *s, const struct sam_implicit_work *w);
void sam_implicit_policy(struct sam *s, const struct sam_implicit_work *w, const char *name);
void sam_implicit_path_conditions(struct sam *s, const struct sam_implicit_work *w);

#endif
