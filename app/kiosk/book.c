#include "app/kiosk/book.h"

#include "app/base/memory.h"
#include "app/base/text.h"

#include <string.h>

static enum keyboard_layout layout_of(enum guest_field field)
{
	switch (field) {
	case GUEST_NAME: return KEYBOARD_NAME;
	case GUEST_EMAIL: return KEYBOARD_EMAIL;
	case GUEST_PHONE: return KEYBOARD_PHONE;
	default: return KEYBOARD_TEXT;
	}
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

/* A party has at least the visitor; whoever answered "sex" is counted in it already. */
static void start_party(struct guest *guest)
{
	const struct guest_option *sex = guest_options(GUEST_SEX);
	if (guest->party_male + guest->party_female == 0 && guest->sex != 0) {
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

void book_open(struct journey *journey, const struct lobby *lobby, int index)
{
	struct visit *visit = &journey->visit;
	const struct step *step = step_at(&visit->guest, index);
	visit->step = index;
	visit->typing_other = false;
	open_screen(visit, lobby);
	if (step->kind == STEP_NEEDS) {
		start_party(&visit->guest);
	}
	enum guest_field first = step->fields[0];
	size_t size;
	for (int i = step->field_count - 1; i >= 0; i--) {
		const char *text = guest_text(&visit->guest, step->fields[i], &size);
		if (text != NULL && text[0] == '\0') {
			first = step->fields[i];
		}
	}
	focus_field(visit, first);
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
	if (visit->step == 0) {
		return false;
	}
	book_open(journey, lobby, visit->step - 1);
	return true;
}

/* Checks `field` and notes what is wrong with it. */
static bool check(struct journey *journey, const struct lobby *lobby, enum guest_field field)
{
	struct visit *visit = &journey->visit;
	struct calendar_local local;
	size_t size;
	char *text = guest_text(&visit->guest, field, &size);
	if (text != NULL) {
		text_trim(text);
	}
	calendar_split(lobby->office, lobby->now_ms, &local);
	visit->errors[field] = guest_check_field(
		&visit->guest, field, journey_service(journey, lobby), local.year);
	return visit->errors[field] == RESULT_OK;
}

static bool check_step(struct journey *journey, const struct lobby *lobby, const struct step *step)
{
	struct visit *visit = &journey->visit;
	if (visit->typing_other) {
		return check(journey, lobby, step->other);
	}
	bool right = true;
	for (int i = step->field_count - 1; i >= 0; i--) {
		if (!check(journey, lobby, step->fields[i])) {
			right = false;
			focus_field(visit, step->fields[i]);
		}
	}
	return right;
}

bool book_continue(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	const struct step *step = step_at(&visit->guest, visit->step);
	if (!check_step(journey, lobby, step)) {
		return false;
	}
	if (!visit->typing_other && step->other != STEP_NO_FIELD &&
		step_wants_other(&visit->guest, step->fields[0])) {
		open_other(visit, lobby, step);
		return false;
	}
	if (visit->guest.institution[0] == '\0') {
		visit->guest.institution_kind = 0;
	}
	if (visit->step + 1 < step_count(&visit->guest)) {
		book_open(journey, lobby, visit->step + 1);
		return false;
	}
	return true;
}

static void choose(
	struct visit *visit, const struct lobby *lobby, enum guest_field field, int value)
{
	const struct step *step = step_at(&visit->guest, visit->step);
	int *code = guest_code(&visit->guest, field);
	visit->errors[field] = RESULT_OK;
	if (field == GUEST_NEEDS) {
		*code ^= value;
		return;
	}
	/* A second tap takes an answer back that need not be given. */
	*code = *code == value && step->kind == STEP_ROWS ? 0 : value;
	if (step->other == STEP_NO_FIELD) {
		return;
	}
	if (step_wants_other(&visit->guest, field)) {
		open_other(visit, lobby, step);
	} else {
		size_t size;
		char *other = guest_text(&visit->guest, step->other, &size);
		memory_wipe(other, size);
	}
}

static void count_people(struct visit *visit, enum guest_field field, int change)
{
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
	return strlen(text) + LONGEST_CHARACTER >= size ? RESULT_TEXT_LONG : RESULT_TEXT_CONTROL;
}

void book_act(struct journey *journey, const struct lobby *lobby, const struct action *action)
{
	struct visit *visit = &journey->visit;
	switch (action->kind) {
	case ACTION_FOCUS: focus_field(visit, action->field); break;
	case ACTION_TYPED: visit->errors[action->field] = RESULT_OK; break;
	case ACTION_REFUSED: visit->errors[action->field] = refusal_of(visit, action->field); break;
	case ACTION_NO_EMAIL:
		memory_wipe(visit->guest.email, sizeof(visit->guest.email));
		visit->errors[GUEST_EMAIL] = RESULT_OK;
		focus_field(visit, GUEST_PHONE);
		break;
	case ACTION_CHOOSE: choose(visit, lobby, action->field, action->value); break;
	case ACTION_COUNT: count_people(visit, action->field, action->value); break;
	default: break;
	}
}

bool book_is_typing(const struct visit *visit)
{
	const struct step *step = step_at(&visit->guest, visit->step);
	return visit->screen == JOURNEY_GUEST && step != NULL &&
	       (step->kind == STEP_TYPE || visit->typing_other);
}

void book_wipe(struct visit *visit)
{
	memory_wipe(&visit->guest, sizeof(visit->guest));
	memory_wipe(&visit->keyboard, sizeof(visit->keyboard));
	memory_wipe(visit->errors, sizeof(visit->errors));
}
