#ifndef APP_CONSOLE_ANSWERS_H
#define APP_CONSOLE_ANSWERS_H

#include "app/queue/guest.h"
#include "app/ui/ui.h"

/* Answers of the guest book in words. */

enum { ANSWERS_SIZE = 512, ANSWERS_MORE = 4 };

/* The chosen options of a set, "Kursi roda, Pendamping"; "" for none. */
void answers_set(const struct ui *ui, const struct office *office, enum guest_field field, int code,
	char *out_text, size_t size);

/* Item `item` of data with what was said of it: "Jumlah penduduk (Kecamatan · Tahunan ·
 * 2020–2024)"; "" where there is none. */
void answers_item(const struct ui *ui, const struct office *office, const struct guest *guest,
	int item, char out_text[ANSWERS_SIZE]);

/* Answer `index` of those that stand in no other place of the console, up to ANSWERS_MORE: text key
 * of its question, and the words; false where it was not given. */
bool answers_more(const struct ui *ui, const struct office *office, const struct guest *guest,
	int index, const char **out_key, char out_text[ANSWERS_SIZE]);

#endif
