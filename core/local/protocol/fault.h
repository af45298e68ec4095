/* SPDX-License-Identifier: Apache-2.0 */
/* Errors in the words of each protocol: slrun_cloud.fault (contract in slrun/cloud.h), and those
 * that the local cloud refuses with in place of a service. */
#ifndef SLRUN_LOCAL_FAULT_H
#define SLRUN_LOCAL_FAULT_H

#include <slrun/answer.h>
#include <slrun/local.h>

#define XML_HEAD "<?xml version=\"1.0\"?>"

void fault_reply(const struct slrun_cloud *cloud, struct slrun_exchange *x,
                 const struct slrun_fault *fault);

/* The same by any function that replies. `details`: elements of S3's answer behind the message, or
 * NULL. */
void fault_send(void (*reply)(struct slrun_exchange *x, const struct slrun_reply *reply),
                struct slrun_exchange *x, const struct slrun_fault *fault, const char *details);

#endif
