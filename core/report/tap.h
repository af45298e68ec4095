/* SPDX-License-Identifier: Apache-2.0 */
/* --tap: the Test Anything Protocol, version 13 (testanything.org). */
#ifndef SLRUN_REPORT_TAP_H
#define SLRUN_REPORT_TAP_H

#include "report/reporter.h"

extern const struct reporter_kind tap_reporter;

#endif
