/* SPDX-License-Identifier: Apache-2.0 */
/* Whether a file is a whole shared object, before the dynamic loader maps it. */
#ifndef SLRUN_PLUGIN_ELF_H
#define SLRUN_PLUGIN_ELF_H

#include <slrun/error.h>

/*
 * dlopen() maps what the program headers promise; where the file ends earlier (a copy that is under
 * way, a full disk) the process dies of SIGBUS. 0, or -1 with `error` filled (PLUGIN): not an ELF
 * shared object of this machine's kind, or cut short. System V gABI, chapters 4 and 5.
 */
int elf_check(const char *path, struct slrun_error *error);

#endif
