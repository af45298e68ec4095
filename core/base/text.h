/* SPDX-License-Identifier: Apache-2.0 */
/* Text that others are to read: its characters (UTF-8), and how XML and shells want it. */
#ifndef SLRUN_BASE_TEXT_H
#define SLRUN_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Bytes of the character at `text`, 1 to 4; 0 where none of UTF-8 begins (RFC 3629: neither
 * overlong forms nor surrogates). `text` ends with a NUL. */
size_t text_char(const char *text);

/* The same where only `left` bytes may be read, one at least. */
size_t text_char_in(const char *text, size_t left);

/* Copies what fits of `n` bytes, and a NUL behind them, to `to`, which has room for `room` bytes,
 * one at least. */
void text_copy(char *to, size_t room, const char *from, size_t n);

/* Puts what fits of `more` behind the text that `to`, of `room` bytes, holds. */
void text_append(char *to, size_t room, const char *more);

/* Whether all of it is characters of UTF-8; a NUL is one. */
bool text_is_utf8(const char *bytes, size_t size);

/* The same, but a NUL is none: whether people can be shown it as it is. */
bool text_is_shown(const char *bytes, size_t size);

enum { TEXT_ESCAPED = sizeof "\\x1b" };

/* Bytes of the control character (C0, a NUL too, DEL, C1) that begins at `text`, of which `left`
 * bytes may be read; 0: none does. */
size_t text_control(const char *text, size_t left);

/* What is shown in place of one of so many bytes: "\x1b", as in pytest's ids. */
void text_escape(char to[TEXT_ESCAPED], const char *control, size_t n);

/* Adds `text`, with U+FFFD for each byte that is no UTF-8. */
void text_add(struct buf *to, const char *text);

/* The same as text or attribute value of XML 1.0: markup escaped, characters that it forbids
 * written "#x07", as pytest does. */
void text_add_xml(struct buf *to, const char *text);

/* Adds `word` as one of a POSIX shell, in quotes where it needs them. */
void text_add_shell(struct buf *to, const char *word);

#endif
