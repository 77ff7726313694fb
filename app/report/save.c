/* A new name that is nobody's yet (renameat2) is Linux, not POSIX. */
#define _GNU_SOURCE
#include "app/report/save.h"

#include "app/base/log.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/report/csv.h"
#include "app/report/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

enum { NAMES = 99 };

static const char *const endings[REPORT_FORMATS] = {"xlsx", "csv", "pdf"};

static enum result result_of(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR: return RESULT_FILE_FOLDER;
	case EACCES:
	case EPERM:
	case EROFS: return RESULT_FILE_DENIED;
	case ENOSPC:
	case EDQUOT: return RESULT_FILE_FULL;
	default: return RESULT_FILE_FAILED;
	}
}

static enum result failed(const char *path, const char *what)
{
	enum result result = result_of(errno);
	log_error("report", "%s: %s: %s", path, what, strerror(errno));
	return result;
}

/* ---- contents ---- */

/* Through to the disk: a stick is pulled out as soon as it is said to be there. */
static enum result finish_stream(const char *path, FILE *stream)
{
	bool right = fflush(stream) == 0 && ferror(stream) == 0 && fsync(fileno(stream)) == 0;
	enum result result = right ? RESULT_OK : failed(path, "write");
	if (fclose(stream) != 0 && right) {
		result = failed(path, "close");
	}
	return result;
}

static enum result write_csv(const char *path, const struct report_file *file)
{
	FILE *stream = fopen(path, "we");
	if (stream == NULL) {
		return failed(path, "open");
	}
	csv_write(stream, file->report, file->office, file->language);
	return finish_stream(path, stream);
}

static enum result write_pdf(const char *path, const struct report_file *file)
{
	uint8_t *bytes = NULL;
	size_t size = 0;
	enum result result = file->draw(file->report, file->office, file->language, &bytes, &size);
	if (result != RESULT_OK) {
		return result;
	}
	FILE *stream = fopen(path, "we");
	if (stream == NULL) {
		result = failed(path, "open");
	} else {
		(void)fwrite(bytes, 1, size, stream);
		result = finish_stream(path, stream);
	}
	free(bytes);
	return result;
}

static enum result write_xlsx(const char *path, const struct report_file *file)
{
	/* What the library does not tell apart: whether a file can be made there at all. */
	int handle = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (handle < 0) {
		return failed(path, "open");
	}
	enum result result = xlsx_write(path, file->report, file->office, file->language);
	close(handle);
	handle = open(path, O_RDONLY | O_CLOEXEC);
	if (result == RESULT_OK && (handle < 0 || fsync(handle) != 0)) {
		result = failed(path, "write");
	}
	if (handle >= 0) {
		close(handle);
	}
	return result;
}

static enum result write_part(
	enum report_format format, const char *path, const struct report_file *file)
{
	switch (format) {
	case REPORT_CSV: return write_csv(path, file);
	case REPORT_PDF: return write_pdf(path, file);
	default: return write_xlsx(path, file);
	}
}

/* ---- names ---- */

/* The name of a file is in its folder, and is written with it. There are folders that may not be
 * read, and file systems that have nothing to write then (EINVAL). */
static enum result sync_folder(const char *folder)
{
	enum result result = RESULT_OK;
	int handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (handle < 0) {
		return RESULT_OK;
	}
	if (fsync(handle) != 0 && errno != EINVAL) {
		result = failed(folder, "write");
	}
	close(handle);
	return result;
}

static enum result sync_folder_of(const char *path)
{
	char folder[PLACE_SIZE];
	const char *slash = strrchr(path, '/');
	if (slash == NULL) {
		return sync_folder(".");
	}
	text_format(folder, sizeof(folder), "%.*s", (int)(slash - path) + 1, path);
	return sync_folder(folder);
}

enum result report_save(enum report_format format, const char *path, const struct report_file *file)
{
	char part[PLACE_SIZE];
	if (!text_format(part, sizeof(part), "%s.part", path)) {
		return RESULT_FILE_FAILED;
	}
	enum result result = write_part(format, part, file);
	if (result == RESULT_OK) {
		result = rename(part, path) == 0 ? sync_folder_of(path) : failed(path, "rename");
	}
	if (result != RESULT_OK) {
		(void)unlink(part);
	}
	return result;
}

static bool make_path(char *out_path, size_t size, const char *folder, enum report_format format,
	const struct report *report, int number)
{
	char stretch[2 * CALENDAR_DATE_SIZE + 4], more[8] = "";
	if (strcmp(report->from, report->to) == 0) {
		text_copy(stretch, sizeof(stretch), report->from);
	} else {
		text_format(stretch, sizeof(stretch), "%s_%s", report->from, report->to);
	}
	if (number > 1) {
		text_format(more, sizeof(more), "-%d", number);
	}
	return text_format(
		out_path, size, "%s/laporan-%s%s.%s", folder, stretch, more, endings[format]);
}

/* Hidden, and nobody else's: several consoles may have one folder. */
static bool make_part(char *out_path, size_t size, const char *folder)
{
	unsigned long long letters;
	return getrandom(&letters, sizeof(letters), 0) == (ssize_t)sizeof(letters) &&
	       text_format(out_path, size, "%s/.laporan-%016llx.part", folder, letters);
}

/* Never in the place of another file. A file system that cannot rename so is given an empty file
 * first, which takes the name. */
static bool take_name(const char *part, const char *path)
{
	if (renameat2(AT_FDCWD, part, AT_FDCWD, path, RENAME_NOREPLACE) == 0) {
		return true;
	}
	if (errno != EINVAL && errno != ENOSYS) {
		return false;
	}
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (file < 0) {
		return false;
	}
	close(file);
	if (rename(part, path) == 0) {
		return true;
	}
	int error = errno;
	(void)unlink(path);
	errno = error;
	return false;
}

static enum result name_part(const char *part, enum report_format format, const char *folder,
	const struct report *report, char *out_path, size_t size)
{
	for (int number = 1; number <= NAMES; number++) {
		if (!make_path(out_path, size, folder, format, report, number)) {
			return RESULT_FILE_FAILED;
		}
		if (take_name(part, out_path)) {
			return RESULT_OK;
		}
		if (errno != EEXIST) {
			return failed(out_path, "rename");
		}
	}
	log_error("report", "%s: %d reports of these days are there", folder, NAMES);
	return RESULT_FILE_NAMES;
}

/* Nor is one there that may be gone with the stick. */
static enum result sync_named(const char *folder, const char *path)
{
	enum result result = sync_folder(folder);
	if (result != RESULT_OK) {
		(void)unlink(path);
	}
	return result;
}

enum result report_save_new(enum report_format format, const char *folder,
	const struct report_file *file, char *out_path, size_t size)
{
	char part[PLACE_SIZE];
	enum result result = RESULT_FILE_FAILED;
	if (make_part(part, sizeof(part), folder)) {
		result = write_part(format, part, file);
		if (result == RESULT_OK) {
			result = name_part(part, format, folder, file->report, out_path, size);
		}
		if (result == RESULT_OK) {
			result = sync_named(folder, out_path);
		}
		if (result != RESULT_OK) {
			(void)unlink(part);
		}
	}
	if (result != RESULT_OK) {
		text_copy(out_path, size, folder);
	}
	return result;
}
