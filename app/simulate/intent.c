#include "app/simulate/intent.h"

#include "app/base/memory.h"
#include "app/base/text.h"
#include "app/queue/calendar.h"

#include <stdlib.h>

void intent_add(struct intent_list *list, struct intent intent)
{
	if (list->count == list->room) {
		list->room = list->room * 2 + 256;
		list->items = memory_resized(list->items, list->room, sizeof *list->items);
	}
	list->items[list->count++] = intent;
}

void intent_finish(struct intent_list *list)
{
	free(list->items);
	*list = (struct intent_list){0};
}

/* ---- in order ---- */

static void merge(struct intent *items, size_t count, struct intent *spare)
{
	size_t half = count / 2, left = 0, right = half;
	if (count < 2) {
		return;
	}
	merge(items, half, spare);
	merge(items + half, count - half, spare);
	for (size_t i = 0; i < count; i++) {
		bool from_left =
			right == count || (left < half && items[left].at_ms <= items[right].at_ms);
		spare[i] = from_left ? items[left++] : items[right++];
	}
	for (size_t i = 0; i < count; i++) {
		items[i] = spare[i];
	}
}

void intent_sort(struct intent_list *list)
{
	struct intent *spare = memory_zeroed(list->count + 1, sizeof *spare);
	merge(list->items, list->count, spare);
	free(spare);
}

/* ---- in words ---- */

static const char *const words[INTENT_ACTS] = {
	[INTENT_ISSUE] = "takes a number",
	[INTENT_WALK] = "walks to the counter",
	[INTENT_APPOINT] = "books",
	[INTENT_UNAPPOINT] = "cancels the appointment",
	[INTENT_ARRIVE] = "checks in",
	[INTENT_RECEIVE] = "signs without a number",
	[INTENT_WITHDRAW] = "gives up the number",
	[INTENT_ASK_HELP] = "asks for help",
	[INTENT_NEED_NOBODY] = "needs nobody",
	[INTENT_COMPLAIN] = "complains",
	[INTENT_WORK] = "works",
	[INTENT_OPEN] = "open",
	[INTENT_BREAK] = "break",
	[INTENT_CLOSE] = "close",
	[INTENT_HAND_OVER] = "hand over",
	[INTENT_NEXT] = "next",
	[INTENT_STAND_BY] = "stand by",
	[INTENT_STAND_DOWN] = "stand down",
	[INTENT_PICK] = "picks",
	[INTENT_RECALL] = "recall",
	[INTENT_SERVE] = "serve",
	[INTENT_FINISH] = "finish",
	[INTENT_ABSENT] = "absent",
	[INTENT_UNDO] = "undo",
	[INTENT_LOOK] = "looks",
	[INTENT_TAKE_HELP] = "goes to help",
	[INTENT_END_HELP] = "has helped",
	[INTENT_HELP_ISSUE] = "helps to a number",
	[INTENT_HOLD] = "hold",
	[INTENT_RESUME] = "resume",
	[INTENT_RETURN] = "return",
	[INTENT_TRANSFER] = "transfer",
	[INTENT_SEND] = "send",
	[INTENT_CANCEL] = "cancel",
	[INTENT_EXPLAIN] = "explain",
	[INTENT_REPRINT] = "reprint",
	[INTENT_MOVE_COMPLAINT] = "moves the complaint of",
	[INTENT_PRINT] = "prints a slip",
	[INTENT_CLOSE_DAY] = "closes the day",
	[INTENT_DIE] = "will die",
	[INTENT_POWER] = "the power will go",
	[INTENT_RESTART] = "the machine starts anew",
	[INTENT_WALL] = "the wall clock is set",
	[INTENT_SET_CLOCK] = "the head sets office time",
	[INTENT_FULL] = "the disk is full",
	[INTENT_ROOM] = "the disk has room again",
	[INTENT_DAY_END] = "the day ends",
};

static void write_who(const struct intent *intent, char *out_text, size_t size)
{
	out_text[0] = '\0';
	if (intent->counter != 0) {
		text_format(out_text, size, "counter %d ", intent->counter);
	} else if (intent->program > INTENT_OFFICE && intent->program < INTENT_CONSOLES) {
		text_format(out_text, size, "kiosk %d ", intent->program);
	} else if (intent->program >= INTENT_CONSOLES) {
		text_format(out_text, size, "console %d ", intent->program - INTENT_CONSOLES + 1);
	} else if (intent->act < INTENT_DIE) {
		text_format(out_text, size, "office ");
	}
}

static void write_rest(
	const struct intent *intent, const struct office *office, char *out_text, size_t size)
{
	static const char *const outcomes[INTENT_PRINTS] = {
		"confirmed", "unconfirmed", "failed", "paper out", "jam"};
	out_text[0] = '\0';
	switch (intent->act) {
	case INTENT_ISSUE:
	case INTENT_WALK:
	case INTENT_TRANSFER:
	case INTENT_RECEIVE:
		text_format(out_text, size, " %s%s%s",
			intent->service < office->service_count
				? office->services[intent->service].code
				: "unknown service",
			intent->priority != TICKET_ORDINARY ? " " : "",
			intent->priority != TICKET_ORDINARY ? ticket_priority_name(intent->priority)
							    : "");
		break;
	case INTENT_APPOINT: {
		char time[CALENDAR_TIME_SIZE];
		calendar_format(office, intent->argument, time);
		text_format(
			out_text, size, " %s %.16s", office->services[intent->service].code, time);
		break;
	}
	case INTENT_OPEN:
		text_format(out_text, size, " by clerk-%d services %#x", intent->staff,
			intent->services);
		break;
	case INTENT_SEND:
		text_format(out_text, size, " to counter %d", (int)intent->argument);
		break;
	case INTENT_TAKE_HELP:
	case INTENT_END_HELP:
	case INTENT_HELP_ISSUE:
		text_format(out_text, size, " at kiosk %d", (int)intent->argument);
		break;
	case INTENT_WITHDRAW:
		text_format(
			out_text, size, " with %s code", intent->argument == 0 ? "its" : "a wrong");
		break;
	case INTENT_MOVE_COMPLAINT:
		text_format(out_text, size, " to state %d", (int)intent->argument);
		break;
	case INTENT_HAND_OVER: text_format(out_text, size, " to clerk-%d", intent->staff); break;
	case INTENT_PRINT: text_format(out_text, size, " %s", outcomes[intent->argument]); break;
	case INTENT_DIE:
	case INTENT_POWER:
		text_format(out_text, size, " at change %d from now", (int)intent->argument);
		break;
	case INTENT_RESTART:
	case INTENT_WALL:
		text_format(
			out_text, size, ", wall clock off by %d s", (int)(intent->argument / 1000));
		break;
	default: break;
	}
}

void intent_write(const struct intent *intent, const struct office *office, const char *number,
	char out_text[INTENT_TEXT_SIZE])
{
	static const char *const days[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	struct calendar_local local;
	char who[32], visitor[48] = "", rest[64];
	calendar_split(office, intent->at_ms, &local);
	write_who(intent, who, sizeof who);
	write_rest(intent, office, rest, sizeof rest);
	if (intent->visitor != INTENT_NOBODY) {
		text_format(visitor, sizeof visitor, " visitor %d%s%s", intent->visitor,
			number[0] != '\0' ? " " : "", number);
	}
	text_format(out_text, INTENT_TEXT_SIZE, "%s %02d:%02d:%02d.%03d %s%s%s%s",
		days[local.weekday], local.hour, local.minute, local.second, local.millisecond, who,
		words[intent->act], visitor, rest);
}
