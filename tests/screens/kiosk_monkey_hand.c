#include "tests/screens/kiosk_monkey_hand.h"

#include "app/base/text.h"
#include "app/kiosk/book.h"

#include <string.h>

/* xorshift64*, S. Vigna, 2016. */
uint32_t monkey_below(struct monkey *monkey, uint32_t limit)
{
	uint64_t x = monkey->state != 0 ? monkey->state : 1;
	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	monkey->state = x;
	return (uint32_t)((x * UINT64_C(2685821657736338717)) >> 32) % limit;
}

bool monkey_chance(struct monkey *monkey, uint32_t of)
{
	return monkey_below(monkey, of) == 0;
}

static void add(struct monkey_move *move, enum ui_event_kind kind, int x, int y, int wait_ms)
{
	if (move->count < MONKEY_EVENTS) {
		move->events[move->count] = (struct ui_event){.kind = kind, .x = x, .y = y};
		move->wait_ms[move->count++] = wait_ms;
	}
}

static void add_text(struct monkey_move *move, enum ui_event_kind kind, const char *text)
{
	if (move->count < MONKEY_EVENTS) {
		struct ui_event *event = &move->events[move->count];
		*event = (struct ui_event){.kind = kind};
		text_copy(event->text, sizeof(event->text), text);
		move->wait_ms[move->count++] = 30;
	}
}

static void tap(struct monkey_move *move, struct rect rect, int wait_ms)
{
	int x = rect.x + rect.w / 2, y = rect.y + rect.h / 2;
	add(move, UI_DOWN, x, y, wait_ms);
	add(move, UI_UP, x, y, 60);
}

bool monkey_press_id(const struct ui *ui, const char *id, struct monkey_move *out_move)
{
	*out_move = (struct monkey_move){0};
	for (size_t i = 0; i < ui->spot_count; i++) {
		if (strcmp(ui->spots[i].id, id) == 0) {
			tap(out_move, ui->spots[i].rect, 450);
			return true;
		}
	}
	return false;
}

bool monkey_finds(const struct ui *ui, const char *id)
{
	struct monkey_move move;
	return monkey_press_id(ui, id, &move);
}

bool monkey_choose(
	struct monkey *monkey, const struct ui *ui, const char *begin, char out_id[UI_ID_SIZE])
{
	uint32_t found = 0;
	out_id[0] = '\0';
	for (size_t i = 0; i < ui->spot_count; i++) {
		const char *id = ui->spots[i].id;
		if (strncmp(id, begin, strlen(begin)) == 0 && monkey_chance(monkey, ++found)) {
			text_copy(out_id, UI_ID_SIZE, id);
		}
	}
	return found > 0;
}

/* A place: on a part, or anywhere, the frame's outside included. */
static struct rect place(struct monkey *monkey, const struct ui *ui)
{
	if (ui->spot_count > 0 && !monkey_chance(monkey, 3)) {
		return ui->spots[monkey_below(monkey, (uint32_t)ui->spot_count)].rect;
	}
	return (struct rect){(int)monkey_below(monkey, (uint32_t)ui->width + 40) - 20,
		(int)monkey_below(monkey, (uint32_t)ui->height + 40) - 20, 0, 0};
}

static void slide(struct monkey *monkey, const struct ui *ui, struct monkey_move *move, int step_ms)
{
	struct rect from = place(monkey, ui);
	add(move, UI_DOWN, from.x, from.y, 100);
	for (int i = 0; i < 5; i++) {
		struct rect to = place(monkey, ui);
		add(move, UI_MOVE, to.x, to.y, step_ms);
	}
	struct rect to = monkey_chance(monkey, 2) ? from : place(monkey, ui);
	add(move, UI_UP, to.x, to.y, step_ms);
}

/* As loop.c makes it: the second finger cancels, and so does the first one's end. */
static void two_fingers(struct monkey *monkey, const struct ui *ui, struct monkey_move *move)
{
	struct rect first = place(monkey, ui), second = place(monkey, ui);
	add(move, UI_DOWN, first.x, first.y, 100);
	for (uint32_t i = monkey_below(monkey, 4) + 1; i > 0; i--) {
		add(move, UI_CANCEL, second.x, second.y, 5);
	}
	add(move, UI_CANCEL, first.x, first.y, 80);
}

static void keys(struct monkey *monkey, struct monkey_move *move)
{
	static const char *const names[] = {"escape", "return", "space", "tab", "backtab", "left",
		"right", "up", "down", "backspace", "f4", "f11", "q", "1", "left alt", "left ctrl",
		"left gui", "delete", "printscreen", "sysreq", "power", ""};
	for (uint32_t i = monkey_below(monkey, 4) + 1; i > 0; i--) {
		add_text(move, UI_KEY,
			names[monkey_below(monkey, sizeof(names) / sizeof(names[0]))]);
	}
}

