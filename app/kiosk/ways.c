#include "app/kiosk/ways_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/kiosk/arrival.h"
#include "app/kiosk/book.h"
#include "app/kiosk/complain.h"
#include "app/kiosk/rate.h"

#include <string.h>

void ways_show_until(
	struct journey *journey, const struct lobby *lobby, enum journey_screen screen, int ms)
{
	journey->visit.closes_span_ms = ms;
	journey->visit.closes_ms = lobby->ticks_ms + ms;
	journey_show(journey, lobby, screen);
}

enum journey_wish ways_ask(struct visit *visit, enum journey_wish wish)
{
	visit->issuing = true;
	visit->tries = 0;
	visit->ways.wish = wish;
	visit->ways.error = RESULT_OK;
	return wish;
}

/* ---- the number first; office guests ---- */

static enum journey_wish choose_service(
	struct journey *journey, const struct lobby *lobby, int service)
{
	struct visit *visit = &journey->visit;
	visit->service = service;
	if (lobby->office->services[service].reception || !lobby->office->ticket_first) {
		journey_show(journey, lobby, JOURNEY_NOTICE);
		return JOURNEY_NOTHING;
	}
	return journey_issue(journey, lobby);
}

static void open_book(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	visit->ways.signing = true;
	visit->closes_ms = 0;
	journey_show(journey, lobby, JOURNEY_NOTICE);
}

static bool is_reception(const struct journey *journey, const struct lobby *lobby)
{
	return lobby->office->services[journey->visit.service].reception;
}

/* The guest book is full, and no number hangs on it. */
static enum journey_wish sign(struct journey *journey, const struct lobby *lobby)
{
	if (!book_continue(journey, lobby)) {
		return JOURNEY_NOTHING;
	}
	return ways_ask(
		&journey->visit, journey->visit.ways.signing ? JOURNEY_SIGN : JOURNEY_RECEIVE);
}

/* ---- a group ---- */

/* What the guest book knew of a party is of another size. */
static void forget_share(struct visit *visit)
{
	visit->guest.party_male = visit->guest.party_female = 0;
}

static void count_group(struct visit *visit, int change)
{
	forget_share(visit);
	int wanted = visit->ways.party + change;
	visit->ways.party = wanted < GROUP_MIN   ? GROUP_MIN
			    : wanted > GROUP_MAX ? GROUP_MAX
						 : wanted;
}

static void toggle_group(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	const int known = visit->guest.party_male + visit->guest.party_female;
	forget_share(visit);
	if (visit->ways.party != 0) {
		visit->ways.party = 0;
		return;
	}
	visit->ways.party = known > GROUP_MIN ? known : GROUP_MIN;
	journey_show(journey, lobby, JOURNEY_GROUP);
}

/* ---- one typed line ---- */

static char *line_of(struct visit *visit, size_t *out_size)
{
	switch (visit->screen) {
	case JOURNEY_OWN: *out_size = sizeof(visit->code); return visit->code;
	case JOURNEY_NAME: *out_size = sizeof(visit->ways.name); return visit->ways.name;
	default: *out_size = sizeof(visit->ways.contact); return visit->ways.contact;
	}
}

static void open_line(
	struct journey *journey, const struct lobby *lobby, enum journey_screen screen)
{
	struct visit *visit = &journey->visit;
	size_t size;
	visit->ways.error = RESULT_OK;
	journey_show(journey, lobby, screen);
	keyboard_start(&visit->keyboard,
		screen == JOURNEY_OWN    ? KEYBOARD_CODE
		: screen == JOURNEY_NAME ? KEYBOARD_NAME
					 : KEYBOARD_EMAIL,
		line_of(visit, &size));
}

void ways_close_line(struct visit *visit)
{
	memory_wipe(visit->code, sizeof(visit->code));
	memory_wipe(visit->ways.contact, sizeof(visit->ways.contact));
	memory_wipe(visit->ways.name, sizeof(visit->ways.name));
	memory_wipe(visit->ways.initials, sizeof(visit->ways.initials));
	memory_wipe(&visit->keyboard, sizeof(visit->keyboard));
}

