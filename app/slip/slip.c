#include "app/slip/slip.h"

#include "app/base/text.h"
#include "app/slip/say.h"

static void add_space(struct document *document, int dots)
{
	document_add(document, DOCUMENT_SPACE, NULL)->space = dots;
}

static void add_number(struct document *document, const struct language *language,
	const struct desk_slip *slip, const char *service)
{
	document_add_line(document, language_text(language, "slip.number"), DOCUMENT_LABEL,
		DOCUMENT_SEMIBOLD);
	document_add(document, DOCUMENT_NUMBER, slip->ticket.number);
	if (slip->again) {
		document_add(document, DOCUMENT_BAND, language_text(language, "slip.again"));
	}
	if (slip->training) {
		document_add(document, DOCUMENT_BAND, language_text(language, "slip.training"));
	}
	if (slip->test) {
		document_add(document, DOCUMENT_BAND, language_text(language, "slip.test"));
	}
	if (slip->again || slip->training || slip->test) {
		add_space(document, 12);
	}
	struct document_item *name =
		document_add_line(document, service, DOCUMENT_TITLE, DOCUMENT_BOLD);
	name->heart = slip->ticket.priority != TICKET_ORDINARY;
}

static void add_appointment(struct document *document, const struct office *office,
	const struct language *language, const struct ticket *ticket)
{
	char text[SAY_APPOINTMENT_SIZE];
	if (say_appointment(language, office, ticket, text)[0] != '\0') {
		document_add_line(document, text, DOCUMENT_BODY, DOCUMENT_MEDIUM);
	}
}

/* A label and its answer on a line of their own. */
static void add_row(struct document *document, const char *label, const char *answer)
{
	char strong[SAY_SIZE + 2];
	text_format(strong, sizeof(strong), "*%s*", answer);
	document_add_pair(document, label, strong)->size = DOCUMENT_LABEL;
}

/* Two columns of figures; in rows where the paper, or an answer in words, is not for that. */
static void add_expectation(struct document *document, const struct office *office,
	const struct language *language, const struct desk_slip *slip, bool narrow)
{
	const struct say_span span = {slip->low_ms, slip->high_ms};
	char people[SAY_SIZE], hours[SAY_SIZE];
	say_people(language, slip->ahead, people);
	say_expected(language, office, slip->ticket.issued_ms, span, hours);
	if (narrow || say_call_of(office, slip->ticket.issued_ms, span) < SAY_SOON) {
		add_row(document, language_text(language, "slip.ahead"), people);
		add_row(document, language_short(language, "slip.expected"), hours);
		return;
	}
	struct document_item *labels = document_add_pair(document,
		language_text(language, "slip.ahead"), language_text(language, "slip.expected"));
	labels->size = DOCUMENT_NOTE;
	struct document_item *figures = document_add_pair(document, people, hours);
	figures->size = DOCUMENT_FIGURE;
	figures->weight = DOCUMENT_BOLD;
}

static void add_promise(
	struct document *document, const struct language *language, const struct ticket *ticket)
{
	char minutes[16], text[OFFICE_TEXT_SIZE];
	if (ticket->target_s == 0) {
		return;
	}
	text_format(minutes, sizeof(minutes), "%d", ticket->target_s / 60);
	language_with(language, "slip.promise", text, sizeof(text), minutes);
	document_add_line(document, text, DOCUMENT_BODY, DOCUMENT_MEDIUM);
}

static void add_date(struct document *document, const struct office *office,
	const struct language *language, const struct ticket *ticket, bool narrow)
{
	char date[SAY_SIZE], hour[SAY_SIZE], text[3 * SAY_SIZE];
	if (narrow) {
		say_short_date(language, office, ticket->issued_ms, date);
	} else {
		say_date(language, office, "date.full", ticket->issued_ms, date);
	}
	say_hour(office, ticket->issued_ms, hour);
	language_with(language, "slip.date", text, sizeof(text), date, hour,
		office_zone_name(office->zone));
	document_add_line(document, text, DOCUMENT_BODY, DOCUMENT_SEMIBOLD);
	if (!narrow && !office->slip.hidden[OFFICE_SLIP_WAIT]) {
		document_add_line(document, language_text(language, "slip.wait"), DOCUMENT_NOTE,
			DOCUMENT_MEDIUM);
	}
}

void slip_code(const struct office *office, const struct language *language,
	enum office_language index, const struct ticket *ticket, char out_text[SLIP_CODE_SIZE])
{
	char date[SAY_SIZE], hour[SAY_SIZE], moment[3 * SAY_SIZE];
	say_date(language, office, "date.full", ticket->issued_ms, date);
	say_hour(office, ticket->issued_ms, hour);
	text_format(
		moment, sizeof(moment), "%s, %s %s", date, hour, office_zone_name(office->zone));
	language_with(language, "slip.code", out_text, SLIP_CODE_SIZE, office->name, ticket->number,
		office->services[ticket->service].name[index], moment);
}

static void add_code(struct document *document, const struct office *office,
	const struct language *language, enum office_language index, const struct ticket *ticket,
	bool narrow)
{
	char code[SLIP_CODE_SIZE];
	slip_code(office, language, index, ticket, code);
	document_add(document, DOCUMENT_QR, code);
	document_add_line(document,
		narrow ? language_short(language, "slip.scan")
		       : language_text(language, "slip.scan"),
		DOCUMENT_NOTE, DOCUMENT_MEDIUM);
}

void slip_write(const struct office *office, const struct language *language,
	enum office_language index, const struct desk_slip *slip, int dots,
	const struct document_picture *logo, struct document *out_document)
{
	enum { NARROW = 480 }; /* look.md §5 "Paper" */
	const bool narrow = dots < NARROW;
	const struct office_service *service = &office->services[slip->ticket.service];
	const bool *hidden = office->slip.hidden;
	*out_document = (struct document){0};
	if (logo != NULL) {
		document_add(out_document, DOCUMENT_PICTURE, NULL)->picture = logo;
	}
	document_add_line(out_document, office->name, DOCUMENT_TITLE, DOCUMENT_BOLD);
	document_add_line(out_document, office->unit[index], DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(out_document, DOCUMENT_RULE, NULL);
	add_number(out_document, language, slip,
		narrow ? service->short_name[index] : service->name[index]);
	add_appointment(out_document, office, language, &slip->ticket);
	document_add(out_document, DOCUMENT_DASHES, NULL);
	if (!hidden[OFFICE_SLIP_EXPECTATION]) {
		add_expectation(out_document, office, language, slip, narrow);
		document_add(out_document, DOCUMENT_DASHES, NULL);
	}
	if (!hidden[OFFICE_SLIP_PROMISE]) {
		add_promise(out_document, language, &slip->ticket);
	}
	add_space(out_document, 16);
	if (!hidden[OFFICE_SLIP_CODE]) {
		add_code(out_document, office, language, index, &slip->ticket, narrow);
	}
	if (slip->code[0] != '\0' && !hidden[OFFICE_SLIP_WITHDRAW]) {
		add_row(out_document,
			narrow ? language_short(language, "slip.cancel")
			       : language_text(language, "slip.cancel"),
			slip->code);
	}
	document_add(out_document, DOCUMENT_RULE, NULL);
	add_date(out_document, office, language, &slip->ticket, narrow);
	if (office->slip.footer[index][0] != '\0') {
		document_add_line(
			out_document, office->slip.footer[index], DOCUMENT_NOTE, DOCUMENT_MEDIUM);
	}
}
