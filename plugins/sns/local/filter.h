/* SPDX-License-Identifier: Apache-2.0 */
/* Filter policies of subscriptions (Developer Guide, "Amazon SNS message filtering"). */
#ifndef SLRUN_SNS_FILTER_H
#define SLRUN_SNS_FILTER_H

#include "local/service.h"

/* Whether the text is a filter policy, for the message's body or its attributes. "" and {} are no
 * filter at all. False after call_fail(). */
bool filter_check(struct call *call, const char *text, bool body);
/* The policy that is to be matched, read (a new reference), or NULL: there is none. */
json_t *filter_read(const json_t *attributes);
/* Whether the subscription wants the message. */
bool filter_passes(const struct service *service, const json_t *subscription,
                   const json_t *message);

#endif
