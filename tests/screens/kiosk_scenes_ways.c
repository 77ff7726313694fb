#include "tests/screens/kiosk_scenes.h"

#include "app/base/text.h"
#include "app/kiosk/ways.h"

/* The visitor's ways beside "guest book, then number". */

static void answer(struct stage *stage, const struct desk_message *message)
{
	ways_answered(&stage->journey, &stage->lobby, message);
}

static void group(struct stage *stage)
{
	stage_act(stage, ACTION_START);
	stage_act(stage, ACTION_GROUP);
	stage_pick(stage, ACTION_COUNT, GUEST_NAME, 10);
}

static void group_chosen(struct stage *stage)
{
	group(stage);
	stage_act(stage, ACTION_CONTINUE);
}

static void contact(struct stage *stage)
{
	stage_to_field(stage, 0, GUEST_NAME);
	stage_act(stage, ACTION_CONTACT);
}

static void contact_wrong(struct stage *stage)
{
	contact(stage);
	text_copy(stage->journey.visit.ways.contact, GUEST_EMAIL_SIZE, "siti.rahma@gmail");
	stage_act(stage, ACTION_CONTINUE);
}

static void name(struct stage *stage)
{
	contact(stage);
	text_copy(stage->journey.visit.ways.contact, GUEST_EMAIL_SIZE, "siti.rahma@gmail.com");
	stage_act(stage, ACTION_CONTINUE);
}

static void name_asked(struct stage *stage)
{
	name(stage);
	text_copy(stage->journey.visit.ways.name, GUEST_NAME_SIZE, "Siti");
	stage_act(stage, ACTION_CONTINUE);
}

static void unknown(struct stage *stage)
{
	name_asked(stage);
	answer(stage,
		&(struct desk_message){.act = DESK_RECOGNISE, .result = RESULT_GUEST_UNKNOWN});
}

static void unknown_last(struct stage *stage)
{
	name(stage);
	text_copy(stage->journey.visit.ways.name, GUEST_NAME_SIZE, "Siti");
	stage->journey.visit.ways.lookups = JOURNEY_LOOKUPS - 1;
	stage_act(stage, ACTION_CONTINUE);
	answer(stage,
		&(struct desk_message){.act = DESK_RECOGNISE, .result = RESULT_GUEST_UNKNOWN});
}

static void name_later(struct stage *stage)
{
	name_asked(stage);
	answer(stage, &(struct desk_message){.act = DESK_RECOGNISE, .result = RESULT_TRY_LATER});
}

static void known(struct stage *stage)
{
	name_asked(stage);
	answer(stage, &(struct desk_message){.act = DESK_RECOGNISE, .initials = "S. R."});
}

static void known_filled(struct stage *stage)
{
	struct desk_message message = {.act = DESK_RECALL_GUEST};
	known(stage);
	stage_act(stage, ACTION_CONTINUE);
	text_copy(message.guest.name, GUEST_NAME_SIZE, "Siti Rahma");
	text_copy(message.guest.institution, GUEST_NAME_SIZE, "SMA 1 Tideng Pale");
	answer(stage, &message);
}

static void give_up(struct stage *stage)
{
	stage_act(stage, ACTION_GIVE_UP);
	text_copy(stage->journey.visit.rate.typed, TICKET_NUMBER_SIZE, "K007");
}

static void own(struct stage *stage)
{
	give_up(stage);
	stage_act(stage, ACTION_CONTINUE);
	text_copy(stage->journey.visit.code, DESK_CODE_SIZE, "K7M2QX");
}

static void give_up_missing(struct stage *stage)
{
	stage_act(stage, ACTION_GIVE_UP);
	stage_act(stage, ACTION_CONTINUE);
}

static void own_asked(struct stage *stage, enum result result)
{
	own(stage);
	stage_act(stage, ACTION_CONTINUE);
	answer(stage, &(struct desk_message){.act = DESK_WITHDRAW, .result = result});
}

static void own_wrong(struct stage *stage)
{
	own_asked(stage, RESULT_CODE_WRONG);
}

static void own_late(struct stage *stage)
{
	own_asked(stage, RESULT_TICKET_STATE);
}

static void gone(struct stage *stage)
{
	own_asked(stage, RESULT_OK);
}

static void help(struct stage *stage)
{
	stage_act(stage, ACTION_HELP);
	answer(stage, &(struct desk_message){.act = DESK_ASK_HELP, .help = {.id = 3}});
}

static void help_warned(struct stage *stage)
{
	help(stage);
	stage_pass(stage, stage->office.idle_s * INT64_C(1000));
	stage_pass(stage, 6000);
}

static void look(struct stage *stage, int count)
{
	stage->view.help_count = count;
	stage->view.helps[0] = (struct help){.id = 3, .state = HELP_TAKEN, .counter = 2};
	text_copy(stage->view.helps[0].device, HELP_DEVICE_SIZE, "kiosk-1");
	ways_look(&stage->journey, &stage->lobby, "kiosk-1");
}

static void help_taken(struct stage *stage)
{
	help(stage);
	look(stage, 1);
}

static void help_ended(struct stage *stage)
{
	help_taken(stage);
	look(stage, 0);
}

static void reception_service(struct stage *stage)
{
	stage->office.services[2].reception = true;
}

static void reception(struct stage *stage)
{
	reception_service(stage);
	stage_to_issue(stage, 2);
	answer(stage, &(struct desk_message){.act = DESK_RECEIVE});
}

static void reception_last(struct stage *stage)
{
	reception_service(stage);
	stage_to_step(stage, 2, 7);
}

/* The number first. */
static void first(struct stage *stage)
{
	stage->office.ticket_first = true;
	stage_act(stage, ACTION_START);
	stage_pick(stage, ACTION_SERVICE, GUEST_NAME, 0);
	stage_answer(stage, RESULT_OK);
	stage_slip(stage, PRINT_CONFIRMED, RESULT_OK);
}

static void signed_(struct stage *stage)
{
	first(stage);
	stage->journey.visit.screen = JOURNEY_GUEST;
	stage->journey.visit.issuing = true;
	stage->journey.visit.ways.wish = JOURNEY_SIGN;
	answer(stage, &(struct desk_message){.act = DESK_SIGN});
}

static void silent(struct stage *stage)
{
	stage_to_issue(stage, 0);
	stage_pass(stage, 1);
	stage_pass(stage, JOURNEY_SILENT_MS);
}

static const struct scene scenes[] = {
	{"group", group, true},
	{"group-chosen", group_chosen, false},
	{"contact", contact, false},
	{"contact-wrong", contact_wrong, false},
	{"name", name, true},
	{"name-later", name_later, false},
	{"unknown", unknown, true},
	{"unknown-last", unknown_last, false},
	{"known", known, true},
	{"known-filled", known_filled, false},
	{"give-up", give_up, false},
	{"give-up-missing", give_up_missing, true},
	{"own", own, true},
	{"own-wrong", own_wrong, false},
	{"own-late", own_late, false},
	{"gone", gone, false},
	{"help", help, true},
	{"help-warned", help_warned, true},
	{"help-taken", help_taken, false},
	{"help-ended", help_ended, false},
	{"reception", reception, true},
	{"reception-last", reception_last, false},
	{"ticket-first", first, true},
	{"signed", signed_, false},
	{"silent", silent, true},
};

const struct scene *scene_ways_at(size_t index)
{
	return index < sizeof(scenes) / sizeof(scenes[0]) ? &scenes[index] : NULL;
}
