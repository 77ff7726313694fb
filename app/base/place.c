#include "app/base/place.h"
#include "app/base/log.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The value of an environment variable that is set and not empty, else NULL. */
static const char *variable(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && value[0] != '\0' ? value : NULL;
}

/* The folder of the running program, without a slash at its end. */
static bool program_folder(char *out_path, size_t size)
{
	ssize_t length = readlink("/proc/self/exe", out_path, size - 1);
	if (length <= 0 || (size_t)length >= size - 1) {
		return false;
	}
	out_path[length] = '\0';
	char *slash = strrchr(out_path, '/');
	if (slash == NULL) {
		return false;
	}
	*slash = '\0';
	return true;
}

static bool is_folder(const char *path)
{
	struct stat info;
	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool place_assets(char *out_path, size_t size)
{
	static const char *const beside[] = {"../assets", "../share/giliran"};
	const char *chosen = variable("GILIRAN_ASSETS");
	if (chosen != NULL) {
		return text_copy(out_path, size, chosen);
	}
	char folder[PLACE_SIZE];
	char texts[PLACE_SIZE];
	for (size_t i = 0; i < 2 && program_folder(folder, sizeof folder); i++) {
		if (text_format(texts, sizeof texts, "%s/%s/text", folder, beside[i]) &&
			is_folder(texts)) {
			return text_format(out_path, size, "%s/%s", folder, beside[i]);
		}
	}
	log_error("place", "no assets beside the program; GILIRAN_ASSETS can name them");
	return false;
}

/* "sqlite:PATH" and "sqlite:///PATH" are a plain path to the engine of this machine. */
static const char *without_scheme(const char *store)
{
	static const char scheme[] = "sqlite:";
	if (strncmp(store, scheme, sizeof scheme - 1) != 0) {
		return store;
	}
	store += sizeof scheme - 1;
	return strncmp(store, "//", 2) == 0 ? store + 2 : store;
}

bool place_store(const char *chosen, const char *configured, char *out_path, size_t size)
{
	if (chosen != NULL && chosen[0] != '\0') {
		return text_copy(out_path, size, without_scheme(chosen));
	}
	if (variable("GILIRAN_STORE") != NULL) {
		return text_copy(out_path, size, without_scheme(variable("GILIRAN_STORE")));
	}
	if (configured != NULL && configured[0] != '\0') {
		return text_copy(out_path, size, without_scheme(configured));
	}
	if (variable("XDG_DATA_HOME") != NULL) {
		return text_format(
			out_path, size, "%s/giliran/giliran.db", variable("XDG_DATA_HOME"));
	}
	if (variable("HOME") == NULL) {
		log_error("place", "no --store, GILIRAN_STORE or HOME says where the store is");
		return false;
	}
	return text_format(out_path, size, "%s/.local/share/giliran/giliran.db", variable("HOME"));
}

bool place_state(const char *name, char *out_path, size_t size)
{
	if (variable("XDG_STATE_HOME") != NULL) {
		return text_format(
			out_path, size, "%s/giliran/%s", variable("XDG_STATE_HOME"), name);
	}
	return variable("HOME") != NULL &&
	       text_format(out_path, size, "%s/.local/state/giliran/%s", variable("HOME"), name);
}

bool place_clips(const char *store, char *out_path, size_t size)
{
	const char *slash = strrchr(store, '/');
	int length = slash != NULL ? (int)(slash - store) + 1 : 0;
	return text_format(out_path, size, "%.*svoice", length, store);
}

/* XDG_DOCUMENTS_DIR="$HOME/Dokumen" or ="/a/folder" of the user's own list. */
static bool user_documents(char *out_path, size_t size)
{
	static const char name[] = "XDG_DOCUMENTS_DIR=\"";
	char path[PLACE_SIZE], line[PLACE_SIZE];
	bool found = false;
	bool named = variable("XDG_CONFIG_HOME") != NULL
			     ? text_format(path, sizeof path, "%s/user-dirs.dirs",
				       variable("XDG_CONFIG_HOME"))
			     : text_format(path, sizeof path, "%s/.config/user-dirs.dirs",
				       variable("HOME"));
	FILE *file = named ? fopen(path, "re") : NULL;
	while (file != NULL && !found && fgets(line, sizeof line, file) != NULL) {
		char *value = line + sizeof name - 1;
		char *end = strncmp(line, name, sizeof name - 1) == 0 ? strchr(value, '"') : NULL;
		if (end != NULL) {
			bool at_home = strncmp(value, "$HOME", 5) == 0;
			*end = '\0';
			found = text_format(out_path, size, "%s%s", at_home ? variable("HOME") : "",
				at_home ? value + 5 : value);
		}
	}
	if (file != NULL) {
		fclose(file);
	}
	return found && is_folder(out_path);
}

bool place_documents(const char *configured, const char *store, char *out_path, size_t size)
{
	if (configured != NULL && configured[0] != '\0') {
		return text_copy(out_path, size, configured);
	}
	if (variable("HOME") != NULL) {
		if (user_documents(out_path, size)) {
			return true;
		}
		if (text_format(out_path, size, "%s/Documents", variable("HOME")) &&
			is_folder(out_path)) {
			return true;
		}
	}
	if (!text_copy(out_path, size, store)) {
		return false;
	}
	char *slash = strrchr(out_path, '/');
	return slash == NULL ? text_copy(out_path, size, ".")
			     : (slash[slash == out_path] = '\0', true);
}

bool place_make_parent(const char *path)
{
	char folder[PLACE_SIZE];
	if (!text_copy(folder, sizeof folder, path)) {
		log_error("place", "path of %zu bytes is too long", strlen(path));
		return false;
	}
	for (char *slash = strchr(folder + 1, '/'); folder[0] != '\0' && slash != NULL;
		slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(folder, 0770) != 0 && errno != EEXIST && !is_folder(folder)) {
			log_error("place", "%s: %s", folder, strerror(errno));
			return false;
		}
		*slash = '/';
	}
	return true;
}

bool place_program(const char *name, char *out_path, size_t size)
{
	char folder[PLACE_SIZE];
	return program_folder(folder, sizeof folder) &&
	       text_format(out_path, size, "%s/%s", folder, name);
}
