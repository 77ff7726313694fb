#include "drivers/serial_driver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "file:DIR": bytes are added to DIR/board.bin; DIR/board.txt is what the board shows now. */

enum { PATH_SIZE = 1024, DIR_SIZE = 900 };

struct file_port {
	struct serial port;
	char dir[DIR_SIZE];
};

static struct file_port *file_of(struct serial *port)
{
	return (struct file_port *)port;
}

static enum result check_dir(const char *dir)
{
	struct stat found;

	if (stat(dir, &found) != 0) {
		return serial_reason_of(errno);
	}
	if (!S_ISDIR(found.st_mode)) {
		return RESULT_DEVICE_MISSING;
	}
	return access(dir, W_OK | X_OK) == 0 ? RESULT_OK : RESULT_DEVICE_DENIED;
}

static enum result file_open(
	const char *rest, const struct serial_format *usual, struct serial **out_port)
{
	struct file_port *file = memory_zeroed(1, sizeof(*file));
	enum result result;

	(void)usual;
	if (*rest == '\0' || !text_copy(file->dir, sizeof(file->dir), rest)) {
		log_error("serial", "file: needs a folder of at most %d bytes", DIR_SIZE - 1);
		free(file);
		return RESULT_DEVICE_UNKNOWN;
	}
	if (mkdir(file->dir, 0770) != 0 && errno != EEXIST) {
		log_error("serial", "cannot make the folder %s", rest);
	}
	result = check_dir(file->dir);
	if (result != RESULT_OK) {
		free(file);
		return result;
	}
	file->port.driver = &serial_file;
	text_format(file->port.name, sizeof(file->port.name), "file %s", rest);
	*out_port = &file->port;
	return RESULT_OK;
}

static void file_close(struct serial *port)
{
	free(file_of(port));
}

static bool write_all(const char *path, const char *mode, const void *data, size_t size)
{
	FILE *stream = fopen(path, mode);
	bool written = stream && fwrite(data, 1, size, stream) == size;

	return stream && fclose(stream) == 0 && written;
}

static enum result file_write(
	struct serial *port, const uint8_t *data, size_t size, int timeout_ms, size_t *out_written)
{
	char path[PATH_SIZE];

	(void)timeout_ms;
	text_format(path, sizeof(path), "%s/board.bin", file_of(port)->dir);
	if (!write_all(path, "ab", data, size)) {
		return serial_reason_of(errno);
	}
	*out_written = size;
	return RESULT_OK;
}

/* Replaced as a whole, so that nobody reads half a number. */
static void file_note(struct serial *port, const char *text)
{
	const char *dir = file_of(port)->dir;
	char path[PATH_SIZE], fresh[PATH_SIZE], line[256];

	text_format(path, sizeof(path), "%s/board.txt", dir);
	text_format(fresh, sizeof(fresh), "%s/.board.txt.%ld", dir, (long)getpid());
	text_format(line, sizeof(line), "%s\n", text);
	if (!write_all(fresh, "wb", line, strlen(line)) || rename(fresh, path) != 0) {
		log_error("serial", "%s cannot be written", path);
		unlink(fresh);
	}
}

static enum result file_check(struct serial *port)
{
	return check_dir(file_of(port)->dir);
}

const struct serial_driver serial_file = {
	.scheme = "file",
	.open = file_open,
	.close = file_close,
	.write = file_write,
	.check = file_check,
	.note = file_note,
};
