/* SPDX-License-Identifier: Apache-2.0 */
/* An entry that ends behind its version fields: a loader that reads on reads what is not there. */
#include <stdint.h>

#include <slrun/slrun.h>

struct short_entry {
    uint16_t abi_major, abi_minor;
    uint32_t struct_size, op_size, service_size, local_size, reserved;
};

SLRUN_EXPORT extern const struct short_entry slrun_plugin_entry;
const struct short_entry slrun_plugin_entry = {
    .abi_major = SLRUN_ABI_MAJOR,
    .abi_minor = SLRUN_ABI_MINOR,
    .struct_size = sizeof(struct short_entry),
    .op_size = sizeof(struct slrun_op),
    .service_size = sizeof(struct slrun_service),
    .local_size = sizeof(struct slrun_local),
};
