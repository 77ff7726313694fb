#include "app/kiosk/book.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

static enum keyboard_layout layout_of(enum guest_field field)
{
	switch (field) {
	case GUEST_NAME:
	case GUEST_ADDRESS: return KEYBOARD_NAME;
	case GUEST_EMAIL: return KEYBOARD_EMAIL;
	case GUEST_PHONE: return KEYBOARD_PHONE;
	case GUEST_BIRTH_YEAR: return KEYBOARD_DIGITS;
	default:
		return guest_field_lead(field) == GUEST_DATA_FROM ? KEYBOARD_DIGITS : KEYBOARD_TEXT;
	}
}

struct step book_step(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	struct step step = step_at(journey_service(journey, lobby), &visit->guest, visit->step);
	if (step.fields[0] == GUEST_DATA_NEEDED) {
		step.fields[0] = (enum guest_field)(GUEST_DATA_NEEDED + visit->item);
	}
	return step;
}

static int count_items(const struct guest *guest)
{
	int count = 0;
	while (count < GUEST_ITEMS &&
		!guest_is_empty(guest, (enum guest_field)(GUEST_DATA_NEEDED + count))) {
		count++;
	}
	return count;
}

static bool is_of_data(const struct step *step)
{
	return guest_field_lead(step->fields[0]) == GUEST_DATA_NEEDED;
}

bool book_has_more(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	return is_of_data(&step) && visit->item + 1 < count_items(&visit->guest);
}

bool book_may_add(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	return is_of_data(&step) && visit->item + 1 < GUEST_ITEMS &&
	       visit->item + 1 == count_items(&visit->guest);
}

int book_items(const struct journey *journey, const struct lobby *lobby)
{
	const struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	if (!is_of_data(&step)) {
		return 0;
	}
	int count = count_items(&visit->guest);
	return count > visit->item ? count : visit->item + 1;
}

static void focus_field(struct visit *visit, enum guest_field field)
{
	size_t size;
	const char *text = guest_text(&visit->guest, field, &size);
	visit->focus = field;
	if (text != NULL) {
		keyboard_start(&visit->keyboard, layout_of(field), text);
	}
}

static void clear_errors(struct visit *visit)
{
	for (int i = 0; i < GUEST_FIELDS; i++) {
		visit->errors[i] = RESULT_OK;
	}
}

/* A party has at least the visitor; whoever answered "sex" is counted in it already. Of a group,
 * whose size is known, nothing is; one too large for the book is counted as far as that goes. */
static void start_party(struct guest *guest, int group)
{
	const struct guest_option *sex = guest_options(GUEST_SEX);
	if (group > 2 * GUEST_PARTY_MAX) {
		guest->party_male = guest->party_female = GUEST_PARTY_MAX;
	} else if (group > 0) {
		return;
	} else if (guest->party_male + guest->party_female == 0 && guest->sex != 0) {
		guest->party_male = guest->sex == sex[0].code;
		guest->party_female = guest->sex != sex[0].code;
	}
}

static void open_screen(struct visit *visit, const struct lobby *lobby)
{
	clear_errors(visit);
	visit->screen_ms = lobby->ticks_ms;
	visit->page = 0;
}

/* The first thing to answer has the keyboard. */
static void open_step(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	open_screen(visit, lobby);
	if (step_has(&step, GUEST_PARTY_MALE)) {
		start_party(&visit->guest, visit->ways.party);
	}
	enum guest_field first = step.fields[0];
	size_t size;
	for (int i = step.field_count - 1; i >= 0; i--) {
		const char *text = guest_text(&visit->guest, step.fields[i], &size);
		if (text != NULL && text[0] == '\0') {
			first = step.fields[i];
		}
	}
	focus_field(visit, first);
}

static void open_item(struct journey *journey, const struct lobby *lobby, int item)
{
	journey->visit.item = item;
	open_step(journey, lobby);
}

void book_open(struct journey *journey, const struct lobby *lobby, int index)
{
	struct visit *visit = &journey->visit;
	visit->step = index;
	visit->item = 0;
	visit->typing_other = false;
	open_step(journey, lobby);
}

static void open_other(struct visit *visit, const struct lobby *lobby, const struct step *step)
{
	visit->typing_other = true;
	open_screen(visit, lobby);
	focus_field(visit, step->other);
}

