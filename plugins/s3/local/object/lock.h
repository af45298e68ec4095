/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Object lock (user guide, "Locking objects with Object Lock"). An object's info has "mode"
 * (GOVERNANCE, COMPLIANCE), "until" (milliseconds since 1970) and "hold" (ON, OFF).
 */
#ifndef SLRUN_S3_LOCK_H
#define SLRUN_S3_LOCK_H

#include "service.h"

/* x-amz-object-lock-*, else the bucket's default retention. false: the fault is set. */
bool lock_read_headers(struct call *call, json_t *info);
void lock_add_headers(struct call *call, const json_t *info);

/* Whether this version may be deleted now. false: the fault is set. */
bool lock_may_delete(struct call *call, const struct object *object);

/* Whether a hold or a retention protects it now, whoever asks. */
bool lock_protects(const struct call *call, const struct object *object);

bool op_get_lock(struct call *call);
bool op_put_lock(struct call *call);
bool op_get_retention(struct call *call);
bool op_put_retention(struct call *call);
bool op_get_legal_hold(struct call *call);
bool op_put_legal_hold(struct call *call);

#endif
