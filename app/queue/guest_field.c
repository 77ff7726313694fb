#include "app/queue/guest_field.h"

#include <stddef.h>
#include <string.h>

/* A field that says nothing of `usual` follows `lead`. */
struct field {
	const char *name;
	const char *switch_name; /* NULL = the name */
	enum guest_ask usual;
	enum guest_field lead;
};

/* clang-format off */
#define OF_ITEMS(first, name, switch_name, usual, lead)                                           \
	[first] = {name, switch_name, usual, lead},                                               \
	[(first) + 1] = {name "_2", NULL, GUEST_USUAL, lead},                                     \
	[(first) + 2] = {name "_3", NULL, GUEST_USUAL, lead},                                     \
	[(first) + 3] = {name "_4", NULL, GUEST_USUAL, lead},                                     \
	[(first) + 4] = {name "_5", NULL, GUEST_USUAL, lead}
static const struct field fields[GUEST_FIELDS] = {
	[GUEST_NAME] = {"name", NULL, GUEST_REQUIRED, GUEST_NAME},
	[GUEST_INSTITUTION] = {"institution", NULL, GUEST_OPTIONAL, GUEST_INSTITUTION},
	[GUEST_EMAIL] = {"email", NULL, GUEST_OPTIONAL, GUEST_EMAIL},
	[GUEST_PHONE] = {"phone", NULL, GUEST_OPTIONAL, GUEST_PHONE},
	[GUEST_ADDRESS] = {"address", NULL, GUEST_NO, GUEST_ADDRESS},
	[GUEST_SEX] = {"sex", NULL, GUEST_REQUIRED, GUEST_SEX},
	[GUEST_AGE_BAND] = {"age_band", NULL, GUEST_REQUIRED, GUEST_AGE_BAND},
	[GUEST_BIRTH_YEAR] = {"birth_year", NULL, GUEST_NO, GUEST_BIRTH_YEAR},
	[GUEST_EDUCATION] = {"education", NULL, GUEST_REQUIRED, GUEST_EDUCATION},
	[GUEST_OCCUPATION] = {"occupation", NULL, GUEST_REQUIRED, GUEST_OCCUPATION},
	[GUEST_OCCUPATION_OTHER] = {"occupation_other", NULL, GUEST_USUAL, GUEST_OCCUPATION},
	[GUEST_INSTITUTION_KIND] = {"institution_kind", NULL, GUEST_OPTIONAL, GUEST_INSTITUTION_KIND},
	[GUEST_INSTITUTION_KIND_OTHER] = {"institution_kind_other", NULL, GUEST_USUAL,
		GUEST_INSTITUTION_KIND},
	[GUEST_PURPOSE] = {"purpose", NULL, GUEST_REQUIRED, GUEST_PURPOSE},
	[GUEST_PURPOSE_OTHER] = {"purpose_other", NULL, GUEST_USUAL, GUEST_PURPOSE},
	[GUEST_DTSEN] = {"dtsen", NULL, GUEST_NO, GUEST_DTSEN},
	[GUEST_DTSEN_OTHER] = {"dtsen_other", NULL, GUEST_USUAL, GUEST_DTSEN},
	[GUEST_OFFICE_PURPOSE] = {"office_purpose", NULL, GUEST_NO, GUEST_OFFICE_PURPOSE},
	[GUEST_OFFICE_PURPOSE_OTHER] = {"office_purpose_other", NULL, GUEST_USUAL,
		GUEST_OFFICE_PURPOSE},
	[GUEST_MEDIA] = {"media", NULL, GUEST_NO, GUEST_MEDIA},
	[GUEST_MEDIA_OTHER] = {"media_other", NULL, GUEST_USUAL, GUEST_MEDIA},
	[GUEST_SERVICES_USED] = {"services_used", NULL, GUEST_NO, GUEST_SERVICES_USED},
	[GUEST_DISABILITY] = {"disability", NULL, GUEST_NO, GUEST_DISABILITY},
	[GUEST_DISABILITY_KIND] = {"disability_kind", NULL, GUEST_USUAL, GUEST_DISABILITY},
	OF_ITEMS(GUEST_DATA_NEEDED, "data_needed", NULL, GUEST_OPTIONAL, GUEST_DATA_NEEDED),
	OF_ITEMS(GUEST_DATA_LEVEL, "data_level", NULL, GUEST_NO, GUEST_DATA_LEVEL),
	OF_ITEMS(GUEST_DATA_PERIOD, "data_period", NULL, GUEST_NO, GUEST_DATA_PERIOD),
	OF_ITEMS(GUEST_DATA_REGION, "data_region", NULL, GUEST_NO, GUEST_DATA_REGION),
	OF_ITEMS(GUEST_DATA_FROM, "data_from", "data_years", GUEST_NO, GUEST_DATA_FROM),
	OF_ITEMS(GUEST_DATA_UNTIL, "data_until", NULL, GUEST_USUAL, GUEST_DATA_FROM),
	OF_ITEMS(GUEST_DATA_NATIONAL, "data_national", NULL, GUEST_NO, GUEST_DATA_NATIONAL),
	[GUEST_NEEDS] = {"needs", NULL, GUEST_OPTIONAL, GUEST_NEEDS},
	[GUEST_PARTY_MALE] = {"party_male", "party", GUEST_OPTIONAL, GUEST_PARTY_MALE},
	[GUEST_PARTY_FEMALE] = {"party_female", NULL, GUEST_USUAL, GUEST_PARTY_MALE},
};
#undef OF_ITEMS
/* clang-format on */
_Static_assert(GUEST_ITEMS == 5, "OF_ITEMS names as many");

