/* SPDX-License-Identifier: Apache-2.0 */
/* One step after the other through a bucket: what its lifecycle says has to go now goes. */
#ifndef SLRUN_S3_LIFECYCLE_DUE_H
#define SLRUN_S3_LIFECYCLE_DUE_H

#include "service.h"

/* How far it is; all zero at first. */
struct lifecycle_place {
    char key[KEY_MAX + 1];
    size_t size;
    bool in_uploads;      /* all objects have been looked at, */
    char upload[ID_SIZE]; /* and uploads up to this one of `key` */
};

/* Looks at the next key of call->bucket with all its versions, or at the next upload; what becomes
 * of it is written and noted as events. false: there is nothing left. */
bool lifecycle_step(struct call *call, struct lifecycle_place *place);

#endif
