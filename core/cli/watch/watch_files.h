/* SPDX-License-Identifier: Apache-2.0 */
/* Folders that are watched, and what changes in them: uv_fs_event, a handle a folder. */
#ifndef SLRUN_CLI_WATCH_FILES_H
#define SLRUN_CLI_WATCH_FILES_H

#include <stdbool.h>

#include <uv.h>

enum {
    WATCH_FOLDERS_MAX = 8192,
    WATCH_DEPTH_MAX = 32,
};

struct watch_files;

/* `changed` is called with the path of what has changed, has come or has gone. Passed over are
 * hidden files and folders, what editors keep beside a file, __pycache__ and node_modules. NULL:
 * out of memory. */
struct watch_files *watch_files_new(uv_loop_t *loop, void (*changed)(void *arg, const char *path),
                                    void *arg);

/* Watches a folder, and with `deep` those below it; what is watched already stays so, and what was
 * deleted and made anew is watched anew. false: the system allows no more watches (or
 * WATCH_FOLDERS_MAX). */
bool watch_files_add(struct watch_files *files, const char *folder, bool deep);

/* On the loop; its handles are closed when it has turned once more. */
void watch_files_close(struct watch_files *files);
void watch_files_free(struct watch_files *files);

#endif
