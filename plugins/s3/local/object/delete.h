/* SPDX-License-Identifier: Apache-2.0 */
/* Deleting objects: one, or up to a thousand. */
#ifndef SLRUN_S3_DELETE_H
#define SLRUN_S3_DELETE_H

#include "service.h"

bool op_delete_object(struct call *call);
bool op_delete_objects(struct call *call);

#endif
