#include "app/console/form.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

/* As a person asks: how old, since a child is not asked more; who, from where, how to be reached,
 * what for. */
#define ITEM(n)                                                                                    \
	GUEST_DATA_NEEDED + (n), GUEST_DATA_LEVEL + (n), GUEST_DATA_PERIOD + (n),                  \
		GUEST_DATA_REGION + (n), GUEST_DATA_FROM + (n), GUEST_DATA_UNTIL + (n),            \
		GUEST_DATA_NATIONAL + (n)
static const int order[] = {FORM_SERVICE, GUEST_AGE_BAND, GUEST_BIRTH_YEAR, GUEST_NAME,
	GUEST_INSTITUTION, GUEST_INSTITUTION_KIND, GUEST_INSTITUTION_KIND_OTHER, GUEST_EMAIL,
	GUEST_PHONE, GUEST_ADDRESS, GUEST_SEX, GUEST_EDUCATION, GUEST_OCCUPATION,
	GUEST_OCCUPATION_OTHER, GUEST_DISABILITY, GUEST_DISABILITY_KIND, GUEST_OFFICE_PURPOSE,
	GUEST_OFFICE_PURPOSE_OTHER, GUEST_PURPOSE, GUEST_PURPOSE_OTHER, GUEST_DTSEN,
	GUEST_DTSEN_OTHER, GUEST_SERVICES_USED, GUEST_MEDIA, GUEST_MEDIA_OTHER, ITEM(0), ITEM(1),
	ITEM(2), ITEM(3), ITEM(4), GUEST_NEEDS, GUEST_PARTY_MALE, GUEST_PARTY_FEMALE, FORM_REASON};
#undef ITEM
_Static_assert(sizeof(order) / sizeof(order[0]) == FORM_PLACES, "every place is in the order");

static const char *const reason_names[FORM_REASONS] = {
	[FORM_NO_REASON] = "completed",
	[FORM_TYPO] = "typo",
	[FORM_CHOICE] = "choice",
	[FORM_VISITOR] = "visitor",
};

static bool is_field(int place)
{
	return place < GUEST_FIELDS;
}

static const struct office_service *service_of(const struct form *form, const struct office *office)
{
	return form->service < 0 ? NULL : &office->services[form->service];
}

/* ---- what is there ---- */

static bool is_same(const struct form *form, enum guest_field field)
{
	size_t size;
	struct guest *now = (struct guest *)(uintptr_t)&form->guest;
	struct guest *was = (struct guest *)(uintptr_t)&form->before;
	const char *text = guest_text(now, field, &size);
	return text == NULL ? *guest_code(now, field) == *guest_code(was, field)
			    : strcmp(text, guest_text(was, field, &size)) == 0;
}

/* Whether something that stood there is another now. */
static bool is_replaced(const struct form *form)
{
	for (int i = 0; form->kind == FORM_CORRECT && i < GUEST_FIELDS; i++) {
		enum guest_field field = (enum guest_field)i;
		if (!guest_is_empty(&form->before, field) && !is_same(form, field)) {
			return true;
		}
	}
	return false;
}

static bool is_changed(const struct form *form)
{
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (!is_same(form, (enum guest_field)i)) {
			return true;
		}
	}
	return form->kind == FORM_HELP && form->service >= 0;
}

static bool is_there(const struct form *form, const struct office *office, int place)
{
	const struct office_service *service = service_of(form, office);
	if (place == FORM_SERVICE) {
		return form->kind == FORM_HELP;
	}
	if (place == FORM_REASON) {
		return is_replaced(form);
	}
	return service != NULL && guest_is_asked((enum guest_field)place, service, &form->guest);
}

/* ---- opening and closing ---- */

void form_open_help(struct form *form, const struct office *office, int64_t help)
{
	*form = (struct form){.kind = FORM_HELP, .id = help, .service = -1, .place = FORM_SERVICE};
	if (form_options(form, office, FORM_SERVICE) == 1) {
		form_choose(form, office, 0);
	}
}