/* The name is asked before the desk is: who knows somebody's number alone learns nothing. */
static void enter_contact(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	struct guest guest;
	visit->ways.error = guest_read_contact(visit->ways.contact, &guest);
	guest_wipe(&guest);
	if (visit->ways.error == RESULT_OK) {
		open_line(journey, lobby, JOURNEY_NAME);
	}
}

static enum journey_wish enter_line(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	size_t size;
	char *line = line_of(visit, &size);
	text_trim(line);
	if (line[0] == '\0') {
		visit->ways.error = RESULT_FIELD_REQUIRED;
		return JOURNEY_NOTHING;
	}
	if (visit->screen == JOURNEY_CONTACT) {
		enter_contact(journey, lobby);
		return JOURNEY_NOTHING;
	}
	return ways_ask(visit, visit->screen == JOURNEY_OWN ? JOURNEY_WITHDRAW : JOURNEY_RECOGNISE);
}

static void refuse_letter(struct visit *visit)
{
	enum { LONGEST_CHARACTER = 4 };
	size_t size;
	const char *line = line_of(visit, &size);
	bool full = strlen(line) + LONGEST_CHARACTER >= size;
	visit->ways.error = full ? RESULT_TEXT_LONG : RESULT_TEXT_CONTROL;
}

/* ---- who comes again ---- */

void ways_back_to_book(struct journey *journey, const struct lobby *lobby)
{
	const int index =
		step_find(journey_service(journey, lobby), &journey->visit.guest, GUEST_NAME);
	ways_close_line(&journey->visit);
	journey_show(journey, lobby, JOURNEY_GUEST);
	book_open(journey, lobby, index >= 0 ? index : 0);
}

static void open_contact(struct journey *journey, const struct lobby *lobby)
{
	if (journey->visit.ways.lookups < JOURNEY_LOOKUPS) {
		open_line(journey, lobby, JOURNEY_CONTACT);
	}
}

/* ---- giving up ---- */

static void open_give_up(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (lobby->office == NULL || lobby->store != RESULT_OK) {
		return;
	}
	memory_wipe(&visit->rate, sizeof(visit->rate));
	visit->closes_ms = 0;
	visit->ways.giving_up = true;
	journey_show(journey, lobby, JOURNEY_NUMBER);
}

static void enter_number(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (visit->rate.typed[0] == '\0') {
		visit->rate.error = RESULT_FIELD_REQUIRED;
		return;
	}
	open_line(journey, lobby, JOURNEY_OWN);
}

bool ways_scanned(struct journey *journey, const struct lobby *lobby, const char *text)
{
	struct visit *visit = &journey->visit;
	char number[TICKET_NUMBER_SIZE];
	if (!visit->ways.giving_up || visit->screen != JOURNEY_NUMBER ||
		!rate_find_number(lobby->office, text, number)) {
		return false;
	}
	text_copy(visit->rate.typed, sizeof(visit->rate.typed), number);
	enter_number(journey, lobby);
	return true;
}

/* ---- help ---- */

const struct help *ways_help(const struct lobby *lobby, const char *device)
{
	for (int i = 0; lobby->view != NULL && i < lobby->view->help_count; i++) {
		if (strcmp(lobby->view->helps[i].device, device) == 0) {
			return &lobby->view->helps[i];
		}
	}
	return NULL;
}

static enum journey_wish call_help(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	if (!lobby_has_help(lobby)) {
		/* Without the store nobody can be called, but the office may well be open. */
		visit->note = lobby->office != NULL && lobby->store == RESULT_OK ? NOTE_NOBODY
										 : NOTE_NO_HELP;
		visit->note_ms = lobby->ticks_ms + JOURNEY_NOTE_MS;
		return JOURNEY_NOTHING;
	}
	visit->ways.help_from = visit->screen;
	visit->ways.help = (struct help){.state = HELP_ASKED};
	visit->closes_ms = 0;
	journey_show(journey, lobby, JOURNEY_HELP);
	return ways_ask(visit, JOURNEY_ASK_HELP);
}

