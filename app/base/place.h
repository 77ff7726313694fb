#ifndef APP_BASE_PLACE_H
#define APP_BASE_PLACE_H

#include <stdbool.h>
#include <stddef.h>

enum { PLACE_SIZE = 1024 };

/*
 * Where the assets are: $GILIRAN_ASSETS, else the build tree's or the installed ones beside the
 * running program's folder (../assets, ../share/giliran). Texts are under it as text/<code>.mo,
 * offices as offices/<name>.conf. False and one log line when there are none.
 */
bool place_assets(char *out_path, size_t size);

/*
 * The store's path: `chosen` (from --store; may be NULL), else $GILIRAN_STORE, else `configured`
 * (may be NULL), else $XDG_DATA_HOME/giliran/giliran.db with ~/.local/share as the default. Each
 * may be a plain path or the URI "sqlite:PATH".
 */
bool place_store(const char *chosen, const char *configured, char *out_path, size_t size);

/* A file of what this computer remembers for its user: $XDG_STATE_HOME/giliran/NAME, with
 * ~/.local/state as the default. False when there is no such place. */
bool place_state(const char *name, char *out_path, size_t size);

/* The folder of the voice's clips that were made for the store at `store`: beside it. False when it
 * is too long. */
bool place_clips(const char *store, char *out_path, size_t size);

/*
 * Where files for people go: `configured` (may be NULL or ""), else the documents folder of the
 * user (XDG_DOCUMENTS_DIR of user-dirs.dirs, freedesktop.org "xdg-user-dirs"), else ~/Documents,
 * else the store's folder, which `store` names. False when the path is too long.
 */
bool place_documents(const char *configured, const char *store, char *out_path, size_t size);

/* Makes the folder of `path` and its parents (0770). False and one log line when it cannot. */
bool place_make_parent(const char *path);

/* The path of a program beside the running one, e.g. "giliran-kiosk". */
bool place_program(const char *name, char *out_path, size_t size);

#endif
