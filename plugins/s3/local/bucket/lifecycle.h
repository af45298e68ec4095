/* SPDX-License-Identifier: Apache-2.0 */
/* What a bucket's lifecycle says of an object. lifecycle_run.h is what does it. */
#ifndef SLRUN_S3_LIFECYCLE_H
#define SLRUN_S3_LIFECYCLE_H

#include "object/object.h"

/* x-amz-expiration: when the object, the latest of its key, would go, and by which rule. */
void lifecycle_add_expiration(struct call *call, const struct object *object);

/* x-amz-abort-date and x-amz-abort-rule-id: when the upload, if it is not complete, would go. */
void lifecycle_add_abort(struct call *call, const struct upload *upload);

/* Whether the current version has to go now: one that is a delete marker, if it is all that there
 * is of its key (`alone`). */
bool lifecycle_is_over(struct call *call, const struct object *object, bool alone);

/* The same of a version that is not current any more. */
struct lifecycle_past {
    int64_t since_ms; /* when another one took its place */
    size_t newer;     /* how many are newer and not current, either */
};
bool lifecycle_is_past(struct call *call, const struct object *object,
                       const struct lifecycle_past *past);
bool lifecycle_is_abandoned(struct call *call, const struct upload *upload);

/* The storage class that it has to have now, or NULL: the one that it has. `past` is NULL for the
 * current version. (lifecycle_move.c) */
const char *lifecycle_class(struct call *call, const struct object *object,
                            const struct lifecycle_past *past);

/* The first rule of the bucket, or NULL; whether one is enabled and for the object; and midnight
 * after so many days. */
const struct xml_node *lifecycle_first_rule(struct call *call);
bool lifecycle_applies(const struct xml_node *rule, const struct object *object);
int64_t lifecycle_after_days(int64_t since_ms, const char *days);
/* Whether what is small may go where it is coldest ("varies_by_storage_class"). */
bool lifecycle_varies(struct call *call);

/* The header that says which objects are too small for transitions: checked and kept with a
 * configuration that is put, told with one that is there. */
bool lifecycle_put_minimum(struct call *call);
void lifecycle_add_minimum(struct call *call);

/* Whether its transitions are in order. false: the fault is set. (lifecycle_transition.c) */
bool lifecycle_check_transitions(struct call *call, const struct xml_node *rule);

#endif
