#include "app/kiosk/corner.h"

#include "app/base/memory.h"

#include <string.h>

void corner_close(struct corner *corner)
{
	int dim = corner->dim;
	bool may_shut_down = corner->may_shut_down;
	memory_wipe(corner, sizeof(*corner));
	corner->dim = dim;
	corner->may_shut_down = may_shut_down;
}

/* Where the mark stands (chrome_header), and a finger's breadth round it. */
static bool is_on_mark(const struct ui *ui)
{
	const bool whole = ui->canvas_w == 1920 || ui->canvas_h == 1920;
	const int side = whole ? 144 : 96; /* a small screen's is smaller, and the rest nearer */
	const struct rect mark = {0, 0, side, side};
	return rect_holds(ui_rect(ui, mark), ui->event.x, ui->event.y);
}

enum corner_wish corner_knock(struct corner *corner, const struct ui *ui, int64_t ticks_ms)
{
	if (corner->page != CORNER_SHUT || corner->asking || ui->event.kind != UI_DOWN) {
		return CORNER_WISH_NOTHING;
	}
	if (!is_on_mark(ui)) {
		corner->taps = 0;
		return CORNER_WISH_NOTHING;
	}
	if (corner->taps == 0 || ticks_ms - corner->first_ms > CORNER_TAPS_MS) {
		corner->taps = 0;
		corner->first_ms = ticks_ms;
	}
	if (++corner->taps < CORNER_TAPS) {
		return CORNER_WISH_NOTHING;
	}
	corner->taps = 0;
	corner->asking = true;
	return CORNER_WISH_STAFF;
}

void corner_hear_staff(struct corner *corner, enum result result, const struct desk_staff *staff,
	size_t count, int64_t ticks_ms)
{
	if (!corner->asking || corner->page != CORNER_SHUT) {
		return;
	}
	corner->asking = false;
	for (size_t i = 0; result == RESULT_OK && i < count && i < CORNER_STAFF; i++) {
		if (staff[i].has_pin) {
			corner->staff[corner->staff_count++] = staff[i];
		}
	}
	if (corner->staff_count > 0) {
		corner->page = CORNER_WHO;
		corner->input_ms = ticks_ms;
	}
}

void corner_hear_sign_in(struct corner *corner, enum result result)
{
	if (!corner->asking || corner->page != CORNER_PIN) {
		return;
	}
	corner->asking = false;
	corner->refusal = result;
	corner->page = result == RESULT_OK ? CORNER_MENU : CORNER_PIN;
}

void corner_hear_test(struct corner *corner, enum result result)
{
	if (corner->test == CORNER_TESTING) {
		corner->test = result == RESULT_OK ? CORNER_TESTED : CORNER_TEST_FAILED;
		corner->test_result = result;
	}
}

static void choose(struct corner *corner, int place)
{
	if (place >= 0 && (size_t)place < corner->staff_count) {
		corner->chosen = place;
		corner->page = CORNER_PIN;
		corner->refusal = RESULT_OK;
	}
}

static void erase(struct corner *corner)
{
	size_t length = strlen(corner->pin);
	if (length > 0) {
		corner->pin[length - 1] = '\0';
	}
}

static void digit(struct corner *corner, int value)
{
	size_t length = strlen(corner->pin);
	corner->refusal = RESULT_OK;
	if (length < DESK_PIN_MAX && value >= 0 && value <= 9) {
		corner->pin[length] = (char)('0' + value);
	}
}

static enum corner_wish enter(struct corner *corner)
{
	if (strlen(corner->pin) < DESK_PIN_MIN) {
		corner->refusal = RESULT_PIN_FORM;
		return CORNER_WISH_NOTHING;
	}
	corner->asking = true;
	return CORNER_WISH_SIGN_IN;
}

static void back(struct corner *corner)
{
	memory_wipe(corner->pin, sizeof(corner->pin));
	corner->refusal = RESULT_OK;
	if (corner->page == CORNER_PIN) {
		corner->page = CORNER_WHO;
	} else {
		corner_close(corner);
	}
}

static void dim(struct corner *corner, int change)
{
	int wanted = corner->dim + change;
	corner->dim = wanted < 0 ? 0 : wanted > CORNER_DIM_MOST ? CORNER_DIM_MOST : wanted;
}

static enum corner_wish act_menu(struct corner *corner, enum corner_kind kind)
{
	switch (kind) {
	case CORNER_LANGUAGE: return CORNER_WISH_LANGUAGE;
	case CORNER_DARKER: dim(corner, CORNER_DIM_STEP); break;
	case CORNER_BRIGHTER: dim(corner, -CORNER_DIM_STEP); break;
	case CORNER_TEST:
		if (corner->test != CORNER_TESTING) {
			corner->test = CORNER_TESTING;
			return CORNER_WISH_TEST;
		}
		break;
	case CORNER_RESTART: return CORNER_WISH_RESTART;
	case CORNER_SHUT_DOWN:
		return corner->may_shut_down ? CORNER_WISH_SHUT_DOWN : CORNER_WISH_NOTHING;
	case CORNER_BACK: back(corner); break;
	default: break;
	}
	return CORNER_WISH_NOTHING;
}

static enum corner_wish act_pin(struct corner *corner, const struct corner_action *action)
{
	switch (action->kind) {
	case CORNER_DIGIT: digit(corner, action->value); break;
	case CORNER_ERASE: erase(corner); break;
	case CORNER_ENTER: return enter(corner);
	case CORNER_BACK: back(corner); break;
	default: break;
	}
	return CORNER_WISH_NOTHING;
}

static void act_who(struct corner *corner, const struct corner_action *action)
{
	switch (action->kind) {
	case CORNER_CHOOSE: choose(corner, action->value); break;
	case CORNER_MORE:
		corner->tiles += action->value;
		if ((size_t)corner->tiles >= corner->staff_count) {
			corner->tiles = 0;
		}
		break;
	case CORNER_BACK: back(corner); break;
	default: break;
	}
}

enum corner_wish corner_act(
	struct corner *corner, const struct corner_action *action, int64_t ticks_ms)
{
	if (corner->asking || action->kind == CORNER_NOTHING) {
		return CORNER_WISH_NOTHING;
	}
	corner->input_ms = ticks_ms;
	switch (corner->page) {
	case CORNER_WHO: act_who(corner, action); break;
	case CORNER_PIN: return act_pin(corner, action);
	case CORNER_MENU: return act_menu(corner, action->kind);
	case CORNER_SHUT: break;
	}
	return CORNER_WISH_NOTHING;
}

void corner_touch(struct corner *corner, int64_t ticks_ms)
{
	corner->input_ms = ticks_ms;
}

void corner_tick(struct corner *corner, int64_t ticks_ms)
{
	if (corner->page != CORNER_SHUT && ticks_ms >= corner_deadline(corner)) {
		corner_close(corner);
	}
}

int64_t corner_deadline(const struct corner *corner)
{
	return corner->page != CORNER_SHUT ? corner->input_ms + CORNER_IDLE_MS : INT64_MAX;
}
