#include "app/queue/guest.h"
#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

/* Where an answer lies in struct guest; size 0 = a code. */
struct place {
	size_t offset;
	size_t size;
};

/* clang-format off */
#define TEXT(member) {offsetof(struct guest, member), sizeof(((struct guest *)NULL)->member)}
#define CODE(member) {offsetof(struct guest, member), 0}
static const struct place places[GUEST_FIELDS] = {
	[GUEST_NAME] = TEXT(name),
	[GUEST_INSTITUTION] = TEXT(institution),
	[GUEST_EMAIL] = TEXT(email),
	[GUEST_PHONE] = TEXT(phone),
	[GUEST_ADDRESS] = TEXT(address),
	[GUEST_SEX] = CODE(sex),
	[GUEST_AGE_BAND] = CODE(age_band),
	[GUEST_BIRTH_YEAR] = TEXT(birth_year),
	[GUEST_EDUCATION] = CODE(education),
	[GUEST_OCCUPATION] = CODE(occupation),
	[GUEST_OCCUPATION_OTHER] = TEXT(occupation_other),
	[GUEST_INSTITUTION_KIND] = CODE(institution_kind),
	[GUEST_INSTITUTION_KIND_OTHER] = TEXT(institution_kind_other),
	[GUEST_PURPOSE] = CODE(purpose),
	[GUEST_PURPOSE_OTHER] = TEXT(purpose_other),
	[GUEST_DTSEN] = CODE(dtsen),
	[GUEST_DTSEN_OTHER] = TEXT(dtsen_other),
	[GUEST_DATA_NEEDED] = TEXT(data_needed[0]),
	[GUEST_DATA_NEEDED_2] = TEXT(data_needed[1]),
	[GUEST_DATA_NEEDED_3] = TEXT(data_needed[2]),
	[GUEST_DATA_NEEDED_4] = TEXT(data_needed[3]),
	[GUEST_DATA_NEEDED_5] = TEXT(data_needed[4]),
	[GUEST_NEEDS] = CODE(needs),
	[GUEST_PARTY_MALE] = CODE(party_male),
	[GUEST_PARTY_FEMALE] = CODE(party_female),
};
#undef TEXT
#undef CODE
/* clang-format on */

_Static_assert(GUEST_DATA_NEEDED_5 - GUEST_DATA_NEEDED + 1 == GUEST_ITEMS,
	"there is a field for each item of data");

char *guest_text(struct guest *guest, enum guest_field field, size_t *out_size)
{
	*out_size = places[field].size;
	return places[field].size > 0 ? (char *)guest + places[field].offset : NULL;
}

int *guest_code(struct guest *guest, enum guest_field field)
{
	void *place = (char *)guest + places[field].offset;
	return places[field].size == 0 ? place : NULL;
}

/* The accessors serve screens that write; here nothing is written. */
static struct guest *readable(const struct guest *guest)
{
	return (struct guest *)(uintptr_t)guest;
}

bool guest_is_empty(const struct guest *guest, enum guest_field field)
{
	size_t size;
	const char *text = guest_text(readable(guest), field, &size);
	if (text == NULL) {
		return *guest_code(readable(guest), field) == 0;
	}
	/* A field filled to the brim by mistake must not be read past its end. */
	for (size_t i = 0; i < size && text[i] != '\0'; i++) {
		if (text[i] != ' ') {
			return false;
		}
	}
	return true;
}

/* ---- what is asked ---- */

enum guest_ask guest_asked(const struct office_service *service, enum guest_field field)
{
	enum guest_field lead = guest_field_lead(field);
	enum guest_ask said = service->asks[lead];
	if (said != GUEST_USUAL) {
		return said;
	}
	if (lead == GUEST_EMAIL && service->email_required) {
		return GUEST_REQUIRED;
	}
	if (lead == GUEST_AGE_BAND && service->asks[GUEST_BIRTH_YEAR] > GUEST_NO) {
		return GUEST_NO;
	}
	return guest_usual(lead);
}

static bool is_other_chosen(const struct guest *guest, enum guest_field choice)
{
	const struct guest_option *option =
		guest_find_option(choice, *guest_code(readable(guest), choice));
	return option != NULL && option->other;
}

static bool is_other_text(enum guest_field field)
{
	return field == GUEST_OCCUPATION_OTHER || field == GUEST_INSTITUTION_KIND_OTHER ||
	       field == GUEST_PURPOSE_OTHER || field == GUEST_DTSEN_OTHER;
}

