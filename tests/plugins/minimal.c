/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin that is right, or wrong in the point that the build defines (-DBUILD=NULL). */
#include "minimal.h"

MINIMAL_PLUGIN();