void form_open_ticket(struct form *form, const struct office *office, const struct ticket *ticket,
	const struct guest *guest)
{
	int places[FORM_PLACES];
	*form = (struct form){.kind = guest == NULL ? FORM_SIGN : FORM_CORRECT,
		.id = ticket->id,
		.service = ticket->service};
	text_copy(form->number, sizeof(form->number), ticket->number);
	if (guest != NULL) {
		form->guest = form->before = *guest;
	}
	int count = form_places(form, office, places);
	form->place = count > 0 ? places[0] : FORM_REASON;
	if (guest != NULL && is_there(form, office, GUEST_NAME)) {
		form->place = GUEST_NAME; /* what is put right most */
	}
	/* What is missing is what the clerk came for. */
	for (int i = 0; i < count; i++) {
		if (form_misses(form, office, places[i])) {
			form->place = places[i];
			return;
		}
	}
}

void form_close(struct form *form)
{
	memory_wipe(form, sizeof(*form));
}

/* ---- its places ---- */

int form_places(const struct form *form, const struct office *office, int out_places[FORM_PLACES])
{
	int count = 0;
	for (int i = 0; i < FORM_PLACES; i++) {
		if (is_there(form, office, order[i])) {
			out_places[count++] = order[i];
		}
	}
	return count;
}

bool form_misses(const struct form *form, const struct office *office, int place)
{
	const struct office_service *service = service_of(form, office);
	if (place == FORM_SERVICE) {
		return form->service < 0;
	}
	if (place == FORM_REASON) {
		return form->reason == FORM_NO_REASON;
	}
	enum guest_field field = (enum guest_field)place;
	return service != NULL && guest_is_required(field, service, &form->guest) &&
	       guest_is_empty(&form->guest, field);
}

/* ---- options ---- */

static int count_services(const struct office *office)
{
	int count = 0;
	for (int i = 0; i < office->service_count; i++) {
		count += !office->services[i].reception;
	}
	return count;
}

int form_options(const struct form *form, const struct office *office, int place)
{
	(void)form;
	if (place == FORM_SERVICE) {
		return count_services(office);
	}
	if (place == FORM_REASON) {
		return FORM_REASONS - 1;
	}
	struct guest_choice choices[GUEST_CHOICES];
	return guest_choices(office, (enum guest_field)place, choices);
}

int form_option(const struct form *form, const struct office *office, int place, int index)
{
	(void)form;
	if (place != FORM_SERVICE) {
		return place == FORM_REASON ? index + 1 : index;
	}
	int service = 0;
	for (; service < office->service_count; service++) {
		if (!office->services[service].reception && index-- == 0) {
			break;
		}
	}
	return service;
}

/* The code of the `index`th option at a place that has so many. */
static int code_at(const struct office *office, enum guest_field field, int index)
{
	struct guest_choice choices[GUEST_CHOICES];
	return index < guest_choices(office, field, choices) ? choices[index].code : 0;
}

bool form_is_chosen(const struct form *form, const struct office *office, int place, int index)
{
	int option = form_option(form, office, place, index);
	if (place == FORM_SERVICE) {
		return form->service == option;
	}
	if (place == FORM_REASON) {
		return (int)form->reason == option;
	}
	enum guest_field field = (enum guest_field)place;
	int code = *guest_code((struct guest *)(uintptr_t)&form->guest, field);
	int own = code_at(office, field, index);
	return guest_field_is_set(field) ? (code & own) != 0 : code == own;
}

const char *form_reason_name(enum form_reason reason)
{
	return reason_names[reason];
}

const char *form_reason_code(const struct form *form)
{
	return reason_names[is_replaced(form) ? form->reason : FORM_NO_REASON];
}

/* ---- what the clerk does ---- */

static void check_place(struct form *form, const struct office *office, int year)
{
	const struct office_service *service = service_of(form, office);
	if (!is_field(form->place) || service == NULL) {
		return;
	}
	enum guest_field field = (enum guest_field)form->place;
	size_t size;
	char *text = guest_text(&form->guest, field, &size);
	if (text != NULL) {
		text_trim(text);
	}
	/* What is missing is told at the end, not on the way. */
	enum result result = guest_check_field(&form->guest, field, service, year);
	form->faults[field] = result == RESULT_FIELD_REQUIRED ? RESULT_OK : result;
}

void form_focus(struct form *form, const struct office *office, int place, int year)
{
	form->leaving = false;
	check_place(form, office, year);
	if (place >= 0 && place < FORM_PLACES && is_there(form, office, place)) {
		form->place = place;
	}
}

void form_move(struct form *form, const struct office *office, int by, int year)
{
	int places[FORM_PLACES];
	int count = form_places(form, office, places), at = 0;
	for (int i = 0; i < count; i++) {
		at = places[i] == form->place ? i : at;
	}
	if (count > 0) {
		form_focus(form, office, places[(at + by + count) % count], year);
	}
}

