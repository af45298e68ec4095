/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The version of the plugin ABI and the rule by which a plugin is accepted.
 *
 * A plugin carries the version that it was compiled against in the first fields of its entry
 * (plugin.h). slrun loads it when
 *
 *     plugin.abi_major == SLRUN_ABI_MAJOR  and  plugin.abi_minor <= SLRUN_ABI_MINOR
 *
 * The major changes when a plugin must be compiled again or changed; the minor when something is
 * added that older plugins need not know. Within a major
 *   - fields are only ever added at the end of slrun_plugin, slrun_op, slrun_service, slrun_local,
 *     slrun_host, slrun_cloud, slrun_stores, slrun_looks and slrun_iam, whose size stands beside
 *     them, so that an older plugin's shorter struct reads as if the new fields were zero;
 *   - and of slrun_ctx, slrun_request, slrun_response, slrun_undo, slrun_exchange and slrun_store,
 *     which the core makes. A plugin gets a pointer to one, and must not copy what it points to:
 *     of a newer slrun's it would copy only the beginning, and hand that to functions which look
 *     at the rest;
 *   - all other structs do not change at all within a major: they stand in arrays or in other
 *     structs, or a plugin makes them, as it does slrun_error for functions that fill one, or
 *     slrun_json_call for a request that it serves in two steps. What is to be added to them wants
 *     a struct of its own.
 *
 * History (docs/abi-changes.md tells it at length):
 *   1.0  the first.
 *   1.1  arguments in parse(), services of single operations, tags at creation; bodies in pieces,
 *        answers from files, requests that name no service.
 *   1.2  what services of the local cloud do together: calls, news, processes, documents, event
 *        patterns; resources of stacks; state in SQLite, the query protocol.
 *   1.3  what IAM wants for an operation; what the local cloud's page shows; refusals in a
 *        service's own words.
 *   1.4  requests whose Authorization is no signature; work on another thread; answers of the
 *        local cloud whose body is fed while it is sent; event streams.
 *   1.5  operations of AWS JSON served from a table; pages of lists; YAML; requests of REST
 *        services; what IAM wants for texts; roles, their keys and policies in the local cloud.
 */
#ifndef SLRUN_ABI_H
#define SLRUN_ABI_H

#define SLRUN_ABI_MAJOR 1
#define SLRUN_ABI_MINOR 5

#ifdef __cplusplus
#define SLRUN_EXTERN_C extern "C"
#else
#define SLRUN_EXTERN_C extern
#endif

#if defined(__GNUC__)
#define SLRUN_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define SLRUN_EXPORT            __attribute__((visibility("default")))
#else
#define SLRUN_PRINTF(fmt, args)
#define SLRUN_EXPORT
#endif

#endif
