/* SPDX-License-Identifier: Apache-2.0 */
/* The summary of a step of GitHub Actions: Markdown, added to a file that GitHub names. */
#ifndef SLRUN_REPORT_GITHUB_SUMMARY_H
#define SLRUN_REPORT_GITHUB_SUMMARY_H

#include "run/session/observer.h"

/* Counts, and what failed, was flaky or could not be collected, each folded. What GitHub would not
 * take any more, together with what the file has already, is counted in its place. A file that
 * cannot be written is logged. */
void github_summary_add(const char *path, const struct run_summary *summary);

#endif