static void change(struct form *form)
{
	form->leaving = false;
	form->faults[form->place] = RESULT_OK;
}

static void type_count(struct form *form, const char *text)
{
	int *count = guest_code(&form->guest, (enum guest_field)form->place);
	for (; *text >= '0' && *text <= '9'; text++) {
		int next = *count * 10 + (*text - '0');
		*count = next > GUEST_PARTY_MAX ? *count : next;
	}
}

void form_type(struct form *form, const struct office *office, const char *text)
{
	size_t size;
	char *own = is_field(form->place)
			    ? guest_text(&form->guest, (enum guest_field)form->place, &size)
			    : NULL;
	change(form);
	if (own != NULL) {
		size_t used = strlen(own);
		/* Whole characters only: what does not fit is not half written. */
		if (used + strlen(text) < size &&
			text_check(text, strlen(text), size) == RESULT_OK) {
			text_copy(own + used, size - used, text);
		} else {
			form->faults[form->place] = RESULT_TEXT_LONG;
		}
		return;
	}
	if (form_options(form, office, form->place) == 0) {
		type_count(form, text);
	} else if (text[0] >= '0' && text[0] <= '9') {
		form_choose(form, office, text[0] == '0' ? 9 : text[0] - '1');
	}
}

void form_erase(struct form *form)
{
	size_t size;
	change(form);
	if (!is_field(form->place)) {
		return;
	}
	enum guest_field field = (enum guest_field)form->place;
	char *text = guest_text(&form->guest, field, &size);
	if (text == NULL) {
		int *code = guest_code(&form->guest, field);
		*code = guest_options(field) == NULL ? *code / 10 : 0;
	} else if (text[0] != '\0') {
		text[strlen(text) - text_last_size(text)] = '\0';
	}
}

/* Another service asks otherwise; what it does not ask is kept until the form is saved. */
void form_choose(struct form *form, const struct office *office, int index)
{
	if (index < 0 || index >= form_options(form, office, form->place)) {
		return;
	}
	int option = form_option(form, office, form->place, index);
	change(form);
	if (form->place == FORM_SERVICE) {
		form->service = option;
	} else if (form->place == FORM_REASON) {
		form->reason = (enum form_reason)option;
	} else {
		enum guest_field field = (enum guest_field)form->place;
		int *code = guest_code(&form->guest, field);
		int own = code_at(office, field, index);
		*code = guest_field_is_set(field) ? *code ^ own : own;
	}
}

void form_step(struct form *form, const struct office *office, int by)
{
	int count = form_options(form, office, form->place), at = by > 0 ? -1 : count;
	if (count == 0) {
		size_t size;
		enum guest_field field = (enum guest_field)form->place;
		if (guest_text(&form->guest, field, &size) == NULL) {
			int *code = guest_code(&form->guest, field);
			int next = *code + by;
			change(form);
			*code = next < 0 || next > GUEST_PARTY_MAX ? *code : next;
		}
		return;
	}
	if (is_field(form->place) && guest_field_is_set((enum guest_field)form->place)) {
		return; /* several go together: by their numbers */
	}
	for (int i = 0; i < count; i++) {
		at = form_is_chosen(form, office, form->place, i) ? i : at;
	}
	form_choose(form, office, (at + by + count) % count);
}

bool form_check(struct form *form, const struct office *office, int year)
{
	int places[FORM_PLACES], wrong = -1, missing = -1;
	int count = form_places(form, office, places);
	check_place(form, office, year);
	for (int i = count - 1; i >= 0; i--) {
		int place = places[i];
		enum result result = RESULT_OK;
		if (form_misses(form, office, place)) {
			result = RESULT_FIELD_REQUIRED;
			missing = place;
		} else if (is_field(place)) {
			result = guest_check_field(&form->guest, (enum guest_field)place,
				&office->services[form->service], year);
		}
		bool must = !is_field(place) || result != RESULT_FIELD_REQUIRED;
		wrong = result != RESULT_OK && must ? place : wrong;
		form->faults[place] = result;
	}
	bool may = wrong < 0 && (missing < 0 || form->warned);
	form->warned = form->warned || (wrong < 0 && missing >= 0);
	if (!may) {
		form->place = wrong >= 0 ? wrong : missing;
	}
	return may;
}

bool form_leave(struct form *form)
{
	bool may = form->leaving || !is_changed(form);
	form->leaving = true;
	return may;
}
