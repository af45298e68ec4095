/* SPDX-License-Identifier: Apache-2.0 */
/* Pages of queue URLs: MaxResults and NextToken. */
#ifndef SLRUN_SQS_PAGE_H
#define SLRUN_SQS_PAGE_H

#include "service.h"

/* The URLs of the account's queues in this region for which `wanted` holds, under `member`, and
 * NextToken where there is more. NULL with the fault filled. */
json_t *page_of_queues(struct call *call, const char *member,
                       bool (*wanted)(const struct call *call, const struct queue *queue));

#endif
