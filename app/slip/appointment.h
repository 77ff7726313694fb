#ifndef APP_SLIP_APPOINTMENT_H
#define APP_SLIP_APPOINTMENT_H

#include "app/base/document.h"
#include "app/base/language.h"
#include "app/desk/desk.h"

/*
 * An appointment on paper as a neutral document: its code, for what, day and hour, until when it
 * holds, and the code for the kiosk's scanner. Never a name. `language` and `index` are the
 * office's first language; below 480 `dots` of paper the words are short. Release with
 * document_finish.
 */
struct appointment_slip {
	char code[DESK_CODE_SIZE];
	int service;
	int64_t at_ms;
	bool training;
};
void appointment_write(const struct office *office, const struct language *language,
	enum office_language index, const struct appointment_slip *slip, int dots,
	struct document *out_document);

#endif
