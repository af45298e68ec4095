/* SPDX-License-Identifier: Apache-2.0 */
/* A plugin compiled against another ABI: MAJOR and MINOR come from the build. All behind the
 * version is NULL: a loader that looks further crashes. */
#include <slrun/slrun.h>

SLRUN_EXPORT extern const struct slrun_plugin slrun_plugin_entry;
const struct slrun_plugin slrun_plugin_entry = {
    .abi_major = MAJOR,
    .abi_minor = MINOR,
    .struct_size = sizeof(struct slrun_plugin),
    .op_size = sizeof(struct slrun_op),
    .service_size = sizeof(struct slrun_service),
    .local_size = sizeof(struct slrun_local),
};
