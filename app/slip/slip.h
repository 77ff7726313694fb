#ifndef APP_SLIP_SLIP_H
#define APP_SLIP_SLIP_H

#include "app/base/document.h"
#include "app/base/language.h"
#include "app/desk/desk.h"

/*
 * The ticket on paper (look/ticket-paper-80.png) as a neutral document: number, service, the hour
 * of an appointment, people ahead, expected time, promise, a code with the same in plain text, the
 * letters by which the visitor can give it up, date and hour. Never a name.
 * `language` and `index` are the office's first language. Below 480 `dots` of paper the words are
 * short (look/ticket-paper-58.png). Lines that the office hides (office.slip) are left out, its
 * footer stands under everything. The office's `logo` stands on top (NULL = none; borrowed by the
 * document). Release with document_finish.
 */
void slip_write(const struct office *office, const struct language *language,
	enum office_language index, const struct desk_slip *slip, int dots,
	const struct document_picture *logo, struct document *out_document);

enum { SLIP_CODE_SIZE = 400 };

/* The code's text, the same on paper and on the screen; readable without a network. */
void slip_code(const struct office *office, const struct language *language,
	enum office_language index, const struct ticket *ticket, char out_text[SLIP_CODE_SIZE]);

#endif
