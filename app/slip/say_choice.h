#ifndef APP_SLIP_SAY_CHOICE_H
#define APP_SLIP_SAY_CHOICE_H

#include "app/base/language.h"
#include "app/queue/guest.h"

/* What an option of the guest book is called: in the office's words where it has some, else in
 * ours; and the same where space is short. Borrowed. */
const char *say_choice(const struct language *language, const struct guest_choice *choice);
const char *say_choice_short(const struct language *language, const struct guest_choice *choice);

#endif
