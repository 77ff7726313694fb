#include "app/kiosk/step.h"

/* clang-format off */
/* Who it is, then how old: turned round where the age is asked (whole_step). */
static const struct step steps[] = {
	{STEP_TYPE, "kiosk.guest.name_title", "kiosk.guest.from_title", 2,
		{GUEST_NAME, GUEST_INSTITUTION}, 0, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.contact_title", NULL, 2, {GUEST_EMAIL, GUEST_PHONE}, 0, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.address_title", NULL, 1, {GUEST_ADDRESS}, 0, STEP_NO_FIELD, NULL},
	{STEP_ROWS, "kiosk.guest.about_title", NULL, 3, {GUEST_SEX, GUEST_AGE_BAND, GUEST_EDUCATION}, 0,
		STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.birth_year_title", NULL, 1, {GUEST_BIRTH_YEAR}, 0, STEP_NO_FIELD, NULL},
	{STEP_ROWS, "kiosk.guest.disability_title", NULL, 2, {GUEST_DISABILITY, GUEST_DISABILITY_KIND}, 0,
		STEP_NO_FIELD, NULL},
	{STEP_TILES, "kiosk.guest.occupation_title", NULL, 1, {GUEST_OCCUPATION}, 0,
		GUEST_OCCUPATION_OTHER, "kiosk.guest.occupation_other_title"},
	{STEP_TILES, "kiosk.guest.institution_title", NULL, 1, {GUEST_INSTITUTION_KIND}, 0,
		GUEST_INSTITUTION_KIND_OTHER, "kiosk.guest.institution_kind_other_title"},
	{STEP_TILES, "kiosk.guest.office_purpose_title", NULL, 1, {GUEST_OFFICE_PURPOSE}, 0,
		GUEST_OFFICE_PURPOSE_OTHER, "kiosk.guest.office_purpose_other_title"},
	{STEP_TILES, "kiosk.guest.purpose_title", NULL, 1, {GUEST_PURPOSE}, 0,
		GUEST_PURPOSE_OTHER, "kiosk.guest.purpose_other_title"},
	{STEP_TILES, "kiosk.guest.dtsen_title", NULL, 1, {GUEST_DTSEN}, 0,
		GUEST_DTSEN_OTHER, "kiosk.guest.dtsen_other_title"},
	{STEP_TILES, "kiosk.guest.services_used_title", NULL, 1, {GUEST_SERVICES_USED}, 0, STEP_NO_FIELD, NULL},
	{STEP_TILES, "kiosk.guest.media_title", NULL, 1, {GUEST_MEDIA}, 0,
		GUEST_MEDIA_OTHER, "kiosk.guest.media_other_title"},
	{STEP_TYPE, "kiosk.guest.data_title", NULL, 1, {GUEST_DATA_NEEDED}, 0, STEP_NO_FIELD, NULL},
};

/* After them, of each item of data in turn. */
static const struct step of_item[] = {
	{STEP_ROWS, "kiosk.guest.item_title", NULL, 3,
		{GUEST_DATA_LEVEL, GUEST_DATA_PERIOD, GUEST_DATA_NATIONAL}, 0, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.item_title", NULL, 1, {GUEST_DATA_REGION}, 0, STEP_NO_FIELD, NULL},
	{STEP_TYPE, "kiosk.guest.item_title", NULL, 2, {GUEST_DATA_FROM, GUEST_DATA_UNTIL}, 0,
		STEP_NO_FIELD, NULL},
};

static const struct step last = {STEP_NEEDS, "kiosk.guest.needs_title", "kiosk.guest.party", 3,
	{GUEST_NEEDS, GUEST_PARTY_MALE, GUEST_PARTY_FEMALE}, 0, STEP_NO_FIELD, NULL};
/* clang-format on */

enum {
	NAMED_STEPS = 3, /* the first ones: name, contact, address */
	AGED_STEPS = 2,  /* behind them */
	FIRST_STEPS = sizeof(steps) / sizeof(steps[0]),
	ITEM_STEPS = sizeof(of_item) / sizeof(of_item[0]),
	STEPS = FIRST_STEPS + GUEST_ITEMS * ITEM_STEPS + 1,
};

static bool asks_age(const struct office_service *service)
{
	return guest_asked(service, GUEST_AGE_BAND) != GUEST_NO ||
	       guest_asked(service, GUEST_BIRTH_YEAR) != GUEST_NO;
}

/* All steps that there can be, one after another. Who is under 17 leaves no name or contact: where
 * the age is asked, it comes first, so that no child types them. */
static struct step whole_step(int place, const struct office_service *service)
{
	enum { TURNED = NAMED_STEPS + AGED_STEPS };
	if (place < TURNED && asks_age(service)) {
		return steps[(place + NAMED_STEPS) % TURNED];
	}
	if (place < FIRST_STEPS) {
		return steps[place];
	}
	if (place == STEPS - 1) {
		return last;
	}
	struct step step = of_item[(place - FIRST_STEPS) % ITEM_STEPS];
	step.item = (place - FIRST_STEPS) / ITEM_STEPS;
	for (int i = 0; i < step.field_count; i++) {
		step.fields[i] = guest_field_of(step.fields[i], step.item);
	}
	return step;
}

/* Step `place` of all without the fields that are not asked; false when none is left. */
static bool narrow(int place, const struct office_service *service, const struct guest *guest,
	struct step *out_step)
{
	const struct step whole = whole_step(place, service);
	*out_step = whole;
	out_step->field_count = 0;
	for (int i = 0; i < whole.field_count; i++) {
		if (guest_is_asked(whole.fields[i], service, guest)) {
			out_step->fields[out_step->field_count++] = whole.fields[i];
		}
	}
	if (whole.rest != NULL && out_step->fields[0] != whole.fields[0]) {
		out_step->title = whole.rest;
	}
	return out_step->field_count > 0;
}

int step_count(const struct office_service *service, const struct guest *guest)
{
	struct step step;
	int count = 0;
	for (int i = 0; i < STEPS; i++) {
		count += narrow(i, service, guest, &step);
	}
	return count;
}

struct step step_at(const struct office_service *service, const struct guest *guest, int index)
{
	struct step step, found = steps[0];
	for (int i = 0; i < STEPS && index >= 0; i++) {
		if (narrow(i, service, guest, &step)) {
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

int step_find(
	const struct office_service *service, const struct guest *guest, enum guest_field field)
{
	struct step step;
	int index = 0;
	for (int i = 0; i < STEPS; i++) {
		if (!narrow(i, service, guest, &step)) {
			continue;
		}
		if (step_has(&step, field)) {
			return index;
		}
		index++;
	}
	return -1;
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
	case RESULT_DATA_YEAR: return "kiosk.error.data_year";
	case RESULT_TEXT_LONG: return "kiosk.error.long";
	default: return "kiosk.error.letter";
	}
}
