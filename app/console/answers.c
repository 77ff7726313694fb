#include "app/console/answers.h"

#include "app/base/text.h"
#include "app/slip/say_choice.h"

#include <string.h>

static void append(char *text, size_t size, const char *between, const char *more)
{
	const size_t used = strlen(text);
	if (more[0] != '\0') {
		text_format(text + used, size - used, "%s%s", used > 0 ? between : "", more);
	}
}

void answers_set(const struct ui *ui, const struct office *office, enum guest_field field, int code,
	char *out_text, size_t size)
{
	struct guest_choice choice;
	out_text[0] = '\0';
	for (unsigned bits = code > 0 ? (unsigned)code : 0; bits != 0; bits &= bits - 1) {
		const int lowest = (int)(bits & -bits);
		if (guest_find_choice(office, field, lowest, &choice)) {
			append(out_text, size, ", ", say_choice(ui->language, &choice));
		}
	}
}

static const char *say_code(
	const struct ui *ui, const struct office *office, enum guest_field field, int code)
{
	struct guest_choice choice;
	return guest_find_choice(office, field, code, &choice) ? say_choice(ui->language, &choice)
							       : "";
}

/* "2020–2024", "2020". */
static void say_years(const struct guest_item *item, char *out_text, size_t size)
{
	const bool span = item->until[0] != '\0' && strcmp(item->from, item->until) != 0;
	text_format(out_text, size, "%s%s%s", item->from, span ? "–" : "", span ? item->until : "");
}

void answers_item(const struct ui *ui, const struct office *office, const struct guest *guest,
	int item, char out_text[ANSWERS_SIZE])
{
	enum { YES = 1, DETAIL_SIZE = ANSWERS_SIZE - GUEST_NOTE_SIZE - 4 };
	const struct guest_item *of = &guest->items[item];
	char detail[DETAIL_SIZE] = "", years[2 * GUEST_YEAR_SIZE + 4];
	say_years(of, years, sizeof(years));
	const char *const parts[] = {say_code(ui, office, GUEST_DATA_LEVEL, of->level),
		say_code(ui, office, GUEST_DATA_PERIOD, of->period), of->region, years,
		of->national == YES ? ui_say(ui, "console.guest.national") : ""};
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		append(detail, sizeof(detail), " \u00b7 ", parts[i]);
	}
	text_copy(out_text, ANSWERS_SIZE, guest->data_needed[item]);
	if (out_text[0] != '\0' && detail[0] != '\0') {
		const size_t used = strlen(out_text);
		text_format(out_text + used, ANSWERS_SIZE - used, " (%s)", detail);
	}
}

/* "Lainnya: warung internet". */
static void add_other(char *text, const char *typed)
{
	append(text, ANSWERS_SIZE, ": ", typed);
}

bool answers_more(const struct ui *ui, const struct office *office, const struct guest *guest,
	int index, const char **out_key, char out_text[ANSWERS_SIZE])
{
	static const char *const keys[ANSWERS_MORE] = {"console.form.field.office_purpose",
		"console.form.field.services_used", "console.form.field.media",
		"console.form.field.disability"};
	*out_key = keys[index];
	out_text[0] = '\0';
	switch (index) {
	case 0:
		append(out_text, ANSWERS_SIZE, "",
			say_code(ui, office, GUEST_OFFICE_PURPOSE, guest->office_purpose));
		add_other(out_text, guest->office_purpose_other);
		break;
	case 1:
		answers_set(ui, office, GUEST_SERVICES_USED, guest->services_used, out_text,
			ANSWERS_SIZE);
		break;
	case 2:
		answers_set(ui, office, GUEST_MEDIA, guest->media, out_text, ANSWERS_SIZE);
		add_other(out_text, guest->media_other);
		break;
	default:
		append(out_text, ANSWERS_SIZE, "",
			say_code(ui, office, GUEST_DISABILITY, guest->disability));
		add_other(out_text,
			say_code(ui, office, GUEST_DISABILITY_KIND, guest->disability_kind));
		break;
	}
	return out_text[0] != '\0';
}
