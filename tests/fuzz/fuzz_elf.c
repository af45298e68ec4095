/* SPDX-License-Identifier: Apache-2.0 */
/* Files that say they are plugins, as bytes from anywhere: what is looked at before they are
 * loaded. Needs slrun_cli. */
#define _GNU_SOURCE /* memfd_create */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "cli/plugins/plugins_elf.h"
#include "plugin/elf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    struct slrun_error error = {.kind = SLRUN_E_NONE};
    struct verdict verdict = {.text = BUF_INIT(65536)};
    int fd = memfd_create("plugin", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    (void)snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (elf_check(path, &error) == 0)
        plugins_elf_symbols(&verdict, path, "slrun_plugin");
    buf_free(&verdict.text);
    (void)close(fd);
    return 0;
}
