/* SPDX-License-Identifier: Apache-2.0 */
/* slrun_cloud.stores. Contracts in slrun/store.h. */
#ifndef SLRUN_LOCAL_STORE_H
#define SLRUN_LOCAL_STORE_H

#include <slrun/cloud.h>
#include <slrun/store.h>

extern const struct slrun_stores store_api;

#endif
