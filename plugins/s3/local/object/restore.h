/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Archived objects (user guide, "Working with archived objects"): those of the classes GLACIER and
 * DEEP_ARCHIVE are read once they have been restored, and as long as the restored copy is kept. Its
 * end stands in the object's info as "restored", in milliseconds.
 */
#ifndef SLRUN_S3_RESTORE_H
#define SLRUN_S3_RESTORE_H

#include "object/object.h"

bool op_restore_object(struct call *call);

/* When the restored copy is gone; 0: there is none any more. */
int64_t restore_until(const struct object *object, int64_t now);
/* Whether the bytes cannot be read now. */
bool restore_is_archived(const struct object *object, int64_t now);
/* false: they cannot; the fault is set, as GetObject has it. */
bool restore_may_read(struct call *call, const struct object *object);
/* x-amz-restore, where there is a restored copy. */
void restore_add_header(struct call *call, const struct object *object);

#endif