static const char *const ask_names[GUEST_ASKS] = {"usual", "no", "optional", "required"};

const char *guest_field_name(enum guest_field field)
{
	return fields[field].name;
}

bool guest_find_field(const char *name, enum guest_field *out_field)
{
	for (int field = 0; field < GUEST_FIELDS; field++) {
		if (strcmp(fields[field].name, name) == 0) {
			*out_field = (enum guest_field)field;
			return true;
		}
	}
	return false;
}

enum guest_field guest_field_lead(enum guest_field field)
{
	return fields[field].lead;
}

int guest_field_item(enum guest_field field)
{
	const int at = (int)field - GUEST_DATA_NEEDED;
	return at < 0 || field >= GUEST_NEEDS ? -1 : at % GUEST_ITEMS;
}

enum guest_field guest_field_first(enum guest_field field)
{
	const int item = guest_field_item(field);
	return item > 0 ? guest_field_of(field, -item) : field;
}

enum guest_field guest_field_of(enum guest_field first, int item)
{
	return (enum guest_field)((int)first + item);
}

bool guest_field_is_other(enum guest_field field)
{
	switch (field) {
	case GUEST_OCCUPATION_OTHER:
	case GUEST_INSTITUTION_KIND_OTHER:
	case GUEST_PURPOSE_OTHER:
	case GUEST_DTSEN_OTHER:
	case GUEST_OFFICE_PURPOSE_OTHER:
	case GUEST_MEDIA_OTHER: return true;
	default: return false;
	}
}

bool guest_field_is_set(enum guest_field field)
{
	return field == GUEST_NEEDS || field == GUEST_MEDIA || field == GUEST_SERVICES_USED;
}

const char *guest_switch_name(enum guest_field field)
{
	const struct field *entry = &fields[field];
	if (entry->lead != field) {
		return NULL;
	}
	return entry->switch_name != NULL ? entry->switch_name : entry->name;
}

bool guest_find_switch(const char *name, enum guest_field *out_field)
{
	for (int field = 0; field < GUEST_FIELDS; field++) {
		const char *known = guest_switch_name((enum guest_field)field);
		if (known != NULL && strcmp(known, name) == 0) {
			*out_field = (enum guest_field)field;
			return true;
		}
	}
	return false;
}

enum guest_ask guest_usual(enum guest_field field)
{
	return fields[field].usual;
}

const char *guest_ask_name(enum guest_ask ask)
{
	return ask_names[ask];
}

bool guest_ask_find(const char *name, enum guest_ask *out_ask)
{
	for (int ask = GUEST_NO; ask < GUEST_ASKS; ask++) {
		if (strcmp(ask_names[ask], name) == 0) {
			*out_ask = (enum guest_ask)ask;
			return true;
		}
	}
	return false;
}
