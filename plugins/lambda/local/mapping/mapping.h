/* SPDX-License-Identifier: Apache-2.0 */
/* Event source mappings: queues and streams that functions are invoked with. */
#ifndef SLRUN_LAMBDA_MAPPING_H
#define SLRUN_LAMBDA_MAPPING_H

#include "local/service.h"

bool mapping_open(struct service *service);
void mapping_close(struct service *service);
/* Removes all from the disk. */
void mapping_forget(struct service *service);

/* Tags of a mapping by its ARN, borrowed; NULL: there is none. */
json_t *mapping_tags(struct service *service, const char *arn);
/* Keeps them after a change. */
void mapping_tags_changed(struct service *service, const char *arn);

#endif
