/* SPDX-License-Identifier: Apache-2.0 */
/* The dynamic symbol table of a shared object, read without loading it. */
#ifndef SLRUN_CLI_PLUGINS_ELF_H
#define SLRUN_CLI_PLUGINS_ELF_H

#include "cli/plugins/plugins_verdict.h"

/*
 * The file exports `symbol` and nothing else. Nothing in it is trusted: offsets and sizes are held
 * against the file's, tables are bounded. That it is an ELF file of this machine's kind is for
 * elf_check() (plugin/elf.h) to say. System V gABI, chapters 4 and 5.
 */
void plugins_elf_symbols(struct verdict *v, const char *path, const char *symbol);

#endif