bool book_back(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->typing_other) {
		book_open(journey, lobby, visit->step);
		return true;
	}
	if (visit->item > 0) {
		open_item(journey, lobby, visit->item - 1);
		return true;
	}
	if (visit->step == 0) {
		return false;
	}
	book_open(journey, lobby, visit->step - 1);
	const struct step step = book_step(journey, lobby);
	int items = is_of_data(&step) ? count_items(&visit->guest) : 0;
	if (items > 1) {
		open_item(journey, lobby, items - 1);
	}
	return true;
}

void book_follow(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->screen != JOURNEY_GUEST) {
		return;
	}
	const struct step step = book_step(journey, lobby);
	int count = step_count(journey_service(journey, lobby), &visit->guest);
	bool typing = step.kind == STEP_TYPE || visit->typing_other;
	bool known =
		visit->typing_other ? step.other == visit->focus : step_has(&step, visit->focus);
	if (visit->step >= count || (typing && !known)) {
		book_open(journey, lobby, visit->step < count ? visit->step : count - 1);
	}
}

static int year_now(const struct lobby *lobby)
{
	struct calendar_local local;
	calendar_split(lobby->office, lobby->now_ms, &local);
	return local.year;
}

/* Checks `field` and notes what is wrong with it. */
static bool check(struct journey *journey, const struct lobby *lobby, enum guest_field field)
{
	struct visit *visit = &journey->visit;
	size_t size;
	char *text = guest_text(&visit->guest, field, &size);
	if (text != NULL) {
		text_trim(text);
	}
	visit->errors[field] = guest_check_field(
		&visit->guest, field, journey_service(journey, lobby), year_now(lobby));
	return visit->errors[field] == RESULT_OK;
}

/* The first `count` fields of the step; the first that is wrong has the keyboard. */
static bool check_fields(
	struct journey *journey, const struct lobby *lobby, const struct step *step, int count)
{
	bool right = true;
	for (int i = count - 1; i >= 0; i--) {
		if (!check(journey, lobby, step->fields[i])) {
			right = false;
			focus_field(&journey->visit, step->fields[i]);
		}
	}
	return right;
}

static bool check_step(struct journey *journey, const struct lobby *lobby, const struct step *step)
{
	return journey->visit.typing_other ? check(journey, lobby, step->other)
					   : check_fields(journey, lobby, step, step->field_count);
}

/* A page is right before it is left: what is wrong would be told on it, unseen from the next. */
static void turn_page(struct journey *journey, const struct lobby *lobby, enum guest_field last)
{
	const struct step step = book_step(journey, lobby);
	int count = 1;
	while (count < step.field_count && step.fields[count - 1] != last) {
		count++;
	}
	if (check_fields(journey, lobby, &step, count)) {
		journey->visit.page++;
	}
}

/* To the next item of data there is, the gap of an emptied one being closed; false after the last.
 */
static bool next_item(struct journey *journey, const struct lobby *lobby, const struct step *step)
{
	struct visit *visit = &journey->visit;
	const struct office_service *service = journey_service(journey, lobby);
	bool emptied = guest_is_empty(&visit->guest, step->fields[0]);
	guest_keep_asked(&visit->guest, service, year_now(lobby));
	int next = emptied ? visit->item : visit->item + 1;
	if (!is_of_data(step) || next >= count_items(&visit->guest)) {
		return false;
	}
	open_item(journey, lobby, next);
	return true;
}

bool book_continue(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	if (!check_step(journey, lobby, &step)) {
		return false;
	}
	if (!visit->typing_other && step.other != STEP_NO_FIELD &&
		guest_wants_other(&visit->guest, step.fields[0])) {
		open_other(visit, lobby, &step);
		return false;
	}
	if (next_item(journey, lobby, &step)) {
		return false;
	}
	if (visit->step + 1 < step_count(journey_service(journey, lobby), &visit->guest)) {
		book_open(journey, lobby, visit->step + 1);
		return false;
	}
	return true;
}

static void add_item(struct journey *journey, const struct lobby *lobby)
{
	enum guest_field field = (enum guest_field)(GUEST_DATA_NEEDED + journey->visit.item);
	if (book_may_add(journey, lobby) && check(journey, lobby, field)) {
		open_item(journey, lobby, journey->visit.item + 1);
	}
}

