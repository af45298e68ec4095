/* SPDX-License-Identifier: Apache-2.0 */
/* Messages before they are sent. Their members are those of Publish. */
#ifndef SLRUN_SNS_MESSAGE_H
#define SLRUN_SNS_MESSAGE_H

#include "local/service.h"

/* Of ids of batch entries; names of attributes may have dots besides. */
#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"

/* The bytes of the message with its attributes. */
size_t message_size(const json_t *message);
/* Whether the message can be published to that topic; Structure and MessageDeduplicationId are
 * filled in. False after call_fail(). */
bool message_check(struct call *call, const json_t *topic, json_t *message);

#endif
