/* SPDX-License-Identifier: Apache-2.0 */
/* The manual page slrun(1): a frame of words (manual.in), and what the tables of commands say. */
#ifndef SLRUN_CLI_MANUAL_H
#define SLRUN_CLI_MANUAL_H

/* Prints it on standard output, in the macros of man(7). 0, or -1. */
int manual_print(void);

#endif
