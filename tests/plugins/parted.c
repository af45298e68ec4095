/* SPDX-License-Identifier: Apache-2.0 */
/* Its prelude has parts; the second one asks for one that runs later. */
#define NAME "parted"
#define PRELUDE                                                                                    \
    "--@part empty.lua\n"                                                                          \
    "--@part words.lua\n"                                                                          \
    "return { word = 'kept' }\n"                                                                   \
    "--@part use.lua\n"                                                                            \
    "local module, slrun = ...\n"                                                                  \
    "module.word = assert(slrun.part('words').word)\n"                                             \
    "module.late = slrun.part 'late'\n"                                                            \
    "--@part late.lua\n"                                                                           \
    "return {}\n"
#include "minimal.h"

MINIMAL_PLUGIN();
