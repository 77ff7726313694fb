#include "app/report/save.h"

#include "app/base/log.h"
#include "app/base/place.h"
#include "app/base/text.h"
#include "app/report/csv.h"
#include "app/report/xlsx.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { NAMES = 99 };

static const char *const endings[REPORT_FORMATS] = {"xlsx", "csv"};

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

/* Through to the disk: a stick is pulled out as soon as it is said to be there. */
static enum result write_csv(const char *path, const struct report *report,
	const struct office *office, const struct language *language)
{
	FILE *file = fopen(path, "we");
	if (file == NULL) {
		return failed(path, "open");
	}
	csv_write(file, report, office, language);
	bool right = fflush(file) == 0 && ferror(file) == 0 && fsync(fileno(file)) == 0;
	enum result result = right ? RESULT_OK : failed(path, "write");
	if (fclose(file) != 0 && right) {
		result = failed(path, "close");
	}
	return result;
}

static enum result write_xlsx(const char *path, const struct report *report,
	const struct office *office, const struct language *language)
{
	/* What the library does not tell apart: whether a file can be made there at all. */
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (file < 0) {
		return failed(path, "open");
	}
	enum result result = xlsx_write(path, report, office, language);
	close(file);
	file = open(path, O_RDONLY | O_CLOEXEC);
	if (result == RESULT_OK && (file < 0 || fsync(file) != 0)) {
		result = failed(path, "write");
	}
	if (file >= 0) {
		close(file);
	}
	return result;
}

enum result report_save(enum report_format format, const char *path, const struct report *report,
	const struct office *office, const struct language *language)
{
	char part[PLACE_SIZE];
	if (!text_format(part, sizeof(part), "%s.part", path)) {
		return RESULT_FILE_FAILED;
	}
	enum result result = format == REPORT_CSV ? write_csv(part, report, office, language)
						  : write_xlsx(part, report, office, language);
	if (result == RESULT_OK && rename(part, path) != 0) {
		result = failed(path, "rename");
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

/* Takes the first name that is free by an empty file, so that no other console takes it as well. */
static enum result claim(enum report_format format, const char *folder, const struct report *report,
	char *out_path, size_t size)
{
	for (int number = 1; number <= NAMES; number++) {
		if (!make_path(out_path, size, folder, format, report, number)) {
			return RESULT_FILE_FAILED;
		}
		int file = open(out_path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (file >= 0) {
			close(file);
			return RESULT_OK;
		}
		if (errno != EEXIST) {
			return failed(out_path, "open");
		}
	}
	log_error("report", "%s: %d reports of these days are there", folder, NAMES);
	return RESULT_FILE_NAMES;
}

enum result report_save_new(enum report_format format, const char *folder,
	const struct report *report, const struct office *office, const struct language *language,
	char *out_path, size_t size)
{
	enum result result = claim(format, folder, report, out_path, size);
	if (result == RESULT_OK) {
		result = report_save(format, out_path, report, office, language);
		if (result != RESULT_OK) {
			(void)unlink(out_path);
		}
	}
	if (result != RESULT_OK) {
		text_copy(out_path, size, folder);
	}
	return result;
}
