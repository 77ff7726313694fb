/* The option lists as an office offers them: ours, in its words, with its own among them. */
#include "app/base/text.h"
#include "app/queue/guest.h"

enum {
	OWN_MOST = 10, /* of one list: a page or two of them is all that anybody reads */
	ROW_MOST = 12, /* in all, of a list that stands in a row */
};

static const struct office_option *find_own(
	const struct office *office, enum guest_field field, int code)
{
	for (int i = 0; i < office->option_count; i++) {
		const struct office_option *own = &office->options[i];
		if (own->field == field && own->code == code) {
			return own;
		}
	}
	return NULL;
}

static struct guest_choice choice_of(
	const struct office *office, enum guest_field field, const struct guest_option *option)
{
	return (struct guest_choice){
		option->code, option->other, option->key, find_own(office, field, option->code)};
}

static struct guest_choice choice_of_own(const struct office_option *own)
{
	return (struct guest_choice){own->code, false, NULL, own};
}

static bool is_own_code(enum guest_field field, int code)
{
	if (guest_field_is_set(field)) {
		return (code & GUEST_OWN_BITS) == code && code > 0 && (code & (code - 1)) == 0;
	}
	return code >= GUEST_OWN_MIN && code <= GUEST_OWN_MAX;
}

static int add_own(const struct office *office, enum guest_field field,
	struct guest_choice out_choices[static GUEST_CHOICES], int count)
{
	for (int i = 0; i < office->option_count && count < GUEST_CHOICES - 1; i++) {
		const struct office_option *own = &office->options[i];
		if (own->field == field && !own->hidden && is_own_code(field, own->code)) {
			out_choices[count++] = choice_of_own(own);
		}
	}
	return count;
}

int guest_choices(const struct office *office, enum guest_field field,
	struct guest_choice out_choices[static GUEST_CHOICES])
{
	const struct guest_option *option = guest_options(field);
	int count = 0;
	bool added = false;
	for (; option != NULL && option->code != 0; option++) {
		if (option->other) {
			count = add_own(office, field, out_choices, count);
			added = true;
		}
		const struct guest_choice choice = choice_of(office, field, option);
		if (count < GUEST_CHOICES && (choice.own == NULL || !choice.own->hidden)) {
			out_choices[count++] = choice;
		}
	}
	return added ? count : add_own(office, field, out_choices, count);
}

bool guest_find_choice(const struct office *office, enum guest_field field, int code,
	struct guest_choice *out_choice)
{
	const struct guest_option *option = guest_find_option(field, code);
	const struct office_option *own = find_own(office, field, code);
	if (option != NULL) {
		*out_choice = choice_of(office, field, option);
	} else if (own != NULL) {
		*out_choice = choice_of_own(own);
	}
	return option != NULL || own != NULL;
}

int guest_survey_code(const struct office *office, enum guest_field field, int code)
{
	const struct office_option *own =
		is_own_code(field, code) ? find_own(office, field, code) : NULL;
	const int counted = own != NULL && own->survey != 0 ? own->survey : code;
	return field == GUEST_EDUCATION ? guest_education_level(counted) : counted;
}

/* ---- whether it is right ---- */

/* How many options of its own an office may add to a list: none where the survey's is complete. */
static int own_most(enum guest_field field)
{
	int count = 0;
	for (const struct guest_option *option = guest_options(field); option->code != 0;
		option++) {
		count++;
	}
	switch (field) {
	case GUEST_SEX:
	case GUEST_AGE_BAND:
	case GUEST_DISABILITY:
	case GUEST_DATA_NATIONAL: return 0;
	case GUEST_EDUCATION:
	case GUEST_DISABILITY_KIND:
	case GUEST_DATA_LEVEL:
	case GUEST_DATA_PERIOD: return ROW_MOST - count;
	default: return OWN_MOST;
	}
}

static int count_own(const struct office *office, int before, enum guest_field field)
{
	int count = 0;
	for (int i = 0; i < before; i++) {
		const struct office_option *own = &office->options[i];
		count += own->field == field && is_own_code(field, own->code);
	}
	return count;
}

