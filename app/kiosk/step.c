#include "app/kiosk/step.h"

/* clang-format off */
static const struct step steps[] = {
	{STEP_TYPE, "kiosk.guest.name_title", 2, {GUEST_NAME, GUEST_INSTITUTION}, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.contact_title", 2, {GUEST_EMAIL, GUEST_PHONE}, STEP_NO_FIELD, NULL},
	{STEP_ROWS, "kiosk.guest.about_title", 3, {GUEST_SEX, GUEST_AGE_BAND, GUEST_EDUCATION},
		STEP_NO_FIELD, NULL},
	{STEP_TILES, "kiosk.guest.occupation_title", 1, {GUEST_OCCUPATION}, GUEST_OCCUPATION_OTHER,
		"kiosk.guest.occupation_other_title"},
	{STEP_TILES, "kiosk.guest.institution_title", 1, {GUEST_INSTITUTION_KIND}, STEP_NO_FIELD, NULL},
	{STEP_TILES, "kiosk.guest.purpose_title", 1, {GUEST_PURPOSE}, GUEST_PURPOSE_OTHER,
		"kiosk.guest.purpose_other_title"},
	{STEP_TYPE, "kiosk.guest.data_title", 1, {GUEST_DATA_NEEDED}, STEP_NO_FIELD, NULL},
	{STEP_NEEDS, "kiosk.guest.needs_title", 3, {GUEST_NEEDS, GUEST_PARTY_MALE, GUEST_PARTY_FEMALE},
		STEP_NO_FIELD, NULL},
};
/* clang-format on */

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

static bool applies(const struct step *step, const struct guest *guest)
{
	return step->fields[0] != GUEST_INSTITUTION_KIND || guest->institution[0] != '\0';
}

int step_count(const struct guest *guest)
{
	int count = 0;
	for (int i = 0; i < STEPS; i++) {
		count += applies(&steps[i], guest);
	}
	return count;
}

const struct step *step_at(const struct guest *guest, int index)
{
	for (int i = 0; i < STEPS; i++) {
		if (applies(&steps[i], guest) && index-- == 0) {
			return &steps[i];
		}
	}
	return NULL;
}

bool step_is_empty(const struct step *step, const struct guest *guest)
{
	struct guest *book = (struct guest *)guest;
	for (int i = 0; i < step->field_count; i++) {
		size_t size;
		const char *text = guest_text(book, step->fields[i], &size);
		const int *code = guest_code(book, step->fields[i]);
		if ((text != NULL && text[0] != '\0') || (code != NULL && *code != 0)) {
			return false;
		}
	}
	return true;
}

bool step_is_optional(
	const struct step *step, const struct guest *guest, const struct office_service *service)
{
	for (int i = 0; i < step->field_count; i++) {
		if (guest_is_required(step->fields[i], service, guest)) {
			return false;
		}
	}
	return true;
}

bool step_wants_other(const struct guest *guest, enum guest_field field)
{
	const int *code = guest_code((struct guest *)guest, field);
	const struct guest_option *option = guest_options(field);
	if (code == NULL || option == NULL) {
		return false;
	}
	for (; option->code != 0; option++) {
		if (option->code == *code) {
			return option->other;
		}
	}
	return false;
}

static const char *required_key(enum guest_field field)
{
	size_t size;
	struct guest none = {0};
	if (field == GUEST_NAME) {
		return "kiosk.error.name";
	}
	if (field == GUEST_EMAIL) {
		return "kiosk.error.email_required";
	}
	return guest_text(&none, field, &size) != NULL ? "kiosk.error.required"
						       : "kiosk.error.choose";
}

const char *step_error_key(enum guest_field field, enum result result)
{
	switch (result) {
	case RESULT_OK: return NULL;
	case RESULT_FIELD_REQUIRED: return required_key(field);
	case RESULT_FIELD_RANGE: return "kiosk.error.range";
	case RESULT_EMAIL_FORM: return "kiosk.error.email";
	case RESULT_PHONE_FORM: return "kiosk.error.phone";
	case RESULT_TEXT_LONG: return "kiosk.error.long";
	default: return "kiosk.error.letter";
	}
}
