/* SPDX-License-Identifier: Apache-2.0 */
/* How the address sanitizer watches slrun, whoever starts it: part of builds with that sanitizer
 * alone. */

/* The sanitizer asks for this by name: it is in no header that gcc and clang share. */
__attribute__((visibility("default"))) const char *__asan_default_options(void);

/* gcc 12 guesses, now and then wrongly with glibc 2.36, where libraries that are loaded late keep
 * their thread variables, and the leak checker crashes on that. */
const char *__asan_default_options(void)
{
    return "intercept_tls_get_addr=0";
}