static bool has_words(const struct office_option *option)
{
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		if (option->label[i][0] == '\0') {
			return false;
		}
	}
	return true;
}

static const char *code_fault(const struct office *office, int place)
{
	const struct office_option *option = &office->options[place];
	if (find_own(office, option->field, option->code) != option) {
		return "is there twice";
	}
	if (guest_find_option(option->field, option->code) != NULL) {
		return NULL;
	}
	if (!is_own_code(option->field, option->code)) {
		return guest_field_is_set(option->field)
			       ? "is none of the list's; the office's own are 256, 512, … 16384"
			       : "is none of the list's; the office's own are 101 to 199";
	}
	const int most = own_most(option->field);
	if (most == 0) {
		return "is none of the list's, which takes no others";
	}
	return count_own(office, place, option->field) < most
		       ? NULL
		       : "is one too many of the office's own for this list";
}

static const char *survey_fault(const struct office_option *option)
{
	if (!is_own_code(option->field, option->code)) {
		return option->survey == 0 ? NULL : "is only said of an option of the office's own";
	}
	return guest_find_option(option->field, option->survey) != NULL
		       ? NULL
		       : "must be the code of the list's that it counts as in the survey";
}

/* Buttons break lines between words only. */
static bool has_long_word(const char *text, size_t most)
{
	size_t length = 0;
	for (; *text != '\0'; text++) {
		length = *text == ' ' ? 0 : length + 1;
		if (length > most) {
			return true;
		}
	}
	return false;
}

static const char *words_fault(const struct office_option *option)
{
	enum { LABEL_WORD = 24, BRIEF_WORD = 14 };
	const bool row = own_most(option->field) < OWN_MOST;
	if (is_own_code(option->field, option->code) && !has_words(option)) {
		return "must say what it is called, in both languages";
	}
	for (int i = 0; i < OFFICE_LANGUAGES; i++) {
		const bool brief = option->brief[i][0] != '\0' || !row;
		const char *narrow = brief ? option->brief[i] : option->label[i];
		if (has_long_word(option->label[i], LABEL_WORD) ||
			has_long_word(narrow, BRIEF_WORD)) {
			return "has a word too long for a button: 24 letters, 14 in short";
		}
	}
	return NULL;
}

bool guest_check_option(
	const struct office *office, int place, const char **out_key, char *out_why, size_t size)
{
	const struct office_option *option = &office->options[place];
	const char *why = code_fault(office, place);
	*out_key = "code";
	if (why == NULL) {
		*out_key = "survey";
		why = survey_fault(option);
	}
	if (why == NULL) {
		*out_key = "id";
		why = words_fault(option);
	}
	text_copy(out_why, size, why != NULL ? why : "");
	return why == NULL;
}

bool guest_check_lists(const struct office *office, char *out_why, size_t size)
{
	struct guest_choice choices[GUEST_CHOICES];
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		if (guest_options(field) != NULL && guest_field_lead(field) == field &&
			guest_choices(office, field, choices) == 0) {
			text_format(out_why, size, "%s leaves nothing to choose",
				guest_field_name(field));
			return false;
		}
	}
	return true;
}

/* ---- what was answered ---- */

static bool is_listed(const struct office *office, enum guest_field field, int code)
{
	struct guest_choice choice;
	if (!guest_field_is_set(field)) {
		return code == 0 || guest_find_choice(office, field, code, &choice);
	}
	for (int bit = 1; bit <= code; bit <<= 1) {
		if ((code & bit) != 0 && !guest_find_choice(office, field, bit, &choice)) {
			return false;
		}
	}
	return true;
}

bool guest_check_choices(const struct office *office, const struct guest *guest)
{
	/* The accessor serves screens that write; here nothing is written. */
	struct guest *readable = (struct guest *)(uintptr_t)guest;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		if (guest_options(field) != NULL &&
			!is_listed(office, field, *guest_code(readable, field))) {
			return false;
		}
	}
	return true;
}
