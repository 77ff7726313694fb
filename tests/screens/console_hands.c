#include "tests/screens/console_hands.h"
#include "app/base/text.h"

#include "app/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

void hand_act(struct shift *shift, enum shift_act what, int index, int64_t ticks)
{
	shift_act(shift, (struct shift_action){what, index}, ticks);
}

void hand_type_pin(struct shift *shift, const char *pin)
{
	for (; *pin != '\0'; pin++) {
		hand_act(shift, SHIFT_DIGIT, *pin - '0', 0);
	}
	hand_act(shift, SHIFT_ENTER, 0, 0);
}

struct desk_request hand_take(struct shift *shift, enum desk_act wanted)
{
	struct desk_request request;
	assert_true(shift_take_request(shift, &request));
	assert_int_equal(request.act, wanted);
	assert_int_equal(shift->request_count, 0);
	return request;
}

void hand_take_none(struct shift *shift)
{
	struct desk_request request;
	assert_false(shift_take_request(shift, &request));
}

void hand_answer(
	struct shift *shift, const struct desk_request *request, enum result result, int64_t ticks)
{
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = request->act,
		.tag = request->tag,
		.result = result};
	text_copy(message.staff[0].code, sizeof(message.staff[0].code), request->staff);
	shift_hear(shift, &message, ticks);
}

void hand_show(struct shift *shift, const struct desk_view *view)
{
	struct desk_message message = {.kind = DESK_MESSAGE_VIEW};
	message.view = memory_zeroed(1, sizeof(*view));
	*message.view = *view;
	shift_hear(shift, &message, 0);
	assert_null(message.view);
}

void hand_drain(struct shift *shift)
{
	struct desk_request request;
	while (shift_take_request(shift, &request)) {
	}
}

void hand_finish(struct shift *shift, int64_t now)
{
	hand_act(shift, SHIFT_FINISH, 0, now);
	struct desk_request request = hand_take(shift, DESK_FINISH);
	struct desk_message message = {.kind = DESK_MESSAGE_ANSWER,
		.act = DESK_FINISH,
		.tag = request.tag,
		.ticket = {.id = 7, .number = "K007"}};
	shift_hear(shift, &message, now);
}
