#include "app/slip/appointment.h"

#include "app/base/text.h"
#include "app/slip/say.h"

/* What a scanner at the kiosk types for an appointment (app/kiosk/scan.c). */
#define SCANNED "JANJI:"

static void add_row(struct document *document, const char *label, const char *answer)
{
	char strong[OFFICE_NAME_SIZE + SAY_SIZE];
	text_format(strong, sizeof(strong), "*%s*", answer);
	document_add_pair(document, label, strong)->size = DOCUMENT_LABEL;
}

static void add_head(struct document *document, const struct office *office,
	const struct language *language, enum office_language index,
	const struct appointment_slip *slip)
{
	document_add_line(document, office->name, DOCUMENT_TITLE, DOCUMENT_BOLD);
	document_add_line(document, office->unit[index], DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(document, DOCUMENT_RULE, NULL);
	document_add_line(document, language_text(language, "slip.appointment"), DOCUMENT_LABEL,
		DOCUMENT_SEMIBOLD);
	document_add(document, DOCUMENT_NUMBER, slip->code);
	if (slip->training) {
		document_add(document, DOCUMENT_BAND, language_text(language, "slip.training"));
		document_add(document, DOCUMENT_SPACE, NULL)->space = 12;
	}
}

static void add_facts(struct document *document, const struct office *office,
	const struct language *language, enum office_language index,
	const struct appointment_slip *slip, bool narrow)
{
	char date[SAY_SIZE], hour[SAY_SIZE], moment[2 * SAY_SIZE];
	const struct office_service *service = &office->services[slip->service];
	if (narrow) {
		say_short_date(language, office, slip->at_ms, date);
	} else {
		say_date(language, office, "date.full", slip->at_ms, date);
	}
	say_hour(office, slip->at_ms, hour);
	text_format(moment, sizeof(moment), "%s %s", hour, office_zone_name(office->zone));
	add_row(document, language_text(language, "slip.appointment.service"),
		narrow ? service->short_name[index] : service->name[index]);
	add_row(document, language_text(language, "slip.appointment.day"), date);
	add_row(document, language_text(language, "slip.appointment.hour"), moment);
}

void appointment_write(const struct office *office, const struct language *language,
	enum office_language index, const struct appointment_slip *slip, int dots,
	struct document *out_document)
{
	enum { NARROW = 480 }; /* look.md §5 "Paper" */
	char code[sizeof(SCANNED) + DESK_CODE_SIZE];
	*out_document = (struct document){0};
	add_head(out_document, office, language, index, slip);
	document_add(out_document, DOCUMENT_DASHES, NULL);
	add_facts(out_document, office, language, index, slip, dots < NARROW);
	document_add(out_document, DOCUMENT_DASHES, NULL);
	text_format(code, sizeof(code), SCANNED "%s", slip->code);
	document_add(out_document, DOCUMENT_SPACE, NULL)->space = 16;
	document_add(out_document, DOCUMENT_QR, code);
	document_add_line(out_document, language_text(language, "slip.appointment.scan"),
		DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(out_document, DOCUMENT_SPACE, NULL)->space = 8;
	document_add_line(out_document, language_text(language, "slip.appointment.until"),
		DOCUMENT_BODY, DOCUMENT_MEDIUM);
	if (office->slip.footer[index][0] != '\0') {
		document_add(out_document, DOCUMENT_RULE, NULL);
		document_add_line(
			out_document, office->slip.footer[index], DOCUMENT_NOTE, DOCUMENT_MEDIUM);
	}
}