void monkey_keypad(struct monkey *monkey, struct monkey_move *out_move)
{
	static const char *const names[] = {"return", "return", "escape", "tab", "tab", "backtab",
		"left", "right", "up", "down", "backspace", "1", "4"};
	*out_move = (struct monkey_move){0};
	for (uint32_t i = monkey_below(monkey, MONKEY_EVENTS) + 1; i > 0; i--) {
		add_text(out_move, UI_KEY,
			names[monkey_below(monkey, sizeof(names) / sizeof(names[0]))]);
	}
}

/* Letters of all scripts, an emoji, marks that turn the line, controls, broken UTF-8. */
static void letters(struct monkey *monkey, struct monkey_move *move)
{
	static const char *const texts[] = {"a", "Z", "@", ".", " ", "7", "é", "ş", "漢", "😀",
		"\xe2\x80\x8f", "\xe2\x80\xae", "\x1b", "\t", "\xff", "\xc3", "%", "'", "\"",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
	for (uint32_t i = monkey_below(monkey, MONKEY_EVENTS) + 1; i > 0; i--) {
		add_text(move, UI_TEXT,
			texts[monkey_below(monkey, sizeof(texts) / sizeof(texts[0]))]);
	}
}

void monkey_move(struct monkey *monkey, const struct ui *ui, struct monkey_move *out_move)
{
	struct rect rect = place(monkey, ui);
	*out_move = (struct monkey_move){0};
	switch (monkey_below(monkey, 9)) {
	case 0: /* a double or triple tap */
		for (uint32_t i = monkey_below(monkey, 3) + 2; i > 0; i--) {
			tap(out_move, rect, 90);
		}
		break;
	case 1: slide(monkey, ui, out_move, 200); break;
	case 2: slide(monkey, ui, out_move, 8); break;
	case 3: two_fingers(monkey, ui, out_move); break;
	case 4: /* a long press */
		add(out_move, UI_DOWN, rect.x, rect.y, 100);
		add(out_move, UI_UP, rect.x, rect.y, 500 + (int)monkey_below(monkey, 8000));
		break;
	case 5: keys(monkey, out_move); break;
	case 6: letters(monkey, out_move); break;
	case 7: /* an end without a beginning, a beginning without an end */
		add(out_move, monkey_chance(monkey, 2) ? UI_UP : UI_DOWN, rect.x, rect.y, 50);
		break;
	default: tap(out_move, rect, 100 + (int)monkey_below(monkey, 2000)); break;
	}
}

void monkey_question(struct monkey *monkey, struct office *office)
{
	char why[OFFICE_TEXT_SIZE];
	for (int i = 0; i < office->service_count; i++) {
		struct office_service *service = &office->services[i];
		do {
			for (int field = 0; field < GUEST_FIELDS; field++) {
				bool has_switch =
					guest_switch_name((enum guest_field)field) != NULL;
				bool silent = !has_switch || monkey_chance(monkey, 3);
				service->asks[field] =
					silent ? GUEST_USUAL
					       : (enum guest_ask)monkey_below(monkey, GUEST_ASKS);
			}
		} while (!guest_check_switches(service, why, sizeof(why)));
	}
}

void monkey_see(const struct journey *journey, const struct lobby *lobby, bool asked[GUEST_FIELDS])
{
	if (journey->visit.screen != JOURNEY_GUEST) {
		return;
	}
	const struct step step = book_step(journey, lobby);
	for (int i = 0; i < step.field_count; i++) {
		asked[step.fields[i]] = true;
	}
	if (journey->visit.typing_other) {
		asked[step.other] = true;
	}
}

int monkey_measure(void *context, enum draw_face face, int size, const char *text)
{
	(void)context;
	(void)face;
	return (int)strlen(text) * size / 2;
}

bool monkey_holds(const void *data, size_t size, const char *letters)
{
	const char *at = data, *end = at + size;
	size_t length = strlen(letters);
	while ((size_t)(end - at) >= length &&
		(at = memchr(at, letters[0], (size_t)(end - at) - length + 1)) != NULL) {
		if (memcmp(at, letters, length) == 0) {
			return true;
		}
		at++;
	}
	return false;
}

bool monkey_has_met_all(const bool seen[JOURNEY_SCREENS], const bool asked[GUEST_FIELDS],
	char *out_missing, size_t size)
{
	for (int i = 0; i < JOURNEY_SCREENS; i++) {
		if (!seen[i]) {
			text_format(out_missing, size, "screen %d", i);
			return false;
		}
	}
	for (int i = 0; i < GUEST_FIELDS; i++) {
		if (!asked[i]) {
			text_copy(out_missing, size, guest_field_name((enum guest_field)i));
			return false;
		}
	}
	return true;
}