void ways_leave_help(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	enum journey_screen from = visit->ways.help_from;
	visit->closes_ms = 0;
	visit->ways.help = (struct help){0};
	if (from == JOURNEY_WELCOME) {
		journey_go_home(journey, lobby);
	} else {
		journey_show(journey, lobby, from);
		book_follow(journey, lobby); /* the office may have changed its questions */
	}
}

void ways_look(struct journey *journey, const struct lobby *lobby, const char *device)
{
	struct visit *visit = &journey->visit;
	const struct help *help = ways_help(lobby, device);
	if (visit->screen != JOURNEY_HELP || visit->ways.help.id == 0) {
		return;
	}
	if (help != NULL && help->id == visit->ways.help.id) {
		visit->ways.help = *help;
	} else if (visit->ways.help.state != HELP_DONE) {
		/* The clerk has done what there was to do. */
		visit->ways.help.state = HELP_DONE;
		visit->warned_ms = 0;
		ways_show_until(journey, lobby, JOURNEY_HELP, JOURNEY_TICKET_MS);
	}
}

/* ---- actions ---- */

static enum journey_wish act_line(
	struct journey *journey, const struct lobby *lobby, enum action_kind kind)
{
	struct visit *visit = &journey->visit;
	switch (kind) {
	case ACTION_TYPED: visit->ways.error = RESULT_OK; break;
	case ACTION_REFUSED: refuse_letter(visit); break;
	case ACTION_CONTINUE: return enter_line(journey, lobby);
	case ACTION_BACK:
		if (visit->screen == JOURNEY_CONTACT) {
			ways_back_to_book(journey, lobby);
		} else if (visit->screen == JOURNEY_NAME) {
			open_line(journey, lobby, JOURNEY_CONTACT);
		} else {
			ways_close_line(visit);
			journey_show(journey, lobby, JOURNEY_NUMBER);
		}
		break;
	default: break;
	}
	return JOURNEY_NOTHING;
}

/* Back from an answer of the desk: to the name, as typed, as long as it may be asked for. */
static void leave_known(struct journey *journey, const struct lobby *lobby)
{
	struct visit *visit = &journey->visit;
	memory_wipe(visit->ways.initials, sizeof(visit->ways.initials));
	if (visit->ways.lookups < JOURNEY_LOOKUPS) {
		open_line(journey, lobby, JOURNEY_NAME);
	} else {
		ways_back_to_book(journey, lobby);
	}
}

/* Found: "yes" or "not me". Not found: as a new visitor, or once more. */
static enum journey_wish act_known(
	struct journey *journey, const struct lobby *lobby, enum action_kind kind)
{
	const bool found = journey->visit.ways.initials[0] != '\0';
	if (kind == ACTION_CONTINUE && found) {
		return ways_ask(&journey->visit, JOURNEY_RECALL);
	}
	if (kind == ACTION_BACK) {
		leave_known(journey, lobby);
	} else if (kind == ACTION_OTHERWISE && !found) {
		open_contact(journey, lobby);
	} else if (kind == ACTION_CONTINUE || kind == ACTION_OTHERWISE) {
		ways_back_to_book(journey, lobby);
	}
	return JOURNEY_NOTHING;
}

/* Those that belong to a screen of these ways; false = leave it to the journey. */
static bool act_screen(struct journey *journey, const struct lobby *lobby,
	const struct action *action, enum journey_wish *out_wish)
{
	struct visit *visit = &journey->visit;
	bool forward = action->kind == ACTION_CONTINUE, back = action->kind == ACTION_BACK;
	switch (visit->screen) {
	case JOURNEY_OWN:
	case JOURNEY_NAME:
	case JOURNEY_CONTACT: *out_wish = act_line(journey, lobby, action->kind); break;
	case JOURNEY_KNOWN: *out_wish = act_known(journey, lobby, action->kind); break;
	case JOURNEY_GROUP:
		if (action->kind == ACTION_COUNT) {
			count_group(visit, action->value);
		} else if (forward || back) {
			visit->ways.party = back ? 0 : visit->ways.party;
			journey_show(journey, lobby, JOURNEY_SERVICE);
		}
		break;
	case JOURNEY_HELP:
		if (back) {
			ways_leave_help(journey, lobby);
			*out_wish = JOURNEY_WITHDRAW_HELP;
		}
		break;
	case JOURNEY_NUMBER:
		if (!forward || !visit->ways.giving_up) {
			return false;
		}
		enter_number(journey, lobby);
		break;
	case JOURNEY_NOTICE:
		if (!back || !visit->ways.signing) {
			return false;
		}
		book_wipe(visit);
		ways_show_until(journey, lobby, JOURNEY_TICKET, JOURNEY_TICKET_MS);
		break;
	case JOURNEY_GUEST:
		if (!forward || (!visit->ways.signing && !is_reception(journey, lobby))) {
			return false;
		}
		*out_wish = sign(journey, lobby);
		break;
	default: return false;
	}
	return true;
}

