/* SPDX-License-Identifier: Apache-2.0 */
/* A shared object, and no plugin. */
#include <slrun/abi.h>

SLRUN_EXPORT int something_else(void);

int something_else(void)
{
    return 1;
}
