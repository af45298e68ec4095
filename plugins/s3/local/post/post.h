/* SPDX-License-Identifier: Apache-2.0 */
/* PostObject: uploads from browsers by a form (API reference, "Browser-based uploads using POST").
 */
#ifndef SLRUN_S3_POST_H
#define SLRUN_S3_POST_H

#include "form.h"
#include "service.h"

bool op_post_object(struct call *call);

/* Holds the form against its policy (post_policy.c). false: the fault is set. */
bool post_policy_check(struct call *call, const struct form *form, uint64_t size);
/* Who signed the policy becomes the caller (post_sign.c). false: the fault is set. */
bool post_signature_check(struct call *call, const struct form *form);

#endif
