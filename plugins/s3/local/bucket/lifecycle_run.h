/* SPDX-License-Identifier: Apache-2.0 */
/*
 * What lifecycles of buckets do, once a day at midnight UTC by the local cloud's clock: every time
 * that a rule can name is one, and AWS looks once a day, too (user guide, "Expiring objects").
 */
#ifndef SLRUN_S3_LIFECYCLE_RUN_H
#define SLRUN_S3_LIFECYCLE_RUN_H

#include "service.h"

/* Looks at the next midnight, if some bucket has a lifecycle; after opening. */
void lifecycle_open(struct service *service);
/* Looks at the next midnight; when one was put. */
void lifecycle_arm(struct service *service);
/* No more; before the service closes and when all is forgotten. */
void lifecycle_disarm(struct service *service);

#endif