bool ways_act(struct journey *journey, const struct lobby *lobby, const struct action *action,
	enum journey_wish *out_wish)
{
	struct visit *visit = &journey->visit;
	*out_wish = JOURNEY_NOTHING;
	switch (action->kind) {
	case ACTION_SERVICE:
		if (lobby_refusal(lobby, action->value) == RESULT_OK) {
			*out_wish = choose_service(journey, lobby, action->value);
		}
		return true;
	case ACTION_SIGN:
		if (visit->screen == JOURNEY_TICKET && lobby->office->ticket_first) {
			open_book(journey, lobby);
		}
		return true;
	case ACTION_AGAIN:
		if (visit->screen == JOURNEY_REFUSED && visit->refusal == RESULT_DESK_SILENT) {
			*out_wish = visit->ways.wish == JOURNEY_ISSUE
					    ? journey_issue(journey, lobby)
					    : ways_ask(visit, visit->ways.wish);
		}
		return true;
	case ACTION_GROUP: toggle_group(journey, lobby); return true;
	case ACTION_CONTACT: open_contact(journey, lobby); return true;
	case ACTION_GIVE_UP: open_give_up(journey, lobby); return true;
	case ACTION_HELP: *out_wish = call_help(journey, lobby); return true;
	case ACTION_DONE:
	case ACTION_ERASE:
	case ACTION_STAY:
	case ACTION_MORE_TIME: return false;
	default: return act_screen(journey, lobby, action, out_wish);
	}
}

/* ---- language ---- */

static void wipe_letters(struct guest *guest)
{
	for (int i = 0; i < GUEST_FIELDS; i++) {
		size_t size;
		char *text = guest_text(guest, (enum guest_field)i, &size);
		if (text != NULL) {
			memory_wipe(text, size);
		}
	}
}

void ways_change_language(
	struct journey *journey, const struct lobby *lobby, enum office_language language)
{
	struct visit *visit = &journey->visit;
	bool changed = journey->language != language;
	journey->language = language;
	if (!changed || visit->issuing || visit->screen == JOURNEY_REFUSED) {
		return;
	}
	wipe_letters(&visit->guest);
	ways_close_line(visit);
	memory_wipe(visit->asked, sizeof(visit->asked));
	memory_wipe(visit->rate.typed, sizeof(visit->rate.typed));
	memory_wipe(visit->complaint.typed.text, sizeof(visit->complaint.typed.text));
	memory_wipe(visit->complaint.typed.contact, sizeof(visit->complaint.typed.contact));
	if (visit->screen == JOURNEY_GUEST) {
		book_open(journey, lobby, 0);
	} else if (visit->screen == JOURNEY_COMPLAINT &&
		   (visit->step == COMPLAINT_WORDS || visit->step == COMPLAINT_REPLY)) {
		complain_reopen(journey, lobby);
	} else if (visit->screen == JOURNEY_KNOWN || visit->screen == JOURNEY_NAME) {
		open_line(journey, lobby, JOURNEY_CONTACT);
	} else if (visit->screen == JOURNEY_CODE) {
		arrival_open(visit);
	} else if (ways_is_typing(visit)) {
		open_line(journey, lobby, visit->screen);
	}
}
