#include "app/slip/receipt.h"

#include "app/base/text.h"
#include "app/slip/say.h"

static void add_row(struct document *document, const char *label, const char *answer)
{
	char strong[SAY_SIZE + 2];
	text_format(strong, sizeof(strong), "*%s*", answer);
	document_add_pair(document, label, strong)->size = DOCUMENT_LABEL;
}

/* Sentences stand apart. */
static void add_sentence(struct document *document, const char *text)
{
	document_add(document, DOCUMENT_SPACE, NULL)->space = 8;
	document_add_line(document, text, DOCUMENT_BODY, DOCUMENT_MEDIUM);
}

/* What stands on it in place of a number. */
static void add_code(
	struct document *document, const struct language *language, const struct receipt *receipt)
{
	char key[48];
	text_format(key, sizeof(key), "slip.receipt.%s", complaint_kind_name(receipt->kind));
	document_add_line(
		document, language_text(language, key), DOCUMENT_LABEL, DOCUMENT_SEMIBOLD);
	document_add(document, DOCUMENT_NUMBER, receipt->code);
	if (receipt->training) {
		document_add(document, DOCUMENT_BAND, language_text(language, "slip.training"));
		document_add(document, DOCUMENT_SPACE, NULL)->space = 12;
	}
}

static void add_facts(struct document *document, const struct office *office,
	const struct language *language, const struct receipt *receipt, bool narrow)
{
	char key[64], date[SAY_SIZE];
	text_format(
		key, sizeof(key), "slip.receipt.topic.%s", complaint_topic_name(receipt->topic));
	if (narrow) {
		say_short_date(language, office, receipt->filed_ms, date);
	} else {
		say_date(language, office, "date.plain", receipt->filed_ms, date);
	}
	add_row(document, language_text(language, "slip.receipt.about"),
		language_text(language, key));
	add_row(document, language_text(language, "slip.receipt.date"), date);
}

void receipt_write(const struct office *office, const struct language *language,
	enum office_language index, const struct receipt *receipt, int dots,
	struct document *out_document)
{
	enum { NARROW = 480 }; /* look.md §5 "Paper" */
	char text[OFFICE_NAME_SIZE + SAY_SIZE];
	*out_document = (struct document){0};
	document_add_line(out_document, office->name, DOCUMENT_TITLE, DOCUMENT_BOLD);
	document_add_line(out_document, office->unit[index], DOCUMENT_BODY, DOCUMENT_MEDIUM);
	document_add(out_document, DOCUMENT_RULE, NULL);
	add_code(out_document, language, receipt);
	document_add(out_document, DOCUMENT_DASHES, NULL);
	add_facts(out_document, office, language, receipt, dots < NARROW);
	document_add(out_document, DOCUMENT_DASHES, NULL);
	add_sentence(out_document, language_text(language, "slip.receipt.ask"));
	if (office->chat[0] != '\0') {
		language_with(language, "slip.receipt.chat", text, sizeof(text), office->chat);
		add_sentence(out_document, text);
	}
	add_sentence(out_document, language_text(language, "slip.receipt.when"));
	if (office->slip.footer[index][0] != '\0') {
		document_add(out_document, DOCUMENT_RULE, NULL);
		document_add_line(
			out_document, office->slip.footer[index], DOCUMENT_NOTE, DOCUMENT_MEDIUM);
	}
}
