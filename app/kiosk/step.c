#include "app/kiosk/step.h"

/* clang-format off */
static const struct step steps[] = {
	{STEP_TYPE, "kiosk.guest.name_title", "kiosk.guest.from_title", 2,
		{GUEST_NAME, GUEST_INSTITUTION}, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.contact_title", NULL, 2, {GUEST_EMAIL, GUEST_PHONE}, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.address_title", NULL, 1, {GUEST_ADDRESS}, STEP_NO_FIELD, NULL},
	{STEP_ROWS, "kiosk.guest.about_title", NULL, 3, {GUEST_SEX, GUEST_AGE_BAND, GUEST_EDUCATION},
		STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.birth_year_title", NULL, 1, {GUEST_BIRTH_YEAR}, STEP_NO_FIELD, NULL},
	{STEP_TILES, "kiosk.guest.occupation_title", NULL, 1, {GUEST_OCCUPATION},
		GUEST_OCCUPATION_OTHER, "kiosk.guest.occupation_other_title"},
	{STEP_TILES, "kiosk.guest.institution_title", NULL, 1, {GUEST_INSTITUTION_KIND},
		GUEST_INSTITUTION_KIND_OTHER, "kiosk.guest.institution_kind_other_title"},
	{STEP_TILES, "kiosk.guest.purpose_title", NULL, 1, {GUEST_PURPOSE},
		GUEST_PURPOSE_OTHER, "kiosk.guest.purpose_other_title"},
	{STEP_TILES, "kiosk.guest.dtsen_title", NULL, 1, {GUEST_DTSEN},
		GUEST_DTSEN_OTHER, "kiosk.guest.dtsen_other_title"},
	{STEP_TYPE, "kiosk.guest.data_title", NULL, 1, {GUEST_DATA_NEEDED}, STEP_NO_FIELD, NULL},
	{STEP_NEEDS, "kiosk.guest.needs_title", "kiosk.guest.party", 3,
		{GUEST_NEEDS, GUEST_PARTY_MALE, GUEST_PARTY_FEMALE}, STEP_NO_FIELD, NULL},
};
/* clang-format on */

enum { STEPS = sizeof(steps) / sizeof(steps[0]) };

/* The step without the fields that are not asked; false when none is left. */
static bool narrow(const struct step *whole, const struct office_service *service,
	const struct guest *guest, struct step *out_step)
{
	*out_step = *whole;
	out_step->field_count = 0;
	for (int i = 0; i < whole->field_count; i++) {
		if (guest_is_asked(whole->fields[i], service, guest)) {
			out_step->fields[out_step->field_count++] = whole->fields[i];
		}
	}
	if (whole->rest != NULL && out_step->fields[0] != whole->fields[0]) {
		out_step->title = whole->rest;
	}
	return out_step->field_count > 0;
}

int step_count(const struct office_service *service, const struct guest *guest)
{
	struct step step;
	int count = 0;
	for (int i = 0; i < STEPS; i++) {
		count += narrow(&steps[i], service, guest, &step);
	}
	return count;
}

struct step step_at(const struct office_service *service, const struct guest *guest, int index)
{
	struct step step, found = steps[0];
	for (int i = 0; i < STEPS && index >= 0; i++) {
		if (narrow(&steps[i], service, guest, &step)) {
			found = step;
			index--;
		}
	}
	return found;
}

bool step_has(const struct step *step, enum guest_field field)
{
	for (int i = 0; i < step->field_count; i++) {
		if (step->fields[i] == field) {
			return true;
		}
	}
	return false;
}

bool step_is_empty(const struct step *step, const struct guest *guest)
{
	for (int i = 0; i < step->field_count; i++) {
		if (!guest_is_empty(guest, step->fields[i])) {
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
	const struct guest_option *option = code != NULL ? guest_find_option(field, *code) : NULL;
	return option != NULL && option->other;
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
	if (field == GUEST_PARTY_MALE || field == GUEST_PARTY_FEMALE) {
		return "kiosk.error.range";
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
	case RESULT_EMAIL_SIGN: return "kiosk.error.email_sign";
	case RESULT_PHONE_FORM: return "kiosk.error.phone";
	case RESULT_NAME_FORM: return "kiosk.error.name_form";
	case RESULT_YEAR_FORM: return "kiosk.error.year";
	case RESULT_TEXT_LONG: return "kiosk.error.long";
	default: return "kiosk.error.letter";
	}
}
