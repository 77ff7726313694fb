#ifndef APP_ADMIN_GUEST_WORDS_H
#define APP_ADMIN_GUEST_WORDS_H

#include "app/queue/guest.h"

/*
 * Reads "name=Ani,occupation=student,needs=wheelchair+reading": fields by guest_field_name, typed
 * texts (a comma in one is written "\,"), options by their word or their code, counts as numbers.
 * Each field given is checked as of `year`; fields not given stay empty, as staff at the desk may
 * leave them. The word or field that is wrong is in `out_field`; FIELD_RANGE for an unknown field
 * or word, FIELD_UNASKED for what the service does not ask (guest_is_asked).
 */
enum result guest_words_read(const char *words, const struct office_service *service, int year,
	struct guest *out_guest, char *out_field, size_t field_size);

#endif
