/* SPDX-License-Identifier: Apache-2.0 */
/*
 * --html: one page with all cases, that needs nothing but a browser and no network. What it shows
 * stands in it as lines of JSON, each written when its case ends; at any moment the file is a whole
 * page. docs/reports.md says what it shows.
 */
#ifndef SLRUN_REPORT_HTML_H
#define SLRUN_REPORT_HTML_H

#include "report/reporter.h"

extern const struct reporter_kind html_reporter;

#endif
