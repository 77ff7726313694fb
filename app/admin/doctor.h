#ifndef APP_ADMIN_DOCTOR_H
#define APP_ADMIN_DOCTOR_H

#include "app/admin/output.h"
#include "drivers/rights.h"

/* What the files of `giliran doctor` have in common: the report that each adds its lines to. */
enum finding { FINE, WARN, BROKEN };

enum { DOCTOR_LINE_SIZE = PLACE_SIZE + 256 };

struct report {
	struct admin *admin;
	struct rights_user user; /* whose rights to devices are looked at */
	json_t *checks;
	json_t *devices;
	bool broken;
};

/* The words for a finding and for what was looked at, in the language of the terminal. */
const char *doctor_finding(const struct report *report, enum finding finding);
const char *doctor_what(const struct report *report, const char *what);

/* "ok", "warn" or "broken". */
const char *doctor_finding_name(enum finding finding);

/* Adds one line: what was looked at, how it is, and in words what to do. */
void doctor_find(struct report *report, const char *what, enum finding finding, const char *text);

#define doctor_find_text(report, what, finding, key, ...)                                          \
	do {                                                                                       \
		char line_[DOCTOR_LINE_SIZE];                                                      \
		doctor_find(report, what, finding,                                                 \
			language_with((report)->admin->language, key, line_, sizeof line_,         \
				__VA_ARGS__));                                                     \
	} while (0)

/* Why a result is no good: its sentence of the .po files, and a detail in brackets. */
void doctor_find_result(
	struct report *report, const char *what, enum result result, const char *detail);

/* What the screens' programs last said of their devices; the store is open. */
void doctor_check_reported(struct report *report);

/* The clips that calls are put together from; the store is open. */
void doctor_check_voice(struct report *report);

/* The devices named on the command line: asked directly. */
void doctor_check_named(struct report *report);

/* Everything that is plugged in. */
void doctor_check_plugged(struct report *report);

#endif
