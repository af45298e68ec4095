/* SPDX-License-Identifier: Apache-2.0 */
/* What a bucket's lifecycle says of an object. Nothing expires here; it is only told. */
#ifndef SLRUN_S3_LIFECYCLE_H
#define SLRUN_S3_LIFECYCLE_H

#include "object/object.h"

/* x-amz-expiration: when the object, the latest of its key, would go, and by which rule. */
void lifecycle_add_expiration(struct call *call, const struct object *object);

/* x-amz-abort-date and x-amz-abort-rule-id: when the upload, if it is not complete, would go. */
void lifecycle_add_abort(struct call *call, const struct upload *upload);

/* The header that says which objects are too small for transitions: checked and kept with a
 * configuration that is put, told with one that is there. */
bool lifecycle_put_minimum(struct call *call);
void lifecycle_add_minimum(struct call *call);

/* Whether its transitions are in order. false: the fault is set. (lifecycle_transition.c) */
bool lifecycle_check_transitions(struct call *call, const struct xml_node *rule);

#endif
