#include "app/desk/act.h"
#include "db/office_rows.h"
#include "db/voice_rows.h"

/* The revision goes up, so that every program looks again. */
enum result desk_set_voice(struct desk *desk, const struct office_voice *voice)
{
	char why[OFFICE_TEXT_SIZE];
	if (!office_voice_check(voice, why, sizeof why)) {
		return RESULT_CONFIG_WRONG;
	}
	enum result result = act_begin(desk);
	if (result != RESULT_OK) {
		return result;
	}
	const struct office_voice before = desk->office.voice;
	desk->office.voice = *voice;
	voice_rows_set(desk->store, voice);
	office_rows_bump(desk->store);
	act_note(desk, EVENT_PUBLISHED, NULL, 0, "voice");
	result = act_end(desk, RESULT_OK);
	if (result != RESULT_OK) {
		desk->office.voice = before;
	}
	return result;
}