bool guest_is_asked(
	enum guest_field field, const struct office_service *service, const struct guest *guest)
{
	enum guest_field lead = guest_field_lead(field);
	if (guest_asked(service, field) == GUEST_NO) {
		return false;
	}
	if (lead == GUEST_INSTITUTION_KIND && guest_asked(service, GUEST_INSTITUTION) != GUEST_NO &&
		guest_is_empty(guest, GUEST_INSTITUTION)) {
		return false;
	}
	if (is_other_text(field)) {
		return is_other_chosen(guest, lead);
	}
	if (field > GUEST_DATA_NEEDED && field <= GUEST_DATA_NEEDED_5) {
		return !guest_is_empty(guest, (enum guest_field)(field - 1));
	}
	return true;
}

bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest)
{
	if (!guest_is_asked(field, service, guest)) {
		return false;
	}
	if (is_other_text(field)) {
		return true;
	}
	if (field > GUEST_DATA_NEEDED && field <= GUEST_DATA_NEEDED_5) {
		return false;
	}
	return guest_asked(service, field) == GUEST_REQUIRED;
}

/* ---- keeping ---- */

static void erase(struct guest *guest, enum guest_field field)
{
	size_t size;
	char *text = guest_text(guest, field, &size);
	if (text != NULL) {
		memory_wipe(text, size);
	} else {
		*guest_code(guest, field) = 0;
	}
}

static void close_gaps(struct guest *guest)
{
	int kept = 0;
	for (int i = 0; i < GUEST_ITEMS; i++) {
		enum guest_field field = (enum guest_field)(GUEST_DATA_NEEDED + i);
		if (guest_is_empty(guest, field)) {
			erase(guest, field);
			continue;
		}
		if (kept < i) {
			text_copy(guest->data_needed[kept], GUEST_NOTE_SIZE, guest->data_needed[i]);
			erase(guest, field);
		}
		kept++;
	}
}

void guest_keep_asked(struct guest *guest, const struct office_service *service, int year)
{
	int64_t born = 0;
	close_gaps(guest);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (!guest_is_asked((enum guest_field)i, service, guest)) {
			erase(guest, (enum guest_field)i);
		}
	}
	if (text_to_int(guest->birth_year, GUEST_BIRTH_MIN, year, &born)) {
		guest->age_band = guest_age_band((int)born, year);
	}
}

static void copy_field(struct guest *guest, const struct guest *from, enum guest_field field)
{
	size_t size;
	char *text = guest_text(guest, field, &size);
	if (text != NULL) {
		memcpy(text, guest_text(readable(from), field, &size), size);
	} else {
		*guest_code(guest, field) = *guest_code(readable(from), field);
	}
}

void guest_keep_stored(struct guest *guest, const struct guest *stored,
	const struct office_service *service, bool fills)
{
	bool reckoned = guest_asked(service, GUEST_BIRTH_YEAR) != GUEST_NO;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		bool other = guest_asked(service, field) == GUEST_NO &&
			     !(reckoned && field == GUEST_AGE_BAND);
		if (other || (fills && !guest_is_empty(stored, field))) {
			copy_field(guest, stored, field);
		}
	}
}

void guest_wipe(struct guest *guest)
{
	memory_wipe(guest, sizeof *guest);
}

/* ---- an office's switches ---- */

bool guest_check_switches(const struct office_service *service, char *out_why, size_t size)
{
	bool asks = false;
	for (int i = 0; i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		bool follows = guest_field_lead(field) != field;
		if (service->asks[i] >= GUEST_ASKS ||
			(follows && service->asks[i] != GUEST_USUAL)) {
			text_format(out_why, size, "%s is not asked so", guest_field_name(field));
			return false;
		}
		asks = asks || guest_asked(service, field) != GUEST_NO;
	}
	if (!asks) {
		text_copy(out_why, size, "nothing is asked");
	} else if (guest_asked(service, GUEST_AGE_BAND) != GUEST_NO &&
		   guest_asked(service, GUEST_BIRTH_YEAR) != GUEST_NO) {
		text_copy(out_why, size, "age_band and birth_year are not asked together");
	} else if (guest_asked(service, GUEST_NEEDS) == GUEST_REQUIRED) {
		text_copy(out_why, size, "needs cannot be required, since none is an answer");
	} else if (service->email_required && guest_asked(service, GUEST_EMAIL) != GUEST_REQUIRED) {
		text_copy(out_why, size, "email_required needs the email");
	} else {
		return true;
	}
	return false;
}
