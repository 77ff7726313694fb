/* The page of the settings within the shift: its presses, its requests and their answers. */
#include "app/console/shift_parts.h"

#include "app/base/memory.h"
#include "app/base/text.h"

/* Says who asks; the page awaits the answer. */
static struct desk_request *ask(struct shift *shift, enum desk_act act, int64_t ticks)
{
	struct desk_request *request = shift_ask(shift, act, false, ticks);
	text_copy(request->staff, sizeof(request->staff), shift_person(shift)->code);
	shift->setup.tag = request->tag;
	return request;
}

static void ask_save(struct shift *shift, int64_t ticks)
{
	struct desk_request *request = ask(shift, DESK_SAVE_OFFICE, ticks);
	request->settings = memory_zeroed(1, sizeof(*request->settings));
	*request->settings = *shift->setup.wanted;
	request->revision = shift->setup.revision;
}

static void ask_about_person(struct shift *shift, enum desk_act act, int64_t ticks)
{
	const struct setup *setup = &shift->setup;
	struct desk_request *request = ask(shift, act, ticks);
	text_copy(request->word, sizeof(request->word), setup->edit->staff[setup->person].code);
}

static void ask_unlock(struct shift *shift, int64_t ticks)
{
	struct setup *setup = &shift->setup;
	struct desk_request *request = ask(shift, DESK_UNLOCK_OFFICE, ticks);
	text_copy(request->pin, sizeof(request->pin), setup->pin);
	memory_wipe(setup->pin, sizeof(setup->pin));
}

static void enter(struct shift *shift, int64_t ticks)
{
	switch (setup_enter(&shift->setup)) {
	case SETUP_ASK_UNLOCK: ask_unlock(shift, ticks); break;
	case SETUP_ASK_SAVE: ask_save(shift, ticks); break;
	case SETUP_ASK_PIN: ask_about_person(shift, DESK_RESET_PIN, ticks); break;
	case SETUP_ASK_RETIRE: ask_about_person(shift, DESK_RETIRE_STAFF, ticks); break;
	case SETUP_NOTHING: break;
	}
}

/* The page does not wait for it as for the settings: the head may go on meanwhile. */
static void ask_test(struct shift *shift, int64_t ticks)
{
	if (setup_may_test(&shift->setup)) {
		struct desk_request *request = shift_ask(shift, DESK_ASK_TEST_SLIP, false, ticks);
		shift->setup.test = (struct setup_test){.tag = request->tag};
	}
}

void shift_act_office(struct shift *shift, struct shift_action action, int64_t ticks)
{
	struct setup *setup = &shift->setup;
	if (shift->page != SHIFT_PAGE_OFFICE) {
		return;
	}
	switch (action.act) {
	case SHIFT_OFFICE_TOPIC:
		if (action.index >= 0 && action.index < SETUP_TOPICS) {
			setup_turn(setup, (enum setup_topic)action.index);
		}
		break;
	case SHIFT_OFFICE_FOCUS: setup_focus(setup, action.index); break;
	case SHIFT_OFFICE_MOVE: setup_move(setup, action.index); break;
	case SHIFT_OFFICE_STEP: setup_step(setup, action.index); break;
	case SHIFT_OFFICE_CHOOSE: setup_choose(setup, action.index); break;
	case SHIFT_OFFICE_ERASE: setup_erase(setup); break;
	case SHIFT_OFFICE_ENTER: enter(shift, ticks); break;
	case SHIFT_OFFICE_TEST: ask_test(shift, ticks); break;
	case SHIFT_OFFICE_BACK:
		if (setup_back(setup)) {
			shift_leave_page(shift);
		}
		break;
	default: break;
	}
}

void shift_hear_office(struct shift *shift, struct desk_message *message, int64_t ticks)
{
	bool staff = message->result == RESULT_OK && message->act != DESK_UNLOCK_OFFICE;
	if (setup_awaits(&shift->setup, message)) {
		setup_hear(&shift->setup, message->result, message->settings, message->revision,
			message->error);
		message->settings = NULL;
	}
	/* Who may sign in may be others now. */
	if (staff) {
		shift_ask(shift, DESK_LIST_STAFF, false, ticks);
	}
}