static void choose(
	struct journey *journey, const struct lobby *lobby, enum guest_field field, int value)
{
	struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	int *code = guest_code(&visit->guest, field);
	visit->errors[field] = RESULT_OK;
	if (guest_field_is_set(field)) {
		*code ^= value; /* what "other" is, is asked when all are chosen */
		return;
	}
	/* A second tap takes an answer back that need not be given. */
	*code = *code == value && step.kind == STEP_ROWS ? 0 : value;
	if (step.other == STEP_NO_FIELD) {
		return;
	}
	if (guest_wants_other(&visit->guest, field)) {
		open_other(visit, lobby, &step);
	} else {
		size_t size;
		char *other = guest_text(&visit->guest, step.other, &size);
		memory_wipe(other, size);
	}
}

/* Of a group only the one or the other is counted: the rest of it is the other. */
static void share_group(struct visit *visit, enum guest_field field, int change)
{
	struct guest *guest = &visit->guest;
	const int group = visit->ways.party;
	const bool male = field == GUEST_PARTY_MALE;
	int people = *guest_code(guest, field) + change, rest = group - people;
	if (group > 2 * GUEST_PARTY_MAX || people < 0 || rest < 0) {
		return;
	}
	if (people > GUEST_PARTY_MAX || rest > GUEST_PARTY_MAX) {
		rest = people > GUEST_PARTY_MAX ? group - GUEST_PARTY_MAX : GUEST_PARTY_MAX;
		people = group - rest;
	}
	guest->party_male = male ? people : rest;
	guest->party_female = male ? rest : people;
	visit->errors[GUEST_PARTY_MALE] = visit->errors[GUEST_PARTY_FEMALE] = RESULT_OK;
}

static void count_people(struct visit *visit, enum guest_field field, int change)
{
	if (visit->ways.party > 0) {
		share_group(visit, field, change);
		return;
	}
	int *people = guest_code(&visit->guest, field);
	int wanted = *people + change;
	int all = visit->guest.party_male + visit->guest.party_female + change;
	visit->errors[field] = RESULT_OK;
	if (wanted >= 0 && wanted <= GUEST_PARTY_MAX && all >= 1) {
		*people = wanted;
	}
}

/* The keyboard refused a character: the field is full, or it has no place in it. */
static enum result refusal_of(struct visit *visit, enum guest_field field)
{
	enum { LONGEST_CHARACTER = 4 };
	size_t size;
	const char *text = guest_text(&visit->guest, field, &size);
	if (strlen(text) + LONGEST_CHARACTER >= size) {
		return RESULT_TEXT_LONG;
	}
	return field == GUEST_NAME ? RESULT_NAME_FORM : RESULT_TEXT_CONTROL;
}

/* What was left is looked at: it is told at once, where it stands, if it cannot stay so. */
static void turn_to(struct journey *journey, const struct lobby *lobby, enum guest_field field)
{
	struct visit *visit = &journey->visit;
	size_t size;
	if (visit->focus != field && guest_text(&visit->guest, visit->focus, &size) != NULL &&
		!guest_is_empty(&visit->guest, visit->focus)) {
		(void)check(journey, lobby, visit->focus);
	}
	focus_field(visit, field);
}

static void leave_email(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	const struct step step = book_step(journey, lobby);
	memory_wipe(visit->guest.email, sizeof(visit->guest.email));
	visit->errors[GUEST_EMAIL] = RESULT_OK;
	focus_field(visit, step_has(&step, GUEST_PHONE) ? GUEST_PHONE : GUEST_EMAIL);
}

void book_act(struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	struct visit *visit = &journey->visit;
	switch (action->kind) {
	case ACTION_FOCUS: turn_to(journey, lobby, action->field); break;
	case ACTION_TYPED:
		visit->errors[action->field] = guest_check_typing(&visit->guest, action->field);
		break;
	case ACTION_REFUSED: visit->errors[action->field] = refusal_of(visit, action->field); break;
	case ACTION_NO_EMAIL: leave_email(journey, lobby); break;
	case ACTION_ITEM: add_item(journey, lobby); break;
	case ACTION_CHOOSE: choose(journey, lobby, action->field, action->value); break;
	case ACTION_COUNT: count_people(visit, action->field, action->value); break;
	case ACTION_TURN: turn_page(journey, lobby, action->field); break;
	default: break;
	}
}

bool book_is_typing(const struct journey *journey, const struct lobby *lobby)
{
	if (journey->visit.screen != JOURNEY_GUEST) {
		return false;
	}
	return journey->visit.typing_other || book_step(journey, lobby).kind == STEP_TYPE;
}

void book_wipe(struct visit *visit)
{
	memory_wipe(&visit->guest, sizeof(visit->guest));
	memory_wipe(&visit->keyboard, sizeof(visit->keyboard));
	memory_wipe(visit->errors, sizeof(visit->errors));
}
