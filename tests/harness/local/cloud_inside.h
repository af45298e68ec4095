/* SPDX-License-Identifier: Apache-2.0 */
/* The parts of the local cloud of cloud.h: each fills its slots of the API. */
#ifndef SLRUN_TESTS_LOCAL_CLOUD_INSIDE_H
#define SLRUN_TESTS_LOCAL_CLOUD_INSIDE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cloud.h"

static inline struct cloud *cloud_of(const struct slrun_cloud *base)
{
    return (struct cloud *)(uintptr_t)base;
}

void cloud_time_fill(struct slrun_cloud *api);
void cloud_calls_fill(struct slrun_cloud *api);
void cloud_answers_fill(struct slrun_cloud *api);

/* Forgets the calls that nobody answered. */
void cloud_calls_drop(struct cloud *cloud);

/* Does what work() was given. */
void cloud_work(struct cloud *cloud);

void exchange_free(struct exchange *x);

#endif
