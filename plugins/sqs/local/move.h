/* SPDX-License-Identifier: Apache-2.0 */
/* Message move tasks, as the service ends them. */
#ifndef SLRUN_SQS_MOVE_H
#define SLRUN_SQS_MOVE_H

#include "service.h"

/* Stops and forgets all tasks. */
void move_end_all(struct service *service);

#endif
