#include "drivers/printer_driver.h"

#include "app/base/log.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <png.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "file:DIR": every slip becomes DIR/NAME.bin (its bytes) and DIR/NAME.png (its dots). */

enum { PATH_SIZE = 1024, NAME_SIZE = 128, COPIES_MAX = 10000 };

struct file_printer {
	struct printer printer;
	char dir[PATH_SIZE - NAME_SIZE - 32];
};

static struct file_printer *file_of(struct printer *printer)
{
	return (struct file_printer *)printer;
}

static enum result reason_of_errno(int error)
{
	switch (error) {
	case EACCES:
	case EPERM:
	case EROFS: return RESULT_DEVICE_DENIED;
	case ENOENT:
	case ENOTDIR: return RESULT_DEVICE_MISSING;
	default: return RESULT_DEVICE_FAILED;
	}
}

static enum result check_dir(const char *dir)
{
	struct stat stat_of_dir;

	if (stat(dir, &stat_of_dir) != 0) {
		return reason_of_errno(errno);
	}
	if (!S_ISDIR(stat_of_dir.st_mode)) {
		return RESULT_DEVICE_MISSING;
	}
	return access(dir, W_OK | X_OK) == 0 ? RESULT_OK : RESULT_DEVICE_DENIED;
}

static enum result file_open(
	const char *rest, const struct printer_profile *profile, struct printer **out_printer)
{
	struct file_printer *file = memory_zeroed(1, sizeof(*file));
	enum result result;

	if (*rest == '\0' || !text_copy(file->dir, sizeof(file->dir), rest)) {
		log_error("printer", "file: needs a folder of at most %zu bytes",
			sizeof(file->dir) - 1);
		free(file);
		return RESULT_DEVICE_UNKNOWN;
	}
	if (mkdir(file->dir, 0770) != 0 && errno != EEXIST) {
		log_error("printer", "cannot make the folder %s: %s", rest, strerror(errno));
	}
	result = check_dir(file->dir);
	if (result != RESULT_OK) {
		free(file);
		return result;
	}
	file->printer.driver = &printer_file;
	file->printer.profile = profile ? profile : printer_profile_find("80mm");
	text_format(file->printer.name, sizeof(file->printer.name), "file %s", rest);
	*out_printer = &file->printer;
	return RESULT_OK;
}

static void file_close(struct printer *printer)
{
	free(file_of(printer));
}

static void file_get_status(struct printer *printer, struct printer_status *out_status)
{
	out_status->answers = true;
	out_status->can = PRINTER_CONFIRMS;
	out_status->reason = check_dir(file_of(printer)->dir);
}

static bool write_bytes(FILE *file, const struct printer_slip *slip)
{
	return fwrite(slip->bytes, 1, slip->size, file) == slip->size;
}

static bool write_picture(FILE *file, const struct printer_slip *slip)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;

	if (!info || setjmp(png_jmpbuf(png))) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_init_io(png, file);
	png_set_IHDR(png, info, (png_uint_32)slip->dots_width, (png_uint_32)slip->dots_height, 1,
		PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
		PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	png_set_invert_mono(png);
	for (int y = 0; y < slip->dots_height; y++) {
		png_write_row(png, slip->dots + (size_t)y * (size_t)slip->dots_pitch);
	}
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
	return true;
}

/* Writes a new file at `path` whole or not at all. */
static bool write_file(const char *path, const struct printer_slip *slip,
	bool (*write)(FILE *file, const struct printer_slip *slip))
{
	FILE *file = fopen(path, "wbx");
	bool written;

	if (!file) {
		return false;
	}
	written = write(file, slip);
	if (fclose(file) != 0 || !written) {
		unlink(path);
		return false;
	}
	return true;
}

/* Only letters, digits, '-', '_' and '.' inside: a name never leaves the folder. */
static void clean_name(const char *name, char *out_name)
{
	size_t length = 0;

	for (; name && name[length] != '\0' && length < NAME_SIZE - 1; length++) {
		char c = name[length];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
			     (c >= '0' && c <= '9') || c == '-' || (c == '.' && length > 0);
		out_name[length] = plain ? c : '_';
	}
	out_name[length] = '\0';
	if (length == 0) {
		memcpy(out_name, "slip", sizeof("slip"));
	}
}

/*
 * Gives the finished files their names: the first of NAME, NAME-2, NAME-3 … that is free. link()
 * fails on a name that is taken, so nothing is ever overwritten; the picture comes first, so that
 * whoever waits for the bytes finds both.
 */
static bool publish(const struct file_printer *file, const char *name, const char *bytes_path,
	const char *picture_path)
{
	char bytes_name[PATH_SIZE], picture_name[PATH_SIZE], number[16] = "";

	for (int copy = 1; copy < COPIES_MAX; copy++) {
		if (copy > 1) {
			text_format(number, sizeof(number), "-%d", copy);
		}
		text_format(bytes_name, sizeof(bytes_name), "%s/%s%s.bin", file->dir, name, number);
		text_format(
			picture_name, sizeof(picture_name), "%s/%s%s.png", file->dir, name, number);
		if (access(bytes_name, F_OK) == 0) {
			continue;
		}
		if (picture_path && link(picture_path, picture_name) != 0) {
			if (errno == EEXIST) {
				continue;
			}
			return false;
		}
		if (link(bytes_path, bytes_name) == 0) {
			return true;
		}
		bool taken = errno == EEXIST;
		if (picture_path) {
			unlink(picture_name);
		}
		if (!taken) {
			return false;
		}
	}
	return false;
}

static void file_print(struct printer *printer, const struct printer_slip *slip,
	struct printer_outcome *out_outcome)
{
	struct file_printer *file = file_of(printer);
	char name[NAME_SIZE], bytes_path[PATH_SIZE], picture_path[PATH_SIZE];
	bool done;

	clean_name(slip->name, name);
	text_format(
		bytes_path, sizeof(bytes_path), "%s/.%s.%ld.bin", file->dir, name, (long)getpid());
	text_format(picture_path, sizeof(picture_path), "%s/.%s.%ld.png", file->dir, name,
		(long)getpid());
	unlink(bytes_path);
	unlink(picture_path);
	done = write_file(bytes_path, slip, write_bytes) &&
	       (!slip->dots || write_file(picture_path, slip, write_picture)) &&
	       publish(file, name, bytes_path, slip->dots ? picture_path : NULL);
	if (!done) {
		out_outcome->reason = reason_of_errno(errno);
		log_error("printer", "a slip cannot be written to %s: %s", file->dir,
			strerror(errno));
	}
	unlink(bytes_path);
	unlink(picture_path);
	out_outcome->sent_any = done;
	out_outcome->confirmed = done;
}

const struct printer_driver printer_file = {
	.scheme = "file",
	.open = file_open,
	.close = file_close,
	.get_status = file_get_status,
	.print = file_print,
};
