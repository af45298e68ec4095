/* SPDX-License-Identifier: Apache-2.0 */
/* Which operation has what a target gets. */
#ifndef SLRUN_DELIVERIES_WAY_H
#define SLRUN_DELIVERIES_WAY_H

#include "deliveries/delivery.h"

struct way {
    const char *service;   /* in the ARN, and the plugin's name; NULL: an API destination, which
                              gets the text, and `args` are its HttpParameters */
    const char *resource;  /* what stands in the ARN, too; NULL: nothing more is wanted */
    const char *operation; /* boto3's name */
    json_t *(*args)(const struct slrun_cloud *cloud, const struct delivery_order *order);
};

enum { WAY_OPERATION_SIZE = 96 };

/* The way to what an ARN names; NULL: there is none. Universal targets of Scheduler
 * (arn:aws:scheduler:::aws-sdk:sqs:sendMessage) say the operation themselves: it is in `operation`.
 */
const struct way *way_to(const char *arn, char operation[WAY_OPERATION_SIZE]);

#endif
