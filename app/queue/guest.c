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
#define OF_ITEMS(first, kind, list, ...)                                                          \
	[first] = kind(list[0] __VA_ARGS__), [(first) + 1] = kind(list[1] __VA_ARGS__),           \
	[(first) + 2] = kind(list[2] __VA_ARGS__), [(first) + 3] = kind(list[3] __VA_ARGS__),     \
	[(first) + 4] = kind(list[4] __VA_ARGS__)
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
	[GUEST_OFFICE_PURPOSE] = CODE(office_purpose),
	[GUEST_OFFICE_PURPOSE_OTHER] = TEXT(office_purpose_other),
	[GUEST_MEDIA] = CODE(media),
	[GUEST_MEDIA_OTHER] = TEXT(media_other),
	[GUEST_SERVICES_USED] = CODE(services_used),
	[GUEST_DISABILITY] = CODE(disability),
	[GUEST_DISABILITY_KIND] = CODE(disability_kind),
	OF_ITEMS(GUEST_DATA_NEEDED, TEXT, data_needed, ),
	OF_ITEMS(GUEST_DATA_LEVEL, CODE, items, .level),
	OF_ITEMS(GUEST_DATA_PERIOD, CODE, items, .period),
	OF_ITEMS(GUEST_DATA_REGION, TEXT, items, .region),
	OF_ITEMS(GUEST_DATA_FROM, TEXT, items, .from),
	OF_ITEMS(GUEST_DATA_UNTIL, TEXT, items, .until),
	OF_ITEMS(GUEST_DATA_NATIONAL, CODE, items, .national),
	[GUEST_NEEDS] = CODE(needs),
	[GUEST_PARTY_MALE] = CODE(party_male),
	[GUEST_PARTY_FEMALE] = CODE(party_female),
};
#undef TEXT
#undef CODE
#undef OF_ITEMS
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

bool guest_is_personal(enum guest_field field)
{
	return places[field].size > 0 || field == GUEST_DISABILITY ||
	       field == GUEST_DISABILITY_KIND;
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

bool guest_wants_other(const struct guest *guest, enum guest_field choice)
{
	const int code = *guest_code(readable(guest), choice);
	for (const struct guest_option *option = guest_options(choice);
		option != NULL && option->code != 0; option++) {
		if (option->other) {
			return guest_field_is_set(choice) ? (code & option->code) != 0
							  : code == option->code;
		}
	}
	return false;
}

bool guest_is_child(const struct guest *guest)
{
	enum { UNDER_17 = 1 };
	return guest->age_band == UNDER_17;
}

bool guest_is_grown(enum guest_field field)
{
	switch (field) {
	case GUEST_NAME:
	case GUEST_INSTITUTION:
	case GUEST_INSTITUTION_KIND:
	case GUEST_INSTITUTION_KIND_OTHER:
	case GUEST_EMAIL:
	case GUEST_PHONE:
	case GUEST_ADDRESS:
	case GUEST_DISABILITY:
	case GUEST_DISABILITY_KIND: return true;
	default: return false;
	}
}

/* Of an item of data that is there, or the next one. */
static bool is_item_asked(enum guest_field field, const struct guest *guest)
{
	enum { NATIONAL_MOST = 4 }; /* state bodies, ministries, security, local government */
	const int item = guest_field_item(field);
	if (guest_field_lead(field) == GUEST_DATA_NEEDED) {
		return item == 0 ||
		       !guest_is_empty(guest, guest_field_of(GUEST_DATA_NEEDED, item - 1));
	}
	if (guest_is_empty(guest, guest_field_of(GUEST_DATA_NEEDED, item))) {
		return false;
	}
	return guest_field_lead(field) != GUEST_DATA_NATIONAL ||
	       (guest->institution_kind >= 1 && guest->institution_kind <= NATIONAL_MOST);
}

bool guest_is_asked(
	enum guest_field field, const struct office_service *service, const struct guest *guest)
{
	enum guest_field lead = guest_field_lead(field);
	if (guest_asked(service, field) == GUEST_NO ||
		(guest_is_child(guest) && guest_is_grown(field))) {
		return false;
	}
	if (lead == GUEST_INSTITUTION_KIND && guest_asked(service, GUEST_INSTITUTION) != GUEST_NO &&
		guest_is_empty(guest, GUEST_INSTITUTION)) {
		return false;
	}
	if (guest_field_is_other(field)) {
		return guest_wants_other(guest, lead);
	}
	if (field == GUEST_DISABILITY_KIND) {
		enum { YES = 1 };
		return guest->disability == YES;
	}
	if (guest_field_item(field) < 0) {
		return true;
	}
	return (lead == GUEST_DATA_NEEDED || guest_asked(service, GUEST_DATA_NEEDED) != GUEST_NO) &&
	       is_item_asked(field, guest);
}

bool guest_is_required(
	enum guest_field field, const struct office_service *service, const struct guest *guest)
{
	if (!guest_is_asked(field, service, guest)) {
		return false;
	}
	if (guest_field_is_other(field)) {
		return true;
	}
	if (guest_field_lead(field) == GUEST_DATA_FROM && field >= GUEST_DATA_UNTIL) {
		return false; /* one year is enough */
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
			memory_wipe(&guest->items[i], sizeof guest->items[i]);
			continue;
		}
		if (kept < i) {
			text_copy(guest->data_needed[kept], GUEST_NOTE_SIZE, guest->data_needed[i]);
			guest->items[kept] = guest->items[i];
			erase(guest, field);
			memory_wipe(&guest->items[i], sizeof guest->items[i]);
		}
		kept++;
	}
}

/* The age comes first: whether it is a child decides what else is asked. */
static void reckon_age(struct guest *guest, const struct office_service *service, int year)
{
	int64_t born = 0;
	if (guest_asked(service, GUEST_BIRTH_YEAR) == GUEST_NO) {
		return;
	}
	bool known = text_to_int(guest->birth_year, GUEST_BIRTH_MIN, year, &born);
	guest->age_band = known ? guest_age_band((int)born, year) : 0;
}

void guest_keep_asked(struct guest *guest, const struct office_service *service, int year)
{
	const bool reckons = guest_asked(service, GUEST_BIRTH_YEAR) != GUEST_NO;
	close_gaps(guest);
	reckon_age(guest, service, year);
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		const bool reckoned = reckons && field == GUEST_AGE_BAND;
		if (!reckoned && !guest_is_asked(field, service, guest)) {
			erase(guest, field);
		}
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
	/* Whose age is known only now may be a child. */
	for (int i = 0; i < GUEST_FIELDS && guest_is_child(guest); i++) {
		if (guest_is_grown((enum guest_field)i)) {
			erase(guest, (enum guest_field)i);
		}
	}
}

void guest_recall(struct guest *guest, const struct guest *known)
{
	for (int i = 0; i < GUEST_FIELDS; i++) {
		const enum guest_field field = (enum guest_field)i;
		const bool answered = !guest_is_grown(field) && !guest_is_empty(guest, field);
		if (!answered && !guest_is_empty(known, field)) {
			copy_field(guest, known, field);
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
	} else if (guest_asked(service, GUEST_DISABILITY) == GUEST_REQUIRED) {
		text_copy(
			out_why, size, "disability cannot be required: who will not tell need not");
	} else if (service->email_required && guest_asked(service, GUEST_EMAIL) != GUEST_REQUIRED) {
		text_copy(out_why, size, "email_required needs the email");
	} else {
		return true;
	}
	return false;
}
